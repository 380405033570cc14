#include "services/extraction/relations/derived_backers.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

constexpr char kBeside[] = "INVESTED_IN/take-part-beside";

// Whether the words before the fact are about raising money.
bool TellsOfRound(const PhraseIndex& index, const FactRecord& fact) {
  constexpr int kReach = 12;  // tokens
  const int verb = index.TokenAtByte(fact.trigger.begin);
  const int first = std::max(index.PassageTokens(verb).begin, verb - kReach);
  for (int i = verb - 1; i >= first; --i) {
    const absl::string_view word = index.token(i).base;
    if (word == "جوله" || absl::StartsWith(word, "تمويل")) return true;
  }
  return false;
}

// The last investment that was told before the fact in its sentence, or null.
const FactRecord* InvestmentBefore(const std::vector<FactRecord>& facts, const FactRecord& fact) {
  const FactRecord* found = nullptr;
  for (const FactRecord& other : facts) {
    const bool told = other.type == "INVESTED_IN" && other.rule != kBeside &&
                      other.passage == fact.passage && other.object.filled() &&
                      other.polarity == Polarity::kAsserted &&
                      other.trigger.begin < fact.trigger.begin;
    if (!told || SameEnd(other.object, fact.subject)) continue;
    if (found == nullptr || other.trigger.begin > found->trigger.begin) found = &other;
  }
  return found;
}

}  // namespace

void SettleBackersBeside(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    if (fact.rule != kBeside) {
      kept.push_back(fact);
      continue;
    }
    const FactRecord* led = InvestmentBefore(*facts, fact);
    if (led == nullptr) {
      if (fact.object.filled() && TellsOfRound(index, fact)) kept.push_back(fact);
      continue;
    }
    const bool told = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
      return other.type == "INVESTED_IN" && other.rule != kBeside &&
             SameEnd(other.subject, fact.subject) && SameEnd(other.object, led->object);
    });
    if (told) continue;
    FactRecord backer = fact;
    backer.object = led->object;
    kept.push_back(std::move(backer));
  }
  *facts = std::move(kept);
}

}  // namespace isnad::extraction
