// Facts that people read out of articles, and whether an extracted one is among them.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_GOLD_FACTS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_GOLD_FACTS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// The gold of one folder of articles: `facts.jsonl` and `entities.jsonl` as described in
// tests/corpus/facts/README.md.
class GoldFacts {
 public:
  // NOT_FOUND when a file cannot be opened, INVALID_ARGUMENT with file and line when one is no JSON
  // of that form.
  static absl::StatusOr<GoldFacts> Read(absl::string_view folder);

  // Whether the article (its file's name without ".txt") states such a fact: the type and the
  // subject agree, and the object, a figure, or both are without an object. Participants agree when
  // they share a spelling, or when neither the gold nor the fact gives them a name that `entities`
  // has; STATED and DENIED by the subject alone.
  bool Has(absl::string_view article, const Analysis& analysis, const FactRecord& fact) const;

  // Where the article states it.
  enum class Place { kNowhere, kElsewhere, kThere };
  // Of a fact with an object, or with a figure and none, whether the words that people gave as
  // evidence overlap `words`.
  Place PlaceOf(absl::string_view article, const Analysis& analysis, const FactRecord& fact,
                ByteRange words) const;

 private:
  struct Gold {
    std::string type;
    std::string subject;  // canonical name, or the words of an unnamed one
    std::string object;
    std::vector<double> figures;  // amount and count
    std::string evidence;         // verbatim
  };

  absl::Status ReadEntities(const std::string& path);
  absl::Status ReadFacts(const std::string& path);
  // The canonical names that the participant may be, and its folded spellings.
  absl::flat_hash_set<std::string> NamesOf(const Analysis& analysis,
                                           const ArgumentRecord& end) const;
  bool Agree(const std::string& gold, const absl::flat_hash_set<std::string>& names) const;
  bool IsNamed(const absl::flat_hash_set<std::string>& names) const;

  absl::flat_hash_map<std::string, absl::flat_hash_set<std::string>> canonical_;  // by spelling
  absl::flat_hash_set<std::string> canonical_names_;
  absl::flat_hash_map<std::string, std::vector<Gold>> by_article_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_CONFIDENCE_GOLD_FACTS_H_
