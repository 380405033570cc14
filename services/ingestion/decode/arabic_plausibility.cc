#include "services/ingestion/decode/arabic_plausibility.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "services/ingestion/decode/utf8_scan.h"

namespace isnad::ingestion {
namespace {

constexpr double kForeignScore = -12.0;
constexpr double kPunctuationScore = -5.0;
constexpr double kMarkScore = -7.0;
constexpr char32_t kFirstLetter = 0x0621;
constexpr char32_t kLastLetter = 0x064A;
constexpr size_t kMaxCharacters = 64 * 1024;

// Rounded shares, in percent, of the letters U+0621 to U+064A in newspaper prose.
constexpr std::array<double, kLastLetter - kFirstLetter + 1> kLetterPercent = {
    /*hamza*/ 0.4,
    /*alef madda*/ 0.3,
    /*alef hamza*/ 2.4,
    /*waw hamza*/ 0.2,
    /*alef hamza below*/ 0.9,
    /*yeh hamza*/ 0.5,
    /*alef*/ 12.5,
    /*beh*/ 3.6,
    /*teh marbuta*/ 3.5,
    /*teh*/ 4.6,
    /*theh*/ 0.7,
    /*jeem*/ 1.4,
    /*hah*/ 1.9,
    /*khah*/ 0.9,
    /*dal*/ 3.3,
    /*thal*/ 0.6,
    /*reh*/ 4.7,
    /*zain*/ 0.6,
    /*seen*/ 2.8,
    /*sheen*/ 1.2,
    /*sad*/ 1.1,
    /*dad*/ 0.8,
    /*tah*/ 1.1,
    /*zah*/ 0.3,
    /*ain*/ 3.5,
    /*ghain*/ 0.5,
    /*unused*/ 0.02,
    0.02,
    0.02,
    0.02,
    0.02,
    /*tatweel*/ 0.1,
    /*feh*/ 2.7,
    /*qaf*/ 2.2,
    /*kaf*/ 2.3,
    /*lam*/ 11.5,
    /*meem*/ 6.0,
    /*noon*/ 6.0,
    /*heh*/ 2.4,
    /*waw*/ 6.0,
    /*alef maksura*/ 1.0,
    /*yeh*/ 7.0};

bool IsArabicTextPunctuation(char32_t c) {
  return c == 0x060C || c == 0x061B || c == 0x061F || c == 0xAB || c == 0xBB || c == 0xA0 ||
         (c >= 0x2009 && c <= 0x2026) || (c >= 0x0660 && c <= 0x066D) || c == 0xFEFF;
}

bool IsMarkOrLoanLetter(char32_t c) {
  return (c >= 0x064B && c <= 0x0655) || c == 0x0670 || c == 0x0686 || c == 0x067E || c == 0x06A4 ||
         c == 0x06AF || c == 0x06A9 || c == 0x06CC || (c >= 0xFB50 && c <= 0xFEFC);
}

double ScoreOf(char32_t c) {
  if (c >= kFirstLetter && c <= kLastLetter) {
    return std::log2(kLetterPercent[c - kFirstLetter] / 100.0);
  }
  if (IsMarkOrLoanLetter(c)) return kMarkScore;
  if (IsArabicTextPunctuation(c)) return kPunctuationScore;
  return kForeignScore;
}

}  // namespace

double ArabicPlausibility(absl::string_view text) {
  double sum = 0;
  size_t count = 0;
  while (!text.empty() && count < kMaxCharacters) {
    const char32_t c = TakeCodePoint(&text);
    if (c < 0x80) continue;
    sum += ScoreOf(c);
    ++count;
  }
  return count == 0 ? kForeignScore : sum / static_cast<double>(count);
}

}  // namespace isnad::ingestion
