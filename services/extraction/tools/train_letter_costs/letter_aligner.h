// Learns how groups of letters of one spelling become groups of another.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_LETTER_ALIGNER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_LETTER_ALIGNER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/matching/letter_costs.h"

namespace isnad::extraction {

// Letters of two spellings of one name (matching::Spelling::letters), and how much the pair counts.
struct SpellingPair {
  std::string left;
  std::string right;
  double weight = 1;
};

// A step from a group of letters to another.
struct LearnedStep {
  std::string left;
  std::string right;
  // How often the step is expected in the pairs.
  double count = 0;
  // The share of the places with the left group where the step is taken, and the same of the right
  // group; an empty group has a place at every letter.
  double share_of_left = 0;
  double share_of_right = 0;
};

struct AlignerOptions {
  int iterations = 6;
  // What a step of more than two letters gives up of its count per letter beyond, so that small
  // steps win where they explain as much.
  double discount = 0.5;
  // Steps with less than this count are forgotten.
  double least_count = 0.2;
  // Pairs whose probability per letter is below this (natural log) after two iterations are taken
  // for wrong and count a tenth.
  double doubtful_per_letter = -2.6;
  // How much likelier a letter is to stay as it is, at the start; 1 between scripts.
  double identity_bonus = 1;
  // Right groups of two letters that are one sound ("تش"): groups of several letters may become
  // them.
  std::vector<std::string> right_digraphs;
  // Counts that are added in every iteration: what is known from elsewhere.
  std::vector<LearnedStep> prior;
  double prior_weight = 0;
};

// Many-to-one alignment by expectation maximisation (Jiampojamarn et al. 2007) over groups of up
// to three letters, the ends of the word among them; one of both groups is a single letter, and
// only single letters may be added or left out. Deterministic: the same pairs in the same order
// give the same steps, sorted by letters.
std::vector<LearnedStep> LearnSteps(const std::vector<SpellingPair>& pairs,
                                    const AlignerOptions& options);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_LETTER_ALIGNER_H_
