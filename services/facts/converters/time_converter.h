// Times and days between protos and the store.

#ifndef ISNAD_SERVICES_FACTS_CONVERTERS_TIME_CONVERTER_H_
#define ISNAD_SERVICES_FACTS_CONVERTERS_TIME_CONVERTER_H_

#include "absl/types/optional.h"
#include "google/protobuf/timestamp.pb.h"
#include "isnad/v1/value.pb.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

Micros ToMicros(const google::protobuf::Timestamp& time);
google::protobuf::Timestamp ToTimestamp(Micros time);

absl::optional<DayInterval> ToDayInterval(const isnad::v1::DateInterval& interval);
isnad::v1::DateInterval ToDateInterval(const DayInterval& interval);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_CONVERTERS_TIME_CONVERTER_H_
