// AnswerService over an Answerer.

#ifndef ISNAD_SERVICES_ANSWERING_HANDLERS_ANSWER_HANDLER_H_
#define ISNAD_SERVICES_ANSWERING_HANDLERS_ANSWER_HANDLER_H_

#include <memory>

#include "isnad/v1/answer_service.grpc.pb.h"
#include "services/answering/domain/answerer.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::answering {

// Borrows its arguments, which must outlive it. Thread safe.
std::unique_ptr<isnad::v1::AnswerService::Service> NewAnswerHandler(const Answerer* answerer,
                                                                    server::Clock* clock,
                                                                    server::RpcRuntime* runtime);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_HANDLERS_ANSWER_HANDLER_H_
