// The tokens of a passage as the value grammars see them.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_TEXT_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_TEXT_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/values/figure.h"
#include "services/extraction/values/value_lexicon.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {

// A token with its senses. The empty word stands before and after the passage.
struct ValueWord {
  const Token* token = nullptr;
  Peeled peeled;
  absl::optional<Figure> figure;
  int figure_tokens = 1;  // tokens that the figure takes: a cleaner may cut "21-04-2016" into five
  bool capital = false;   // Latin and begins with a capital letter

  const WordSense& sense() const { return *peeled.sense; }
  absl::string_view surface() const {
    return token == nullptr ? absl::string_view() : absl::string_view(token->surface);
  }
  bool is(Function function) const { return sense().function == function; }
  bool exists() const { return token != nullptr; }
  bool latin() const { return exists() && token->shape == TokenShape::kLatin; }
  bool punctuation() const {
    return !exists() || token->shape == TokenShape::kPunctuation ||
           (token->shape == TokenShape::kSymbol && sense().currency == 0 &&
            !is(Function::kPercentNoun));
  }
  // A number figure such as 14.3; not a date, time or version.
  bool number_figure() const { return figure.has_value() && figure->kind == Figure::Kind::kNumber; }
  // A whole number from 1 to `last` in plain digits.
  bool plain_up_to(int last) const {
    return number_figure() && figure->plain && figure->suffix.empty() && figure->scale == 1 &&
           !figure->percent && figure->symbol.empty() && figure->value >= 1 &&
           figure->value <= last;
  }
};

// Random access over the tokens of one passage, by index into `Analysis::tokens`. Refers to the
// analysis and the lexicon, which must outlive it.
class ValueText {
 public:
  ValueText(const Analysis& analysis, TokenRange window, const ValueLexicon& lexicon);

  // The word at `index`; an empty word outside of the window.
  const ValueWord& operator[](int index) const;

  TokenRange window() const { return window_; }
  const Analysis& analysis() const { return *analysis_; }
  bool english() const { return analysis_->language_code == "en"; }

  // Nothing that can be seen lies between the token at `index` and the next one.
  bool Touches(int index) const;

  // The token at `index` opens with و, is the word و or is "and": then the index of the word that
  // is joined (`index` itself or the next one), else -1.
  int Joined(int index) const;

  // Index after an optional article or possessive at `index` ("the", "its", a detached "ال").
  int SkipArticle(int index) const;

 private:
  void SplitJoinedOne(const ValueLexicon& lexicon, int index);
  void GlueFigure(int index);

  const Analysis* analysis_;
  TokenRange window_;
  std::vector<ValueWord> words_;
  ValueWord outside_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_VALUE_TEXT_H_
