// Pages by the sort values of their last row, so that later pages cost no more than the first.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_KEYSET_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_KEYSET_H_

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/filter_sql.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {

// A total order over rows.
class Keyset {
 public:
  enum class Type { kInteger, kReal, kText };
  struct Column {
    std::string expression;
    Type type = Type::kText;
    Direction direction = Direction::kAscending;
  };

  explicit Keyset(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // Of the first column.
  Direction direction() const { return columns_[0].direction; }
  // "ORDER BY ...".
  std::string OrderBy() const;
  // ", a, b": the sort values, to stand after the columns of a SELECT.
  std::string SelectList() const;
  // Rows after `position`; everything when it is empty. INVALID_ARGUMENT when the position has not
  // as many values as there are columns, or values of other types.
  absl::StatusOr<SqlFragment> After(const Position& position) const;
  // Reads the sort values, which stand at the end of a row of `width` columns of its own.
  std::vector<SqlValue> ReadValues(const Query& row, int width) const;
  // Whether the row with the values `one` comes before that with `other`; both were read by this
  // order.
  bool IsBefore(const std::vector<SqlValue>& one, const std::vector<SqlValue>& other) const;
  // Where the row with these values stands.
  static Position PositionOf(const std::vector<SqlValue>& values);

 private:
  std::vector<Column> columns_;
};

// Number of columns of a SELECT list whose commas inside parentheses do not count.
int CountColumns(absl::string_view select_list);

// A page's query: SELECT `columns` `from` WHERE `where`, in the order of `keyset`.
absl::StatusOr<SqlFragment> SelectPage(const std::string& columns, const std::string& from,
                                       const SqlFragment& where, const Keyset& keyset,
                                       const PageQuery& page_query);

// Reads the page that SelectPage with these columns asks for.
template <typename Row>
absl::StatusOr<Page<Row>> TakePage(Query& query, const std::string& columns, const Keyset& keyset,
                                   const PageQuery& page_query,
                                   const std::function<absl::StatusOr<Row>(const Query&)>& read) {
  Page<Row> page;
  std::vector<SqlValue> last;
  const int width = CountColumns(columns);
  while (query.Next()) {
    if (static_cast<int>(page.rows.size()) == page_query.limit) {
      page.next = Keyset::PositionOf(last);
      break;
    }
    ISNAD_ASSIGN_OR_RETURN(Row row, read(query));
    page.rows.push_back(std::move(row));
    if (static_cast<int>(page.rows.size()) == page_query.limit) {
      last = keyset.ReadValues(query, width);
    }
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return page;
}

template <typename Row>
absl::StatusOr<Page<Row>> ReadPage(View& view, const std::string& columns, const std::string& from,
                                   const SqlFragment& where, const Keyset& keyset,
                                   const PageQuery& page_query,
                                   const std::function<absl::StatusOr<Row>(const Query&)>& read) {
  ISNAD_ASSIGN_OR_RETURN(const SqlFragment select,
                         SelectPage(columns, from, where, keyset, page_query));
  Query query = view.connection.Prepare(select.sql);
  query.BindAll(select.values);
  return TakePage<Row>(query, columns, keyset, page_query, read);
}

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_KEYSET_H_
