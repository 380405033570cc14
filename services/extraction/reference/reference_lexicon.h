// What words say of the entities that they point back at: the lexicon of the reference stage.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_LEXICON_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_LEXICON_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"

namespace isnad::extraction {

// A set of entity types. Default: none.
class TypeSet {
 public:
  void Add(EntityType type) { bits_ |= Bit(type); }
  void AddAll(TypeSet other) { bits_ |= other.bits_; }
  bool Has(EntityType type) const { return (bits_ & Bit(type)) != 0; }
  bool empty() const { return bits_ == 0; }

 private:
  static uint8_t Bit(EntityType type) { return static_cast<uint8_t>(1 << static_cast<int>(type)); }
  uint8_t bits_ = 0;
};

// Nouns and phrases of one meaning.
struct Description {
  EntityType type = EntityType::kUnknown;  // kUnknown fits all
  absl::flat_hash_set<std::string> classes;
  WordGender gender = WordGender::kUnknown;
  bool any_class = false;
  bool owner = false;
  double confidence = 0.7;
  std::string key;
};

enum class ModifierKind { kNone, kSame, kOther, kParent, kOwner, kStartup };

// A job title of one or more words.
struct TitlePhrase {
  std::vector<std::string> words;  // folded, without articles
  std::string key;                 // lexicon key, for example "CHIEF_EXECUTIVE"
};

// Words of a folded phrase and the description that it is.
struct DescriptionPhrase {
  std::vector<std::string> words;
  int description = -1;
};

// Immutable after Create, thread-safe. All words are looked up in folded form.
class ReferenceLexicon {
 public:
  // Reads "descriptions_*" and the titles in "cues_*". INVALID_ARGUMENT when a file does not parse.
  static absl::StatusOr<std::unique_ptr<ReferenceLexicon>> Create(const LexiconFiles& files);

  const Description& description(int i) const { return descriptions_[i]; }

  // Descriptions that an undefined singular noun gives; null when it is none.
  const std::vector<int>* WithNoun(absl::string_view noun) const;
  // Phrases that open with a word, longest first; null when there are none.
  const std::vector<DescriptionPhrase>* PhrasesFrom(absl::string_view word) const;
  // Titles that open with a word without article, longest first; null when there are none.
  const std::vector<TitlePhrase>* TitlesFrom(absl::string_view word) const;

  ModifierKind Modifier(absl::string_view word) const;
  // Country key of an adjective in any gender, with or without article; empty for other words.
  absl::string_view NationalityOf(absl::string_view word) const;
  // What owns the noun (as it stands before a pronoun) or is the object of the verb; empty when the
  // word tells nothing.
  TypeSet NounSelects(absl::string_view noun) const;
  TypeSet VerbSelects(absl::string_view lemma) const;
  bool IsSkippedHost(absl::string_view word) const { return skipped_.contains(word); }
  bool IsSpeechVerb(absl::string_view lemma) const { return speech_verbs_.contains(lemma); }
  // A title that may stand for somebody never called so before.
  bool IsLoneTitle(absl::string_view key) const { return lone_titles_.contains(key); }
  WordGender GenderOfName(absl::string_view given_name) const;

 private:
  using TypesByWord = absl::flat_hash_map<std::string, TypeSet>;

  absl::Status Add(const lexicon::Descriptions& file);
  absl::Status AddDescription(const lexicon::Description& entry);
  void AddWords(const lexicon::Descriptions& file);
  void AddTitles(const lexicon::NameCues& cues);

  std::vector<Description> descriptions_;
  absl::flat_hash_map<std::string, std::vector<int>> nouns_;
  absl::flat_hash_map<std::string, std::vector<DescriptionPhrase>> phrases_;
  absl::flat_hash_map<std::string, std::vector<TitlePhrase>> titles_;
  absl::flat_hash_map<std::string, ModifierKind> modifiers_;
  absl::flat_hash_map<std::string, std::string> nationalities_;
  TypesByWord noun_types_;
  TypesByWord verb_types_;
  absl::flat_hash_set<std::string> skipped_;
  absl::flat_hash_set<std::string> speech_verbs_;
  absl::flat_hash_set<std::string> lone_titles_;
  absl::flat_hash_map<std::string, WordGender> name_genders_;
};

// A reading of a folded word as conjunction and preposition, article and noun.
struct DefiniteReading {
  absl::string_view noun;    // of the surface
  int stripped_letters = 0;  // letters before the article; "لل" counts whole
  bool fused = false;        // "لل": the preposition has taken the alef of the article
};

// Readings of a folded word that carries the article: "والشركه" and "للشركه" read as "شركه". Empty
// for words without it.
using DefiniteReadingList = absl::InlinedVector<DefiniteReading, 4>;
DefiniteReadingList DefiniteReadings(absl::string_view surface);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_LEXICON_H_
