// Reads the store by calling FactService.

#ifndef ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CLIENT_H_
#define ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CLIENT_H_

#include <grpcpp/channel.h>

#include <memory>

#include "absl/time/time.h"
#include "services/answering/backend/fact_source.h"

namespace isnad::answering {

// A client over `channel`; each call waits at most `timeout`. Thread safe.
std::unique_ptr<FactSource> NewFactClient(std::shared_ptr<grpc::Channel> channel,
                                          absl::Duration timeout);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_CLIENTS_FACT_CLIENT_H_
