#include "services/extraction/relations/opposite_moves.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/relations/pairs/pair_facts.h"

namespace isnad::extraction {
namespace {

enum class Direction { kNone, kFrom, kTo };

Direction DirectionOf(const FactRecord& fact) {
  if (fact.subject.kind != ArgumentRecord::Kind::kEntity ||
      fact.object.kind != ArgumentRecord::Kind::kEntity) {
    return Direction::kNone;
  }
  if (fact.type == "HIRED_FROM") return Direction::kFrom;
  return fact.type == "JOINED" || fact.type == "APPOINTED" ? Direction::kTo : Direction::kNone;
}

// What a frame tells goes before what the model makes of a pair.
double BeliefIn(const FactRecord& fact) { return fact.confidence + (IsOfPair(fact) ? 0 : 1); }

// The most that any fact of either direction is believed.
struct Belief {
  double from = 0;
  double to = 0;
};

}  // namespace

void DropOppositeMoves(std::vector<FactRecord>* facts) {
  absl::flat_hash_map<std::pair<int, int>, Belief> beliefs;  // by person and house
  for (const FactRecord& fact : *facts) {
    const Direction direction = DirectionOf(fact);
    if (direction == Direction::kNone) continue;
    Belief& belief = beliefs[{fact.subject.entity, fact.object.entity}];
    double& most = direction == Direction::kFrom ? belief.from : belief.to;
    most = std::max(most, BeliefIn(fact));
  }
  const auto is_misread = [&](const FactRecord& fact) {
    const Direction direction = DirectionOf(fact);
    if (direction == Direction::kNone) return false;
    const Belief& belief = beliefs.at({fact.subject.entity, fact.object.entity});
    return direction == Direction::kFrom ? belief.from < belief.to : belief.to < belief.from;
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), is_misread), facts->end());
}

}  // namespace isnad::extraction
