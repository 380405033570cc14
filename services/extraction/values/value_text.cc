#include "services/extraction/values/value_text.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

const WordSense kOutside;

bool MayHoldFigure(absl::string_view surface) {
  for (char c : surface) {
    if (absl::ascii_isdigit(c)) return true;
  }
  return false;
}

// Folding makes "مئتا" (two hundred) and "ميتا" (Meta) the same word; the written form tells them
// apart.
bool LostItsHamza(const Token& token, const WordSense& sense) {
  return sense.number == NumberRole::kHundreds && sense.number_value == 200 &&
         absl::StrContains(token.surface, "ميت") && !absl::StrContains(token.form, "ئ");
}

}  // namespace

ValueText::ValueText(const Analysis& analysis, TokenRange window, const ValueLexicon& lexicon)
    : analysis_(&analysis), window_(window) {
  outside_.peeled.sense = &kOutside;
  words_.resize(window.size());
  for (int i = window.begin; i < window.end; ++i) {
    ValueWord& word = words_[i - window.begin];
    word.token = &analysis.tokens[i];
    word.peeled = lexicon.Find(word.token->surface);
    if (LostItsHamza(*word.token, word.sense())) word.peeled.sense = &kOutside;
    if (MayHoldFigure(word.token->surface)) word.figure = ParseFigure(word.token->surface);
    const absl::string_view raw = analysis.Quote(word.token->range);
    word.capital = !raw.empty() && absl::ascii_isupper(raw[0]);
  }
}

const ValueWord& ValueText::operator[](int index) const {
  if (index < window_.begin || index >= window_.end) return outside_;
  return words_[index - window_.begin];
}

bool ValueText::Touches(int index) const {
  const ValueWord& left = (*this)[index];
  const ValueWord& right = (*this)[index + 1];
  return left.exists() && right.exists() && left.token->range.end == right.token->range.begin;
}

int ValueText::Joined(int index) const {
  const ValueWord& word = (*this)[index];
  if (!word.exists()) return -1;
  if (word.is(Function::kAnd)) return index + 1;
  return word.peeled.conjunction ? index : -1;
}

int ValueText::SkipArticle(int index) const {
  const ValueWord& word = (*this)[index];
  const bool skipped = word.is(Function::kThe) || word.is(Function::kHis) || word.surface() == "ال";
  return skipped ? index + 1 : index;
}

}  // namespace isnad::extraction
