#include "services/facts/engines/sql/filter_sql.h"

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/entity_counts.h"
#include "services/facts/engines/sql/merge_rows.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

const char* Symbol(FilterOperator op) {
  switch (op) {
    case FilterOperator::kNotEqual:
      return " <> ?";
    case FilterOperator::kLess:
      return " < ?";
    case FilterOperator::kLessEqual:
      return " <= ?";
    case FilterOperator::kGreater:
      return " > ?";
    case FilterOperator::kGreaterEqual:
      return " >= ?";
    case FilterOperator::kEqual:
    case FilterOperator::kHas:
      break;
  }
  return " = ?";
}

class Compiler {
 public:
  Compiler(View& view, FilterTable table) : view_(view), table_(table) {}

  absl::Status Add(const Filter& filter) {
    switch (filter.kind) {
      case Filter::Kind::kEverything:
        out_.sql += "TRUE";
        return absl::OkStatus();
      case Filter::Kind::kAnd:
        return AddAll(filter, " AND ");
      case Filter::Kind::kOr:
        return AddAll(filter, " OR ");
      case Filter::Kind::kNot:
        out_.sql += "NOT (";
        ISNAD_RETURN_IF_ERROR(Add(filter.children[0]));
        out_.sql += ")";
        return absl::OkStatus();
      case Filter::Kind::kCompare:
        return AddComparison(filter);
    }
    return absl::OkStatus();
  }

  SqlFragment Take() { return std::move(out_); }

 private:
  absl::Status AddAll(const Filter& filter, const char* connective) {
    out_.sql += "(";
    for (size_t i = 0; i < filter.children.size(); ++i) {
      if (i > 0) out_.sql += connective;
      ISNAD_RETURN_IF_ERROR(Add(filter.children[i]));
    }
    out_.sql += ")";
    return absl::OkStatus();
  }

  void Number(absl::string_view column, const Filter& filter) {
    absl::StrAppend(&out_.sql, column, Symbol(filter.op));
    out_.values.push_back(SqlValue::Integer(filter.integer));
  }

  void Text(absl::string_view column, const Filter& filter) {
    absl::StrAppend(&out_.sql, column, Symbol(filter.op));
    out_.values.push_back(SqlValue::Text(filter.text));
  }

  void Contains(absl::string_view column, const std::string& text) {
    out_.sql += view_.dialect.Contains(column);
    out_.values.push_back(SqlValue::Text(text));
  }

  // Rows of `column` that the query finds; for "!=" those that it does not. A list rather than a
  // condition on each row, which databases answer by reading all rows.
  void IsIn(absl::string_view column, const Filter& filter, const std::string& query,
            const std::string& value) {
    absl::StrAppend(&out_.sql, column, Membership(filter), query, ")");
    out_.values.push_back(SqlValue::Text(value));
  }

  static const char* Membership(const Filter& filter) {
    return filter.op == FilterOperator::kNotEqual ? " NOT IN (" : " IN (";
  }

  // The facts with evidence from documents with one value in the column. By way of extractions,
  // since evidence is kept in their order.
  std::string FactsOfDocuments(absl::string_view column) const {
    return absl::StrCat(
        "SELECT e.fact FROM document d JOIN extraction x ON x.document = d.row JOIN evidence e ON "
        "e.extraction = x.id AND ",
        Live(view_, "e"), " WHERE ", column, " = ?");
  }

