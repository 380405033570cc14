// Parts of SlotFiller that tell when nobody who is named can be the subject of a verb.

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/slot_filler.h"

namespace isnad::extraction {
namespace {

// Within how many words after a passive the post is named that nobody in particular gets.
constexpr int kPostReach = 6;

}  // namespace

bool SlotFiller::NamesPartAsSubject(int verb) const {
  static const auto* parts = new absl::flat_hash_set<absl::string_view>{
      "قسم", "قطاع", "وحده", "فريق", "لجنه", "حكومه", "سوق", "قطاعات", "وحدات", "فرق", "اقسام"};
  const int next = verb + 1;
  if (next >= index_.PassageTokens(verb).end) return false;
  const Token& word = index_.token(next);
  if (index_.MentionAt(next) >= 0 || !word.definite || !index_.IsNominal(next)) return false;
  if (!word.proclitics.empty() && word.proclitics.back() != "ال") return false;
  const bool nominative = word.part_of_speech == PartOfSpeech::kNoun &&
                          (absl::EndsWith(word.base, "تان") || absl::EndsWith(word.base, "ون"));
  return nominative || parts->contains(word.base);
}

bool SlotFiller::NamesSomePost(int verb) const {
  const int end = std::min(index_.PassageTokens(verb).end, verb + kPostReach);
  for (int i = verb + 1; i < end; ++i) {
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role == nullptr) continue;
    // The accusative says what somebody becomes.
    return !absl::EndsWith(index_.token(i).base, "ا") && roles_.PersonBeside(*role) < 0;
  }
  return false;
}

bool SlotFiller::InOpenQuotation(int token) const {
  const int first = index_.PassageTokens(token).begin;
  for (int i = token - 1; i >= first; --i) {
    const absl::string_view form = index_.token(i).form;
    if (form == "»" || form == "”") return false;
    if (form == "«" || form == "“") return true;
  }
  return false;
}

}  // namespace isnad::extraction
