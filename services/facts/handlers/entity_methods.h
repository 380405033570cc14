// The methods of FactService about entities.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_ENTITY_METHODS_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_ENTITY_METHODS_H_

#include "absl/status/status.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/facts/handlers/method_conventions.h"

namespace isnad::facts {

absl::Status GetEntityMethod(const Backend& backend, const isnad::v1::GetEntityRequest& request,
                             isnad::v1::GetEntityResponse* response);
absl::Status ListEntitiesMethod(const Backend& backend,
                                const isnad::v1::ListEntitiesRequest& request,
                                isnad::v1::ListEntitiesResponse* response);
absl::Status SearchEntitiesMethod(const Backend& backend,
                                  const isnad::v1::SearchEntitiesRequest& request,
                                  isnad::v1::SearchEntitiesResponse* response);
absl::Status MergeEntitiesMethod(const Backend& backend,
                                 const isnad::v1::MergeEntitiesRequest& request,
                                 isnad::v1::MergeEntitiesResponse* response);
absl::Status UnmergeEntitiesMethod(const Backend& backend,
                                   const isnad::v1::UnmergeEntitiesRequest& request,
                                   isnad::v1::UnmergeEntitiesResponse* response);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_ENTITY_METHODS_H_
