// Cuts conjunctions, prepositions, article, future particle and object or possessive pronouns off
// a word.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITICS_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITICS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/morphology/word_table.h"

namespace isnad::extraction {

// A reading of a word as clitics and base.
struct CliticSplit {
  std::vector<std::string> proclitics;  // folded, in text order
  std::string base;
  std::string enclitic;            // folded; empty when there is none
  bool definite = false;           // "ال" or "لل" is among the proclitics
  const WordInfo* info = nullptr;  // null when the table does not know the base
};

// Chooses the best split. Cuts towards words that the table knows, and cuts unknown words only
// where spelling leaves little doubt, because a name that loses its first letter is lost. The
// referenced table must outlive the splitter. Thread-safe.
class CliticSplitter {
 public:
  explicit CliticSplitter(const WordTable* table) : table_(table) {}

  // `surface` is Fold(form); `form` keeps hamza and ta marbuta, which tell an ending of the word
  // from a pronoun.
  CliticSplit Split(absl::string_view form, absl::string_view surface) const;

 private:
  struct Proclitics;
  struct Candidate;

  void ConsiderEnclitics(const Proclitics& proclitics, absl::string_view rest,
                         absl::string_view form, Candidate* best) const;
  void Consider(const Proclitics& proclitics, absl::string_view base, absl::string_view enclitic,
                absl::string_view form, Candidate* best) const;
  const WordInfo* FindBase(absl::string_view base, bool before_pronoun, std::string* found) const;

  const WordTable* table_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITICS_H_
