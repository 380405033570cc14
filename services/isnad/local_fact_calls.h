// Calls to the fact service of the same process.

#ifndef ISNAD_SERVICES_ISNAD_LOCAL_FACT_CALLS_H_
#define ISNAD_SERVICES_ISNAD_LOCAL_FACT_CALLS_H_

#include <memory>

#include "services/answering/clients/fact_calls.h"
#include "services/facts/facts_module.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::suite {

// Calls the methods of the service through the runtime, as its handler does: with the same limits,
// metrics and log lines. A response of hundreds of facts is not written, copied and read again,
// which took as long as finding them. Module and runtime must outlive the calls.
std::unique_ptr<answering::FactCalls> NewLocalFactCalls(const facts::FactsModule* module,
                                                        server::RpcRuntime* runtime);

}  // namespace isnad::suite

#endif  // ISNAD_SERVICES_ISNAD_LOCAL_FACT_CALLS_H_
