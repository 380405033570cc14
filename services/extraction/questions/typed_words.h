// The words of a question as they were typed, before anything is known of its language.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_TYPED_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_TYPED_WORDS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::extraction {

// A run of letters and digits; hyphens and apostrophes inside are its own, marks at its ends are
// not. Ranges are bytes of the question.
struct TypedWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  // The end of the marks right behind it: that of the word where there are none.
  std::size_t marks_end = 0;
  // Within quotation marks.
  bool quoted = false;

  bool breaks_off() const { return marks_end > end; }
};

// Longer ones, in bytes, were not typed as words.
inline constexpr std::size_t kLongestTypedWord = 80;

// In the order of the text. Bytes that are no UTF-8 count as letters.
std::vector<TypedWord> TypedWordsOf(absl::string_view question);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_TYPED_WORDS_H_
