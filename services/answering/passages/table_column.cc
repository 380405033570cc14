#include "services/answering/passages/table_column.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

constexpr absl::string_view kBar = "|";
constexpr int kMostRows = 60;

bool IsRow(const PassageView& view) { return absl::StartsWith(view.Text(view.range()), kBar); }

}  // namespace

const PassageView* TableHeader(const PassagePool& pool, const PassageView& view) {
  if (!IsRow(view)) return nullptr;
  const std::string& document = view.document().name();
  const int own = view.passage().ordinal();
  for (int ordinal = std::max(0, own - kMostRows); ordinal < own; ++ordinal) {
    const PassageView* other = pool.At(document, ordinal);
    if (other == nullptr || !IsRow(*other)) continue;
    if (other->passage().heading_ordinal() == view.passage().heading_ordinal()) return other;
  }
  return nullptr;
}

Range HeaderCell(const PassageView& header, const PassageView& row, Range place) {
  const absl::string_view before = row.Text({row.range().begin, place.begin});
  const auto column = std::count(before.begin(), before.end(), kBar[0]);
  const absl::string_view cells = header.Text(header.range());
  const int start = header.range().begin;
  Range cell;
  int bars = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (cells[i] != kBar[0]) continue;
    ++bars;
    if (bars == column) cell.begin = start + static_cast<int>(i) + 1;
    if (bars == column + 1) cell.end = start + static_cast<int>(i);
  }
  return cell.end > cell.begin ? cell : Range();
}

}  // namespace isnad::answering
