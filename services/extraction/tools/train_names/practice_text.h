// Sentences of our own with names filled in: annotated news is of other decades and beats, and most
// names at run time are new ones.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_PRACTICE_TEXT_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_PRACTICE_TEXT_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/extraction/tools/train_names/name_maker.h"
#include "tests/eval/conll_reader.h"

namespace isnad::extraction {

// What the names are made of.
struct PracticeSources {
  std::string sentences;  // path of practice_sentences.txt
  NameParts parts;
};

// `documents` short documents of `sentences` sentences each, in which a few names come again and
// again. Half of the names are invented. Products have the type PROD. Deterministic.
absl::StatusOr<std::vector<eval::ConllDocument>> MakePracticeText(const PracticeSources& sources,
                                                                  int documents, int sentences);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_PRACTICE_TEXT_H_
