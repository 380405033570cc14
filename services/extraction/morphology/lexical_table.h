// What the models know of written words: how frequent they are, what attaches to them, which
// lexicons list them, and how they inflect.
//
// The table is hashed: it answers questions about a word at hand but cannot be read out as a list.
// It is learned by tools/train_morphology from raw text, Camel Morph, hunspell-ar and a treebank.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LEXICAL_TABLE_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LEXICAL_TABLE_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/morphology/letter_word.h"

namespace isnad::extraction {

// Lexicon classes of a written word, whole as it stands.
namespace lexical {
enum : uint16_t {
  kPerfect = 1 << 0,
  kImperfect = 1 << 1,
  kAdjective = 1 << 2,
  kComparative = 1 << 3,
  kProperNoun = 1 << 4,
  kAdposition = 1 << 5,
  kConjunction = 1 << 6,
  kPronoun = 1 << 7,
  kParticle = 1 << 8,
  kAdverb = 1 << 9,
  kNumeral = 1 << 10,
  kNominal = 1 << 11,  // noun of any kind
  kVerbal = 1 << 12,   // verb of any kind
  kName = 1 << 13,     // one-word name
  kPlural = 1 << 14,   // broken plural
  kPersonName = 1 << 15,
};
constexpr uint16_t kFunctionWord = kAdposition | kConjunction | kPronoun | kParticle;
}  // namespace lexical

// One written word. A plain value of the model file; 16 bytes.
struct LexicalRecord {
  uint32_t fingerprint = 0;
  uint8_t log_count = 0;    // 4 * log2(1 + occurrences in the raw text); 0: not seen
  uint8_t attachments = 0;  // distinct proclitics seen before it, and << 4 enclitics after it
  uint16_t flags = 0;       // lexical::*
  // How the citation form is made of it (see citation.h) when it is a verb, and when it is none; 0
  // where no lexicon tells.
  uint16_t verb_edit = 0;
  uint16_t nominal_edit = 0;
  // PackFeatures of its reading as a verb and as a nominal.
  uint8_t verb_features = 0;
  uint8_t nominal_features = 0;
  // 0 when no annotated text has it, else 1 + eighths of its occurrences that are parts of names.
  uint8_t name_share = 0;
  uint8_t reserved = 0;

  int proclitics_seen() const { return attachments & 15; }
  int enclitics_seen() const { return attachments >> 4; }
};
static_assert(sizeof(LexicalRecord) == 16, "part of the model format");

// Gender, number, person and aspect in eight bits; voice is left out. 0 is all unknown.
uint8_t PackFeatures(const WordFeatures& features);

// Looks records up by LetterWord hashes. Immutable, thread-safe; refers to memory of the model.
class LexicalTable {
 public:
  LexicalTable() = default;
  // `slots` has a power of two of slots, some of them empty (fingerprint 0).
  explicit LexicalTable(absl::Span<const LexicalRecord> slots) : slots_(slots) {}

  // The record of the word with that hash, or an empty one.
  const LexicalRecord& Find(uint64_t hash) const {
    static constexpr LexicalRecord kUnknown{};
    if (slots_.empty()) return kUnknown;
    const uint64_t mixed = MixHash(hash);
    const uint32_t fingerprint = Fingerprint(mixed);
    const size_t mask = slots_.size() - 1;
    for (size_t slot = mixed & mask;; slot = (slot + 1) & mask) {
      if (slots_[slot].fingerprint == fingerprint) return slots_[slot];
      if (slots_[slot].fingerprint == 0) return kUnknown;
    }
  }

  // Lays records out for the constructor above; `hashes` are those of the words, all different.
  static std::vector<LexicalRecord> Layout(absl::Span<const uint64_t> hashes,
                                           absl::Span<const LexicalRecord> records);

 private:
  // Never 0.
  static uint32_t Fingerprint(uint64_t mixed) { return static_cast<uint32_t>(mixed >> 32) | 1; }

  absl::Span<const LexicalRecord> slots_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_LEXICAL_TABLE_H_
