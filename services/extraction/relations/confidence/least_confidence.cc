#include "services/extraction/relations/confidence/least_confidence.h"

namespace isnad::extraction {

LeastConfidence::LeastConfidence(const std::vector<lexicon::FactTypeSchema>& types, double asked)
    : least_(asked > 0 ? asked : kDefaultLeastConfidence) {
  if (asked > 0) return;
  for (const lexicon::FactTypeSchema& type : types) {
    if (type.least_confidence() > 0) by_type_[type.name()] = type.least_confidence();
  }
}

bool LeastConfidence::Admits(const FactRecord& fact) const {
  const auto of_type = by_type_.find(fact.type);
  return fact.confidence >= (of_type == by_type_.end() ? least_ : of_type->second);
}

}  // namespace isnad::extraction
