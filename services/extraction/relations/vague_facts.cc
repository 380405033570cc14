#include "services/extraction/relations/vague_facts.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"

namespace isnad::extraction {
namespace {

bool IsLayoff(const FactRecord& fact) {
  return fact.type == "LAID_OFF" && fact.polarity == Polarity::kAsserted && fact.subject.filled();
}

// Names that no entity was made for are told apart by their words.
std::string House(const FactRecord& fact) {
  return fact.subject.entity >= 0 ? absl::StrCat("#", fact.subject.entity) : fact.subject.text;
}

bool IsCounted(const FactRecord& fact) {
  return std::any_of(fact.roles.begin(), fact.roles.end(),
                     [](const ArgumentRecord& role) { return role.role == "count"; });
}

}  // namespace

void DropVagueLayoffs(std::vector<FactRecord>* facts) {
  absl::flat_hash_set<std::string> counted;  // houses
  for (const FactRecord& fact : *facts) {
    if (IsLayoff(fact) && IsCounted(fact)) counted.insert(House(fact));
  }
  if (counted.empty()) return;
  const auto vague = [&](const FactRecord& fact) {
    return IsLayoff(fact) && !IsCounted(fact) && !fact.object.filled() &&
           counted.contains(House(fact));
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), vague), facts->end());
}

}  // namespace isnad::extraction
