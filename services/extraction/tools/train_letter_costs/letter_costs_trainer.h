// Makes the file of letter costs out of name pairs.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_LETTER_COSTS_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_LETTER_COSTS_TRAINER_H_

#include <string>
#include <vector>

#include "services/extraction/tools/train_letter_costs/name_pairs.h"

namespace isnad::extraction {

enum class HeldOutPairs { kLeaveOut, kLearn };

// The lines of the file (see matching::LetterCosts::Parse): steps between the scripts from the
// pairs, steps within Arabic from Arabic words that share a Latin one and within Latin from Latin
// words that share an Arabic one, and how surprising each letter is after each other. Only
// statistics of letters are in it, no names. Deterministic.
std::string TrainLetterCosts(const std::vector<NamePair>& pairs, HeldOutPairs held_out);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_LETTER_COSTS_TRAINER_H_
