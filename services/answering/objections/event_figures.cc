#include "services/answering/objections/event_figures.h"

#include <algorithm>

#include "services/answering/evidence/answer_fit.h"
#include "services/answering/objections/claimed_ends.h"

namespace isnad::answering {

namespace v1 = isnad::v1;

bool IsOfOtherEvent(const Inquiry& inquiry, const Candidate& candidate) {
  if (!AsksForValue(inquiry.reading.answer_type())) return false;
  const ClaimedEnds ends(inquiry, ClaimedEnds::Of::kEvents);
  if (candidate.from_fact) {
    return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
      return !candidate.facts.empty() && fact.name() == candidate.facts.front() &&
             !ends.MayTellFigure(fact);
    });
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && !ends.MayTellFigureIn(*view);
}

bool TellsOtherEvent(const Inquiry& inquiry, const Candidate& sentence) {
  if (!AsksForValue(inquiry.reading.answer_type())) return false;
  const PassageView* view = inquiry.pool.At(sentence.document, sentence.ordinal);
  return view != nullptr && !ClaimedEnds(inquiry, ClaimedEnds::Of::kEvents).MayTellFigureIn(*view);
}

}  // namespace isnad::answering
