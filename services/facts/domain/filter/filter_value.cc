#include "services/facts/domain/filter/filter_value.h"

#include <cmath>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "services/facts/domain/civil_day.h"
#include "services/facts/domain/slug.h"

namespace isnad::facts {
namespace {

std::string ReadEnum(absl::string_view text, const FilterFieldSchema& schema, Filter* comparison) {
  for (const auto& value : schema.values) {
    if (value.first != text) continue;
    comparison->integer = value.second;
    return "";
  }
  return absl::StrCat(schema.name, " is one of ",
                      absl::StrJoin(schema.values, ", ", [](std::string* out, const auto& value) {
                        out->append(value.first);
                      }));
}

std::string ReadResource(absl::string_view text, const FilterFieldSchema& schema,
                         Filter* comparison) {
  absl::string_view id = text;
  if (!absl::ConsumePrefix(&id, absl::StrCat(schema.collection, "/")) || !IsResourceId(id)) {
    return absl::StrCat(schema.name, " takes a name like \"", schema.collection, "/...\"");
  }
  comparison->text = std::string(id);
  return "";
}

std::string ReadDate(absl::string_view text, Filter* comparison) {
  absl::CivilDay day;
  if (!absl::ParseCivilTime(text, &day)) return "a date is written \"2025-08-01\"";
  comparison->integer = DayNumber(day);
  return "";
}

std::string ReadTime(absl::string_view text, Filter* comparison) {
  absl::Time time;
  std::string error;
  if (!absl::ParseTime(absl::RFC3339_full, text, &time, &error)) {
    return "a time is written \"2025-08-01T00:00:00Z\"";
  }
  comparison->integer = absl::ToUnixMicros(time);
  return "";
}

}  // namespace

std::string ReadFilterValue(absl::string_view text, const FilterFieldSchema& schema,
                            Filter* comparison) {
  switch (schema.type) {
    case FilterValueType::kWord:
    case FilterValueType::kText:
      if (text.empty()) return absl::StrCat(schema.name, " takes a value that is not empty");
      comparison->text = std::string(text);
      return "";
    case FilterValueType::kEnum:
      return ReadEnum(text, schema, comparison);
    case FilterValueType::kResource:
      return ReadResource(text, schema, comparison);
    case FilterValueType::kInteger:
      if (absl::SimpleAtoi(text, &comparison->integer)) return "";
      return absl::StrCat(schema.name, " takes a whole number");
    case FilterValueType::kNumber:
      if (absl::SimpleAtod(text, &comparison->number) && std::isfinite(comparison->number)) {
        return "";
      }
      return absl::StrCat(schema.name, " takes a number like 0.5");
    case FilterValueType::kDate:
      return ReadDate(text, comparison);
    case FilterValueType::kTime:
      return ReadTime(text, comparison);
  }
  return "";
}

std::string OperatorProblem(FilterOperator op, const FilterFieldSchema& schema) {
  const bool equality = op == FilterOperator::kEqual || op == FilterOperator::kNotEqual;
  switch (schema.type) {
    case FilterValueType::kText:
      return op == FilterOperator::kHas ? "" : ":";
    case FilterValueType::kWord:
    case FilterValueType::kEnum:
    case FilterValueType::kResource:
      return equality || op == FilterOperator::kHas ? "" : "=, != or :";
    default:
      return op != FilterOperator::kHas ? "" : "=, !=, <, <=, > or >=";
  }
}

}  // namespace isnad::facts
