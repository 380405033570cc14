#include "services/answering/domain/time_limit.h"

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

bool HoldsInTime(const v1::QuestionAnalysis& reading, const v1::Fact& fact) {
  if (!reading.has_time_limit() || !fact.has_valid_interval()) return true;
  if (fact.valid_interval().basis() == v1::DATE_BASIS_ASSUMED) return true;
  return Overlap(reading.time_limit(), fact.valid_interval());
}

}  // namespace isnad::answering
