#include "services/extraction/relations/vague_facts.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

bool IsLayoff(const FactRecord& fact) { return fact.type == "LAID_OFF" && fact.subject.filled(); }

// The house, and whether it is said to have done it or not. Names that no entity was made for are
// told apart by their words.
std::string House(const FactRecord& fact) {
  return absl::StrCat(
      fact.polarity == Polarity::kDenied ? "-" : "+",
      fact.subject.entity >= 0 ? absl::StrCat("#", fact.subject.entity) : fact.subject.text);
}

const ValueMention* CountOf(const Analysis& analysis, const FactRecord& fact) {
  for (const ArgumentRecord& role : fact.roles) {
    if (role.role == "count" && role.kind == ArgumentRecord::Kind::kValue) {
      return &analysis.values[role.value];
    }
  }
  return nullptr;
}

// "hundreds", "tens of thousands": how many digits the figure has, and no more.
bool SaysMagnitudeOnly(const Analysis& analysis, const ValueMention& count) {
  static const auto* magnitudes =
      new absl::flat_hash_set<absl::string_view>{"عشرات", "ميات", "الاف"};
  return magnitudes->contains(analysis.tokens[count.tokens.begin].base);
}

}  // namespace

void DropVagueLayoffs(const Analysis& analysis, std::vector<FactRecord>* facts) {
  absl::flat_hash_map<std::string, double> counted;  // the highest figure of each house
  for (const FactRecord& fact : *facts) {
    const ValueMention* count = IsLayoff(fact) ? CountOf(analysis, fact) : nullptr;
    if (count == nullptr || SaysMagnitudeOnly(analysis, *count)) continue;
    double& most = counted[House(fact)];
    most = std::max(most, count->quantity.amount);
  }
  if (counted.empty()) return;
  const auto vague = [&](const FactRecord& fact) {
    if (!IsLayoff(fact)) return false;
    const auto exact = counted.find(House(fact));
    if (exact == counted.end()) return false;
    const ValueMention* count = CountOf(analysis, fact);
    if (count == nullptr) return !fact.object.filled();
    return SaysMagnitudeOnly(analysis, *count) && count->quantity.amount <= exact->second;
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), vague), facts->end());
}

}  // namespace isnad::extraction
