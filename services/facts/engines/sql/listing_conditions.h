// The parts of a filter of facts, and which of them to look facts up by.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_LISTING_CONDITIONS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_LISTING_CONDITIONS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/facts/engines/sql/filter_sql.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/query.h"

namespace isnad::facts::sql {

// Where to look: the states of now or former ones.
struct ListingTable {
  FilterTable table;
  const char* name;
};

// One of the conditions that must all hold.
struct ListingCondition {
  std::vector<FilterField> fields;  // What it compares, if one field.
  SqlFragment find;                 // As an index would serve it.
  SqlFragment attempt;              // As rows found otherwise are tried.
  // Conditions that are found by an index each, of which one or more hold; else `find` is.
  std::vector<SqlFragment> ends;
  // One of several values of the field will do.
  bool any_of = false;
  // Whether an index serves it, and up to how many facts it is worth looking up by it.
  bool indexed = false;
  int few = 0;
  // The database itself knows whether to find facts by it or to try it on those found otherwise.
  bool left_to_database = false;
  SqlFragment probe;  // A query with a row for every fact that it leaves; no values: by `find`.
  // Parts of it that an index serves each in the list's order, so that a page takes as long as it
  // takes to try the facts of that page, however many there are: conditions of facts, or of the
  // evidence `e` of which they are the facts.
  std::vector<SqlFragment> in_order;
  bool by_evidence = false;
  // It says between which two entities facts are.
  bool of_pair = false;
  // The entities that it is about.
  std::vector<std::string> entities;
  bool narrowed = false;  // `ends` are those of a type.
  bool of_time = false;   // The view's.
  bool of_order = false;  // Bounds the facts that the list begins with, in its order.

  // Whether it says of which type facts are, or of which types.
  bool IsType() const;
  // Whether it compares this one field.
  bool IsOf(FilterField field) const;
};

// The conditions of a page, its view's time among them.
absl::StatusOr<std::vector<ListingCondition>> ConditionsOf(View& view, const ListingTable& table,
                                                           const PageQuery& query);

// Which of the conditions leaves fewest facts, by counting up to a limit; none when each leaves so
// many that facts are better tried in their order.
absl::StatusOr<absl::optional<size_t>> FewestFacts(View& view, const ListingTable& table,
                                                   const std::vector<ListingCondition>& conditions);

// Which of the conditions to follow in the order of the list, if an index serves one so.
absl::optional<size_t> InOrder(const std::vector<ListingCondition>& conditions);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_LISTING_CONDITIONS_H_
