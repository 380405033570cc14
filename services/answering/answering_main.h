// The life of isnad-answering: configuration, channels, server.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERING_MAIN_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERING_MAIN_H_

namespace isnad::answering {

// Serves until a signal; returns the process's exit code. Shutdown signals must be blocked.
int RunAnswering(int argc, char** argv);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERING_MAIN_H_
