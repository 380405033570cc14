// Aligned columns for terminals.

#ifndef ISNAD_CLIENTS_CLI_TABLE_H_
#define ISNAD_CLIENTS_CLI_TABLE_H_

#include <ostream>
#include <string>
#include <vector>

namespace isnad::cli {

class Table {
 public:
  explicit Table(std::vector<std::string> headings) : rows_({std::move(headings)}) {}

  // As many cells as headings.
  void AddRow(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  // Columns as wide as their widest cell, at most `max_width` each; longer cells are cut.
  void Print(std::ostream& out, int max_width = 48) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_TABLE_H_
