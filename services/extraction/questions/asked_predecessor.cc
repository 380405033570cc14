#include "services/extraction/questions/asked_predecessor.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

bool IsNameAt(const QuestionText& text, TokenRange range, int token) {
  return token < range.end && text.words()[token].mention >= 0;
}

bool IsReplacing(const QuestionText& text, int token) {
  return text.Is(token, {"replace", "replaces", "replaced", "replacing", "succeed", "succeeds",
                         "succeeded", "succeeding", "supplant", "supplanted"});
}

// "Whom did X replace", "from whom did X take over", "who was replaced by X".
bool AsksInEnglish(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  bool named = false;
  for (int t = asked.tokens.end; t < range.end; ++t) {
    if (text.words()[t].punctuation) return false;
    const bool behind = t > asked.tokens.end && text.Is(t - 1, {"was", "were", "been", "got"});
    if (behind && IsReplacing(text, t)) return text.Is(t + 1, {"by"});
    // Who replaces stands before the verb: without anybody there it is he who is asked for.
    if (IsReplacing(text, t)) return named;
    if (named && text.Is(t, {"take", "took", "takes", "taking"}) && text.Is(t + 1, {"over"})) {
      return asked.preposition == "from" || text.Is(text.Trim(range).end - 1, {"from"});
    }
    named |= IsNameAt(text, range, t) || text.Is(t, {"he", "she", "they"});
  }
  return false;
}

// "من حل محله X", "من خلفته X", "محل من حل X": the pronoun stands for whom the question asks for.
bool AsksInArabic(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  const int at = asked.noun_at;
  if (text.Is(asked.tokens.begin - 1, {"محل", "مكان"})) return true;
  if (text.Is(at, {"حل", "حلت", "يحل", "تحل", "سيحل", "ستحل", "جاء", "جاءت"}) &&
      text.Is(at + 1, {"محله", "محلها", "مكانه", "مكانها"})) {
    return IsNameAt(text, range, at + 2);
  }
  return text.Is(at, {"خلفه", "خلفته", "خلفها", "خلفتها", "يخلفه", "يخلفها", "تخلفه", "تخلفها",
                      "سيخلفه", "سيخلفها", "ستخلفه", "ستخلفها"}) &&
         IsNameAt(text, range, at + 1);
}

}  // namespace

bool AsksForPredecessor(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  if (asked.word != AskingWord::kWho) return false;
  return text.arabic() ? AsksInArabic(text, range, asked) : AsksInEnglish(text, range, asked);
}

}  // namespace isnad::extraction
