// The words that the lexicon knows, with all their inflected forms.

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WORD_TABLE_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WORD_TABLE_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/verb_features.h"

namespace isnad::extraction {

// How a form got into the table, the surest first. Shortened forms are jussives and the like, which
// often spell another word.
enum class WordRank { kClosedClass, kCitation, kListed, kInflected, kShortened };

// What the table knows of a folded form.
struct WordInfo {
  // Folded citation form: perfect third person singular of verbs and of their masdars and
  // participles, singular of nouns.
  absl::string_view lemma;  // valid as long as the table
  PartOfSpeech part_of_speech = PartOfSpeech::kUnknown;
  WordRank rank = WordRank::kInflected;
  // Readings that the spelling allows.
  bool can_be_verb = false;
  bool can_be_nominal = false;
  bool stop_word = false;
  // A particle or preposition that takes no further clitics but a conjunction.
  bool closed_class = false;
  VerbFeatures verb;
};

// Immutable after creation, thread-safe. Built from the "words_*" files of the lexicon:
//   words_closed*   list name = part of speech in Universal Dependencies letters ("ADP", "CCONJ",
//                   "PART", "PRON", "DET", "ADV", "VERB"...), words = function words, whole forms
//   words_verbs*    list name = family, words = perfect, imperfect, then masdars and participles
//   words_nouns*    list name = singular, words = broken plurals and other irregular forms
//   words_plain*    list name = part of speech, words = citation forms
// and, so that no letter is cut off a known name, from the Arabic names in "gazetteer_*"
// and the given names in "cues_*".
// Files of other names are left alone.
class WordTable {
 public:
  // INVALID_ARGUMENT names the file and list that break the scheme above.
  static absl::StatusOr<WordTable> Create(const LexiconFiles& files);

  // Null when the form is unknown. `folded` as made by Fold.
  const WordInfo* Find(absl::string_view folded) const;

  size_t size() const { return words_.size(); }

 private:
  WordTable() = default;

  absl::Status AddClosedClass(const LexiconFiles& files);
  absl::Status AddVerbs(const LexiconFiles& files);
  absl::Status AddNouns(const LexiconFiles& files);
  absl::Status AddPlain(const LexiconFiles& files);
  void AddNames(const LexiconFiles& files);
  void AddName(absl::string_view name);
  // The word is a clitic before a word that the table knows for sure.
  bool HasKnownBase(absl::string_view folded) const;
  // `lemma` has the lifetime of the table.
  void AddVerbFamily(absl::string_view lemma, absl::string_view perfect,
                     absl::string_view imperfect);
  void AddNominal(absl::string_view word, absl::string_view lemma, PartOfSpeech part_of_speech,
                  WordRank rank);
  void Add(absl::string_view form, const WordInfo& info);

  // The text with the lifetime of the table.
  absl::string_view Keep(std::string text);

  // By hash of the form: forms themselves would take most of the time of creation.
  absl::flat_hash_map<uint64_t, WordInfo> words_;
  std::unique_ptr<std::deque<std::string>> kept_ = std::make_unique<std::deque<std::string>>();
};

// "NOUN" to kNoun and so on; kUnknown for other letters.
PartOfSpeech PartOfSpeechFromName(absl::string_view name);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_WORD_TABLE_H_
