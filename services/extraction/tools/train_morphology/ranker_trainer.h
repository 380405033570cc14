// Trains the weights of CliticRanker.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_RANKER_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_RANKER_TRAINER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/morphology/clitic_candidates.h"
#include "services/extraction/morphology/letter_word.h"
#include "services/extraction/morphology/lexical_table.h"

namespace isnad::extraction {

// A word with its right cut.
struct CutExample {
  LetterWord word;
  CliticCut gold;
};

// The candidate of `word` with these clitics (folded, article "ال" last of the proclitics). False
// when there is none.
bool FindCut(const LetterWord& word, const std::vector<std::string>& proclitics,
             absl::string_view enclitic, CliticCut* cut);

// Averaged perceptron over the candidates of each example. The same examples give the same weights.
std::vector<int16_t> TrainRanker(const LexicalTable& table,
                                 const std::vector<CutExample>& examples);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_RANKER_TRAINER_H_
