#include "absl/strings/str_cat.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/script.h"
#include "services/extraction/text/text_layers.h"
#include "tests/fuzz/faults.h"

namespace isnad::fuzz {
namespace {

using extraction::Clean;
using extraction::DecodeUtf8;
using extraction::Fold;
using extraction::FoldWithOffsets;
using extraction::SourceRange;
using extraction::StripMarks;
using extraction::TextLayers;

bool IsBoundary(absl::string_view text, int offset) {
  return offset == static_cast<int>(text.size()) ||
         (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

// Walks over the characters of a layer.
template <class RawOf>
std::string LayerFault(absl::string_view raw, absl::string_view layer, RawOf raw_of) {
  SourceRange last;
  for (int i = 0; i < static_cast<int>(layer.size());) {
    const extraction::DecodedChar c = DecodeUtf8(layer, i);
    if (!c.valid) return absl::StrCat("no UTF-8 at ", i);
    const SourceRange range = raw_of(i, i + c.length);
    if (range.begin < 0 || range.end > static_cast<int>(raw.size()) || range.begin >= range.end) {
      return absl::StrCat("bad range at ", i);
    }
    if (!IsBoundary(raw, range.begin) || !IsBoundary(raw, range.end)) {
      return absl::StrCat("inside a character at ", i);
    }
    if (range.begin < last.begin || range.end < last.end) return absl::StrCat("falls at ", i);
    if (i > 0 && range.begin > last.end) return absl::StrCat("gap at ", i);
    last = range;
    i += c.length;
  }
  return {};
}

}  // namespace

std::string CleaningFault(absl::string_view bytes) {
  const int bad = extraction::FirstInvalidByte(bytes);
  const std::string folded = Fold(bytes);
  if (Fold(folded) != folded) return "folding twice differs";
  if (extraction::FirstInvalidByte(folded) >= 0) return "folded bytes are no UTF-8";
  if (FoldWithOffsets(bytes).text != folded) return "both ways of folding differ";
  const auto layers = TextLayers::Create(bytes);
  if (layers.ok() != (bad < 0)) return "validity of the bytes misjudged";
  if (!layers.ok()) {
    if (StripMarks(bytes) != bytes) return "bad bytes did not come back as they were";
    const std::string offset = absl::StrCat("offset ", bad);
    const bool named =
        absl::string_view(layers.status().message()).find(offset) != absl::string_view::npos;
    return named ? "" : "error does not name " + offset;
  }
  const auto again = Clean(layers->clean());
  if (!again.ok() || again->text != layers->clean()) return "cleaning twice differs";
  std::string fault = LayerFault(bytes, layers->clean(), [&layers](int begin, int end) {
    return layers->RawOfClean(begin, end);
  });
  if (!fault.empty()) return "clean: " + fault;
  fault = LayerFault(bytes, layers->folded(),
                     [&layers](int begin, int end) { return layers->RawOfFolded(begin, end); });
  return fault.empty() ? fault : "folded: " + fault;
}

}  // namespace isnad::fuzz
