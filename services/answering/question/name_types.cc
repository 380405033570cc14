#include "services/answering/question/name_types.h"

#include <string>

namespace isnad::answering {

namespace v1 = isnad::v1;

bool TypeAsStored(const EntityLinks& links, v1::QuestionAnalysis* reading) {
  bool changed = false;
  for (const LinkedName& link : links.links()) {
    const std::string& name = link.asked.span().quote();
    const bool latin = !name.empty() && (name[0] & 0x80) == 0;
    if (!latin || !link.stored() || link.asked.known() ||
        link.asked.entity().type() != v1::ENTITY_TYPE_PERSON) {
      continue;
    }
    const v1::EntityType stored = link.entities.front().type();
    if (stored == v1::ENTITY_TYPE_UNSPECIFIED || stored == v1::ENTITY_TYPE_PERSON) continue;
    for (v1::QuestionEntity& asked : *reading->mutable_entities()) {
      if (asked.entity().id() != link.asked.entity().id()) continue;
      asked.mutable_entity()->set_type(stored);
      changed = true;
    }
  }
  return changed;
}

}  // namespace isnad::answering
