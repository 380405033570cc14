// Reads the strings of a text-format file without building its message.
//
// The morphology needs nothing of the gazetteers but their names, at every start. Parsing them for
// that alone would take most of the time that starting takes; the name stage, which needs the rest,
// parses them and reports what is wrong with them.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_NAME_STRINGS_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_NAME_STRINGS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Goes through the strings of a file in order. Of a file that breaks the syntax of the text format
// it gives what looks like strings; it always comes to an end. Not thread-safe.
class NameStrings {
 public:
  // `text` must outlive the object.
  explicit NameStrings(absl::string_view text) : text_(text) {}

  // Moves to the next string. False at the end.
  bool Next();

  // The name of the field that the string belongs to: "alias" in `alias: ["a", "b"]`.
  absl::string_view field() const { return field_; }
  // The string; escapes are taken for what follows the backslash.
  const std::string& value() const { return value_; }

 private:
  void SkipComment();
  void ReadField();
  void ReadString(char quote);

  absl::string_view text_;
  size_t position_ = 0;
  absl::string_view field_;
  std::string value_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_NAME_STRINGS_H_
