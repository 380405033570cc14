// Which fields a filter may name, and what values they take.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_SCHEMA_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_SCHEMA_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "services/facts/store/filter.h"

namespace isnad::facts {

enum class FilterValueType {
  kWord,      // Any name: `type = LEFT`.
  kEnum,      // One of a list of names.
  kResource,  // "entities/meta", with the collection of the field.
  kInteger,
  kNumber,
  kDate,  // "2025-08-01"
  kTime,  // RFC 3339
  kText,  // With `:` only.
};

struct FilterFieldSchema {
  std::string name;
  FilterField field = FilterField::kType;
  FilterValueType type = FilterValueType::kWord;
  std::string collection;                               // Of kResource: "entities".
  std::vector<std::pair<std::string, int64_t>> values;  // Of kEnum.
};

using FilterSchema = std::vector<FilterFieldSchema>;

// The fields of each list method, as the contract documents them. Live as long as the process.
const FilterSchema& FactFilterSchema();
const FilterSchema& EntityFilterSchema();
const FilterSchema& DocumentFilterSchema();
const FilterSchema& ConflictFilterSchema();

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_SCHEMA_H_
