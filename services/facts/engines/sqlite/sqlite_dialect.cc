#include "services/facts/engines/sqlite/sqlite_dialect.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sqlite/full_text_index.h"

namespace isnad::facts::sqlite {
namespace {

class DialectOfSqlite final : public sql::Dialect {
 public:
  std::string Contains(absl::string_view column) const override {
    return absl::StrCat("instr(lower(", column, "), lower(?)) > 0");
  }
  std::string SameEnds() const override {
    return absl::StrCat("f.subject_ref = ? AND f.type = ? AND ", sql::kComparedObject, " = ?");
  }
  std::string SizeQuery() const override {
    return "SELECT p.page_count * s.page_size FROM pragma_page_count() p, pragma_page_size() s";
  }
  std::string Unindexed(absl::string_view column) const override {
    return absl::StrCat("+", column);
  }
  std::string Likely(absl::string_view condition) const override { return std::string(condition); }
  bool KnowsHowMany() const override { return false; }
  int FewOfEntity() const override { return 20'000; }
  std::string ForEachRow() const override { return ""; }
  // SQLite leaves the tables of a CROSS JOIN in their order.
  std::string JoinToEach(absl::string_view listing) const override {
    return absl::StrCat(" CROSS JOIN ", listing, " s ON s.fact = e.fact ");
  }
  std::string IntegrityQuery() const override { return "PRAGMA integrity_check(1)"; }
  const sql::PassageIndex& passages() const override { return passages_; }

 private:
  const FullTextIndex passages_;
};

}  // namespace

const sql::Dialect& SqliteDialect() {
  static const auto* const dialect = new DialectOfSqlite();
  return *dialect;
}

}  // namespace isnad::facts::sqlite
