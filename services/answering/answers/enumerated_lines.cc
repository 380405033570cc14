#include "services/answering/answers/enumerated_lines.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/answers/side.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/passages/excerpt.h"
#include "services/answering/passages/list_opening.h"
#include "services/answering/passages/unknown_name.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Sentences that may open the list, best first.
constexpr size_t kOpeningsRead = 4;
constexpr size_t kLeastLines = 2;
constexpr size_t kLineCharacters = 110;
constexpr double kLeastConfidence = 0.6;

// The line has something of the kind that is asked for.
bool IsOfKind(const Inquiry& inquiry, const PassageView& line) {
  const v1::AnswerType type = inquiry.reading.answer_type();
  if (AsksForValue(type)) return !line.passage().values().empty();
  if (!AsksForEntity(type)) return true;
  return HasUnknownName(line) || !line.passage().mentions().empty();
}

std::vector<const PassageView*> LinesOf(const Inquiry& inquiry, const Candidate& opening) {
  const PassageView* view = inquiry.pool.At(opening.document, opening.ordinal);
  if (view == nullptr || !OpensList(view->passage()) ||
      ConfidenceOf(opening.score) < kLeastConfidence || !StatementSuffices(inquiry, opening)) {
    return {};
  }
  std::vector<const PassageView*> lines = LinesUnder(inquiry.pool, *view);
  const bool of_kind = std::all_of(lines.begin(), lines.end(), [&](const PassageView* line) {
    return IsOfKind(inquiry, *line);
  });
  if (!of_kind || lines.size() < kLeastLines) lines.clear();
  return lines;
}

}  // namespace

Draft AnswerWithLines(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  Draft draft;
  std::vector<Candidate> read;
  for (const Candidate& opening : evidence.statements) {
    if (read.size() == kOpeningsRead) break;
    if (IsTaken(read, opening)) continue;
    read.push_back(opening);
    const std::vector<const PassageView*> lines = LinesOf(inquiry, opening);
    if (lines.empty()) continue;
    draft.confidence = ConfidenceOf(opening.score);
    draft.from_passages = true;
    draft.parts.push_back({absl::StrCat(lines.size(), ": "), {opening.citations.front()}, {}, 0});
    const size_t room = kLongAnswer - CharacterCount(draft.parts.front().text);
    const size_t share = std::min(kLineCharacters, room / lines.size() - 4);
    for (const PassageView* line : lines) {
      if (line != lines.front()) {
        draft.parts.push_back({inquiry.language == Language::kArabic ? "؛ " : "; ", {}, {}, 0});
      }
      const Range begin = {line->range().begin, line->range().begin};
      const Range words = Excerpt(*line, inquiry.words, begin, share);
      DraftPart part;
      part.text = Quoted(TrimEnds(CutAtWord(line->Text(words), share)));
      part.citations = {line->Cite(words)};
      part.confidence = draft.confidence;
      draft.parts.push_back(std::move(part));
    }
    return draft;
  }
  return draft;
}

}  // namespace isnad::answering
