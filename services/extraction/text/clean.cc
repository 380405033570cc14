#include "services/extraction/text/clean.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/text/arabic_composition.h"
#include "services/extraction/text/presentation_forms.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

constexpr size_t kMaxBytes = size_t{1} << 30;
constexpr int kMaxMarks = 30;

bool IsDropped(char32_t c) { return IsArabicMark(c) || IsTatweel(c) || IsInvisible(c); }

// Characters that stand in normal form by themselves and compose with nothing before them.
bool IsPlainStarter(char32_t c) {
  return c < 0x0300 || (c >= 0x0600 && c <= 0x06FF && !IsArabicMark(c)) ||
         (c >= 0x2000 && c <= 0x206F) || (c >= 0xFB50 && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFF);
}

bool IsPresentationForm(char32_t c) {
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
}

// Stays as it is when it stands alone.
bool IsNormal(char32_t c) {
  if (IsPlainStarter(c)) return !IsPresentationForm(c);
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}

const icu::Normalizer2* Nfc() {
  static const icu::Normalizer2* nfc = [] {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(error);
    return U_SUCCESS(error) ? instance : nullptr;
  }();
  return nfc;
}

// Without ICU's data nothing composes.
std::string Composed(const std::string& cluster) {
  std::string composed;
  UErrorCode error = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&composed);
  if (Nfc() != nullptr) Nfc()->normalizeUTF8(0, cluster, sink, nullptr, error);
  return Nfc() != nullptr && U_SUCCESS(error) ? composed : cluster;
}

bool StartsCluster(char32_t c) {
  return Nfc() == nullptr || Nfc()->hasBoundaryBefore(static_cast<UChar32>(c));
}

// `text` without what follows its kMaxMarks-th mark.
void LimitMarks(std::string* text) {
  int marks = 0;
  for (int i = 0; i < static_cast<int>(text->size());) {
    const DecodedChar c = DecodeUtf8(*text, i);
    marks += u_getCombiningClass(static_cast<UChar32>(c.code_point)) != 0;
    if (marks > kMaxMarks) return text->resize(i);
    i += c.length;
  }
}

// Which characters of U+0600-06FF stay as they are when no mark follows.
const std::array<bool, 256>& PlainArabic() {
  static const std::array<bool, 256> plain = [] {
    std::array<bool, 256> table{};
    for (char32_t c = 0x0600; c <= 0x06FF; ++c) {
      table[c - 0x0600] = IsPlainStarter(c) && !IsDropped(c);
    }
    return table;
  }();
  return plain;
}

// Works through a text letter by letter, each with the marks behind it.
class Cleaner {
 public:
  explicit Cleaner(absl::string_view raw) : raw_(raw), size_(static_cast<int>(raw.size())) {
    clean_.text.reserve(raw.size());
  }

  absl::StatusOr<CleanText> Run() {
    for (int i = 0; i < size_;) {
      i = CopyPlain(i);
      if (i >= size_) break;
      const DecodedChar first = DecodeUtf8(raw_, i);
      if (!first.valid) {
        return absl::InvalidArgumentError(
            absl::StrCat("text is not valid UTF-8: bad byte at offset ", i));
      }
      i = ReadCluster(i, first);
    }
    clean_.to_raw.Finish(static_cast<int>(clean_.text.size()), size_);
    return std::move(clean_);
  }

 private:
  // Copies ASCII and plain Arabic letters up to the last character, which may carry marks. Returns
  // the first byte that is left.
  int CopyPlain(int begin) {
    int last = begin;
    int end = begin;
    while (end < size_) {
      const unsigned char lead = static_cast<unsigned char>(raw_[end]);
      int length = 1;
      if (lead >= 0x80) {
        if ((lead & 0xFC) != 0xD8 || end + 1 >= size_) break;
        const unsigned char trail = static_cast<unsigned char>(raw_[end + 1]);
        if ((trail & 0xC0) != 0x80 || !plain_[(lead & 3) << 6 | (trail & 0x3F)]) break;
        length = 2;
      }
      last = end;
      end += length;
    }
    if (end < size_) end = last;
    if (end > begin) Copy(begin, end);
    return end;
  }

  void Copy(int begin, int end) {
    clean_.to_raw.AddCopy(static_cast<int>(clean_.text.size()), begin);
    clean_.text.append(raw_.data() + begin, end - begin);
  }

  int ReadCluster(int begin, DecodedChar first) {
    marks_.clear();
    if (IsWhitespace(first.code_point)) {
      // Marks behind it are none of its own.
      Emit(begin, first, first.code_point);
      return begin + first.length;
    }
    ArabicComposition composition(first.code_point);
    bool composes = true;
    int marks = 0;
    int end = begin + first.length;
    while (end < size_ && static_cast<signed char>(raw_[end]) < 0) {
      const DecodedChar next = DecodeUtf8(raw_, end);
      if (!next.valid) break;
      const char32_t c = next.code_point;
      if (IsArabicMark(c)) {
        if (composes) composition.Add(c);
      } else if (IsTatweel(c) || IsInvisible(c)) {
        composes = false;
      } else if (IsPlainStarter(c) || StartsCluster(c)) {
        break;
      } else {
        composition.AddForeign(u_getCombiningClass(static_cast<UChar32>(c)));
        if (marks++ < kMaxMarks) marks_.append(raw_.data() + end, next.length);
      }
      end += next.length;
    }
    Emit(begin, first, composition.Letter());
    return end;
  }

  void Emit(int begin, DecodedChar first, char32_t letter) {
    if (marks_.empty() && letter == first.code_point && IsNormal(letter)) {
      if (!IsDropped(letter)) Copy(begin, begin + first.length);
      return;
    }
    std::string kept;
    bool known_form = false;
    if (IsPresentationForm(letter)) {
      const absl::string_view opened = LettersOfPresentationForm(letter, &known_form);
      kept = std::string(opened);
    }
    if (!known_form && !IsDropped(letter)) AppendUtf8(letter, &kept);
    kept += marks_;
    if (!marks_.empty() || !IsPlainStarter(letter)) {
      kept = Composed(kept);
      LimitMarks(&kept);
    }
    if (kept.empty()) return;
    if (raw_.substr(begin, kept.size()) == kept) return Copy(begin, begin + kept.size());
    clean_.to_raw.AddReplacement(static_cast<int>(clean_.text.size()), begin);
    clean_.text += kept;
  }

  absl::string_view raw_;
  int size_;
  const std::array<bool, 256>& plain_ = PlainArabic();
  CleanText clean_;
  // Marks behind the letter at hand that are not Arabic.
  std::string marks_;
};

}  // namespace

absl::StatusOr<CleanText> Clean(absl::string_view utf8) {
  if (utf8.size() > kMaxBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("text has ", utf8.size(), " bytes, at most ", kMaxBytes, " can be analysed"));
  }
  return Cleaner(utf8).Run();
}

}  // namespace isnad::extraction
