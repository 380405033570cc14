// Where databases that speak SQL differ.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_DIALECT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_DIALECT_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::facts::sql {

class PassageIndex;

// The object of a fact `f` as far as it must be the same for two facts to be about one thing: a
// figure in its place is what they may differ in. Indexes are made with these very words.
constexpr const char* kComparedObject =
    "CASE WHEN substr(f.object_ref, 1, 2) = 'n:' THEN '' ELSE f.object_ref END";

// Stateless, thread safe.
class Dialect {
 public:
  virtual ~Dialect() = default;

  // A condition that holds where the text in `column` contains that of the next parameter; letters
  // of ASCII are the same in either case.
  virtual std::string Contains(absl::string_view column) const = 0;
  // A condition that holds for the facts `f` whose subject, type and compared object are
  // the next three parameters. There is an index for it, in order of rows.
  virtual std::string SameEnds() const = 0;
  // The expression `column` such that no index on it is used.
  virtual std::string Unindexed(absl::string_view column) const = 0;
  // Whether the database itself knows, roughly, how many rows a condition on a column of the row
  // leaves, and chooses indexes accordingly. It does not know that of the one entity asked for,
  // where most have few facts and some have very many, nor of conditions on other tables.
  virtual bool KnowsHowMany() const = 0;
  // Up to how many facts of an entity are sooner read from its index, which holds all that lists
  // ask of them, than found on the way through all facts in the list's order.
  virtual int FewOfEntity() const = 0;
  // The condition, such that a database that guesses thinks it likely to hold: one that thought it
  // rare would rather sort all rows that an index has in the asked order than try a page of them.
  virtual std::string Likely(absl::string_view condition) const = 0;
  // What comes after `FROM evidence e` in a query such that each piece of evidence, in the order
  // that the query asks for, is looked up in the table of lists `listing`, as `s`.
  virtual std::string JoinToEach(absl::string_view listing) const = 0;
  // What ends a query inside EXISTS such that it is asked for each row that is tried, never joined.
  virtual std::string ForEachRow() const = 0;
  // A query that answers one number: the bytes that the store takes.
  virtual std::string SizeQuery() const = 0;
  // A query that answers "ok", or what is wrong with the store's files; empty where these are the
  // business of a server.
  virtual std::string IntegrityQuery() const = 0;
  virtual const PassageIndex& passages() const = 0;
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_DIALECT_H_
