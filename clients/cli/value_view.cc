#include "clients/cli/value_view.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

std::string Number(double number) {
  // Enough digits for any amount in the news, none of them noise.
  std::string text = absl::StrFormat("%.6f", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string Bounded(v1::Bound bound, double amount, double upper_amount, const std::string& unit) {
  const std::string figure = absl::StrCat(Number(amount), unit.empty() ? "" : " ", unit);
  switch (bound) {
    case v1::BOUND_ABOUT:
      return absl::StrCat("about ", figure);
    case v1::BOUND_AT_LEAST:
      return absl::StrCat("at least ", figure);
    case v1::BOUND_AT_MOST:
      return absl::StrCat("at most ", figure);
    case v1::BOUND_RANGE:
      return absl::StrCat(Number(amount), " to ", Number(upper_amount), unit.empty() ? "" : " ",
                          unit);
    default:
      return figure;
  }
}

absl::CivilDay Day(const google::type::Date& date) {
  return absl::CivilDay(date.year(), date.month(), date.day());
}

std::string DescribeDate(const v1::DateInterval& date) {
  const std::string precision = absl::AsciiStrToLower(
      v1::DatePrecision_Name(date.precision()).substr(sizeof("DATE_PRECISION_") - 1));
  const std::string basis =
      date.basis() == v1::DATE_BASIS_PUBLICATION ? ", from the reference date" : "";
  if (!date.has_start_date() && !date.has_end_date()) return "date, relative to an unknown day";
  if (!date.has_start_date()) {
    return absl::StrCat("before ", absl::FormatCivilTime(Day(date.end_date())), basis);
  }
  const absl::CivilDay first = Day(date.start_date());
  if (!date.has_end_date()) {
    return absl::StrCat("from ", absl::FormatCivilTime(first), " on", basis);
  }
  const absl::CivilDay last = Day(date.end_date()) - 1;
  if (first == last) return absl::StrCat(absl::FormatCivilTime(first), basis);
  return absl::StrCat(absl::FormatCivilTime(first), " to ", absl::FormatCivilTime(last), " (",
                      precision, basis, ")");
}

}  // namespace

std::string DescribeValue(const v1::Value& value) {
  switch (value.kind_case()) {
    case v1::Value::kMoney:
      return Bounded(value.money().bound(), value.money().amount(), value.money().upper_amount(),
                     value.money().currency_code());
    case v1::Value::kQuantity:
      return Bounded(
          value.quantity().bound(), value.quantity().amount(), value.quantity().upper_amount(),
          value.quantity().unit_key().empty() ? value.quantity().unit()
                                              : absl::AsciiStrToLower(value.quantity().unit_key()));
    case v1::Value::kDate:
      return DescribeDate(value.date());
    case v1::Value::kLength:
      return Bounded(value.length().bound(), value.length().amount(), value.length().upper_amount(),
                     absl::AsciiStrToLower(value.length().unit_key()));
    default:
      return value.text();
  }
}

}  // namespace isnad::cli
