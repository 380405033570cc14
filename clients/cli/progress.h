// A progress bar on a terminal; silent anywhere else.

#ifndef ISNAD_CLIENTS_CLI_PROGRESS_H_
#define ISNAD_CLIENTS_CLI_PROGRESS_H_

#include <string>

namespace isnad::cli {

class Progress {
 public:
  // Draws on standard error if that is a terminal.
  Progress(std::string label, int total);
  // Leaves the line empty.
  ~Progress();

  void Update(int done);

 private:
  const std::string label_;
  const int total_;
  const bool visible_;
};

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_PROGRESS_H_
