// Collects the edits and the decision list of CitationMaker.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CITATION_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CITATION_TRAINER_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/citation.h"

namespace isnad::extraction {

// Edits by number. Not thread-safe.
class EditList {
 public:
  // Number + 1 of the edit from `word` to `citation`; 0 when there is none, or no more room.
  uint16_t NumberOf(absl::string_view word, absl::string_view citation);

  const std::vector<CitationEdit>& edits() const { return edits_; }

 private:
  std::vector<CitationEdit> edits_;
  std::map<std::string, uint16_t> numbers_;  // by the edit's bytes
};

// Counts edits under the keys of words. Not thread-safe.
class DecisionCounter {
 public:
  explicit DecisionCounter(EditList* edits) : edits_(*edits) {}

  // A word of annotated text: decides for itself and for words like it.
  void AddSeen(absl::string_view host, absl::string_view citation, Tag tag);
  // A word of a lexicon: a weak witness for words like it.
  void AddListed(absl::string_view host, absl::string_view citation, CitationGroup group);

  std::vector<CitationMaker::Decision> Decisions() const;

 private:
  void Add(absl::string_view host, absl::string_view citation, CitationGroup group, int first_key,
           uint32_t weight);

  EditList& edits_;
  absl::btree_map<uint32_t, absl::btree_map<uint16_t, uint32_t>> counts_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CITATION_TRAINER_H_
