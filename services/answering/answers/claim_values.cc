#include "services/answering/answers/claim_values.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/question/time_limit.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A year stands there in digits: "in 2023", "شتنبر 2025".
bool NamesYear(absl::string_view words) {
  constexpr int kYearDigits = 4;
  int run = 0;
  for (const char c : words) {
    run = absl::ascii_isdigit(static_cast<unsigned char>(c)) ? run + 1 : 0;
    if (run == kYearDigits) return true;
  }
  return false;
}

bool SameDate(const v1::Value& given, const v1::Value& found) {
  if (NamesYear(given.span().quote())) return Overlap(given.date(), found.date());
  const google::type::Date& asked = given.date().start_date();
  const google::type::Date& told = found.date().start_date();
  // A year or a quarter tells no month.
  if (found.date().precision() != v1::DATE_PRECISION_DAY &&
      found.date().precision() != v1::DATE_PRECISION_MONTH) {
    return true;
  }
  if (given.date().precision() == v1::DATE_PRECISION_DAY &&
      found.date().precision() == v1::DATE_PRECISION_DAY && asked.day() != told.day()) {
    return false;
  }
  return asked.month() == told.month();
}

bool IsComparable(const v1::Value& given) {
  if (given.has_money() || given.has_quantity()) return true;
  return given.has_date() && given.date().has_start_date() &&
         given.date().basis() != v1::DATE_BASIS_ASSUMED;
}

bool IsPercent(const v1::Value& value) {
  return value.quantity().unit() == "%" || value.quantity().unit_key() == "PERCENT";
}

// Both measure the same thing, so that one may contradict the other.
bool SameKind(const v1::Value& given, const v1::Value& found) {
  if (given.kind_case() != found.kind_case()) return false;
  if (given.has_date()) return found.date().basis() != v1::DATE_BASIS_ASSUMED;
  if (!given.has_quantity()) return true;
  if (IsPercent(given) != IsPercent(found)) return false;
  const std::string& left = given.quantity().unit_key();
  const std::string& right = found.quantity().unit_key();
  return left.empty() || right.empty() || left == right;
}

v1::Bound BoundOf(const v1::Value& value) {
  return value.has_money() ? value.money().bound() : value.quantity().bound();
}

}  // namespace

bool Meets(const v1::Value& given, const v1::Value& found) {
  if (given.kind_case() != found.kind_case()) return false;
  if (given.has_date()) return SameDate(given, found);
  const bool currencies = given.has_money() && !given.money().currency_code().empty() &&
                          !found.money().currency_code().empty() &&
                          given.money().currency_code() != found.money().currency_code();
  if (currencies || !(given.has_money() || given.has_quantity())) return Agree(given, found);
  if (BoundOf(given) == v1::BOUND_AT_LEAST) return AmountOf(found) >= AmountOf(given);
  if (BoundOf(given) == v1::BOUND_AT_MOST) return AmountOf(found) <= AmountOf(given);
  return Agree(given, found);
}

ValueVerdict CompareValues(const v1::QuestionAnalysis& reading, const PassageView& view) {
  ValueVerdict verdict = ValueVerdict::kNone;
  for (const v1::Value& given : reading.values()) {
    if (!IsComparable(given)) continue;
    bool any = false;
    bool same = false;
    for (const v1::Value& found : view.passage().values()) {
      if (!SameKind(given, found)) continue;
      any = true;
      same |= Meets(given, found);
    }
    if (same) {
      if (verdict == ValueVerdict::kNone) verdict = ValueVerdict::kAgree;
    } else if (any) {
      return ValueVerdict::kDiffer;
    } else {
      verdict = ValueVerdict::kMissing;
    }
  }
  return verdict;
}

}  // namespace isnad::answering
