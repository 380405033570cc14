#include "services/answering/answers/beside_answer.h"

#include <algorithm>
#include <utility>

#include "services/answering/answers/candidate_text.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/span_finder.h"
#include "services/answering/evidence/statement_finder.h"
#include "services/answering/objections/event_objections.h"
#include "services/answering/passages/house_noun.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr double kLeastFit = 0.6;
constexpr double kLeastMatch = 0.5;
// Farther than any word behind the answer: before it, and in the next sentence.
constexpr int kBefore = 1000;
constexpr int kNext = 2000;
constexpr size_t kStatementCharacters = 290;
constexpr size_t kCharacters = 150;
// It is told by where it stands alone.
constexpr double kConfidence = 0.6;

// A word of the part stands in the sentence, names apart.
bool HasOwnWord(const Inquiry& inquiry, const PassageView& view) {
  return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
    return match.strength >= kLeastMatch &&
           inquiry.words.words()[match.word].role == QuestionWord::Role::kContent;
  });
}

bool IsOfKind(const Inquiry& inquiry, const Candidate& span) {
  const v1::AnswerType type = inquiry.reading.answer_type();
  if (AsksForValue(type)) {
    return span.kind == Candidate::Kind::kValue && !IsVagueFigure(span.value);
  }
  return span.kind == Candidate::Kind::kEntity;
}

// How far from the answer in the order in which they are tried, negative where it cannot be one.
int DistanceOf(const Inquiry& inquiry, const AnswerPlace& answer, const Candidate& span) {
  const PassageView* view = inquiry.pool.At(span.document, span.ordinal);
  if (view == nullptr || span.document != answer.document) return -1;
  const int at = view->TokenAt(span.place.begin);
  if (span.ordinal != answer.ordinal) return HasOwnWord(inquiry, *view) ? kNext + at : -1;
  if (span.place.Overlaps(answer.place) || IsHouseNoun(*view, span.place)) return -1;
  const int apart = at - view->TokenAt(answer.place.begin);
  return apart >= 0 ? apart : kBefore - apart;
}

// In the sentence itself, in the one behind it, or in another one that has a word of the part.
absl::optional<Candidate> FindCause(const Inquiry& inquiry, const AnswerPlace& answer) {
  absl::optional<Candidate> best;
  int least = 0;
  for (Candidate& statement : FindStatements(inquiry, kStatementCharacters)) {
    const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
    if (view == nullptr || LacksCause(inquiry, statement)) continue;
    const int step = statement.ordinal - answer.ordinal;
    const bool near = step == 0 || step == 1;
    if (!near && !HasOwnWord(inquiry, *view)) continue;
    const int rank = near ? step : 2;
    if (best.has_value() && rank >= least) continue;
    least = rank;
    best = std::move(statement);
  }
  return best;
}

}  // namespace

absl::optional<Candidate> FindBeside(const Inquiry& inquiry, const Draft& before) {
  if (!before.place.has_value()) return absl::nullopt;
  const v1::AnswerType type = inquiry.reading.answer_type();
  if (type == v1::ANSWER_TYPE_REASON) return FindCause(inquiry, *before.place);
  if (!AsksForEntity(type) && !AsksForValue(type)) return absl::nullopt;
  absl::optional<Candidate> nearest;
  int least = 0;
  for (Candidate& span : FindSpans(inquiry)) {
    if (!IsOfKind(inquiry, span) || span.fit < kLeastFit) continue;
    if (!span.entity.empty() &&
        (span.entity == before.entity || inquiry.links.all().contains(span.entity))) {
      continue;
    }
    const int distance = DistanceOf(inquiry, *before.place, span);
    if (distance < 0 || (nearest.has_value() && distance >= least)) continue;
    least = distance;
    nearest = std::move(span);
  }
  return nearest;
}

Draft AnswerBeside(const Inquiry& inquiry, const Candidate& beside) {
  Draft draft;
  DraftPart part = CandidatePart(beside, kCharacters, inquiry.language);
  part.confidence = kConfidence;
  draft.parts.push_back(std::move(part));
  draft.confidence = kConfidence;
  draft.entity = beside.entity;
  draft.from_passages = true;
  return draft;
}

}  // namespace isnad::answering
