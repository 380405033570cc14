// The method of FactService that finds passages.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_PASSAGE_METHODS_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_PASSAGE_METHODS_H_

#include "absl/status/status.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/facts/handlers/method_conventions.h"

namespace isnad::facts {

absl::Status SearchPassagesMethod(const Backend& backend,
                                  const isnad::v1::SearchPassagesRequest& request,
                                  isnad::v1::SearchPassagesResponse* response);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_PASSAGE_METHODS_H_
