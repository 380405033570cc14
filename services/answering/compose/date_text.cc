#include "services/answering/compose/date_text.h"

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr absl::string_view kArabicMonths[] = {"يناير",  "فبراير", "مارس",   "أبريل",
                                               "مايو",   "يونيو",  "يوليو",  "أغسطس",
                                               "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
constexpr absl::string_view kEnglishMonths[] = {"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};
constexpr absl::string_view kArabicOrdinals[] = {"الأول", "الثاني", "الثالث", "الرابع"};
constexpr absl::string_view kEnglishOrdinals[] = {"first", "second", "third", "fourth"};

absl::CivilDay DayOf(const google::type::Date& date) {
  return absl::CivilDay(date.year(), date.month() == 0 ? 1 : date.month(),
                        date.day() == 0 ? 1 : date.day());
}

std::string DayName(absl::CivilDay day, Language language) {
  return absl::StrCat(day.day(), " ", MonthName(day.month(), language), " ", day.year());
}

std::string PartOfYear(absl::CivilDay start, int months, Language language) {
  const int ordinal = (start.month() - 1) / months;
  if (language == Language::kArabic) {
    return absl::StrCat(months == 3 ? "الربع " : "النصف ", kArabicOrdinals[ordinal], " من ",
                        start.year());
  }
  return absl::StrCat("the ", kEnglishOrdinals[ordinal], months == 3 ? " quarter" : " half", " of ",
                      start.year());
}

std::string Bounded(const v1::DateInterval& interval, Language language) {
  const bool arabic = language == Language::kArabic;
  if (interval.has_start_date()) {
    // What began then, or will not begin before.
    const std::string day = DayName(DayOf(interval.start_date()), language);
    return arabic ? absl::StrCat("من ", day, " فصاعدا") : absl::StrCat("from ", day, " on");
  }
  if (!interval.has_end_date()) return "";
  return absl::StrCat(arabic ? "حتى " : "until ",
                      DayName(DayOf(interval.end_date()) - 1, language));
}

std::string Between(absl::CivilDay first, absl::CivilDay last, Language language) {
  if (language == Language::kArabic) {
    return absl::StrCat("من ", DayName(first, language), " إلى ", DayName(last, language));
  }
  return absl::StrCat(DayName(first, language), " to ", DayName(last, language));
}

// A month, or from which one to which: "from April to July" is not April.
std::string Months(absl::CivilDay first, absl::CivilDay last, Language language) {
  const auto name = [&](absl::CivilDay day) {
    return absl::StrCat(MonthName(day.month(), language), " ", day.year());
  };
  const std::string begin = name(first);
  if (last <= first || name(last) == begin) return begin;
  const absl::string_view start =
      first.year() == last.year() ? MonthName(first.month(), language) : absl::string_view(begin);
  if (language == Language::kArabic) return absl::StrCat("من ", start, " إلى ", name(last));
  return absl::StrCat(start, " to ", name(last));
}

}  // namespace

absl::string_view MonthName(int month, Language language) {
  if (month < 1 || month > 12) return "";
  return language == Language::kArabic ? kArabicMonths[month - 1] : kEnglishMonths[month - 1];
}

std::string DateText(const v1::DateInterval& interval, Language language) {
  if (!interval.has_start_date() || !interval.has_end_date()) return Bounded(interval, language);
  const absl::CivilDay start = DayOf(interval.start_date());
  const absl::CivilDay last = DayOf(interval.end_date()) - 1;
  switch (interval.precision()) {
    case v1::DATE_PRECISION_MONTH:
      return Months(start, last, language);
    case v1::DATE_PRECISION_QUARTER:
      return PartOfYear(start, 3, language);
    case v1::DATE_PRECISION_HALF:
      if (start.month() != 1 && start.month() != 7) return Between(start, last, language);
      return PartOfYear(start, 6, language);
    case v1::DATE_PRECISION_YEAR:
      if (last.year() > start.year()) return absl::StrCat(start.year(), "-", last.year());
      return absl::StrCat(start.year());
    case v1::DATE_PRECISION_DECADE:
      return language == Language::kArabic ? absl::StrCat("عقد ", start.year())
                                           : absl::StrCat("the ", start.year(), "s");
    default:
      return start >= last ? DayName(start, language) : Between(start, last, language);
  }
}

std::string DayText(const google::protobuf::Timestamp& time, Language language) {
  return DayName(absl::ToCivilDay(absl::FromUnixSeconds(time.seconds()), absl::UTCTimeZone()),
                 language);
}

}  // namespace isnad::answering
