// All ways to cut a word into proclitics, host and enclitic pronoun that its letters allow.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITIC_CANDIDATES_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITIC_CANDIDATES_H_

#include <cstdint>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/letter_word.h"

namespace isnad::extraction {

// Enclitic pronouns by number; 0 is none.
constexpr absl::string_view kEncliticLetters[] = {"",  "ه",  "ها",  "هم", "هن", "هما",
                                                  "ك", "كم", "كما", "نا", "ني", "ي"};
constexpr int kEncliticCount = 12;

// A cut of a word. Proclitics stand in the order conjunction, preposition or future particle,
// article.
struct CliticCut {
  uint8_t conjunction = letter::kNone;  // waw or feh
  uint8_t preposition = letter::kNone;  // beh, kaf, lam, or seen of the future
  bool article = false;
  uint8_t enclitic = 0;  // index into kEncliticLetters
  int8_t begin = 0;      // of the host, in letters; the article is no part of it
  int8_t end = 0;

  bool cut() const { return begin > 0 || enclitic != 0; }
  // A number below kPrefixCount that tells the proclitics apart.
  int prefix_id() const;
};
constexpr int kPrefixCount = 30;

inline bool operator==(const CliticCut& a, const CliticCut& b) {
  return a.conjunction == b.conjunction && a.preposition == b.preposition &&
         a.article == b.article && a.enclitic == b.enclitic;
}

using CliticCuts = absl::InlinedVector<CliticCut, 24>;

// Replaces `cuts` by all candidates, the uncut word first. A host has two letters or more, except
// the prepositions beh and lam before a pronoun.
void ListCliticCuts(const LetterWord& word, CliticCuts* cuts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CLITIC_CANDIDATES_H_
