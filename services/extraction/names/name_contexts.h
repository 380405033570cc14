// Words beside names that speak for a type, from the lexicon files "contexts_*".

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_NAME_CONTEXTS_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_NAME_CONTEXTS_H_

#include <array>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"

namespace isnad::extraction {

// How much speaks for each EntityType, by its number; a cue noun says 3.
using TypeScores = std::array<float, 5>;

inline float& ScoreOf(TypeScores* scores, EntityType type) {
  return (*scores)[static_cast<size_t>(type)];
}

// Adds `more`, which may be null.
inline void Add(const TypeScores* more, TypeScores* scores) {
  if (more == nullptr) return;
  for (size_t i = 0; i < scores->size(); ++i) (*scores)[i] += (*more)[i];
}

// Immutable, thread-safe.
class NameContexts {
 public:
  // INVALID_ARGUMENT when a "contexts_*" file does not parse.
  static absl::StatusOr<NameContexts> Create(const LexiconFiles& files);

  // What words in these places say, by their folded form; null when nothing.
  const TypeScores* Before(absl::string_view word) const { return Find(before_, word); }
  const TypeScores* Behind(absl::string_view word) const { return Find(behind_, word); }
  const TypeScores* Last(absl::string_view word) const { return Find(last_, word); }
  // By the folded dictionary form of the verb: of its subject, of its object.
  const TypeScores* Verb(absl::string_view verb) const { return Find(verb_, verb); }
  const TypeScores* Object(absl::string_view verb) const { return Find(object_, verb); }

 private:
  using Table = absl::flat_hash_map<std::string, TypeScores>;

  // `place` is a lexicon::NameContext::Place.
  Table& TableOf(int place);
  static const TypeScores* Find(const Table& table, absl::string_view word) {
    const auto found = table.find(word);
    return found == table.end() ? nullptr : &found->second;
  }

  Table before_;
  Table behind_;
  Table last_;
  Table verb_;
  Table object_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_NAME_CONTEXTS_H_
