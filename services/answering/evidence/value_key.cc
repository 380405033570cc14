#include "services/answering/evidence/value_key.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Figures this close, relative to the larger one, are the same.
constexpr double kSame = 0.005;
// What "about" admits, relative.
constexpr double kAbout = 0.08;

// Days, roughly enough for lengths that news tells.
double DaysOf(const v1::Length& length) {
  const std::string& unit = length.unit_key();
  const double days = unit == "SECOND"   ? 1.0 / 86400
                      : unit == "MINUTE" ? 1.0 / 1440
                      : unit == "HOUR"   ? 1.0 / 24
                      : unit == "WEEK"   ? 7
                      : unit == "MONTH"  ? 30.4
                      : unit == "YEAR"   ? 365
                      : unit == "DECADE" ? 3650
                                         : 1;
  return days * length.amount();
}

struct Figure {
  double amount;
  double upper;
  v1::Bound bound;
};

Figure FigureOf(const v1::Value& value) {
  switch (value.kind_case()) {
    case v1::Value::kMoney:
      return {value.money().amount(), value.money().upper_amount(), value.money().bound()};
    case v1::Value::kQuantity:
      return {value.quantity().amount(), value.quantity().upper_amount(), value.quantity().bound()};
    default:
      return {AmountOf(value), 0, value.length().bound()};
  }
}

bool Admits(const Figure& a, double amount) {
  const double slack = std::max(std::abs(a.amount), std::abs(amount));
  switch (a.bound) {
    case v1::BOUND_ABOUT:
      return std::abs(a.amount - amount) <= kAbout * slack;
    case v1::BOUND_AT_LEAST:
      return amount >= a.amount * (1 - kSame) && amount <= a.amount * (1 + 2 * kAbout);
    case v1::BOUND_AT_MOST:
      return amount <= a.amount * (1 + kSame) && amount >= a.amount * (1 - 2 * kAbout);
    case v1::BOUND_RANGE:
      return amount >= a.amount && amount <= a.upper;
    default:
      return std::abs(a.amount - amount) <= kSame * slack;
  }
}

// The amount in as few digits as it needs, at most six.
std::string Digits(double amount) {
  std::string digits = absl::StrFormat("%.5e", std::abs(amount)).substr(0, 7);
  digits.erase(1, 1);
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return digits;
}

bool Rounds(double rough, double precise) {
  const size_t digits = Digits(rough).size();
  // One digit says too little: 10 is no rounding of 14.
  if (digits < 2 || digits >= Digits(precise).size()) return false;
  const double unit = std::pow(10, std::floor(std::log10(std::abs(precise))) - (digits - 1.0));
  return std::abs(std::round(precise / unit) * unit - rough) < 1e-6 * std::abs(rough);
}

std::string DateKey(const google::type::Date& date) {
  return absl::StrFormat("%04d-%02d-%02d", date.year(), date.month(), date.day());
}

}  // namespace

std::string ValueKey(const v1::Value& value) {
  switch (value.kind_case()) {
    case v1::Value::kMoney:
      return absl::StrFormat("money:%s:%.6g", value.money().currency_code(),
                             value.money().amount());
    case v1::Value::kQuantity:
      return absl::StrFormat("count:%.6g:%s", value.quantity().amount(),
                             value.quantity().unit() == "%" ? "%" : value.quantity().unit_key());
    case v1::Value::kDate:
      return absl::StrCat("date:", DateKey(value.date().start_date()), ":",
                          DateKey(value.date().end_date()));
    case v1::Value::kLength:
      return absl::StrFormat("length:%.6g:%s", value.length().amount(), value.length().unit_key());
    case v1::Value::kText:
      return absl::StrCat("text:", value.text());
    case v1::Value::KIND_NOT_SET:
      return "";
  }
  return "";
}

bool Agree(const v1::Value& a, const v1::Value& b) {
  if (a.kind_case() != b.kind_case()) return true;
  if (a.kind_case() == v1::Value::kDate) {
    // A day inside the other's month does not contradict it.
    const std::string a_begin = DateKey(a.date().start_date());
    const std::string a_end = DateKey(a.date().end_date());
    const std::string b_begin = DateKey(b.date().start_date());
    const std::string b_end = DateKey(b.date().end_date());
    return a_begin < b_end && b_begin < a_end;
  }
  if (a.kind_case() == v1::Value::kMoney &&
      a.money().currency_code() != b.money().currency_code()) {
    return true;
  }
  const Figure left = FigureOf(a);
  const Figure right = FigureOf(b);
  return Admits(left, right.amount) || Admits(right, left.amount) ||
         Rounds(left.amount, right.amount) || Rounds(right.amount, left.amount);
}

bool IsRoundingOf(const v1::Value& rough, const v1::Value& precise) {
  if (rough.kind_case() != precise.kind_case() || rough.has_date()) return false;
  if (rough.has_money() && rough.money().currency_code() != precise.money().currency_code()) {
    return false;
  }
  return Rounds(FigureOf(rough).amount, FigureOf(precise).amount);
}

double AmountOf(const v1::Value& value) {
  switch (value.kind_case()) {
    case v1::Value::kMoney:
      return value.money().amount();
    case v1::Value::kQuantity:
      return value.quantity().amount();
    case v1::Value::kLength:
      return DaysOf(value.length());
    default:
      return 0;
  }
}

bool AreWithin(double most, const v1::Value& a, const v1::Value& b) {
  const double low = std::min(AmountOf(a), AmountOf(b));
  return low > 0 && std::max(AmountOf(a), AmountOf(b)) <= most * low;
}

}  // namespace isnad::answering
