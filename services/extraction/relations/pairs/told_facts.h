// What the facts of a text tell of two ends already.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_TOLD_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_TOLD_FACTS_H_

#include <string>
#include <tuple>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/pairs/end_pair.h"

namespace isnad::extraction {

// Facts by their ends: a long text has as many facts as likely pairs, and each pair asks.
class ToldFacts {
 public:
  ToldFacts() = default;
  explicit ToldFacts(const std::vector<FactRecord>& facts);

  void Add(const FactRecord& fact);

  // Whether a fact has the type and the ends. Of a figure, whether the passage tells of the subject
  // already: the frame would have taken the figure, were it of that.
  bool Has(const Analysis& analysis, const EndPair& pair, const std::string& type) const;

  // Whether the passage tells already what else the two houses are to each other.
  bool HasOtherwise(const Analysis& analysis, const EndPair& pair, absl::string_view type) const;

 private:
  // Type, subject, and object or passage.
  using Key = std::tuple<std::string, int, int>;

  absl::flat_hash_set<Key> joined_;
  absl::flat_hash_set<Key> told_here_;
  // Types that join two houses, by passage, subject and object.
  absl::flat_hash_map<std::tuple<int, int, int>, std::vector<std::string>> between_houses_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_TOLD_FACTS_H_
