#include "services/facts/engines/sql/filter_sql.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
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
  Compiler(View& view, FilterTable table, Access access = Access::kFind)
      : view_(view), table_(table), access_(access) {}

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

  // What the filter lists, as of CompileFactList.
  absl::Status FactList(const Filter& filter) {
    if (filter.field == FilterField::kSpeaker) {
      absl::StrAppend(&out_.sql, "SELECT e.fact FROM evidence e WHERE e.speaker <> '' AND ",
                      Live(view_, "e"), " AND ");
      return IsOneOf(filter.text, {"e.speaker"}, "");
    }
    if (filter.field == FilterField::kSource) {
      absl::StrAppend(&out_.sql, "SELECT e.fact FROM evidence e WHERE ", Live(view_, "e"), " AND ");
      IsOfSource(filter);
      return absl::OkStatus();
    }
    // By way of extractions, since evidence is kept in their order.
    absl::StrAppend(&out_.sql,
                    "SELECT e.fact FROM document d JOIN extraction x ON x.document = d.row JOIN "
                    "evidence e ON e.extraction = x.id AND ",
                    Live(view_, "e"), " WHERE d.id = ?");
    out_.values.push_back(SqlValue::Text(filter.text));
    return absl::OkStatus();
  }

  // An end of facts, which must be the entity; where `other` is not it, too.
  absl::Status End(const Filter& filter, const std::string& column, const std::string& other) {
    ISNAD_RETURN_IF_ERROR(IsOneOf(filter.text, {column}, ""));
    // Indexes leave out ends that are no entities.
    absl::StrAppend(&out_.sql, " AND ", column, " <> ''");
    if (other.empty()) return absl::OkStatus();
    out_.sql += " AND NOT ";
    return IsOneOf(filter.text, {view_.dialect.Unindexed(other)}, "");
  }

  // The evidence `e` of what the filter lists, as of CompileEvidence.
  void EvidenceOf(absl::string_view column, const std::string& value) {
    // Evidence of the same fact that was recorded before says that the fact was met before.
    absl::StrAppend(&out_.sql, "e.", column, " <> '' AND e.", column, " = ? AND ", Live(view_, "e"),
                    " AND NOT EXISTS (SELECT 1 FROM evidence o WHERE o.", column, " <> '' AND o.",
                    column, " = e.", column, " AND o.fact = e.fact AND o.row < e.row AND ",
                    Live(view_, "o"), view_.dialect.ForEachRow(), ")");
    out_.values.push_back(SqlValue::Text(value));
  }

  // An end of facts in the order of the indexes that begin with it, which must be `entity`; where
  // `other` is none of `same`, too.
  void OrderedEnd(const std::string& entity, const std::string& column, const std::string& other,
                  const std::vector<std::string>& same) {
    // As the indexes have it.
    absl::StrAppend(&out_.sql, "NULLIF(", column, ", '') = ? AND ", column, " <> ''");
    out_.values.push_back(SqlValue::Text(entity));
    if (other.empty()) return;
    absl::StrAppend(&out_.sql, " AND NOT ");
    AnyOf(same, view_.dialect.Unindexed(other));
  }

  // Both ends of facts in the order of the index that has both.
  void Ends(const std::string& subject, const std::string& object) {
    OrderedEnd(subject, "s.subject_entity", "", {});
    absl::StrAppend(&out_.sql, " AND s.object_entity = ? AND s.object_entity <> ''");
    out_.values.push_back(SqlValue::Text(object));
  }

  SqlFragment Take() {
    SqlFragment taken = std::move(out_);
    out_ = {"", {}};
    return taken;
  }

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

  // One of a few values. Written out, so that databases know it when they choose an index.
  void Choice(absl::string_view column, const Filter& filter) {
    absl::StrAppend(&out_.sql, column, absl::StripSuffix(Symbol(filter.op), "?"), filter.integer);
  }

  void Text(absl::string_view column, const Filter& filter) {
    absl::StrAppend(&out_.sql, column, Symbol(filter.op));
    out_.values.push_back(SqlValue::Text(filter.text));
  }

  void Contains(absl::string_view column, const std::string& text) {
    out_.sql += view_.dialect.Contains(column);
    out_.values.push_back(SqlValue::Text(text));
  }

  // A column of facts.
  std::string Of(absl::string_view column) const {
    return access_ == Access::kTry ? view_.dialect.Unindexed(column) : std::string(column);
  }

  static const char* Membership(const Filter& filter) {
    return filter.op == FilterOperator::kNotEqual ? " NOT IN (" : " IN (";
  }

  // Facts that the query lists; for "!=" those that it does not. A list rather than a condition on
  // each row, which databases answer by reading all rows; but not where rows are tried anyway.
  absl::Status IsListed(const Filter& filter) {
    if (access_ == Access::kTry) return HasEvidence(filter);
    absl::StrAppend(&out_.sql, "s.fact", Membership(filter));
    ISNAD_RETURN_IF_ERROR(FactList(filter));
    out_.sql += ")";
    return absl::OkStatus();
  }

  absl::Status HasEvidence(const Filter& filter) {
    const bool document = filter.field == FilterField::kDocument;
    absl::StrAppend(&out_.sql, filter.op == FilterOperator::kNotEqual ? "NOT " : "",
                    "EXISTS (SELECT 1 FROM evidence e",
                    document ? " JOIN document d ON d.row = e.document" : "",
                    " WHERE e.fact = s.fact AND ", Live(view_, "e"), " AND ");
    if (filter.field == FilterField::kSpeaker) {
      out_.sql += "e.speaker <> '' AND ";
      ISNAD_RETURN_IF_ERROR(IsOneOf(filter.text, {"e.speaker"}, ""));
    } else if (filter.field == FilterField::kSource) {
      IsOfSource(filter);
    } else {
      absl::StrAppend(&out_.sql, view_.dialect.Unindexed("d.id"), " = ?");
      out_.values.push_back(SqlValue::Text(filter.text));
    }
    absl::StrAppend(&out_.sql, view_.dialect.ForEachRow(), ")");
    return absl::OkStatus();
  }

  // Of evidence `e`.
  void IsOfSource(const Filter& filter) {
    out_.sql += "e.source <> '' AND e.source = ?";
    out_.values.push_back(SqlValue::Text(filter.text));
  }

  // `columns` hold entities, one of which must read as `entity`.
  absl::Status IsOneOf(const std::string& entity, const std::vector<std::string>& columns,
                       const char* connective) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> same, ReadSameEntities(view_, entity));
    out_.sql += "(";
    for (size_t i = 0; i < columns.size(); ++i) {
      out_.sql += i == 0 ? "" : connective;
      AnyOf(same, columns[i]);
    }
    out_.sql += ")";
    return absl::OkStatus();
  }

  void AnyOf(const std::vector<std::string>& values, absl::string_view column) {
    absl::StrAppend(&out_.sql, column, " IN (");
    for (size_t i = 0; i < values.size(); ++i) {
      out_.sql += i == 0 ? "?" : ", ?";
      out_.values.push_back(SqlValue::Text(values[i]));
    }
    out_.sql += ")";
  }

  absl::Status Entity(const Filter& filter, const std::vector<std::string>& columns) {
    if (filter.op == FilterOperator::kNotEqual) out_.sql += "NOT ";
    return IsOneOf(filter.text, columns, " OR ");
  }

  void ValidDate(const Filter& filter) {
    const bool equality =
        filter.op == FilterOperator::kEqual || filter.op == FilterOperator::kNotEqual;
    if (!equality) {
      const std::string column = Of("s.valid_order");
      absl::StrAppend(&out_.sql, "(", column, " <> ", kOpenEnd, " AND ", column, Symbol(filter.op),
                      ")");
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
    const std::string column =
        table_ == FilterTable::kDocuments ? "d.publish_time" : Of("s.first_publish");
    absl::StrAppend(&out_.sql, "(", column, " <> ", UnknownTimeLiteral(), " AND ");
    Number(column, filter);
    out_.sql += ")";
  }

  // The smallest integer has no literal of its own in SQL.
  static std::string UnknownTimeLiteral() { return absl::StrCat("(", kUnknownTime + 1, " - 1)"); }

  absl::Status AddComparison(const Filter& filter) {
    switch (filter.field) {
      case FilterField::kType:
        Text(Of("s.type"), filter);
        break;
      case FilterField::kSubject:
        return Entity(filter, {Of("s.subject_entity")});
      case FilterField::kObject:
        return Entity(filter, {Of("s.object_entity")});
      case FilterField::kEntity:
        return Entity(filter, {Of("s.subject_entity"), Of("s.object_entity")});
      case FilterField::kPolarity:
        Choice("s.polarity", filter);
        break;
      case FilterField::kModality:
        Choice("s.modality", filter);
        break;
      case FilterField::kDocument:
        return IsListed(filter);
      case FilterField::kSource:
        if (table_ == FilterTable::kDocuments) {
          Text("d.source", filter);
          break;
        }
        return IsListed(filter);
      case FilterField::kSpeaker:
        return IsListed(filter);
      case FilterField::kConfidence:
        absl::StrAppend(&out_.sql, Of("s.confidence"), Symbol(filter.op));
        out_.values.push_back(SqlValue::Real(filter.number));
        break;
      case FilterField::kSupport:
        Number(Of("s.support"), filter);
        break;
      case FilterField::kValidDate:
        ValidDate(filter);
        break;
      case FilterField::kPublishTime:
        PublishTime(filter);
        break;
      case FilterField::kText:
        Contains(table_ == FilterTable::kFacts
                     ? "(SELECT n.search_text FROM fact_now n WHERE n.fact = s.fact)"
                     : "(SELECT p.search_text FROM fact_past p WHERE p.fact = s.fact AND "
                       "p.recorded = s.recorded)",
                 filter.text);
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
        absl::StrAppend(&out_.sql, "c.row", Membership(filter),
                        "SELECT m.conflict FROM fact f JOIN conflict_fact m ON m.fact = f.row AND ",
                        Live(view_, "m"), " WHERE f.key = ?)");
        out_.values.push_back(SqlValue::Text(filter.text));
        break;
    }
    return absl::OkStatus();
  }

  View& view_;
  const FilterTable table_;
  const Access access_;
  SqlFragment out_{"", {}};
};

}  // namespace

