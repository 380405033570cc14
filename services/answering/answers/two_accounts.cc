#include "services/answering/answers/two_accounts.h"

#include <cstdlib>

#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/rival_figure.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr int kMostDaysApart = 500;
// Dates that are both "not before" differ only where they are farther apart.
constexpr int kOneSeason = 120;

int DayNumber(const google::type::Date& date) {
  return 365 * date.year() + 30 * date.month() + date.day();
}

bool IsOpen(const v1::DateInterval& date) { return date.has_start_date() != date.has_end_date(); }

// "Before June", "not before June": the day that is told, whatever is open.
v1::DateInterval Told(const v1::DateInterval& date) {
  v1::DateInterval told = date;
  if (!date.has_start_date()) *told.mutable_start_date() = date.end_date();
  if (!date.has_end_date()) *told.mutable_end_date() = date.start_date();
  return told;
}

// The day of the one is where the other begins or ends.
bool Touches(const v1::DateInterval& open, const v1::DateInterval& other) {
  const int day = DayNumber(Told(open).start_date());
  return day == DayNumber(other.start_date()) || day == DayNumber(other.end_date());
}

bool AreTwoDates(const v1::DateInterval& a, const v1::DateInterval& b) {
  const v1::DateInterval one = Told(a);
  const v1::DateInterval other = Told(b);
  const int apart = std::abs(DayNumber(one.start_date()) - DayNumber(other.start_date()));
  if (apart > kMostDaysApart) return false;
  if (IsOpen(a) && IsOpen(b) && a.has_start_date() == b.has_start_date()) return apart > kOneSeason;
  if ((IsOpen(a) && Touches(a, b)) || (IsOpen(b) && Touches(b, a))) return false;
  return DayNumber(one.end_date()) <= DayNumber(other.start_date()) ||
         DayNumber(other.end_date()) <= DayNumber(one.start_date());
}

bool IsBelowBound(const v1::Value& bounded, const v1::Value& other) {
  constexpr double kLeastShare = 0.98;
  const v1::Bound bound = bounded.has_money()      ? bounded.money().bound()
                          : bounded.has_quantity() ? bounded.quantity().bound()
                                                   : v1::BOUND_EXACT;
  return bound == v1::BOUND_AT_MOST && AmountOf(other) < kLeastShare * AmountOf(bounded) &&
         !IsRoundingOf(bounded, other);
}

}  // namespace

bool MayBeTwoAccounts(const v1::Value& a, const v1::Value& b) {
  if (!MayDiffer(a, b)) return false;
  if (a.has_date()) return AreTwoDates(a.date(), b.date());
  return AreWithin(kMostTimesApart, a, b) &&
         (!Agree(a, b) || IsBelowBound(a, b) || IsBelowBound(b, a));
}

}  // namespace isnad::answering
