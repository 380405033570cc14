#include "services/extraction/tools/train_morphology/citation_trainer.h"

#include "services/extraction/morphology/letter_word.h"

namespace isnad::extraction {
namespace {

constexpr uint32_t kSeenWeight = 5;
// Keys that fewer witnesses speak for are left to the next, more general one.
constexpr uint32_t kMinWeight = 5;
constexpr size_t kMaxEdits = 60000;

}  // namespace

uint16_t EditList::NumberOf(absl::string_view word, absl::string_view citation) {
  CitationEdit edit;
  if (!MakeEdit(word, citation, &edit)) return 0;
  const std::string bytes(reinterpret_cast<const char*>(&edit), sizeof(edit));
  const auto found = numbers_.find(bytes);
  if (found != numbers_.end()) return found->second;
  if (edits_.size() >= kMaxEdits) return 0;
  edits_.push_back(edit);
  return numbers_[bytes] = static_cast<uint16_t>(edits_.size());
}

void DecisionCounter::Add(absl::string_view host, absl::string_view citation, CitationGroup group,
                          int first_key, uint32_t weight) {
  LetterWord letters;
  if (!letters.Assign(host) || letters.size() == 0) return;
  const uint16_t edit = edits_.NumberOf(host, citation);
  if (edit == 0) return;
  uint32_t keys[kCitationKeyCount];
  CitationKeys(letters, group, keys);
  for (int k = first_key; k < kCitationKeyCount; ++k) counts_[keys[k]][edit] += weight;
}

void DecisionCounter::AddSeen(absl::string_view host, absl::string_view citation, Tag tag) {
  Add(host, citation, GroupOf(tag), 0, kSeenWeight);
}

void DecisionCounter::AddListed(absl::string_view host, absl::string_view citation,
                                CitationGroup group) {
  Add(host, citation, group, 1, 1);
}

std::vector<CitationMaker::Decision> DecisionCounter::Decisions() const {
  std::vector<CitationMaker::Decision> decisions;
  for (const auto& entry : counts_) {
    uint32_t all = 0;
    uint32_t best = 0;
    CitationMaker::Decision decision;
    decision.key = entry.first;
    for (const auto& edit : entry.second) {
      all += edit.second;
      if (edit.second <= best) continue;
      best = edit.second;
      decision.edit = edit.first;
    }
    if (all >= kMinWeight) decisions.push_back(decision);
  }
  return CitationMaker::Layout(decisions);
}

}  // namespace isnad::extraction
