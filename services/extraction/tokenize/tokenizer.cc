#include "services/extraction/tokenize/tokenizer.h"

#include <utility>

#include "absl/strings/string_view.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/tokenize/scanner.h"

namespace isnad::extraction {
namespace {

// Arabic words take about eleven bytes with their space.
constexpr int kBytesPerTokenGuess = 9;

Token MakeToken(absl::string_view text, int begin, const ScannedToken& scanned, int passage) {
  Token token;
  token.range = {begin, scanned.end};
  token.shape = scanned.shape;
  token.passage = passage;
  token.form = StripMarks(text.substr(begin, scanned.end - begin));
  token.surface = Fold(token.form);
  return token;
}

// "د.", "م/", "أ.د.": short for a title before a name, folded.
bool IsShortTitle(absl::string_view surface) {
  return surface == "د" || surface == "م" || surface == "ا" || surface == "ا.د";
}

// The mark that shortens the title before it, which ends no sentence: "د. سامر". `next` is where
// the next token would begin.
bool ShortensTitle(const Token& mark, const Analysis& analysis, int first, int next) {
  if (mark.form != "." && mark.form != "/") return false;
  const int last = static_cast<int>(analysis.tokens.size()) - 1;
  if (last < first) return false;
  const Token& title = analysis.tokens[last];
  if (title.range.end != mark.range.begin || !IsShortTitle(title.surface)) return false;
  // "500 م.": a unit, a year of our era.
  if (last > first && analysis.tokens[last - 1].shape == TokenShape::kDigits) return false;
  // The first byte of an Arabic letter.
  return next < static_cast<int>(analysis.text.size()) &&
         (static_cast<unsigned char>(analysis.text[next]) & 0xfc) == 0xd8;
}

}  // namespace

void Tokenizer::Tokenize(Analysis* analysis) const {
  const absl::string_view text = analysis->text;
  analysis->tokens.clear();
  analysis->tokens.reserve(text.size() / kBytesPerTokenGuess + 8);
  for (int p = 0; p < static_cast<int>(analysis->passages.size()); ++p) {
    Passage& passage = analysis->passages[p];
    passage.tokens.begin = static_cast<int>(analysis->tokens.size());
    const Scanner scanner(text, passage.range.begin, passage.range.end);
    int position = scanner.SkipSpace(passage.range.begin);
    while (position < passage.range.end) {
      const ScannedToken scanned = scanner.Next(position);
      Token token = MakeToken(text, position, scanned, p);
      position = scanner.SkipSpace(scanned.end);
      // A run of tatweel or zero-width characters alone spells nothing.
      if (token.form.empty()) continue;
      if (position < passage.range.end &&
          ShortensTitle(token, *analysis, passage.tokens.begin, position)) {
        continue;
      }
      analysis->tokens.push_back(std::move(token));
    }
    passage.tokens.end = static_cast<int>(analysis->tokens.size());
  }
}

}  // namespace isnad::extraction
