// What a large text tells about a word: which words it is interchangeable with, how often it is
// written, and in whose company.
//
// The facts were learned from Arabic news and encyclopaedia text by tools/train_words. They cover
// words that the lexicons and the annotated sentences never had, which is where taggers fail.

#ifndef ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_DISTRIBUTION_H_
#define ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_DISTRIBUTION_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/extraction/distribution/word_layout.h"
#include "services/extraction/model/model_file.h"

namespace isnad::extraction {

// Facts about one word. All but `known` are zero for an unknown word.
//
// A share is a bucket of 0 to 15: 0 when it was never seen, else 10 + floor(log2(share)) kept
// between 1 and 15. So 9 says "half of the times or more", 6 "a sixteenth or more"; ratios that
// exceed one reach 15. Rare words have their shares damped, so that a single sighting says little.
struct WordFacts {
  bool known = false;

  // Clusters of skip-gram vectors: words of one topic and use. Ids have no order.
  uint16_t fine_cluster = 0;
  uint8_t coarse_cluster = 0;
  // Leaf of the Brown tree: words with the same neighbours. The first turn is the highest of
  // `brown_length` bits; words whose paths share a longer prefix are more alike.
  uint8_t brown_length = 0;
  uint32_t brown_bits = 0;

  uint8_t frequency = 0;  // floor(log2(count)), from 1 up

  // Ratios of how often longer spellings occur to how often the word does.
  uint8_t with_article = 0;      // "ال" + word: names rarely take the article
  uint8_t with_pronoun = 0;      // word + possessive or object pronoun
  uint8_t with_conjunction = 0;  // "و" or "ف" + word
  uint8_t with_preposition = 0;  // "ب", "ل" or "ك" + word

  // Shares of the word's places right after, or before, words that announce a kind of name.
  uint8_t after_person_title = 0;  // "الرئيس", "الدكتور", "بن"
  uint8_t after_speech_verb = 0;   // "قال", "أكد"
  uint8_t after_person_name = 0;   // words that open articles' titles about persons: "محمد"
  uint8_t after_place_word = 0;    // "مدينة", "عاصمة", "شمال"
  uint8_t after_locative = 0;      // "في", "إلى"
  uint8_t after_organization_word = 0;  // "شركة", "حزب", "نادي"
  uint8_t after_product_word = 0;       // "تطبيق", "هاتف", "نموذج"
  uint8_t before_speech_verb = 0;
  uint8_t starts_sentence = 0;
  uint8_t before_bracket = 0;  // names are often glossed in brackets or in Latin letters

  // Words that `after_person_name` counts on stand right after this one: it may be a first name.
  uint8_t before_person_name = 0;

  // How many of the word's places are matched by titles of articles, and of those titles the shares
  // of articles whose first sentence says that they are about a person, a place, an organisation,
  // or a work or product.
  uint8_t in_title = 0;
  uint8_t in_person_title = 0;
  uint8_t in_place_title = 0;
  uint8_t in_organization_title = 0;
  uint8_t in_product_title = 0;

  // The first `length` turns of the Brown path, distinct between lengths; the whole path when it is
  // shorter. 0 for an unknown word.
  uint32_t BrownPrefix(int length) const {
    if (!known) return 0;
    const int kept = length < brown_length ? length : brown_length;
    return 1u << kept | brown_bits >> (brown_length - kept);
  }
};

// Facts of a word or of what its proclitics leave of it.
struct StrippedFacts {
  WordFacts facts;
  // Leading bytes of the form that were left out; 0 when the word itself is known.
  int stripped_bytes = 0;
};

// Looks words up in a model. A handle on the mapped file: cheap to copy, immutable, thread-safe.
class WordDistribution {
 public:
  // DATA_LOSS when sections do not fit each other; else errors of ModelFile.
  static absl::StatusOr<WordDistribution> Of(const ModelFile& model);

  // Facts of a word as written (`Token::form`). Two cache misses.
  WordFacts Find(absl::string_view form) const;

  // The same, and when the word is unknown, facts of the first known one of these candidates:
  // without "و" or "ف"; then without "بال", "كال", "لل" or "ال"; then without "ب", "ل", "ك" or "س",
  // the last two also behind a conjunction. At least two letters stay. Last, a final "ى" is read as
  // "ي" and a final "ه" as "ة", as hasty writers swap them.
  StrippedFacts FindStripped(absl::string_view form) const;

  int size() const { return static_cast<int>(entries_.size()); }

 private:
  WordDistribution(const ModelFile& model, absl::Span<const word_layout::Entry> entries,
                   absl::Span<const uint32_t> buckets, absl::Span<const word_layout::Path> paths)
      : model_(model), entries_(entries), buckets_(buckets), paths_(paths) {}

  const word_layout::Entry* Locate(uint64_t key) const;
  WordFacts FactsOf(const word_layout::Entry& entry) const;
  bool FindInto(absl::string_view form, int stripped_bytes, StrippedFacts* found) const;

  ModelFile model_;
  absl::Span<const word_layout::Entry> entries_;
  absl::Span<const uint32_t> buckets_;
  absl::Span<const word_layout::Path> paths_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_DISTRIBUTION_WORD_DISTRIBUTION_H_
