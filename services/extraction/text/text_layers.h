// The three layers of a text side by side.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_TEXT_LAYERS_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_TEXT_LAYERS_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/offset_map.h"

namespace isnad::extraction {

// Raw bytes, the cleaned text that readers and models see, and the folded key that look-ups use,
// with every span of the upper two leading back to the raw bytes. Immutable, thread-safe; the raw
// text must outlive it.
class TextLayers {
 public:
  // INVALID_ARGUMENT as from Clean.
  static absl::StatusOr<TextLayers> Create(absl::string_view raw);

  absl::string_view raw() const { return raw_; }
  const std::string& clean() const { return clean_.text; }
  const std::string& folded() const { return folded_.text; }

  // Raw bytes of a span of clean(): from its first character to the last, with the marks and
  // invisible characters behind each. On character boundaries; not empty unless the span is.
  SourceRange RawOfClean(int begin, int end) const {
    return clean_.to_raw.ToSourceRange(begin, end);
  }

  // Raw bytes of a span of folded(), likewise.
  SourceRange RawOfFolded(int begin, int end) const {
    const SourceRange clean = folded_.to_source.ToSourceRange(begin, end);
    return RawOfClean(clean.begin, clean.end);
  }

 private:
  absl::string_view raw_;
  CleanText clean_;
  FoldedText folded_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_TEXT_LAYERS_H_
