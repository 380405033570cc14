// Finds what short names, descriptions and pronouns stand for.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/reference/antecedent_chooser.h"
#include "services/extraction/reference/antecedent_model.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

// The reference stage: joins short names with full ones (see short_names.h), then reads the text
// once from its beginning and adds mentions of kind kDescription and kPronoun, in text order. Adds
// no entities. Rules and what they are sure of at most:
//
//   "short-form"            سديم for سديم للحوسبة                                              0.85
//   "given-name"            ريم for ريم الشاويش                                                0.85
//   "acronym"               ESA for "وكالة الفضاء الأوروبية (ESA)"                             0.85
//   "definite-description"  الشركة، المختبر، الشركة الأميركية، عملاق التكنولوجيا 0.8
//   "identified-description" X، الشركة التي؛ X هي الشركة: the name before
//   "owner-description"     مالكة X، الشركة المطورة لـ X: the owner of X, if the text names it  0.8
//   "parent-description"    الشركة الأم: the owner of the company in mind                      0.75
//   "latter"                الأخير، الأخيرة، المذكور as nouns: who was named last              0.6
//   "title-description"     الوزير، الرئيس التنفيذي للشركة: who bore the title before          0.7
//   "speaker-pronoun"       قالت X إنها, and with the last speaker: وأضاف أنه                  0.8
//   "clause-pronoun"        لكنه، لأنها, and أنه where it is not the speaker                   0.8
//   "relative-pronoun"      X الذي عينته                                                      0.8
//   "possessive-pronoun"    رئيسها، منصبه، لديها                                              0.8
//   "object-pronoun"        أقالته                                                            0.8
//   "preposition-pronoun"   معه، إليها                                                        0.8
//   "group-description"     الشركتان، الطرفان: a mention for each of two                      0.6
//   "group-pronoun"         كلاهما، بينهما، زملائهم: a mention for each member                 0.6
//
// Definite descriptions and singular pronouns are decided by a learned ranker among the entities
// that agree and nobody (see antecedent_model.h); confidence rises with its probability, from 0.5
// to 0.8. Of the other rules, confidence falls when the next best entity is near. Pronouns of a
// group have the same range as many times as it has members. Linear in the text for passages of
// bounded length. Immutable after Create, thread-safe.
class ReferenceResolver {
 public:
  // INVALID_ARGUMENT when a "descriptions_*" or "cues_*" file is broken.
  static absl::StatusOr<std::unique_ptr<ReferenceResolver>> Create(const LexiconFiles& files,
                                                                   AntecedentModel model);
  // With the model "references" of a set. Errors as above and of AntecedentModel.
  static absl::StatusOr<std::unique_ptr<ReferenceResolver>> Create(const LexiconFiles& files,
                                                                   const ModelSet& models);
  // With the model that was built into the binary.
  static absl::StatusOr<std::unique_ptr<ReferenceResolver>> Create(const LexiconFiles& files);

  // Needs tokens with morphology, values and names.
  void Resolve(Analysis* analysis) const;

  // Also tells what was weighed for each word that the model decided on, for who learns from it.
  void Resolve(Analysis* analysis, std::vector<ReferenceDecision>* decisions) const;

 private:
  ReferenceResolver(std::unique_ptr<ReferenceLexicon> lexicon, AntecedentModel model);

  std::unique_ptr<ReferenceLexicon> lexicon_;
  AntecedentModel model_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_
