// What the lexicon files know of names: gazetteer entries, titles, cue nouns, given names.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_NAME_LEXICON_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_NAME_LEXICON_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/functional/function_ref.h"
#include "absl/hash/hash.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/shared_cache.h"
#include "services/extraction/names/spelled_names.h"

namespace isnad::extraction {

// One spelling of a gazetteer entry.
struct LexiconAlias {
  std::string surface;
  std::string folded;
  AliasRecord::Kind kind = AliasRecord::Kind::kVariant;
  // A short Latin acronym, which counts only in exactly this case.
  bool exact_case = false;
};

// A person, organisation, product or place of the gazetteers.
struct LexiconEntry {
  std::string key;
  EntityType type = EntityType::kUnknown;
  std::string entity_class;
  std::string ar;
  std::string en;
  std::string wikidata;
  std::string parent;
  bool ambiguous = false;
  std::vector<LexiconAlias> aliases;
};

struct AliasHit {
  int entry = -1;
  int alias = -1;
};

// Type that a cue noun gives to the name after it.
struct NameCue {
  EntityType type = EntityType::kUnknown;
  std::string entity_class;
};

EntityType EntityTypeOf(absl::string_view name);

// Immutable, thread-safe.
class NameLexicon {
 public:
  // INVALID_ARGUMENT when a "gazetteer_*" or "cues_*" file does not parse.
  static absl::StatusOr<NameLexicon> Create(const LexiconFiles& files);

  const std::vector<LexiconEntry>& entries() const { return entries_; }

  // Entries with this spelling, by MatchKey(); null when there are none.
  const std::vector<AliasHit>* FindName(absl::string_view match_key) const;

  // Whether some name's match key begins with these letters; now and then true without one. Most
  // words of a text are told apart here.
  bool BeginsName(absl::string_view match_key) const {
    return prefixes_.contains(absl::Hash<absl::string_view>()(match_key));
  }

  // The only person with this folded surname, or -1.
  int FindUniqueSurname(absl::string_view folded) const;

  // Entries of the type with a name that is this one spelled otherwise, in either script (see
  // matching::NameMatcher); of people full names alone. Places and ambiguous names have none.
  std::vector<int> FindLike(absl::string_view name, EntityType type) const;

  // The same for a caller who needs the name prepared anyway: `spelled` is called when the name was
  // not sought before.
  std::vector<int> FindLike(absl::string_view name, EntityType type,
                            absl::FunctionRef<const SpelledName&()> spelled) const;

  SpelledNames& spelled() const { return *spelled_; }

  // The entry of a key, or -1.
  int FindKey(const std::string& key) const;

  // Phrases are folded words without articles, joined by spaces.
  const NameCue* FindCue(absl::string_view phrase) const;
  bool IsTitle(absl::string_view phrase) const { return titles_.contains(phrase); }
  int longest_phrase() const { return longest_phrase_; }
  // Whether a cue noun or title begins with this folded word without article.
  bool OpensPhrase(absl::string_view word) const { return openers_.contains(word); }

  bool IsGivenName(absl::string_view folded) const { return given_names_.contains(folded); }
  bool IsNotAName(absl::string_view folded) const { return not_names_.contains(folded); }
  // Adjective of a place, folded, with or without article and feminine ending.
  bool IsDemonym(absl::string_view folded) const;

 private:
  std::vector<int> SeekLike(absl::string_view name, EntityType type,
                            const matching::KeyedName& keyed) const;
  static bool DifferInShortSurname(absl::string_view name, absl::string_view folded_alias);
  void AddAlias(const std::string& surface, AliasRecord::Kind kind, int entry);
  void AddAlike(int entry);
  void AddSurname(int entry);
  void AddPhrase(const std::string& phrase);

  std::vector<LexiconEntry> entries_;
  absl::flat_hash_map<std::string, std::vector<AliasHit>> names_;
  absl::flat_hash_map<std::string, int> keys_;
  absl::flat_hash_map<std::string, int> surnames_;            // -1: several people
  absl::flat_hash_map<std::string, std::vector<int>> alike_;  // by match key
  absl::flat_hash_map<std::string, NameCue> cues_;
  absl::flat_hash_set<std::string> titles_;
  absl::flat_hash_set<std::string> given_names_;
  absl::flat_hash_set<std::string> not_names_;
  absl::flat_hash_set<std::string> demonyms_;
  absl::flat_hash_set<size_t> prefixes_;  // hashes
  absl::flat_hash_set<std::string> openers_;
  int longest_phrase_ = 1;
  // Caches. News names the same unknown people and things for weeks.
  std::shared_ptr<SpelledNames> spelled_ = std::make_shared<SpelledNames>();
  using LikeCache = SharedCache<std::string, std::vector<int>>;
  std::shared_ptr<LikeCache> like_ = std::make_shared<LikeCache>();
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_NAME_LEXICON_H_
