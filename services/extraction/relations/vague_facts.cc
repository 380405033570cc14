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

void DropHeadlinesToldBelow(const Analysis& analysis, std::vector<FactRecord>* facts) {
  static const auto* of_things = new absl::flat_hash_set<absl::string_view>{
      "DELAYED", "PLANS_RELEASE", "RELEASED", "BUILDS_FACILITY", "REORGANIZED"};
  const auto in_headline = [&](const FactRecord& fact) {
    return fact.passage >= 0 && analysis.passages[fact.passage].kind == PassageKind::kHeadline;
  };
  const auto has_name = [](const FactRecord& fact) {
    return fact.object.kind == ArgumentRecord::Kind::kEntity ||
           fact.object.resolution_rule == "quoted-name";
  };
  absl::flat_hash_set<std::string> named;  // types and houses of the text below
  for (const FactRecord& fact : *facts) {
    if (of_things->contains(fact.type) && !in_headline(fact) && has_name(fact)) {
      named.insert(absl::StrCat(fact.type, House(fact)));
    }
  }
  if (named.empty()) return;
  const auto told_below = [&](const FactRecord& fact) {
    return of_things->contains(fact.type) && in_headline(fact) &&
           fact.object.kind == ArgumentRecord::Kind::kText && !has_name(fact) &&
           named.contains(absl::StrCat(fact.type, House(fact)));
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), told_below), facts->end());
}

}  // namespace isnad::extraction
