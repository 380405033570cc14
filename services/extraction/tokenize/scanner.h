// Finds where the token at a position ends.

#ifndef ISNAD_SERVICES_EXTRACTION_TOKENIZE_SCANNER_H_
#define ISNAD_SERVICES_EXTRACTION_TOKENIZE_SCANNER_H_

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {

// Extent and shape of one token.
struct ScannedToken {
  int end = 0;
  TokenShape shape = TokenShape::kSymbol;
};

// Reads tokens off the bytes [begin, limit) of a text, left to right, and looks at no others. Keeps
// no state. Reading all tokens of a text takes linear time. Thread-compatible.
class Scanner {
 public:
  Scanner(absl::string_view text, int begin, int limit)
      : text_(text.substr(0, limit)), begin_(begin), limit_(limit) {}

  // First position at or after `position` that is neither white space nor a stray invisible
  // character, or the limit.
  int SkipSpace(int position) const;

  // The token that starts at `position`, which SkipSpace returned. It is never empty.
  ScannedToken Next(int position) const;

 private:
  DecodedChar At(int position) const {
    return position < limit_ ? DecodeUtf8(text_, position) : DecodedChar{0, 0, false};
  }
  bool AtLatinOrDigit(int position) const;
  bool AtWordChar(int position) const;
  int ScanArabic(int position) const;
  int ArabicAcronymEnd(int position, int first_end) const;
  int ScanDigits(int position) const;
  int ScanNumber(int position) const;
  int IsoDateEnd(int position) const;
  ScannedToken ScanLatin(int position) const;
  int LatinJoin(int begin, int position) const;
  bool DotJoins(int begin, int position) const;
  int ScanUrl(int position) const;
  int ScanEmail(int position) const;
  int KeycapEnd(int position) const;
  int EmojiEnd(int position) const;
  int ScanOtherLetters(int position) const;
  ScannedToken ScanMark(int position) const;

  absl::string_view text_;
  int begin_;
  int limit_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOKENIZE_SCANNER_H_
