// Job titles in a text, with whose and where: "the former chief scientist at OpenAI, X".

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_ROLE_PHRASES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_ROLE_PHRASES_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"

namespace isnad::extraction {

// A job title where it stands.
struct RolePhrase {
  TokenRange title;   // the title's own words, adjectives such as "former" included
  TokenRange tokens;  // the title with the organisation that it names
  std::string key;    // lexicon key, for example "CHIEF_EXECUTIVE"
  bool former = false;
  bool senior = false;    // of a rank that leads the organisation or a large part of it
  bool of_state = false;  // of a state or its servants
};

// Immutable after Create; safe for concurrent use.
class RoleTitles {
 public:
  static absl::StatusOr<std::unique_ptr<RoleTitles>> Create(const LexiconFiles& files);

  // Titles in text order, longest first where they overlap.
  std::vector<RolePhrase> Find(const Analysis& analysis) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  // folded, without article
    std::string key;
    bool senior = false;
    bool of_state = false;
  };
  // Those that a word may open, as it stands or without article, accusative, pronoun or plural;
  // null when there are none.
  const std::vector<Phrase>* PhrasesFrom(const Token& first) const;

  // Phrases by first word, longest first.
  absl::flat_hash_map<std::string, std::vector<Phrase>> by_first_word_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_ROLE_PHRASES_H_
