#include "services/answering/testing/asked.h"

namespace isnad::answering {

std::string Asked(const std::string& id, const std::string& spelling, const std::string& type,
                  bool known) {
  return "entities { span { begin: 0 end: 1 quote: \"" + spelling +
         "\" } known: " + (known ? "true" : "false") + " certain: true entity { id: \"" + id +
         "\" type: ENTITY_TYPE_" + type + " folded_keys: \"" + spelling + "\" } } ";
}

}  // namespace isnad::answering
