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
      // A run of tatweel or zero-width characters alone spells nothing.
      if (!token.form.empty()) analysis->tokens.push_back(std::move(token));
      position = scanner.SkipSpace(scanned.end);
    }
    passage.tokens.end = static_cast<int>(analysis->tokens.size());
  }
}

}  // namespace isnad::extraction