  // `columns` hold refs, one of which must be one of the entities that read as `filter.text`.
  absl::Status Entity(const Filter& filter, const std::vector<std::string>& columns,
                      absl::string_view prefix) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> same,
                           ReadSameEntities(view_, filter.text));
    absl::StrAppend(&out_.sql, filter.op == FilterOperator::kNotEqual ? "NOT (" : "(");
    for (size_t i = 0; i < columns.size(); ++i) {
      absl::StrAppend(&out_.sql, i == 0 ? "" : " OR ", columns[i], " IN (");
      for (size_t j = 0; j < same.size(); ++j) {
        out_.sql += j == 0 ? "?" : ", ?";
        out_.values.push_back(SqlValue::Text(absl::StrCat(prefix, same[j])));
      }
      out_.sql += ")";
    }
    out_.sql += ")";
    return absl::OkStatus();
  }

  absl::Status Speaker(const Filter& filter) {
    absl::StrAppend(&out_.sql, "f.row", Membership(filter),
                    "SELECT e.fact FROM evidence e WHERE e.speaker <> '' AND ", Live(view_, "e"),
                    " AND ");
    Filter equal = filter;
    equal.op = FilterOperator::kEqual;
    ISNAD_RETURN_IF_ERROR(Entity(equal, {"e.speaker"}, ""));
    out_.sql += ")";
    return absl::OkStatus();
  }

  void ValidDate(const Filter& filter) {
    const bool equality =
        filter.op == FilterOperator::kEqual || filter.op == FilterOperator::kNotEqual;
    if (!equality) {
      absl::StrAppend(&out_.sql, "(s.valid_start <> ", kOpenStart, " AND s.valid_start",
                      Symbol(filter.op), ")");
      out_.values.push_back(SqlValue::Integer(filter.integer));
      return;
    }
    // A day equals an interval that it lies in.
    absl::StrAppend(&out_.sql, filter.op == FilterOperator::kNotEqual ? "NOT " : "",
                    "(s.valid_start <> ", kOpenStart,
                    " AND s.valid_start <= ? AND s.valid_end > ?)");
    out_.values.push_back(SqlValue::Integer(filter.integer));
    out_.values.push_back(SqlValue::Integer(filter.integer));
  }

  void PublishTime(const Filter& filter) {
    const char* column = table_ == FilterTable::kDocuments ? "d.publish_time" : "s.first_publish";
    absl::StrAppend(&out_.sql, "(", column, " <> ", UnknownTimeLiteral(), " AND ");
    Number(column, filter);
    out_.sql += ")";
  }

  // The smallest integer has no literal of its own in SQL.
  static std::string UnknownTimeLiteral() { return absl::StrCat("(", kUnknownTime + 1, " - 1)"); }

  absl::Status AddComparison(const Filter& filter) {
    switch (filter.field) {
      case FilterField::kType:
        Text("f.type", filter);
        break;
      case FilterField::kSubject:
        return Entity(filter, {"f.subject_ref"}, "e:");
      case FilterField::kObject:
        return Entity(filter, {"f.object_ref"}, "e:");
      case FilterField::kEntity:
        return Entity(filter, {"f.subject_ref", "f.object_ref"}, "e:");
      case FilterField::kPolarity:
        Number("f.polarity", filter);
        break;
      case FilterField::kModality:
        Number("f.modality", filter);
        break;
      case FilterField::kDocument:
        IsIn("f.row", filter, FactsOfDocuments("d.id"), filter.text);
        break;
      case FilterField::kSource:
        if (table_ == FilterTable::kDocuments) {
          Text("d.source", filter);
          break;
        }
        IsIn("f.row", filter, FactsOfDocuments("d.source"), filter.text);
        break;
      case FilterField::kSpeaker:
        return Speaker(filter);
      case FilterField::kConfidence:
        absl::StrAppend(&out_.sql, "s.confidence", Symbol(filter.op));
        out_.values.push_back(SqlValue::Real(filter.number));
        break;
      case FilterField::kSupport:
        Number("s.support", filter);
        break;
      case FilterField::kValidDate:
        ValidDate(filter);
        break;
      case FilterField::kPublishTime:
        PublishTime(filter);
        break;
      case FilterField::kText:
        Contains("s.search_text", filter.text);
        break;
      case FilterField::kTitle:
        Contains("d.title", filter.text);
        break;
      case FilterField::kEntityType:
        Number("e.type", filter);
        break;
      case FilterField::kEntityClass:
        Text("e.entity_class", filter);
        break;
      case FilterField::kFactCount:
        Number(FactCountSql(view_), filter);
        break;
      case FilterField::kMentionCount:
        Number(MentionCountSql(view_), filter);
        break;
      case FilterField::kState:
        Number("s.state", filter);
        break;
      case FilterField::kKind:
        Number("c.kind", filter);
        break;
      case FilterField::kFact:
        IsIn("c.row", filter,
             absl::StrCat("SELECT m.conflict FROM fact f JOIN conflict_fact m ON m.fact = f.row "
                          "AND ",
                          Live(view_, "m"), " WHERE f.key = ?"),
             filter.text);
        break;
    }
    return absl::OkStatus();
  }

  View& view_;
  const FilterTable table_;
  SqlFragment out_{"", {}};
};

}  // namespace

absl::StatusOr<SqlFragment> CompileFilter(View& view, FilterTable table, const Filter& filter) {
  Compiler compiler(view, table);
  ISNAD_RETURN_IF_ERROR(compiler.Add(filter));
  return compiler.Take();
}

}  // namespace isnad::facts::sql
