// What lists say of words, as the packed facts of the tagger.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NAME_LISTS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NAME_LISTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/names/learned/name_facts.h"
#include "services/extraction/names/learned/name_label.h"

namespace isnad::extraction {

// Facts by the hash of a folded word or phrase.
class NameLists {
 public:
  // Names, cue nouns, titles and demonyms of our own lexicon.
  absl::Status ReadLexicon(const LexiconFiles& files);

  // Arabic tokens of people's names with counts: "latin TAB letters parted by blanks TAB count".
  absl::Status ReadPersonTokens(const std::string& path);

  // Arabic-Latin name pairs: "arabic TAB latin".
  absl::Status ReadTransliterations(const std::string& path);

  // The tables of Camel Morph below a directory.
  absl::Status ReadCamelMorph(const std::string& directory);

  // The words of a hunspell dictionary.
  absl::Status ReadDictionary(const std::string& path);

  // The title of an encyclopedia article whose first words say what it is about.
  void AddTitle(absl::string_view title, absl::string_view first_words);

  const absl::flat_hash_map<uint64_t, uint64_t>& facts() const { return facts_; }

 private:
  void Mark(absl::string_view folded, FactField field, uint64_t value);
  void MarkName(absl::string_view name, FactField field, NameKind kind);
  absl::Status ReadCamelTable(const std::string& path, FactField field);

  absl::flat_hash_map<uint64_t, uint64_t> facts_;
};

// The facts as a table, filled to about four fifths. Deterministic.
std::vector<FactBucket> PackFacts(const absl::flat_hash_map<uint64_t, uint64_t>& facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_NAMES_NAME_LISTS_H_
