// Reads the store by calling FactService.

#ifndef ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CLIENT_H_
#define ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CLIENT_H_

#include <memory>

#include "absl/time/time.h"
#include "services/answering/backend/fact_source.h"
#include "services/answering/clients/fact_calls.h"

namespace isnad::answering {

// A client that makes `calls`; each waits at most `timeout`. Thread safe.
std::unique_ptr<FactSource> NewFactClient(std::unique_ptr<FactCalls> calls, absl::Duration timeout);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CLIENT_H_
