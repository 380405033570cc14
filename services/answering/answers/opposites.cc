#include "services/answering/answers/opposites.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "services/answering/passages/assertion_cues.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = absl::flat_hash_set<absl::string_view>;

// Words of the question this close to the contrary say what it is the contrary of.
constexpr int kBefore = 2;
constexpr int kAfter = 7;
constexpr double kLeastMatch = 0.5;

// Folded words or stems of a question, and those that tell the contrary.
struct Pair {
  Words asked;
  Words contrary;
};

const std::vector<Pair>& Pairs() {
  static const auto* pairs = new std::vector<Pair>{
      {{"accept", "accepted", "agree", "agreed", "approve", "approved", "قبل", "وافق", "اقر"},
       {"رفض", "اعترض", "رافض"}},
      {{"leave", "leaving", "left", "quit", "quitting", "resign", "resigned", "depart", "departed",
        "step", "stepped", "غادر", "ترك", "رحل", "خرج", "استقال", "تنح", "تنحي"},
       {"بقي", "يبقي", "تبقي", "ظل", "يظل", "تظل", "احتفظ", "محتفظ", "يزال", "تزال", "زال", "زالت",
        "باق", "سيبقي", "ستبقي", "استمر", "مستمر", "متمسك"}},
      {{"stop",     "stopped", "stopping",  "halt",    "halted",    "drop",       "dropped",
        "dropping", "cancel",  "cancelled", "suspend", "suspended", "suspending", "close",
        "closing",  "shut",    "shutting",  "scrap",   "scrapped",  "اوقف",       "توقف",
        "علق",      "الغ",     "الغي",      "اغلق",    "تخل",       "تخلي"},
       {"استمر", "مستمر", "واصل", "بقي", "يبقي", "تبقي", "سيبقي", "ستبقي", "احتفظ", "قايم", "قايما",
        "قايمه", "ابق", "ابقي", "يبقون"}},
      {{"rise", "rose", "grow", "grew", "increase", "increased", "gain", "gained", "ارتفع", "زاد",
        "صعد", "قفز", "نما"},
       {"تراجع", "انخفض", "هبط", "هوي", "تهاوي"}},
      {{"fall", "fell", "decline", "declined", "shrink", "shrank", "انخفض", "هبط", "تراجع"},
       {"ارتفع", "زاد", "صعد", "قفز", "نما"}},
      {{"succeed", "succeeded", "manage", "managed", "complete", "completed", "نجح", "تمكن", "اتم",
        "اكتمل"},
       {"اخفق", "فشل", "تعثر", "انهار", "تخل"}},
  };
  return *pairs;
}

bool Holds(const Words& words, absl::string_view surface, absl::string_view stem) {
  return words.contains(surface) || (!stem.empty() && words.contains(stem));
}

}  // namespace

Opposites::Opposites(const std::vector<v1::Token>& tokens) {
  for (const Pair& pair : Pairs()) {
    const bool asked = std::any_of(tokens.begin(), tokens.end(), [&](const v1::Token& token) {
      return Holds(pair.asked, token.surface(), token.stem());
    });
    const bool both = std::any_of(tokens.begin(), tokens.end(), [&](const v1::Token& token) {
      return Holds(pair.contrary, token.surface(), token.stem());
    });
    if (!asked || both) continue;
    asked_ = &pair.asked;
    contrary_ = &pair.contrary;
    return;
  }
}

bool Opposites::AreToldIn(const PassageView& view, const QuestionWords& words) const {
  if (contrary_ == nullptr) return false;
  const auto& tokens = view.passage().tokens();
  // Of what it is asked: neither names nor the verb itself.
  const auto is_matter = [&](const WordMatch& match) {
    return match.strength >= kLeastMatch &&
           words.words()[match.word].role == QuestionWord::Role::kContent &&
           !Holds(*asked_, tokens[match.token].surface(), tokens[match.token].stem()) &&
           !Holds(*contrary_, tokens[match.token].surface(), tokens[match.token].stem());
  };
  const auto near = [&](int verb) {
    return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
      return is_matter(match) && match.token >= verb - kBefore && match.token <= verb + kAfter;
    });
  };
  bool contrary = false;
  for (int token = 0; token < tokens.size(); ++token) {
    const bool asked = Holds(*asked_, tokens[token].surface(), tokens[token].stem());
    const bool opposed = Holds(*contrary_, tokens[token].surface(), tokens[token].stem());
    if (!asked && !opposed) continue;
    if (asked && near(token) && !contrary) return false;
    // "Is still" has a particle of its own.
    const bool goes_on = absl::EndsWith(tokens[token].surface(), "زال") ||
                         absl::EndsWith(tokens[token].surface(), "زالت");
    contrary |= opposed && near(token) && (goes_on || !IsDeniedAt(view, token));
  }
  return contrary;
}

}  // namespace isnad::answering
