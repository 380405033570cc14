// isnad-answering: serves isnad.v1.AnswerService.

#include "services/answering/answering_main.h"
#include "services/server/signals/shutdown_signals.h"

int main(int argc, char** argv) {
  isnad::server::BlockShutdownSignals();
  return isnad::answering::RunAnswering(argc, argv);
}
