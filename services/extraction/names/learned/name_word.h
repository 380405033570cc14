// What the learned tagger sees of a token: hashes of its letters and of parts of them.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_WORD_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_WORD_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/distribution/word_distribution.h"

namespace isnad::extraction {

constexpr int kNameAffixes = 4;
constexpr int kBareReadings = 4;

// The word without the clitics of one reading.
struct BareReading {
  uint64_t hash = 0;
  uint8_t letters_off = 0;  // letters that were taken off
  uint8_t kind = 0;         // which clitics: see name_word.cc
};

struct NameWord {
  uint64_t key = 0;      // of all that is known of the word: the same for equal tokens alone
  uint64_t written = 0;  // the letters as written, but yeh without regard to its dots
  uint64_t folded = 0;   // Token::surface; all numbers of one length are alike
  // The first and last 1 to 4 letters; 0 when the word has no more letters than that.
  std::array<uint64_t, kNameAffixes> prefix{};
  std::array<uint64_t, kNameAffixes> suffix{};
  std::array<BareReading, kBareReadings> bare{};
  uint8_t bare_count = 0;
  uint8_t letters = 0;
  uint8_t shape = 0;  // TokenShape, and the case of Latin letters
  bool quote = false;
  bool arabic = false;
};

// Reads a token of which the tokeniser filled shape, form and surface. Allocates nothing.
NameWord ReadNameWord(absl::string_view form, absl::string_view surface, TokenShape shape);

// NameWord::key of a token, without reading it.
uint64_t NameWordKey(absl::string_view form, absl::string_view surface, TokenShape shape);

struct WordScores;

// A text as the tagger reads it.
struct NameText {
  std::vector<NameWord> words;
  std::vector<StrippedFacts> distribution;  // of each word; empty when there is no model of words
  std::vector<TokenRange> sentences;        // of all words, in order
  std::vector<const WordScores*> known;     // what a model remembers of each word; may be empty
};

// The tokens of each passage that has some.
std::vector<TokenRange> SentencesOf(const Analysis& analysis);

// What raw text says of a token; nothing of marks.
StrippedFacts DistributionOf(const Token& token, const WordDistribution& distribution);

// The words and passages of an analysis whose tokens are there. `distribution` may be null.
NameText ReadNameText(const Analysis& analysis, const WordDistribution* distribution);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_NAME_WORD_H_
