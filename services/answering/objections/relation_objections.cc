#include "services/answering/objections/relation_objections.h"

#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A word that tells the relation must be matched this well.
constexpr double kLeastRelationMatch = 0.45;

}  // namespace

bool LacksRelation(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& relation = inquiry.reading.relations(0);
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || IsTableRow(*view) || relation.confidence() < kSureRelation) return false;
  const PassageView* heading =
      inquiry.pool.At(candidate.document, view->passage().heading_ordinal());
  bool any = false;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (!inquiry.words.IsWithin(static_cast<int>(i), relation.trigger())) continue;
    if (inquiry.words.words()[i].role != QuestionWord::Role::kContent) continue;
    any = true;
    if (view->best()[i] >= kLeastRelationMatch) return false;
    if (heading != nullptr && heading->best()[i] >= kLeastRelationMatch) return false;
  }
  return any;
}

}  // namespace isnad::answering
