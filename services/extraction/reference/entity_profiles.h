// What the text says of its entities beside their names: what they are called ("شركة X"), their
// country, and whether words of masculine or feminine gender agree with them.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_ENTITY_PROFILES_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_ENTITY_PROFILES_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

struct EntityProfile {
  // Descriptions that stand before the name or open it, by index.
  absl::flat_hash_set<int> descriptions;
  // Descriptions that words elsewhere in the name hint at ("X Airways"); they shut out no other.
  absl::flat_hash_set<int> hinted;
  // Country key of an adjective beside the name; empty when there is none.
  std::string nationality;
  // Called young: "الشركة الناشئة X".
  bool startup = false;
  // Weight of the signs for either gender.
  double masculine = 0;
  double feminine = 0;
};

// Built once per text from the names in it. Refers to the lexicon and the analysis.
class EntityProfiles {
 public:
  EntityProfiles(const Analysis* analysis, const ReferenceLexicon* lexicon);

  const EntityProfile& of(int entity) const { return profiles_[entity]; }

  // 0 to 1: how well a singular word of that gender may stand for the entity.
  double GenderFit(int entity, WordGender gender) const;

  // 0 to 1: how well a description fits by type and class, its words in the text counting more than
  // what a lexicon says.
  double DescriptionFit(int entity, int description) const;

 private:
  void ReadMention(const Mention& mention);
  void ReadWordsBefore(const Mention& mention, EntityProfile* profile) const;
  void ReadWordsAfter(const Mention& mention, EntityProfile* profile) const;
  void ReadOwnWords(const Mention& mention, EntityProfile* profile) const;
  void ReadHints(const std::vector<absl::string_view>& words, EntityProfile* profile) const;
  bool AllCompanyLike(const EntityProfile& profile) const;
  void AddPriors(int entity);

  const Analysis& analysis_;
  const ReferenceLexicon& lexicon_;
  std::vector<EntityProfile> profiles_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_ENTITY_PROFILES_H_
