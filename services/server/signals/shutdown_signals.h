// SIGTERM and SIGINT as events that a thread waits for, instead of handlers.

#ifndef ISNAD_SERVICES_SERVER_SIGNALS_SHUTDOWN_SIGNALS_H_
#define ISNAD_SERVICES_SERVER_SIGNALS_SHUTDOWN_SIGNALS_H_

#include <atomic>
#include <functional>
#include <thread>

namespace isnad::server {

// Blocks SIGTERM and SIGINT in the calling thread and those it starts afterwards, and ignores
// SIGPIPE. Call it first in main: a thread started earlier would be ended by the signals.
void BlockShutdownSignals();

// Calls `on_signal` with the number of each SIGTERM or SIGINT, on a thread of its own, until
// destroyed. The signals must be blocked. At most one at a time in a process.
class ShutdownSignalListener {
 public:
  explicit ShutdownSignalListener(std::function<void(int signal)> on_signal);
  ~ShutdownSignalListener();
  ShutdownSignalListener(const ShutdownSignalListener&) = delete;
  ShutdownSignalListener& operator=(const ShutdownSignalListener&) = delete;

 private:
  void Listen();

  const std::function<void(int)> on_signal_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_SIGNALS_SHUTDOWN_SIGNALS_H_
