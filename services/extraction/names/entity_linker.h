// Ties name spans to entities: one entity for all spellings of a name.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_ENTITY_LINKER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_ENTITY_LINKER_H_

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"
#include "services/extraction/names/spelled_names.h"
#include "services/matching/name_matcher.h"

namespace isnad::extraction {

// Builds the entities of one text. Not thread-safe; one object per text.
//
// Spans of one gazetteer entry are one entity. Other spans are one entity when they are written
// alike, when they are spellings of one name of their type in either script and of no other (see
// services/matching; people by full names), or when the one stands in parentheses right after the
// other. A name that is a gazetteer entry's spelled otherwise is that entry. Words that are the
// surname of a full name, in other letters too, are short names of it.
class EntityLinker {
 public:
  EntityLinker(const NameLexicon* lexicon, Analysis* analysis);

  // Replaces mentions and entities of the analysis. `spans` do not overlap and are in text order.
  void Link(std::vector<NameSpan> spans);

 private:
  std::vector<std::string> WordsOf(const NameSpan& span) const;
  void SettleTypes(std::vector<NameSpan>* spans) const;
  void TypeByTranslation(std::vector<NameSpan>* spans) const;
  int EntityFor(const NameSpan& span, int previous);
  const SpelledName& Spelled(absl::string_view quote, const std::vector<std::string>& words,
                             EntityType type);
  int FindAlike(const NameSpan& span);
  void IndexName(absl::string_view quote, const std::vector<std::string>& words,
                 const NameSpan& span, int entity);
  int SurnameAlike(absl::string_view folded) const;
  bool InParenthesesAfter(const NameSpan& span, const Mention& before) const;
  bool InParentheses(const NameSpan& span, TokenRange name, ByteRange words) const;
  int AddEntity(const NameSpan& span);
  bool OpensWithSurname(const std::vector<std::string>& words) const;
  // The name of the span as it would stand alone.
  std::string WithArticle(const NameSpan& span) const;
  void AddMention(const NameSpan& span, int entity);
  void CountAlias(int entity, absl::string_view surface, MentionKind kind);
  void AddSurnames(const TokenMask& mask);
  int ExactSurnameOwner(absl::string_view folded, int token) const;
  int SurnameOwner(absl::string_view folded, int token) const;
  void MergeLoneSurnames();

  const NameLexicon& lexicon_;
  Analysis* analysis_;
  absl::flat_hash_map<int, int> by_entry_;
  absl::flat_hash_map<std::string, int> by_key_;
  std::vector<bool> has_full_name_;  // of people, by entity
  struct FullName {
    int token = 0;  // where it begins
    int entity = -1;
  };
  // Full names of people in the order of the text, by last word.
  absl::flat_hash_map<std::string, std::vector<FullName>> owners_by_surname_;
  // Where an entity's record has an alias, by entity and surface.
  absl::flat_hash_map<std::pair<int, std::string>, int> alias_places_;

  // A name of an entity of this text, ready for comparison.
  struct KnownName {
    int entity = -1;
    const matching::MatchableName* name = nullptr;
  };
  const matching::NameMatcher matcher_;
  absl::flat_hash_set<std::string> indexed_;  // quotes that are in the indexes
  // Names that no gazetteer has, by type and quote.
  absl::flat_hash_map<std::string, const SpelledName*> spelled_here_;
  std::deque<SpelledName> own_spelled_;
  std::vector<KnownName> known_names_;
  absl::flat_hash_map<std::string, std::vector<int>> names_by_key_;
  std::vector<KnownName> surnames_;
  absl::flat_hash_map<std::string, std::vector<int>> surnames_by_key_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_ENTITY_LINKER_H_
