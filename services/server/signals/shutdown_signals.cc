#include "services/server/signals/shutdown_signals.h"

#include <pthread.h>
#include <signal.h>

#include <utility>

namespace isnad::server {
namespace {

sigset_t ShutdownSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

void BlockShutdownSignals() {
  const sigset_t signals = ShutdownSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
}

ShutdownSignalListener::ShutdownSignalListener(std::function<void(int)> on_signal)
    : on_signal_(std::move(on_signal)), thread_([this] { Listen(); }) {}

ShutdownSignalListener::~ShutdownSignalListener() {
  stopping_ = true;
  // A signal that only this thread can take ends its wait.
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

void ShutdownSignalListener::Listen() {
  const sigset_t signals = ShutdownSignals();
  while (true) {
    int signal = 0;
    const int error = sigwait(&signals, &signal);
    if (stopping_) return;
    if (error == 0) on_signal_(signal);
  }
}

}  // namespace isnad::server
