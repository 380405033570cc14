// A name, read for comparison.

#ifndef ISNAD_SERVICES_MATCHING_NAME_H_
#define ISNAD_SERVICES_MATCHING_NAME_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/matching/spelling.h"

namespace isnad::matching {

// What a word is worth in a name.
enum class WordRole {
  kCore,
  kInitial,     // a single letter: "S.", "ج."
  kParticle,    // may be left out: bin, van, de, al, بن
  kDesignator,  // says only what kind of thing has the name: Inc, شركة
};

struct NameWord {
  WordRole role = WordRole::kCore;
  Spelling spelling;
  // For a Latin word that may be read letter by letter ("GPT"), its Arabic letter names, written
  // together ("جيبيتي"); for a given name that is not said as written ("Sean"), its usual Arabic
  // spelling. Else empty.
  Spelling other_reading;
  bool upper_case = false;
};

// The words of a name in order, hyphens and dots taken for spaces, apostrophes for nothing. What
// holds a digit is a code, not a word: "4o" in "GPT-4o".
struct NameWords {
  std::vector<NameWord> words;
  std::vector<std::string> codes;
};

// Reads a name as written; letter case tells acronyms from words. At most kMostNameWords words are
// read.
NameWords ReadName(absl::string_view utf8);

constexpr size_t kMostNameWords = 8;

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_NAME_H_
