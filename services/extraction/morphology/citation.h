// Makes citation forms: the perfect of verbs, the singular of nouns, the masculine singular of
// adjectives.
//
// A citation form is made by an edit: some letters go at either end, others come, or the letters
// are put together anew, as broken plurals need. Lexicons tell the edit of words they know; for all
// others a decision list by part of speech and letters at the ends does.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CITATION_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CITATION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/extraction/morphology/lexical_table.h"
#include "services/extraction/morphology/tag_units.h"

namespace isnad::extraction {

// How a citation form is made. A plain value of the model file; 16 bytes.
struct CitationEdit {
  // Letters taken away at the ends, then letters put there. When `assembled` is not 0, the form is
  // `added` instead, each element a letter number or kSource + the index of a letter of the word,
  // for words of `assembled` letters.
  static constexpr uint8_t kSource = 128;
  static constexpr int kMaxAdded = 10;
  uint8_t assembled = 0;
  uint8_t cut_before = 0;
  uint8_t cut_after = 0;
  uint8_t added_before = 0;  // how many of `added` go before the word
  uint8_t added_count = 0;
  uint8_t added[kMaxAdded] = {};
  uint8_t reserved = 0;
};
static_assert(sizeof(CitationEdit) == 16, "part of the model format");

// The edit from one word, both without marks, to another; an edit of 0 letters when they are the
// same. False when there is none of that form.
bool MakeEdit(absl::string_view word, absl::string_view citation, CitationEdit* edit);

// Applies an edit. False when the word is too short for it.
bool ApplyEdit(const CitationEdit& edit, absl::string_view word, std::string* citation);

// Kinds of words that have edits of their own.
enum class CitationGroup : uint8_t { kVerb, kNoun, kAdjective, kInvariable };
CitationGroup GroupOf(Tag tag);

// Keys of the decision list, the surest first.
constexpr int kCitationKeyCount = 5;
void CitationKeys(const LetterWord& host, CitationGroup group, uint32_t keys[kCitationKeyCount]);

// Edits and decision list of a model. Immutable, thread-safe; refers to memory of the model.
class CitationMaker {
 public:
  // One decision of the list: a hash table with a power of two of slots, key 0 for an empty one.
  struct Decision {
    uint32_t key = 0;
    uint32_t edit = 0;  // index + 1
  };

  CitationMaker() = default;
  CitationMaker(LexicalTable table, absl::Span<const CitationEdit> edits,
                absl::Span<const Decision> decisions)
      : table_(table), edits_(edits), decisions_(decisions) {}

  // The citation form of a host without clitics, as it would be written alone (see SpellHost).
  // `record` is the host's.
  std::string Make(absl::string_view host, const LexicalRecord& record, Tag tag) const;

  static std::vector<Decision> Layout(absl::Span<const Decision> decisions);

 private:
  // The singular of a plural in -at: with or without ta marbuta, whichever is more frequent.
  bool SingularOfSoundPlural(const LetterWord& letters, absl::string_view host,
                             std::string* citation) const;
  // The edit under a key, 0 when there is none.
  uint32_t FindDecision(uint32_t key) const;

  LexicalTable table_;
  absl::Span<const CitationEdit> edits_;
  absl::Span<const Decision> decisions_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_CITATION_H_
