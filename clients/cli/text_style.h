// Arabic and emphasis in terminals.

#ifndef ISNAD_CLIENTS_CLI_TEXT_STYLE_H_
#define ISNAD_CLIENTS_CLI_TEXT_STYLE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/terminal.h"

namespace isnad::cli {

// Thread-safe.
class TextStyle {
 public:
  explicit TextStyle(const Terminal& terminal) : terminal_(terminal) {}

  // Emphasised where colours are welcome.
  std::string Bold(absl::string_view text) const;

  // A cell of a table: on a bidirectional terminal it does not disturb the cells beside it.
  std::string Isolated(absl::string_view text) const;

  // A line of its own: on a bidirectional terminal it runs from right to left.
  std::string RightToLeft(absl::string_view line) const;

 private:
  const Terminal terminal_;
};

// The name of an enum value as words: EnumWords("TENSE_PAST_CONTINUOUS", "TENSE_") is "past
// continuous". Empty for an unspecified value.
std::string EnumWords(absl::string_view name, absl::string_view prefix);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_TEXT_STYLE_H_
