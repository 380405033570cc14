// Measures the bytes of the messages of every call that a server serves.

#ifndef ISNAD_SERVICES_SERVER_RPC_MESSAGE_SIZE_INTERCEPTOR_H_
#define ISNAD_SERVICES_SERVER_RPC_MESSAGE_SIZE_INTERCEPTOR_H_

#include <grpcpp/support/server_interceptor.h>

#include <memory>

#include "services/server/metrics/metrics.h"

namespace isnad::server {

// Makes the factory of interceptors that report sizes to `metrics` when a call's status is sent.
// Servers send uncompressed, so a message's size is its serialised length. Thread safe.
std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>
MakeMessageSizeInterceptorFactory(std::shared_ptr<Metrics> metrics);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_RPC_MESSAGE_SIZE_INTERCEPTOR_H_
