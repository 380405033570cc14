#include "services/facts/engines/postgresql/statement_text.h"

#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace isnad::facts::postgresql {
namespace {

// `sql` with its parameters written as `mark` and their numbers.
std::string Numbered(absl::string_view sql, absl::string_view mark) {
  std::string text;
  text.reserve(sql.size() + 16);
  int last = 0;
  for (size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] != '?') {
      text.push_back(sql[i]);
      continue;
    }
    absl::StrAppend(&text, mark);
    const bool numbered =
        i + 1 < sql.size() && absl::ascii_isdigit(static_cast<unsigned char>(sql[i + 1]));
    if (!numbered) absl::StrAppend(&text, ++last);
  }
  return text;
}

}  // namespace

std::string WithNumberedParameters(absl::string_view sql) { return Numbered(sql, "$"); }

std::string ForEachOfArrays(absl::string_view sql, const std::vector<std::string>& type_names) {
  std::string arrays;
  std::string columns;
  for (size_t i = 1; i <= type_names.size(); ++i) {
    absl::StrAppend(&arrays, i == 1 ? "" : ", ", "CAST($", i, " AS ", type_names[i - 1], "[])");
    absl::StrAppend(&columns, "p", i, ", ");
  }
  const std::string uses =
      absl::StrCat(" FROM unnest(", arrays, ") WITH ORDINALITY AS uses(", columns, "place), ");
  const std::string query = Numbered(sql, "uses.p");
  // Rows in no order of their own need no numbers; the limit keeps the query as it is, asked for
  // each use.
  if (!absl::StrContains(sql, " ORDER BY ")) {
    return absl::StrCat("SELECT uses.place, 0 AS number, rows.*", uses, "LATERAL (", query,
                        " OFFSET 0) AS rows ORDER BY uses.place");
  }
  return absl::StrCat("SELECT uses.place, rows.*", uses,
                      "LATERAL (SELECT ROW_NUMBER() OVER () AS number, found.* FROM (", query,
                      ") AS found) AS rows ORDER BY uses.place, rows.number");
}

}  // namespace isnad::facts::postgresql
