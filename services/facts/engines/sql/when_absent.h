// What to do when a store that is opened does not exist, or is older than this release.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_WHEN_ABSENT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_WHEN_ABSENT_H_

namespace isnad::facts {

enum class WhenAbsent {
  kCreate,  // Create it, or bring its tables up to date.
  kRefuse,  // Leave it as it is; FAILED_PRECONDITION.
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_WHEN_ABSENT_H_
