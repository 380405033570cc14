// Where databases that speak SQL differ.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_DIALECT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_DIALECT_H_

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::facts::sql {

class PassageIndex;

// Stateless, thread safe.
class Dialect {
 public:
  virtual ~Dialect() = default;

  // A condition that holds where the text in `column` contains that of the next parameter; letters
  // of ASCII are the same in either case.
  virtual std::string Contains(absl::string_view column) const = 0;
  // A query that answers one number: the bytes that the store takes.
  virtual std::string SizeQuery() const = 0;
  // A query that answers "ok", or what is wrong with the store's files; empty where these are the
  // business of a server.
  virtual std::string IntegrityQuery() const = 0;
  virtual const PassageIndex& passages() const = 0;
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_DIALECT_H_
