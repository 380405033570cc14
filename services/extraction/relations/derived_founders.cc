#include "services/extraction/relations/derived_founders.h"

#include <algorithm>

#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

// Words between a founder's companion and what that is to him: "her former colleague Z".
constexpr int kKinReach = 4;
// Words from the verb back to whom the sentence is about.
constexpr int kFounderReach = 16;

// The person whom a pronoun on the words before the companion means, or -1.
int OwnerOfKin(const PhraseIndex& index, int verb, int companion) {
  for (int i = companion - 1; i > verb && i >= companion - kKinReach; --i) {
    const int owner = index.PronounAt(i);
    if (owner >= 0 && index.TypeOfMention(owner) == EntityType::kPerson) return owner;
  }
  return -1;
}

// The person named last before the verb in its sentence who stands behind no preposition, or -1.
int PersonBefore(const PhraseIndex& index, int verb) {
  const int first = std::max(index.PassageTokens(verb).begin, verb - kFounderReach);
  for (int i = verb - 1; i >= first; --i) {
    if (index.token(i).form == "." || index.token(i).form == "؛") return -1;
    if (!index.MentionStartsAt(i)) continue;
    const int mention = index.MentionAt(i);
    if (index.TypeOfMention(mention) != EntityType::kPerson) continue;
    return i > first && index.IsAnyPreposition(i - 1) ? -1 : mention;
  }
  return -1;
}

}  // namespace

void AddFoundersBeside(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> derived;
  for (const FactRecord& beside : *facts) {
    if (beside.rule != "FOUNDED/found-with" || !IsEntity(beside.subject)) continue;
    const bool known = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      return fact.type == "FOUNDED" && SameEnd(fact.object, beside.object) &&
             !SameEnd(fact.subject, beside.subject);
    });
    if (known) continue;
    const int verb = index.TokenAtByte(beside.trigger.begin);
    const int companion = index.TokenOfMention(beside.subject.range, beside.subject.entity);
    if (companion <= verb) continue;
    int founder = OwnerOfKin(index, verb, companion);
    if (founder < 0) founder = PersonBefore(index, verb);
    if (founder < 0 || analysis.mentions[founder].entity == beside.subject.entity) continue;
    FactRecord fact = beside;
    fact.rule = "FOUNDED/founds-with";
    fact.subject = NamedEnd(analysis, analysis.mentions[founder], "subject");
    fact.LowerConfidence("follows from what the sentence says", kDerivedPenalty);
    derived.push_back(std::move(fact));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
