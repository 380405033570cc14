#include "services/extraction/relations/derived_costs.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

// Words from "at a cost" to the figure: "بتكلفة إجمالية تصل إلى نحو".
constexpr int kPriceReach = 6;

const ArgumentRecord* AmountOf(const FactRecord& fact) {
  for (const ArgumentRecord& role : fact.roles) {
    if (role.role == "amount" && role.kind == ArgumentRecord::Kind::kValue) return &role;
  }
  return nullptr;
}

// Whether the words before a sum say that it is what something costs.
bool IsPrice(const PhraseIndex& index, const ArgumentRecord& amount) {
  static const auto* nouns = new absl::flat_hash_set<absl::string_view>{
      "تكلفه", "كلفه", "تكاليف", "استثمار", "استثمارات", "ميزانيه", "غلاف", "كلفته", "تكلفته"};
  const int figure = index.analysis().values[amount.value].tokens.begin;
  const int first = std::max(index.PassageTokens(figure).begin, figure - kPriceReach);
  // "builds a plant for nine billion [بتسعة مليارات]".
  if (index.IsPreposition(figure, "ب") || (figure > first && index.token(figure - 1).base == "ب")) {
    return true;
  }
  for (int i = figure - 1; i >= first && !index.IsComma(i) && index.token(i).form != "."; --i) {
    if (index.ValueAt(i) >= 0 || index.MentionAt(i) >= 0) return false;
    if (nouns->contains(index.token(i).base)) return true;
  }
  return false;
}

bool HasAmount(const FactRecord& fact, const ArgumentRecord& amount) {
  const ArgumentRecord* own = AmountOf(fact);
  return own != nullptr && own->value == amount.value;
}

}  // namespace

void AddCostsOfSites(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (size_t i = 0; i < facts->size(); ++i) {
    const FactRecord building = (*facts)[i];
    const ArgumentRecord* amount = AmountOf(building);
    if (building.type != "BUILDS_FACILITY" || building.polarity != Polarity::kAsserted) continue;
    if (amount == nullptr || !building.object.filled() || !IsPrice(index, *amount)) continue;
    const auto misread = [&](const FactRecord& fact) {
      if (!HasAmount(fact, *amount) || !SameEnd(fact.subject, building.subject)) return false;
      return fact.type == "COSTS" || (fact.type == "INVESTED_IN" && !fact.object.filled());
    };
    const auto same = [&](const FactRecord& fact) {
      return fact.type == "COSTS" && HasAmount(fact, *amount) && !misread(fact);
    };
    const bool said = std::any_of(facts->begin(), facts->end(), same) ||
                      std::any_of(derived.begin(), derived.end(), same);
    if (!said) {
      FactRecord cost = Derive(building, "COSTS", "COSTS/of-site");
      cost.subject = building.object;
      cost.subject.role = "subject";
      cost.object = ArgumentRecord();
      cost.roles.push_back(*amount);
      derived.push_back(std::move(cost));
    }
    for (FactRecord& fact : *facts) {
      if (misread(fact)) fact.confidence = 0;
    }
  }
  facts->erase(std::remove_if(facts->begin(), facts->end(),
                              [](const FactRecord& fact) { return fact.confidence == 0; }),
               facts->end());
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
