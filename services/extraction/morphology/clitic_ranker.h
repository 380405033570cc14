// Chooses among the cuts of a word with a learned linear model.
//
// Features follow the segmenters that rank candidates by corpus counts of stems (Abdelali et al.
// 2016, "Farasa"): the clitics, how frequent host and word are by themselves and relative to each
// other, how many other clitics attach to the host, lexicon classes, and letters at the borders.
// Weights are an averaged perceptron's (Collins 2002), trained by tools/train_morphology.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITIC_RANKER_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITIC_RANKER_H_

#include <cstdint>
#include <string>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/extraction/morphology/clitic_candidates.h"
#include "services/extraction/morphology/letter_word.h"
#include "services/extraction/morphology/lexical_table.h"

namespace isnad::extraction {

// Hashed features of one cut.
using CutFeatures = absl::InlinedVector<uint32_t, 64>;

// What stays the same for all cuts of one word.
struct WholeWord {
  WholeWord(const LetterWord& word, const LexicalTable& table);

  const LetterWord& word;
  const LexicalTable& table;
  const LexicalRecord& record;
  // Count of the word without its first letter, where that may be a conjunction.
  uint8_t tail_log_count = 0;
};

// Fills `features` of a cut. Feature numbers are below kCutFeatureCount.
constexpr uint32_t kCutFeatureCount = 1 << 16;
void FeaturesOfCut(const WholeWord& whole, const CliticCut& cut, CutFeatures* features);

// The host as it would be written alone: ta marbuta instead of teh before a pronoun, alef maqsura
// instead of alef, hamza by itself, ta marbuta where a hasty writer left its dots away. The most
// frequent of the spellings.
struct HostSpelling {
  const LexicalRecord* record = nullptr;
  // Letter that stands for the last one; kNone: the host stays as it is.
  uint8_t last_letter = letter::kNone;
  // The silent alef of the plural goes behind the host.
  bool silent_alef = false;

  // The host of the word that is written `form`, in this spelling.
  std::string Text(absl::string_view form, const CliticCut& cut) const;
};
HostSpelling SpellHost(const LetterWord& word, const CliticCut& cut, const LexicalTable& table);

// Immutable, thread-safe; refers to memory of the model.
class CliticRanker {
 public:
  CliticRanker() = default;
  CliticRanker(LexicalTable table, absl::Span<const int16_t> weights)
      : table_(table), weights_(weights) {}

  // The best cut. `*margin`, unless null, gets the distance to the second best, in units of the
  // scale that the weights were quantised with.
  CliticCut Best(const LetterWord& word, int* margin) const;

 private:
  LexicalTable table_;
  absl::Span<const int16_t> weights_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITIC_RANKER_H_