absl::StatusOr<SqlFragment> CompileFilter(View& view, FilterTable table, const Filter& filter,
                                          Access access) {
  Compiler compiler(view, table, access);
  ISNAD_RETURN_IF_ERROR(compiler.Add(filter));
  return compiler.Take();
}

absl::StatusOr<SqlFragment> CompileFactList(View& view, const Filter& filter) {
  Compiler compiler(view, FilterTable::kFacts);
  ISNAD_RETURN_IF_ERROR(compiler.FactList(filter));
  return compiler.Take();
}

absl::StatusOr<std::vector<SqlFragment>> CompileEvidence(View& view, const Filter& filter) {
  std::vector<std::string> values = {filter.text};
  if (filter.field == FilterField::kSpeaker) {
    ISNAD_ASSIGN_OR_RETURN(values, ReadSameEntities(view, filter.text));
  }
  Compiler compiler(view, FilterTable::kFacts);
  std::vector<SqlFragment> evidence;
  for (const std::string& value : values) {
    compiler.EvidenceOf(filter.field == FilterField::kSpeaker ? "speaker" : "source", value);
    evidence.push_back(compiler.Take());
  }
  return evidence;
}

absl::StatusOr<std::vector<SqlFragment>> CompileOrderedEnds(View& view, const Filter& filter) {
  const std::string subject = "s.subject_entity";
  const std::string object = "s.object_entity";
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> same, ReadSameEntities(view, filter.text));
  Compiler compiler(view, FilterTable::kFacts);
  std::vector<SqlFragment> ends;
  for (const std::string& entity : same) {
    if (filter.field != FilterField::kObject) {
      compiler.OrderedEnd(entity, subject, "", same);
      ends.push_back(compiler.Take());
    }
    if (filter.field != FilterField::kSubject) {
      const bool either = filter.field == FilterField::kEntity;
      compiler.OrderedEnd(entity, object, either ? subject : "", same);
      ends.push_back(compiler.Take());
    }
  }
  return ends;
}

