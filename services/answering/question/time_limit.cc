#include "services/answering/question/time_limit.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

int DayNumber(const google::type::Date& date) {
  return date.year() * 10000 + date.month() * 100 + date.day();
}

// Whether `a` begins before `b` ends.
bool BeginsBeforeEnd(const v1::DateInterval& a, const v1::DateInterval& b) {
  return !a.has_start_date() || !b.has_end_date() ||
         DayNumber(a.start_date()) < DayNumber(b.end_date());
}

}  // namespace

bool Overlap(const v1::DateInterval& a, const v1::DateInterval& b) {
  return BeginsBeforeEnd(a, b) && BeginsBeforeEnd(b, a);
}

namespace {

// "In September" may be that of any year: nothing but the question's own day chose one.
bool LeavesYearOpen(const v1::QuestionAnalysis& reading) {
  const v1::DateInterval& limit = reading.time_limit();
  if (limit.basis() != v1::DATE_BASIS_PUBLICATION) return false;
  if (!limit.has_start_date() || !limit.has_end_date()) return false;
  const bool day = limit.precision() == v1::DATE_PRECISION_DAY;
  if (!day && limit.precision() != v1::DATE_PRECISION_MONTH) return false;
  for (const v1::Value& value : reading.values()) {
    if (!value.has_date()) continue;
    if (DayNumber(value.date().start_date()) != DayNumber(limit.start_date())) continue;
    const std::string words = absl::AsciiStrToLower(value.span().quote());
    // "Last month", "yesterday", "Monday" count from today.
    for (const absl::string_view relative :
         {"last", "next", "this", "month", "ago", "شهر", "الشهر", "الماضي", "المقبل", "القادم",
          "الجاري", "الحالي", "الفائت", "المنصرم"}) {
      if (absl::StrContains(words, relative)) return false;
    }
    const bool digits = std::any_of(words.begin(), words.end(), absl::ascii_isdigit);
    return !day || digits;
  }
  return false;
}

v1::DateInterval MovedTo(v1::DateInterval limit, int year) {
  const int years = year - limit.start_date().year();
  limit.mutable_start_date()->set_year(year);
  limit.mutable_end_date()->set_year(limit.end_date().year() + years);
  return limit;
}

}  // namespace

bool HoldsInTime(const v1::QuestionAnalysis& reading, const v1::Fact& fact) {
  if (!reading.has_time_limit() || !fact.has_valid_interval()) return true;
  if (fact.valid_interval().basis() == v1::DATE_BASIS_ASSUMED) return true;
  const v1::DateInterval& held = fact.valid_interval();
  if (Overlap(reading.time_limit(), held)) return true;
  if (!LeavesYearOpen(reading)) return false;
  for (const auto* date : {&held.start_date(), &held.end_date()}) {
    if (date->year() > 0 && Overlap(MovedTo(reading.time_limit(), date->year()), held)) return true;
  }
  return false;
}

}  // namespace isnad::answering
