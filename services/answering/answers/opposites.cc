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
       {"رفض", "اعترض", "رافض", "رفضناه", "رفضناها", "رفضناهما", "ورفضناه", "ورفضناها", "ورفضناهما",
        "رفضهما", "رفضتهما"}},
      {{"leave", "leaving", "left", "quit", "quitting", "resign", "resigned", "depart", "departed",
        "step", "stepped", "غادر", "ترك", "رحل", "خرج", "استقال", "تنح", "تنحي"},
       {"بقي", "يبقي", "تبقي", "ظل",    "يظل",   "تظل",   "احتفظ", "محتفظ", "يزال", "تزال",
        "زال", "زالت", "باق",  "سيبقي", "ستبقي", "استمر", "مستمر", "متمسك", "بقاء", "البقاء"}},
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
  const auto is_verb = [&](int token) {
    return Holds(*asked_, tokens[token].surface(), tokens[token].stem()) ||
           Holds(*contrary_, tokens[token].surface(), tokens[token].stem());
  };
  // Of what it is asked: words that are neither names nor the verb itself; names where the question
  // has nothing else.
  const bool only_names =
      std::none_of(words.words().begin(), words.words().end(), [&](const QuestionWord& word) {
        return word.role == QuestionWord::Role::kContent && !word.surface.empty() &&
               !asked_->contains(word.surface);
      });
  const auto reaches = [](int verb, int token) {
    return token >= verb - kBefore && token <= verb + kAfter;
  };
  // Words of names in reach of the verb.
  const auto names_near = [&](int verb) {
    absl::flat_hash_set<int> names;
    for (const WordMatch& match : view.matches()) {
      if (match.strength >= kLeastMatch && reaches(verb, match.token) &&
          words.words()[match.word].role == QuestionWord::Role::kName) {
        names.insert(match.word);
      }
    }
    return names;
  };
  const auto near_matter = [&](int verb) {
    return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
      return match.strength >= kLeastMatch && reaches(verb, match.token) &&
             words.words()[match.word].role == QuestionWord::Role::kContent &&
             !is_verb(match.token);
    });
  };
  bool contrary = false;
  bool asked = false;
  absl::flat_hash_set<int> contrary_names;
  absl::flat_hash_set<int> asked_names;
  for (int token = 0; token < tokens.size(); ++token) {
    if (!is_verb(token)) continue;
    const bool matter = near_matter(token) || (only_names && !names_near(token).empty());
    if (Holds(*asked_, tokens[token].surface(), tokens[token].stem())) {
      // What is told before the contrary stands.
      asked |= matter && !contrary;
      asked_names.merge(names_near(token));
      continue;
    }
    // "Is still" has a particle of its own.
    const bool goes_on = absl::EndsWith(tokens[token].surface(), "زال") ||
                         absl::EndsWith(tokens[token].surface(), "زالت");
    if (!goes_on && IsDeniedAt(view, token)) continue;
    contrary |= matter;
    contrary_names.merge(names_near(token));
  }
  const bool of_its_own = std::any_of(contrary_names.begin(), contrary_names.end(),
                                      [&](int name) { return !asked_names.contains(name); });
  return asked ? of_its_own : contrary;
}

}  // namespace isnad::answering
