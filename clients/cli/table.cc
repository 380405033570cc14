#include "clients/cli/table.h"

#include <algorithm>

#include "clients/cli/display_width.h"

namespace isnad::cli {

void Table::Print(std::ostream& out, int max_width) const {
  std::vector<int> widths(rows_.front().size(), 0);
  for (const auto& row : rows_) {
    for (size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], std::min(max_width, DisplayWidth(row[i])));
    }
  }
  for (const auto& row : rows_) {
    for (size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      const std::string cell = FitToWidth(row[i], widths[i]);
      out << cell;
      if (i + 1 < row.size()) out << std::string(widths[i] - DisplayWidth(cell) + 2, ' ');
    }
    out << "\n";
  }
}

}  // namespace isnad::cli
