// Parameters of statements, as the protocol carries them.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_PARAMETERS_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_PARAMETERS_H_

#include <cstdint>
#include <string>
#include <vector>

namespace isnad::facts::postgresql {

// Numbers of types, fixed by the protocol (pg_type.dat).
constexpr uint32_t kBytes = 17;
constexpr uint32_t kInt8 = 20;
constexpr uint32_t kText = 25;
constexpr uint32_t kFloat8 = 701;

// A parameter in binary form: text and bytes as they are, numbers in network order.
struct Parameter {
  uint32_t type = 0;  // PostgreSQL's number of the type.
  std::string bytes;
};

std::string NetworkOrder(uint64_t value);

// Whether both are as many, of the same types.
bool AreAlike(const std::vector<Parameter>& one, const std::vector<Parameter>& other);

// What several uses of a statement bind, all alike: one array for each parameter, in the order of
// the uses.
std::vector<Parameter> AsArrays(const std::vector<std::vector<Parameter>>& uses);

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_PARAMETERS_H_
