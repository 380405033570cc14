// The nouns that "how many" asks with, and the unit keys by which figures know them.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_COUNTED_NOUNS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_COUNTED_NOUNS_H_

#include <map>
#include <string>

#include "services/extraction/questions/question_text.h"
#include "services/extraction/values/value_lexicon.h"

namespace isnad::extraction {

enum class CountedKind { kNone, kThing, kTime, kCurrency };

struct CountedNoun {
  CountedKind kind = CountedKind::kNone;
  // As in `Quantity::unit_key` and `Length::unit_key`; empty for currencies.
  std::string unit_key;
};

// Built-in table, and the nouns that figures in articles count. Immutable, so thread-safe.
class CountedNouns {
 public:
  CountedNouns();

  // What the word at `token` counts; kNone when it is no counted noun.
  CountedNoun At(const QuestionText& text, int token) const;

 private:
  std::map<std::string, CountedNoun> nouns_;
  ValueLexicon figures_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_COUNTED_NOUNS_H_
