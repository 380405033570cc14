// Ties name spans to entities: one entity for all spellings of a name.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_ENTITY_LINKER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_ENTITY_LINKER_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Builds the entities of one text. Not thread-safe; one object per text.
//
// Spans of one gazetteer entry are one entity. Other spans are one entity when they are written
// alike, when they are full names of people that sound alike in either script, or when the one
// stands in parentheses right after the other. A full name that sounds like a gazetteer person is
// that person. Words that sound like the surname of a full name are short names of it.
class EntityLinker {
 public:
  EntityLinker(const NameLexicon* lexicon, Analysis* analysis);

  // Replaces mentions and entities of the analysis. `spans` do not overlap and are in text order.
  void Link(std::vector<NameSpan> spans);

 private:
  std::vector<std::string> WordsOf(const NameSpan& span) const;
  void SettleTypes(std::vector<NameSpan>* spans) const;
  int EntityFor(const NameSpan& span, int previous);
  int FindAlike(const NameSpan& span, const std::vector<std::string>& words) const;
  bool InParenthesesAfter(const NameSpan& span, const Mention& before) const;
  int AddEntity(const NameSpan& span);
  void AddMention(const NameSpan& span, int entity);
  void CountAlias(int entity, absl::string_view surface, MentionKind kind);
  void AddSurnames(const TokenMask& mask);
  int SurnameOwner(absl::string_view folded) const;
  void MergeLoneSurnames();

  const NameLexicon& lexicon_;
  Analysis* analysis_;
  absl::flat_hash_map<int, int> by_entry_;
  absl::flat_hash_map<std::string, int> by_key_;
  std::vector<std::vector<std::vector<std::string>>> full_names_;  // by entity
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_ENTITY_LINKER_H_