absl::StatusOr<std::vector<SqlFragment>> CompilePair(View& view, const Filter& one,
                                                     const Filter& other) {
  constexpr size_t kMostPairs = 16;
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> ones, ReadSameEntities(view, one.text));
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> others, ReadSameEntities(view, other.text));
  std::vector<SqlFragment> pairs;
  if (ones.front() == others.front() || ones.size() * others.size() > kMostPairs) return pairs;
  const auto may_be_ends = [](const Filter& subject, const Filter& object) {
    return subject.field != FilterField::kObject && object.field != FilterField::kSubject;
  };
  Compiler compiler(view, FilterTable::kFacts);
  for (const std::string& first : ones) {
    for (const std::string& second : others) {
      if (may_be_ends(one, other)) {
        compiler.Ends(first, second);
        pairs.push_back(compiler.Take());
      }
      if (may_be_ends(other, one)) {
        compiler.Ends(second, first);
        pairs.push_back(compiler.Take());
      }
    }
  }
  return pairs;
}

absl::StatusOr<std::vector<SqlFragment>> CompileEnds(View& view, const Filter& filter) {
  const std::string subject = "s.subject_entity";
  const std::string object = "s.object_entity";
  std::vector<SqlFragment> ends;
  if (filter.field != FilterField::kObject) {
    Compiler compiler(view, FilterTable::kFacts);
    ISNAD_RETURN_IF_ERROR(compiler.End(filter, subject, ""));
    ends.push_back(compiler.Take());
  }
  if (filter.field != FilterField::kSubject) {
    Compiler compiler(view, FilterTable::kFacts);
    const bool either = filter.field == FilterField::kEntity;
    ISNAD_RETURN_IF_ERROR(compiler.End(filter, object, either ? subject : ""));
    ends.push_back(compiler.Take());
  }
  return ends;
}

}  // namespace isnad::facts::sql
