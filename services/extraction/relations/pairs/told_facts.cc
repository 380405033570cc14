#include "services/extraction/relations/pairs/told_facts.h"

#include <algorithm>

#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

// What houses are to each other: one thing at a time, as a rule.
bool IsBetweenHouses(absl::string_view type) {
  return type == "ACQUIRED" || type == "INVESTED_IN" || type == "PART_OF" || type == "SUPPLIES" ||
         IsSymmetric(type);
}

}  // namespace

ToldFacts::ToldFacts(const std::vector<FactRecord>& facts) {
  for (const FactRecord& fact : facts) Add(fact);
}

void ToldFacts::Add(const FactRecord& fact) {
  if (!IsEntity(fact.subject)) return;
  const int subject = fact.subject.entity;
  told_here_.insert({fact.type, subject, fact.passage});
  if (!IsEntity(fact.object)) return;
  joined_.insert({fact.type, subject, fact.object.entity});
  if (!IsBetweenHouses(fact.type)) return;
  between_houses_[{fact.passage, subject, fact.object.entity}].push_back(fact.type);
}

bool ToldFacts::Has(const Analysis& analysis, const EndPair& pair, const std::string& type) const {
  const int subject = analysis.mentions[pair.subject].entity;
  if (pair.object < 0) return told_here_.contains(Key(type, subject, pair.passage));
  const int object = analysis.mentions[pair.object].entity;
  return joined_.contains(Key(type, subject, object)) ||
         (IsSymmetric(type) && joined_.contains(Key(type, object, subject)));
}

bool ToldFacts::HasOtherwise(const Analysis& analysis, const EndPair& pair,
                             absl::string_view type) const {
  if (pair.object < 0 || !IsBetweenHouses(type)) return false;
  const int subject = analysis.mentions[pair.subject].entity;
  const int object = analysis.mentions[pair.object].entity;
  const auto joins_otherwise = [&](int from, int to) {
    const auto told = between_houses_.find({pair.passage, from, to});
    return told != between_houses_.end() &&
           std::any_of(told->second.begin(), told->second.end(),
                       [&](const std::string& other) { return other != type; });
  };
  return joins_otherwise(subject, object) || joins_otherwise(object, subject);
}

}  // namespace isnad::extraction
