// The gRPC health checking protocol, grpc.health.v1.

#ifndef ISNAD_SERVICES_SERVER_HEALTH_HEALTH_SERVICE_H_
#define ISNAD_SERVICES_SERVER_HEALTH_HEALTH_SERVICE_H_

#include <grpcpp/impl/service_type.h>

#include <memory>

#include "services/server/health/health_registry.h"
#include "services/server/rpc/stream_set.h"

namespace isnad::server {

constexpr char kHealthServiceName[] = "grpc.health.v1.Health";

// Makes the service over `registry`. Its calls pass no limits and hold no thread of the pool, so
// that an overloaded server still answers probes; watches are counted in `streams`. Both must
// outlive the server that the service is registered with. A service belongs to one server.
std::unique_ptr<grpc::Service> MakeHealthService(HealthRegistry* registry, StreamSet* streams);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_HEALTH_HEALTH_SERVICE_H_
