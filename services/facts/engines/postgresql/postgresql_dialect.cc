#include "services/facts/engines/postgresql/postgresql_dialect.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/postgresql/posting_index.h"

namespace isnad::facts::postgresql {
namespace {

class DialectOfPostgresql final : public sql::Dialect {
 public:
  // In the collation "C" only letters of ASCII have a lower case, as in SQLite.
  std::string Contains(absl::string_view column) const override {
    return absl::StrCat("strpos(lower(", column, " COLLATE \"C\"), lower(? COLLATE \"C\")) > 0");
  }
  // Ends may be longer than what a B-tree takes.
  std::string SameEnds() const override {
    return absl::StrCat("md5(f.subject_ref || ' ' || f.type || ' ' || ", sql::kComparedObject,
                        ") = md5(? || ' ' || ? || ' ' || ?)");
  }
  std::string SizeQuery() const override {
    return "SELECT COALESCE(SUM(pg_total_relation_size(c.oid)), 0) FROM pg_class c JOIN "
           "pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND "
           "c.relkind = 'r'";
  }
  // Any expression but a bare column would do; this one fits every type.
  std::string Unindexed(absl::string_view column) const override {
    return absl::StrCat("COALESCE(", column, ", ", column, ")");
  }
  // It takes half of all rows to pass what it knows nothing about.
  std::string Likely(absl::string_view condition) const override {
    return absl::StrCat("CASE WHEN ", condition, " THEN TRUE ELSE FALSE END");
  }
  bool KnowsHowMany() const override { return true; }
  int FewOfEntity() const override { return 8'000; }
  std::string ForEachRow() const override { return " OFFSET 0"; }
  std::string JoinToEach(absl::string_view listing) const override {
    return absl::StrCat(" CROSS JOIN LATERAL (SELECT * FROM ", listing,
                        " l WHERE l.fact = e.fact OFFSET 0) s ");
  }
  std::string IntegrityQuery() const override { return ""; }
  const sql::PassageIndex& passages() const override { return passages_; }

 private:
  const PostingIndex passages_;
};

}  // namespace

const sql::Dialect& PostgresqlDialect() {
  static const auto* const dialect = new DialectOfPostgresql();
  return *dialect;
}

}  // namespace isnad::facts::postgresql
