#include "services/answering/answers/table_comparison.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/answering/answers/alternative.h"
#include "services/answering/answers/compared_degree.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/passages/table_column.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A word of the question must be matched this well in a row or in the heading of a column.
constexpr double kLeastMatch = 0.5;
// Share of an alternative's words that its row must have.
constexpr double kLeastShare = 0.5;
constexpr double kConfidence = 0.85;

// A cell that may be compared.
struct Cell {
  const PassageView* header = nullptr;
  const PassageView* row = nullptr;
  const v1::Value* value = nullptr;
  Range heading;
};

Range PlaceOf(const v1::Value& value) { return {value.span().begin(), value.span().end()}; }

bool IsOfAlternative(const Inquiry& inquiry, int word) {
  const auto& alternatives = inquiry.reading.alternatives();
  return std::any_of(alternatives.begin(), alternatives.end(), [&](const v1::Span& alternative) {
    return inquiry.words.IsWithin(word, alternative);
  });
}

// How many of the question's words the heading has, the alternatives' apart.
double MatchOf(const Inquiry& inquiry, const PassageView& header, Range heading) {
  double sum = 0;
  for (const WordMatch& match : header.matches()) {
    if (match.strength < kLeastMatch || IsOfAlternative(inquiry, match.word)) continue;
    if (heading.Contains(header.TokenBytes(match.token))) sum += match.strength;
  }
  return sum;
}

// The row for the alternative that has the largest share of it, and none of the other.
const PassageView* RowOf(const Inquiry& inquiry, int alternative) {
  const auto& alternatives = inquiry.reading.alternatives();
  const PassageView* best = nullptr;
  double most = 0;
  for (const PassageView& view : inquiry.pool.views()) {
    if (!IsTableRow(view)) continue;
    const double share = AlternativeShare(inquiry, view, alternatives[alternative]);
    const double other = AlternativeShare(inquiry, view, alternatives[1 - alternative]);
    if (share < kLeastShare || share <= most || other >= share) continue;
    most = share;
    best = &view;
  }
  return best;
}

// The cell of the row under the heading that has most of the question's words; of time, one that is
// a date, whatever its heading.
Cell CellOf(const Inquiry& inquiry, const PassageView& row, const PassageView& header,
            bool in_time) {
  Cell best;
  double most = in_time ? -1 : 0;
  for (const v1::Value& value : row.passage().values()) {
    if (value.has_date() != in_time) continue;
    const Range heading = HeaderCell(header, row, PlaceOf(value));
    if (heading.empty()) continue;
    const double match = MatchOf(inquiry, header, heading);
    if (match <= most) continue;
    most = match;
    best = {&header, &row, &value, heading};
  }
  return best;
}

double MeasureOf(const v1::Value& value) {
  if (!value.has_date()) return AmountOf(value);
  const google::type::Date& date = value.date().start_date();
  return 10000.0 * date.year() + 100.0 * date.month() + date.day();
}

absl::string_view CellText(const PassageView& view, Range place) {
  return absl::StripAsciiWhitespace(view.Text(place));
}

}  // namespace

Draft AnswerFromTable(const Inquiry& inquiry, const std::vector<v1::Token>& tokens) {
  Draft draft;
  const ComparedDegree compared = DegreeOf(tokens);
  const auto& alternatives = inquiry.reading.alternatives();
  if (compared.degree == Degree::kNone || alternatives.size() != 2) return draft;
  Cell cells[2];
  for (const int side : {0, 1}) {
    const PassageView* row = RowOf(inquiry, side);
    const PassageView* header = row == nullptr ? nullptr : TableHeader(inquiry.pool, *row);
    if (header == nullptr || header == row) return draft;
    cells[side] = CellOf(inquiry, *row, *header, compared.in_time());
    if (cells[side].value == nullptr) return draft;
  }
  if (cells[0].row->document().name() != cells[1].row->document().name()) return draft;
  if (cells[0].heading.begin != cells[1].heading.begin) return draft;
  const double first = MeasureOf(*cells[0].value);
  const double second = MeasureOf(*cells[1].value);
  if (first == second) return draft;
  const int winner = (first < second) == compared.least() ? 0 : 1;
  draft.parts.push_back({absl::StrCat(alternatives[winner].quote(), " — "), {}, {}, 0});
  const absl::string_view separator = inquiry.language == Language::kArabic ? "؛ " : "; ";
  for (const int side : {winner, 1 - winner}) {
    if (side != winner) draft.parts.push_back({std::string(separator), {}, {}, 0});
    const Cell& cell = cells[side];
    DraftPart part;
    part.text =
        absl::StrCat(alternatives[side].quote(), ": ", CellText(*cell.row, PlaceOf(*cell.value)));
    part.citations.push_back(cell.row->Cite(cell.row->range()));
    part.confidence = kConfidence;
    draft.parts.push_back(std::move(part));
  }
  DraftPart heading;
  heading.text = absl::StrCat(" («", CellText(*cells[0].header, cells[0].heading), "»)");
  heading.citations.push_back(cells[0].header->Cite(cells[0].header->range()));
  heading.confidence = kConfidence;
  draft.parts.push_back(std::move(heading));
  draft.confidence = kConfidence;
  draft.from_passages = true;
  return draft;
}

}  // namespace isnad::answering
