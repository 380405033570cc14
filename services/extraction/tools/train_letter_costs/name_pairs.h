// Files of names in two scripts, and which of them are held out for measuring.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_NAME_PAIRS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_NAME_PAIRS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/matching/spelling.h"

namespace isnad::extraction {

// A name word as written in both scripts.
struct NamePair {
  std::string latin;
  std::string arabic;
  int count = 1;  // times seen, where the file says so
  matching::Spelling latin_spelling;
  matching::Spelling arabic_spelling;

  // Every tenth Latin word, by a hash of its plain letters, is kept out of training.
  bool held_out = false;
};

// Reads a file of lines "latin<TAB>arabic[<TAB>count]" or "arabic<TAB>latin[<TAB>count]"; the
// letters of the Arabic word may be set apart by spaces. Lines without letters on either side are
// left out. NOT_FOUND when there is no such file, INVALID_ARGUMENT with the first line that is no
// pair.
absl::StatusOr<std::vector<NamePair>> ReadNamePairs(const std::string& path);

// FNV-1a over the letters of the plain Latin spelling, a tenth of the values.
bool IsHeldOut(const matching::Spelling& latin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_LETTER_COSTS_NAME_PAIRS_H_
