#include "services/extraction/text/clean.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr size_t kMaxBytes = size_t{1} << 30;

// Composed text with its anchors to the raw one.
CleanText Compose(absl::string_view utf8) {
  CleanText composed;
  composed.raw_size = static_cast<int>(utf8.size());
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&composed.text, static_cast<int32_t>(utf8.size()));
  const icu::StringPiece piece(utf8.data(), static_cast<int32_t>(utf8.size()));
  if (U_SUCCESS(error)) nfc->normalizeUTF8(0, piece, sink, &edits, error);
  if (U_FAILURE(error)) {
    composed.text = std::string(utf8);
    composed.anchors = {{0, 0, true}};
    return composed;
  }
  icu::Edits::Iterator edit = edits.getFineIterator();
  while (edit.next(error)) {
    composed.anchors.push_back({edit.destinationIndex(), edit.sourceIndex(), !edit.hasChange()});
  }
  if (composed.anchors.empty()) composed.anchors.push_back({0, 0, true});
  return composed;
}

bool IsDropped(char32_t c) { return IsArabicMark(c) || IsTatweel(c) || IsInvisible(c); }

bool HasWorkForNfc(absl::string_view utf8) {
  // Everything below U+0300 and the Arabic letters are composed already; marks may not be.
  for (int i = 0; i < static_cast<int>(utf8.size());) {
    const DecodedChar c = DecodeUtf8(utf8, i);
    const char32_t p = c.code_point;
    const bool inert = p < 0x0300 || (p >= 0x0600 && p <= 0x064A) || (p >= 0x0660 && p <= 0x066F) ||
                       (p >= 0x0671 && p <= 0x06D5) || (p >= 0x2000 && p <= 0x206F);
    if (!inert) return true;
    i += c.length;
  }
  return false;
}

}  // namespace

int CleanText::ToRaw(int clean_offset) const {
  if (clean_offset >= static_cast<int>(text.size())) return raw_size;
  const auto after =
      std::upper_bound(anchors.begin(), anchors.end(), clean_offset,
                       [](int offset, const Anchor& anchor) { return offset < anchor.clean; });
  if (after == anchors.begin()) return 0;
  const Anchor& anchor = *(after - 1);
  return anchor.verbatim ? anchor.raw + (clean_offset - anchor.clean) : anchor.raw;
}

absl::StatusOr<CleanText> Clean(absl::string_view utf8) {
  if (utf8.size() > kMaxBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("text has ", utf8.size(), " bytes, at most ", kMaxBytes, " can be analysed"));
  }
  const int invalid = FirstInvalidByte(utf8);
  if (invalid >= 0) {
    return absl::InvalidArgumentError(
        absl::StrCat("text is not valid UTF-8: bad byte at offset ", invalid));
  }
  CleanText composed;
  if (HasWorkForNfc(utf8)) {
    composed = Compose(utf8);
  } else {
    composed.text = std::string(utf8);
    composed.raw_size = static_cast<int>(utf8.size());
    composed.anchors = {{0, 0, true}};
  }

  CleanText clean;
  clean.raw_size = composed.raw_size;
  clean.text.reserve(composed.text.size());
  size_t next_anchor = 0;
  bool need_anchor = true;
  bool verbatim = true;
  const int size = static_cast<int>(composed.text.size());
  for (int i = 0; i < size;) {
    while (next_anchor < composed.anchors.size() && composed.anchors[next_anchor].clean <= i) {
      verbatim = composed.anchors[next_anchor++].verbatim;
      need_anchor = true;
    }
    const DecodedChar c = DecodeUtf8(composed.text, i);
    if (IsDropped(c.code_point)) {
      need_anchor = true;
    } else {
      if (need_anchor) {
        clean.anchors.push_back({static_cast<int>(clean.text.size()), composed.ToRaw(i), verbatim});
        need_anchor = false;
      }
      clean.text.append(composed.text, i, c.length);
    }
    i += c.length;
  }
  return clean;
}

}  // namespace isnad::extraction
