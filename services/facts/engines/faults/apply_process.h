// A process that applies extractions, to be killed.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_FAULTS_APPLY_PROCESS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_FAULTS_APPLY_PROCESS_H_

#include <sys/types.h>

#include <string>
#include <vector>

namespace isnad::facts {

// Runs apply_loop. Not thread safe.
class ApplyProcess {
 public:
  // Documents are called PREFIX-0, PREFIX-1, ...
  ApplyProcess(const std::string& store, const std::string& prefix);
  // Kills it when it still runs.
  ~ApplyProcess();
  ApplyProcess(const ApplyProcess&) = delete;
  ApplyProcess& operator=(const ApplyProcess&) = delete;

  // Waits until one more document was acknowledged; false when the process ended instead.
  bool AwaitDocument();
  // Ends it with SIGKILL. Returns all documents that were acknowledged, those that nobody had
  // waited for included.
  std::vector<std::string> Kill();

 private:
  // Reads once what the process wrote; false at its end.
  bool ReadSome();

  pid_t process_ = 0;
  int output_ = -1;
  std::string written_;
  size_t awaited_ = 0;  // Bytes of `written_` that AwaitDocument has told of.
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_ENGINES_FAULTS_APPLY_PROCESS_H_
