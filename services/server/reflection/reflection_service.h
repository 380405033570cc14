// gRPC server reflection, versions v1 and v1alpha, whose messages are the same but for their
// package.

#ifndef ISNAD_SERVICES_SERVER_REFLECTION_REFLECTION_SERVICE_H_
#define ISNAD_SERVICES_SERVER_REFLECTION_REFLECTION_SERVICE_H_

#include <grpcpp/impl/service_type.h>

#include <memory>
#include <string>
#include <vector>

#include "services/server/rpc/stream_set.h"

namespace isnad::server {

constexpr char kReflectionV1Name[] = "grpc.reflection.v1.ServerReflection";
constexpr char kReflectionV1AlphaName[] = "grpc.reflection.v1alpha.ServerReflection";

// Make the services. `services` is what list_services answers. Their calls hold no thread of the
// pool; they are counted in `streams`, which must outlive the server they are registered with.
std::unique_ptr<grpc::Service> MakeReflectionV1(std::vector<std::string> services,
                                                StreamSet* streams);
std::unique_ptr<grpc::Service> MakeReflectionV1Alpha(std::vector<std::string> services,
                                                     StreamSet* streams);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_REFLECTION_REFLECTION_SERVICE_H_
