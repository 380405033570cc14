// What the checks of the stages share.

#ifndef ISNAD_TESTS_FUZZ_CHECKED_TEXT_H_
#define ISNAD_TESTS_FUZZ_CHECKED_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/text/script.h"

namespace isnad::fuzz {

// In text that is no UTF-8 every byte is as good a boundary as another.
class Boundaries {
 public:
  explicit Boundaries(absl::string_view text)
      : text_(text), valid_(extraction::FirstInvalidByte(text) < 0) {}

  bool Holds(extraction::ByteRange range) const {
    return 0 <= range.begin && range.begin < range.end &&
           range.end <= static_cast<int>(text_.size()) && At(range.begin) && At(range.end);
  }

 private:
  bool At(int offset) const {
    return !valid_ || offset == static_cast<int>(text_.size()) ||
           (static_cast<unsigned char>(text_[offset]) & 0xC0) != 0x80;
  }

  absl::string_view text_;
  bool valid_;
};

// The first bytes of the input up to a zero byte are the title.
inline extraction::Analysis Segmented(absl::string_view bytes) {
  const size_t zero = bytes.find('\0');
  const absl::string_view title =
      zero == absl::string_view::npos ? absl::string_view() : bytes.substr(0, zero);
  extraction::Analysis analysis;
  analysis.text = std::string(zero == absl::string_view::npos ? bytes : bytes.substr(zero + 1));
  extraction::Segmenter().Segment(title, &analysis);
  return analysis;
}

}  // namespace isnad::fuzz

#endif  // ISNAD_TESTS_FUZZ_CHECKED_TEXT_H_
