// Finds what short names, descriptions and pronouns stand for.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/reference/document_subject.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

// The reference stage: joins short names with full ones (see short_names.h), then reads the text
// once from its beginning and adds mentions of kind kDescription and kPronoun, in text order, after
// the salience model of discourse.h. Adds no entities. Rules and what they are sure of at most:
//
//   "short-form"            سديم for سديم للحوسبة                                              0.85
//   "given-name"            ريم for ريم الشاويش                                                0.85
//   "acronym"               ESA for "وكالة الفضاء الأوروبية (ESA)"                             0.85
//   "definite-description"  الشركة، المختبر، الشركة الأميركية، عملاق التكنولوجيا: the most salient
//                           entity of fitting type, kind, country                              0.9
//   "owner-description"     مالكة X، الشركة المطورة لـ X: the owner of X, if the text names it  0.8
//   "parent-description"    الشركة الأم: the owner of the company in mind                      0.75
//   "latter"                الأخير، الأخيرة، المذكور as nouns: who was named last              0.6
//   "title-description"     الوزير، الرئيس التنفيذي للشركة: who bore the title before          0.7
//   "speaker-pronoun"       قالت X إنها, and with the last speaker: وأضاف أنه                  0.8
//   "relative-pronoun"      X الذي عينته                                                      0.7
//   "possessive-pronoun"    رئيسها، منصبه، لديها                                              0.65
//   "object-pronoun"        أقالته                                                            0.65
//   "preposition-pronoun"   معه، إليها                                                        0.5
//   "group-description"     الشركتان، الطرفان: a mention for each of two                      0.6
//   "group-pronoun"         كلاهما، بينهما، زملائهم: a mention for each member                 0.6
//
// Confidence falls when the next best entity is near, and no mention is added when it is too near,
// when nothing fits, or when a common noun may be meant. Pronouns of a group have the same range as
// many times as it has members. Linear in the text for passages of bounded length. Immutable after
// Create, thread-safe.
class ReferenceResolver {
 public:
  // INVALID_ARGUMENT when a "descriptions_*" or "cues_*" file is broken.
  static absl::StatusOr<std::unique_ptr<ReferenceResolver>> Create(const LexiconFiles& files);

  // Needs tokens with morphology, values and names.
  void Resolve(Analysis* analysis) const;

 private:
  explicit ReferenceResolver(std::unique_ptr<ReferenceLexicon> lexicon);

  std::unique_ptr<ReferenceLexicon> lexicon_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_REFERENCE_RESOLVER_H_
