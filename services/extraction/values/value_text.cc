#include "services/extraction/values/value_text.h"

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

const WordSense kOutside;

constexpr int kMaxMarkBytes = 6;

// Only bidirectional and zero-width marks: U+200B to U+200F, U+202A to U+202E, U+2066 to U+2069.
bool IsInvisible(absl::string_view gap) {
  while (!gap.empty()) {
    if (gap.size() < 3 || gap[0] != '\xE2') return false;
    const unsigned char second = static_cast<unsigned char>(gap[1]);
    const unsigned char third = static_cast<unsigned char>(gap[2]);
    const bool mark = (second == 0x80 &&
                       ((third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE))) ||
                      (second == 0x81 && third >= 0xA6 && third <= 0xA9);
    if (!mark) return false;
    gap.remove_prefix(3);
  }
  return true;
}

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
  for (int i = window.begin; i < window.end; ++i) {
    SplitJoinedOne(lexicon, i);
    if (words_[i - window.begin].figure.has_value()) GlueFigure(i);
  }
}

// "وأحد عشر" is folded to "واحد عشر"; only و and أحد can stand before عشر.
void ValueText::SplitJoinedOne(const ValueLexicon& lexicon, int index) {
  ValueWord& word = words_[index - window_.begin];
  const ValueWord& next = (*this)[index + 1];
  const bool split = word.surface() == "واحد" && next.sense().number == NumberRole::kTen &&
                     !next.peeled.conjunction;
  if (!split) return;
  word.peeled = lexicon.Find("احد");
  word.peeled.conjunction = true;
}

// Figures that the tokeniser cut at hyphens or invisible marks: dates ("21-04-2016") and decimals.
void ValueText::GlueFigure(int index) {
  std::string glued((*this)[index].surface());
  int last = index;
  for (int i = index; i + 2 <= index + 4 && Touches(i) && Touches(i + 1); i += 2) {
    const absl::string_view mark = (*this)[i + 1].surface();
    const absl::string_view digits = (*this)[i + 2].surface();
    // "6ر9": wires write the decimal mark as the letter that looks like it.
    const bool letter = mark == "ر" && i == index;
    const bool is_mark = letter || mark == "-" || mark == "," || mark == "." || mark == "/";
    if (!is_mark || digits.empty() || !absl::ascii_isdigit(digits[0])) break;
    absl::StrAppend(&glued, letter ? "." : mark, digits);
    last = i + 2;
    if (letter) break;
  }
  if (last == index || (index > window_.begin && Touches(index - 1))) return;
  const absl::optional<Figure> figure = ParseFigure(glued);
  const bool decimal = figure && figure->kind == Figure::Kind::kNumber && last == index + 2;
  if (!figure || (figure->kind != Figure::Kind::kDayDate && !decimal)) return;
  ValueWord& word = words_[index - window_.begin];
  word.figure = figure;
  word.figure_tokens = last - index + 1;
}

const ValueWord& ValueText::operator[](int index) const {
  if (index < window_.begin || index >= window_.end) return outside_;
  return words_[index - window_.begin];
}

bool ValueText::Touches(int index) const {
  const ValueWord& left = (*this)[index];
  const ValueWord& right = (*this)[index + 1];
  if (!left.exists() || !right.exists()) return false;
  const int gap_begin = left.token->range.end;
  const int gap_end = right.token->range.begin;
  return gap_begin == gap_end || (gap_end - gap_begin <= kMaxMarkBytes &&
                                  IsInvisible(analysis_->Quote({gap_begin, gap_end})));
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
