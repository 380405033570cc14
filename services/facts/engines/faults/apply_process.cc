#include "services/facts/engines/faults/apply_process.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "absl/strings/str_split.h"

namespace isnad::facts {
namespace {

constexpr char kProgram[] = "services/facts/engines/faults/apply_loop";

}  // namespace

ApplyProcess::ApplyProcess(const std::string& store, const std::string& prefix) {
  int ends[2] = {-1, -1};
  if (pipe(ends) != 0) return;
  process_ = fork();
  if (process_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execl(kProgram, kProgram, store.c_str(), prefix.c_str(), nullptr);
    _exit(127);
  }
  close(ends[1]);
  output_ = ends[0];
}

ApplyProcess::~ApplyProcess() {
  Kill();
  close(output_);
}

bool ApplyProcess::ReadSome() {
  char buffer[4096];
  const ssize_t count = read(output_, buffer, sizeof(buffer));
  if (count <= 0) return false;
  written_.append(buffer, static_cast<size_t>(count));
  return true;
}

bool ApplyProcess::AwaitDocument() {
  size_t end = written_.find('\n', awaited_);
  while (end == std::string::npos) {
    if (!ReadSome()) return false;
    end = written_.find('\n', awaited_);
  }
  awaited_ = end + 1;
  return true;
}

std::vector<std::string> ApplyProcess::Kill() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
    while (ReadSome()) {
    }
  }
  return absl::StrSplit(written_, '\n', absl::SkipEmpty());
}

}  // namespace isnad::facts
