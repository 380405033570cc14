// The sequence that the part-of-speech tagger reads: clitics and hosts as words of their own.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_TAG_UNITS_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_TAG_UNITS_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/morphology/clitic_candidates.h"
#include "services/extraction/morphology/letter_word.h"
#include "services/extraction/morphology/lexical_table.h"

namespace isnad::extraction {

// Parts of speech of Universal Dependencies that the tagger tells apart; part of the model format.
enum class Tag : uint8_t {
  kAdjective,
  kAdposition,
  kAdverb,
  kAuxiliary,
  kConjunction,
  kDeterminer,
  kNoun,
  kNumeral,
  kParticle,
  kPronoun,
  kProperNoun,
  kPunctuation,
  kSubordinator,
  kSymbol,
  kVerb,
  kOther,
};
constexpr int kTagCount = 16;

// The tag's name in Universal Dependencies, "ADJ" and so on.
absl::string_view NameOf(Tag tag);
// kOther for names that are no tag.
Tag TagOfName(absl::string_view name);

enum class UnitKind : uint8_t { kProclitic, kHost, kEnclitic, kNumber, kLatin, kMark };

// What the border between two units looks like depends on their classes: whether a word has the
// article, and whether it ends as feminines do, decides if an adjective can follow.
enum class BorderClass : uint8_t {
  kPlain,
  kFeminine,
  kDefinite,
  kDefiniteFeminine,
  kProclitic,
  kEnclitic,
  kMark,
  kOther
};
constexpr int kBorderClassCount = 8;

// Hashed features of a unit: those that tell of itself, and those that tell its neighbours of it.
struct UnitFeatures {
  std::vector<uint32_t> own;
  std::vector<uint32_t> seen_by_others;
  // Those that inflection shows in (hosts only).
  std::vector<uint32_t> inflection;
  BorderClass border = BorderClass::kOther;

  void clear() {
    border = BorderClass::kOther;
    own.clear();
    own.reserve(64);
    seen_by_others.clear();
    seen_by_others.reserve(16);
    inflection.clear();
  }
};

// What the features of words are read from. Plain handles.
struct TagLexicon {
  LexicalTable table;
  // Null when no distributional model is at hand.
  const WordDistribution* distribution = nullptr;
};

// Features of a proclitic letter.
void FeaturesOfProclitic(uint8_t letter, UnitFeatures* features);
// Features of an enclitic by number.
void FeaturesOfEnclitic(uint8_t enclitic, UnitFeatures* features);
// Features of the host that `cut` leaves of `word`, which is written as `form`.
void FeaturesOfHost(const LetterWord& word, absl::string_view form, const CliticCut& cut,
                    const TagLexicon& lexicon, UnitFeatures* features);
// Features of what is no Arabic word: numbers, marks, Latin words and the like.
void FeaturesOfOther(absl::string_view form, UnitKind kind, UnitFeatures* features);

// Places from which a unit sees another; its `seen_by_others` count once for each.
enum class Neighbour : uint8_t { kPrevious, kNext, kBeforePrevious, kAfterNext };
constexpr int kNeighbourCount = 4;

// Number of a neighbour's feature as seen from `place`.
inline uint32_t FeatureSeenFrom(uint32_t feature, Neighbour place) {
  return static_cast<uint32_t>(CombineHash(feature, 0x51ED0000u + static_cast<uint32_t>(place)));
}

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_TAG_UNITS_H_
