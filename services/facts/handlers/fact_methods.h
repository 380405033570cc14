// The methods of FactService about facts and conflicts, and its counts.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_FACT_METHODS_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_FACT_METHODS_H_

#include "absl/status/status.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/facts/handlers/method_conventions.h"

namespace isnad::facts {

absl::Status GetFactMethod(const Backend& backend, const isnad::v1::GetFactRequest& request,
                           isnad::v1::GetFactResponse* response);
absl::Status ListFactsMethod(const Backend& backend, const isnad::v1::ListFactsRequest& request,
                             isnad::v1::ListFactsResponse* response);
absl::Status GetTimelineMethod(const Backend& backend, const isnad::v1::GetTimelineRequest& request,
                               isnad::v1::GetTimelineResponse* response);
absl::Status ListConflictsMethod(const Backend& backend,
                                 const isnad::v1::ListConflictsRequest& request,
                                 isnad::v1::ListConflictsResponse* response);
absl::Status ResolveConflictMethod(const Backend& backend,
                                   const isnad::v1::ResolveConflictRequest& request,
                                   isnad::v1::ResolveConflictResponse* response);
absl::Status GetStatsMethod(const Backend& backend, const isnad::v1::GetStatsRequest& request,
                            isnad::v1::GetStatsResponse* response);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_FACT_METHODS_H_
