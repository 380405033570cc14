// Writes dates and periods.

#ifndef ISNAD_SERVICES_ANSWERING_COMPOSE_DATE_TEXT_H_
#define ISNAD_SERVICES_ANSWERING_COMPOSE_DATE_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/timestamp.pb.h"
#include "isnad/v1/value.pb.h"
#include "services/answering/compose/language.h"

namespace isnad::answering {

// The month's name, 1 to 12, as Egypt and the Gulf say it in Arabic: "أكتوبر".
absl::string_view MonthName(int month, Language language);

// "22 أكتوبر 2025", "أكتوبر 2025", "الربع الثالث من 2025", "2025"; "22 October 2025", ... Open
// intervals are "since" and "until". Empty when the interval is open at both ends.
std::string DateText(const isnad::v1::DateInterval& interval, Language language);

// The calendar day of a time in UTC.
std::string DayText(const google::protobuf::Timestamp& time, Language language);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_COMPOSE_DATE_TEXT_H_
