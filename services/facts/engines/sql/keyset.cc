#include "services/facts/engines/sql/keyset.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"

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
  fragment.sql.clear();
  // (a > x) OR (a = x AND b > y) OR ...
  for (size_t last = 0; last < columns_.size(); ++last) {
    absl::StrAppend(&fragment.sql, last == 0 ? "(" : " OR (");
    for (size_t i = 0; i <= last; ++i) {
      const bool descending = columns_[i].direction == Direction::kDescending;
      absl::StrAppend(&fragment.sql, i == 0 ? "" : " AND ", columns_[i].expression,
                      i < last     ? " = ?"
                      : descending ? " < ?"
                                   : " > ?");
      ISNAD_ASSIGN_OR_RETURN(SqlValue value, Parse(position[i], columns_[i].type));
      fragment.values.push_back(std::move(value));
    }
    fragment.sql += ")";
  }
  return fragment;
}

Position Keyset::Read(const Query& row, int width) const {
  Position position;
  for (size_t i = 0; i < columns_.size(); ++i) {
    const int column = width + static_cast<int>(i);
    switch (columns_[i].type) {
      case Type::kInteger:
        position.push_back(absl::StrCat(row.GetInt(column)));
        break;
      case Type::kReal:
        position.push_back(absl::StrFormat("%.17g", row.GetReal(column)));
        break;
      case Type::kText:
        position.push_back(row.GetText(column));
        break;
    }
  }
  return position;
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
