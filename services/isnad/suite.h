// All four services in one process, over embedded storage.

#ifndef ISNAD_SERVICES_ISNAD_SUITE_H_
#define ISNAD_SERVICES_ISNAD_SUITE_H_

#include <memory>

#include "absl/status/statusor.h"
#include "services/isnad/config/isnad_config.pb.h"

namespace isnad::suite {

// Serves IngestionService, ExtractionService, FactService and AnswerService on one port. The
// services speak to each other over in-process channels, through the same protos as between hosts.
class Suite {
 public:
  // Opens the storage, loads the lexicons and starts to serve. Errors say which part failed and
  // why.
  static absl::StatusOr<std::unique_ptr<Suite>> Start(const config::IsnadConfig& config);
  virtual ~Suite() = default;

  // The bound port of the gRPC server.
  virtual int port() const = 0;

  // Waits for SIGTERM or SIGINT and drains. Returns the exit code.
  virtual int ServeUntilSignal() = 0;

  // Drains now. Idempotent.
  virtual void Drain() = 0;
};

}  // namespace isnad::suite

#endif  // ISNAD_SERVICES_ISNAD_SUITE_H_
