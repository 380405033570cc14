#include "services/facts/engines/sql/keyset.h"

#include <cstddef>

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"

namespace isnad::facts::sql {
namespace {

absl::StatusOr<SqlValue> Parse(const std::string& text, Keyset::Type type) {
  int64_t integer = 0;
  double real = 0;
  if (type == Keyset::Type::kText) return SqlValue::Text(text);
  if (type == Keyset::Type::kInteger && absl::SimpleAtoi(text, &integer)) {
    return SqlValue::Integer(integer);
  }
  if (type == Keyset::Type::kReal && absl::SimpleAtod(text, &real)) return SqlValue::Real(real);
  return absl::InvalidArgumentError("the page position is not one of this order");
}

template <typename Value>
int Sign(const Value& a, const Value& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

int Compare(const SqlValue& a, const SqlValue& b) {
  switch (a.kind) {
    case SqlValue::Kind::kInteger:
      return Sign(a.integer, b.integer);
    case SqlValue::Kind::kReal:
      return Sign(a.real, b.real);
    default:
      return Sign(a.text, b.text);
  }
}

}  // namespace

std::string Keyset::OrderBy() const {
  std::string sql = "ORDER BY ";
  for (size_t i = 0; i < columns_.size(); ++i) {
    absl::StrAppend(&sql, i == 0 ? "" : ", ", columns_[i].expression,
                    columns_[i].direction == Direction::kDescending ? " DESC" : "");
  }
  return sql;
}

std::string Keyset::SelectList() const {
  std::string sql;
  for (const Column& column : columns_) absl::StrAppend(&sql, ", ", column.expression);
  return sql;
}

absl::StatusOr<SqlFragment> Keyset::After(const Position& position) const {
  SqlFragment fragment;
  if (position.empty()) return fragment;
  if (position.size() != columns_.size()) {
    return absl::InvalidArgumentError("the page position is not one of this order");
  }
  std::vector<SqlValue> values;
  for (size_t i = 0; i < columns_.size(); ++i) {
    ISNAD_ASSIGN_OR_RETURN(SqlValue value, Parse(position[i], columns_[i].type));
    values.push_back(std::move(value));
  }
  // The columns that go the same way as the first: (a, b) > (x, y), which an index on them can
  // begin with.
  const bool descending = columns_[0].direction == Direction::kDescending;
  std::vector<std::string> alike;
  for (const Column& column : columns_) {
    if (column.direction != columns_[0].direction) break;
    alike.push_back(column.expression);
  }
  const bool all = alike.size() == columns_.size();
  fragment.sql =
      absl::StrCat("(", absl::StrJoin(alike, ", "), ") ", descending ? "<" : ">", all ? "" : "=",
                   " (", absl::StrJoin(std::vector<std::string>(alike.size(), "?"), ", "), ")");
  fragment.values.assign(values.begin(),
                         values.begin() + static_cast<std::ptrdiff_t>(alike.size()));
  if (all) return fragment;
  // AND ((a > x) OR (a = x AND b > y) OR ...)
  fragment.sql += " AND (";
  for (size_t last = 0; last < columns_.size(); ++last) {
    absl::StrAppend(&fragment.sql, last == 0 ? "(" : " OR (");
    for (size_t i = 0; i <= last; ++i) {
      const char* const after = columns_[i].direction == Direction::kDescending ? " < ?" : " > ?";
      absl::StrAppend(&fragment.sql, i == 0 ? "" : " AND ", columns_[i].expression,
                      i < last ? " = ?" : after);
      fragment.values.push_back(values[i]);
    }
    fragment.sql += ")";
  }
  fragment.sql += ")";
  return fragment;
}

std::vector<SqlValue> Keyset::ReadValues(const Query& row, int width) const {
  std::vector<SqlValue> values;
  values.reserve(columns_.size());
  for (size_t i = 0; i < columns_.size(); ++i) {
    const int column = width + static_cast<int>(i);
    switch (columns_[i].type) {
      case Type::kInteger:
        values.push_back(SqlValue::Integer(row.GetInt(column)));
        break;
      case Type::kReal:
        values.push_back(SqlValue::Real(row.GetReal(column)));
        break;
      case Type::kText:
        values.push_back(SqlValue::Text(row.GetText(column)));
        break;
    }
  }
  return values;
}

bool Keyset::IsBefore(const std::vector<SqlValue>& one, const std::vector<SqlValue>& other) const {
  for (size_t i = 0; i < columns_.size(); ++i) {
    const int order = Compare(one[i], other[i]);
    if (order == 0) continue;
    return (order < 0) == (columns_[i].direction == Direction::kAscending);
  }
  return false;
}

Position Keyset::PositionOf(const std::vector<SqlValue>& values) {
  Position position;
  for (const SqlValue& value : values) {
    switch (value.kind) {
      case SqlValue::Kind::kInteger:
        position.push_back(absl::StrCat(value.integer));
        break;
      case SqlValue::Kind::kReal:
        position.push_back(absl::StrFormat("%.17g", value.real));
        break;
      default:
        position.push_back(value.text);
    }
  }
  return position;
}

absl::StatusOr<SqlFragment> SelectPage(const std::string& columns, const std::string& from,
                                       const SqlFragment& where, const Keyset& keyset,
                                       const PageQuery& page_query) {
  ISNAD_ASSIGN_OR_RETURN(const SqlFragment after, keyset.After(page_query.after));
  SqlFragment page;
  page.sql = absl::StrCat("SELECT ", columns, keyset.SelectList(), from, " WHERE (", where.sql,
                          ") AND (", after.sql, ") ", keyset.OrderBy(), " LIMIT ?");
  page.values = where.values;
  page.values.insert(page.values.end(), after.values.begin(), after.values.end());
  page.values.push_back(SqlValue::Integer(page_query.limit + 1));
  return page;
}

int CountColumns(absl::string_view select_list) {
  int depth = 0;
  int columns = 1;
  for (const char c : select_list) {
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (c == ',' && depth == 0) ++columns;
  }
  return columns;
}

}  // namespace isnad::facts::sql
