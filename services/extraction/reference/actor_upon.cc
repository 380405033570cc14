#include "services/extraction/reference/actor_upon.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kVerbReach = 6;  // words from a verb to the preposition of its object

int PastMarks(const Discourse& discourse, int token, int first) {
  while (token > first && discourse.IsQuoteMark(token - 1)) --token;
  return token;
}

// What is done to another organisation by way of a preposition.
bool IsDealing(const Token& word) {
  return IsOneOf(word.lemma, {"استحوذ", "استثمر", "اندمج", "تعاون", "تفاوض", "تنافس", "سيطر"}) ||
         IsOneOf(word.base, {"استحواذ", "استثمار", "اندماج", "تعاون", "تفاوض", "سيطره"});
}

// Nouns of deeds that stand between who does them and to whom: "تعتزم X شراء الشركة".
bool IsDeed(const Token& word) {
  return word.proclitics.empty() && word.enclitic.empty() &&
         IsOneOf(word.base, {"شراء", "تمويل", "دعم", "ضم", "تزويد", "مقاضاه", "منافسه", "انقاذ"});
}

// Whether a verb or a noun of a deed stands before the name that covers a token.
bool ActsBefore(const Discourse& discourse, int token, int first) {
  int i = PastMarks(discourse, discourse.ExtentAt(token).begin, first);
  if (i > first && discourse.lexicon().WithNoun(discourse.token(i - 1).base) != nullptr) --i;
  return i > first && (discourse.IsVerb(i - 1) || IsDeed(discourse.token(i - 1)));
}

}  // namespace

int ActorUpon(const Discourse& discourse, int token) {
  const int first = discourse.PassageTokens(token).begin;
  int i = PastMarks(discourse, token, first);
  if (i <= first) return -1;
  const absl::string_view own = discourse.token(token).surface;
  if (absl::StartsWith(own, "و") || absl::StartsWith(own, "ف")) return -1;
  // "شراء X الشركة", "تزود X الشركة".
  const int beside = discourse.EntityUntil(i);
  if (beside >= 0 && absl::StartsWith(own, "ال") && ActsBefore(discourse, i - 1, first)) {
    return beside;
  }
  const Token& before = discourse.token(i - 1);
  if (absl::StartsWith(own, "ال") &&
      (IsDeed(before) || (discourse.IsVerb(i - 1) && before.enclitic.empty() &&
                          !absl::StartsWith(before.surface, "و")))) {
    // "X ستشتري الشركة".
    int name = i - 1;
    while (name > first && !discourse.Taken(name - 1) &&
           discourse.token(name - 1).part_of_speech == PartOfSpeech::kParticle) {
      --name;
    }
    return discourse.EntityUntil(PastMarks(discourse, name, first));
  }
  // "استحواذ X على الشركة", "استثمرت X 20 مليونا في الشركة".
  const bool bound = IsOneOf(before.surface, {"علي", "في", "مع"}) ||
                     (absl::StartsWith(own, "بال") || absl::StartsWith(own, "لل"));
  if (!bound) return -1;
  int actor = -1;
  for (int k = i - 1; k >= first && k >= i - kVerbReach; --k) {
    if (discourse.IsStop(k) || discourse.IsComma(k)) return -1;
    if (discourse.Taken(k)) {
      if (actor >= 0 && actor != discourse.EntityAt(k)) return -1;
      actor = discourse.EntityAt(k);
    } else if (IsDealing(discourse.token(k))) {
      if (actor >= 0) return actor;
      return discourse.IsVerb(k) ? discourse.EntityUntil(PastMarks(discourse, k, first)) : -1;
    }
  }
  return -1;
}

}  // namespace isnad::extraction
