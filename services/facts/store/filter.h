// A checked filter: what the domain's parser makes of filter text and engines turn into queries.

#ifndef ISNAD_SERVICES_FACTS_STORE_FILTER_H_
#define ISNAD_SERVICES_FACTS_STORE_FILTER_H_

#include <cstdint>
#include <string>
#include <vector>

namespace isnad::facts {

enum class FilterField {
  kType,
  kSubject,
  kObject,
  kEntity,
  kPolarity,
  kModality,
  kDocument,
  kSource,
  kSpeaker,
  kConfidence,
  kSupport,
  kValidDate,
  kPublishTime,
  kText,
  kEntityType,
  kEntityClass,
  kFactCount,
  kMentionCount,
  kState,
  kTitle,
  kKind,
  kFact,
};

enum class FilterOperator { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual, kHas };

// A node of a filter. The default one lets everything through.
struct Filter {
  enum class Kind { kEverything, kAnd, kOr, kNot, kCompare };

  Kind kind = Kind::kEverything;
  std::vector<Filter> children;  // Of kAnd, kOr (two or more) and kNot (one).

  // Of kCompare. Names are without their collection ("meta" for "entities/meta"), enum values and
  // days and micros are in `integer`, confidences in `number`, everything else in `text`.
  FilterField field = FilterField::kType;
  FilterOperator op = FilterOperator::kEqual;
  std::string text;
  int64_t integer = 0;
  double number = 0;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_STORE_FILTER_H_
