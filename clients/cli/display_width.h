// How many columns a text takes in a terminal.

#ifndef ISNAD_CLIENTS_CLI_DISPLAY_WIDTH_H_
#define ISNAD_CLIENTS_CLI_DISPLAY_WIDTH_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::cli {

// Columns of UTF-8 text: marks take none, East Asian wide characters two.
int DisplayWidth(absl::string_view text);

// The text cut at a character boundary to at most `columns`, with an ellipsis when cut, line breaks
// as spaces.
std::string FitToWidth(absl::string_view text, int columns);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_DISPLAY_WIDTH_H_
