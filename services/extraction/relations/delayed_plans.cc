#include "services/extraction/relations/delayed_plans.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words from a plan to the delay, and from the verb of delay to what it says of.
constexpr int kReach = 30;
constexpr int kThingReach = 3;
constexpr double kConfidence = 0.75;

bool HasDate(const FactRecord& fact) {
  return std::any_of(fact.roles.begin(), fact.roles.end(),
                     [](const ArgumentRecord& role) { return role.role == "date"; });
}

// What stands for the release that was spoken of.
bool IsRelease(const Token& token) {
  static const auto* nouns =
      new WordSet{"اطلاق", "موعد", "طرح", "اصدار", "كشف", "تدشين", "صدور", "مواعيد", "انطلاق"};
  return nouns->contains(token.base) && (token.definite || !token.enclitic.empty());
}

// Whether a verb of delay stands at a token and speaks of what was to be released.
bool DelaysRelease(const PhraseIndex& index, int verb, TokenRange passage) {
  static const auto* late = new WordSet{"تاجل",  "تاجلت", "تاخر",  "تاخرت", "ارجي",
                                        "ارجيت", "ارجا",  "ارجات", "تعثر",  "تعثرت"};
  static const auto* moved = new WordSet{"اجل", "اجلت", "رحل", "رحلت", "اخر", "اخرت"};
  const Token& word = index.token(verb);
  const bool surely = late->contains(word.base);
  if (!surely && !moved->contains(word.base)) return false;
  if (index.MentionAt(verb) >= 0 || index.IsNegation(verb - 1) || word.definite) return false;
  if (!word.enclitic.empty()) return true;
  // "the date was moved", "and was put off to April".
  if (verb > passage.begin && IsRelease(index.token(verb - 1))) return true;
  int i = verb + 1;
  for (; i < passage.end && i <= verb + kThingReach; ++i) {
    if (index.MentionAt(i) >= 0 || index.IsQuoteMark(i)) return false;
    if (IsRelease(index.token(i))) return true;
    const bool onward = index.token(i).surface == "الي" || index.token(i).surface == "حتي" ||
                        index.token(i).form == "." || index.IsComma(i);
    if (onward) return surely;
    if (!index.IsAdverb(i) && index.token(i).surface != "مره") return false;
  }
  return surely && i >= passage.end;
}

}  // namespace

void AddPlansOfDelays(std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (const FactRecord& delay : *facts) {
    if (delay.type != "DELAYED" || delay.polarity != Polarity::kAsserted) continue;
    if (delay.modality != Modality::kActual || !delay.subject.filled()) continue;
    if (!IsEntity(delay.object)) continue;
    // Without a new date nothing tells that it is still to come.
    if (!HasDate(delay)) continue;
    // "brought out lately X, which had been put off twice".
    const bool out = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      return fact.type == "RELEASED" && fact.modality == Modality::kActual &&
             fact.polarity == Polarity::kAsserted && SameEnd(fact.object, delay.object);
    });
    if (out) continue;
    FactRecord fact = delay;
    fact.type = "PLANS_RELEASE";
    fact.rule = "PLANS_RELEASE/delayed";
    fact.modality = Modality::kPlanned;
    fact.LowerConfidence("follows from what the sentence says", kDerivedPenalty);
    derived.push_back(std::move(fact));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

void AddDelaysOfPlans(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> derived;
  for (const FactRecord& plan : *facts) {
    if (plan.type != "PLANS_RELEASE" || plan.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(plan.subject) || !plan.object.filled() || plan.passage < 0) continue;
    const bool told = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      return fact.type == "DELAYED" && fact.passage == plan.passage;
    });
    if (told) continue;
    const TokenRange passage = analysis.passages[plan.passage].tokens;
    const int from = index.TokenAtByte(std::max(plan.trigger.end, plan.object.range.end));
    const int end = std::min(passage.end, from + kReach);
    for (int i = std::max(from, passage.begin + 1); i < end; ++i) {
      if (!DelaysRelease(index, i, passage)) continue;
      FactRecord delay = Derive(plan, "DELAYED", "DELAYED/plan-put-off");
      delay.SetConfidence("plan that the same words put off", kConfidence);
      delay.modality = Modality::kActual;
      delay.trigger = index.token(i).range;
      derived.push_back(std::move(delay));
      break;
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
