// What the other facts of a text say of the same ends: a story that is told twice is rarely wrong
// twice, and two facts that say unlike things of one event are rarely both right.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_TOLD_ELSEWHERE_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_TOLD_ELSEWHERE_H_

#include <map>
#include <string>
#include <vector>

#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// Borrows the facts of one text. Immutable.
class ToldElsewhere {
 public:
  explicit ToldElsewhere(const std::vector<FactRecord>* facts);

  // Names of the features that hold of one of the facts: whether others of its type have the same
  // ends, another end or a figure that it lacks, and which types else tell of its subject, with the
  // same object or another one.
  std::vector<std::string> FeaturesOf(size_t fact) const;

 private:
  using Places = std::vector<size_t>;

  void AddOfType(const FactRecord& fact, const FactRecord& other,
                 std::vector<std::string>* out) const;

  const std::vector<FactRecord>& facts_;
  std::map<std::string, Places> by_subject_;
  std::map<std::string, Places> by_object_;  // by type, too
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_TOLD_ELSEWHERE_H_
