#include "services/answering/domain/evidence_gate.h"

#include <algorithm>

#include "services/answering/domain/answer_fit.h"
#include "services/answering/domain/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// The rarest name of the question must be at least this close to a figure, and to anything else.
constexpr double kNameNearFigure = NameShares::kNeighbour;
constexpr double kNameNearAnything = NameShares::kDocument;

// Share of the name that the fewest passages mention: the one that tells the question from others.
double RarestNameShare(const Inquiry& inquiry, const PassageView& view) {
  double share = 1.0;
  size_t fewest = inquiry.pool.views().size() + 1;
  for (const LinkedName& link : inquiry.links.links()) {
    size_t mentioning = 0;
    for (const PassageView& other : inquiry.pool.views()) {
      mentioning += inquiry.meter.NameShare(other, link) >= NameShares::kWordsOnly ? 1 : 0;
    }
    if (mentioning >= fewest) continue;
    fewest = mentioning;
    share = inquiry.meter.NameShare(view, link);
  }
  return share;
}

bool NamesAreNear(const Inquiry& inquiry, const Candidate& candidate, double least) {
  if (inquiry.links.links().empty()) return true;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view == nullptr || RarestNameShare(inquiry, *view) >= least;
}

// The question asks for an end of a relation that was read surely, yet no fact fills it.
bool IsUnconfirmed(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& relation = inquiry.reading.relations(0);
  const bool end = relation.asked_role() == "subject" || relation.asked_role() == "object" ||
                   relation.asked_role() == "counterpart";
  return end && relation.confidence() >= kSureRelation;
}

bool HasContent(const Inquiry& inquiry) { return inquiry.words.content_importance() > 0; }

}  // namespace

bool SpanSuffices(const Inquiry& inquiry, const Candidate& candidate) {
  if (ConfidenceOf(candidate.score) < inquiry.min_confidence) return false;
  if (candidate.from_fact && candidate.relevance.coverage == 0) return true;
  const double least = !inquiry.reading.asked_attribute().empty() ? kLeastAttributeCoverage
                       : IsUnconfirmed(inquiry, candidate)        ? kLeastUnconfirmedCoverage
                       : candidate.from_fact                      ? 0.5 * kLeastCoverage
                                                                  : kLeastCoverage;
  if (HasContent(inquiry) && candidate.relevance.coverage < least) return false;
  const v1::AnswerType type = inquiry.reading.answer_type();
  const bool figure = AsksForValue(type) && type != v1::ANSWER_TYPE_DATE;
  return candidate.from_fact ||
         NamesAreNear(inquiry, candidate, figure ? kNameNearFigure : kNameNearAnything);
}

bool StatementSuffices(const Inquiry& inquiry, const Candidate& candidate) {
  if (ConfidenceOf(candidate.score) < inquiry.min_confidence) return false;
  if (HasContent(inquiry) && candidate.relevance.coverage < kLeastCoverage) return false;
  if (!inquiry.reading.asked_attribute().empty()) return false;
  return NamesAreNear(inquiry, candidate, kNameNearAnything);
}

}  // namespace isnad::answering
