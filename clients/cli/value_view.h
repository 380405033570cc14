// A value of a text in words: "at least 14300000000 USD".

#ifndef ISNAD_CLIENTS_CLI_VALUE_VIEW_H_
#define ISNAD_CLIENTS_CLI_VALUE_VIEW_H_

#include <string>

#include "isnad/v1/value.pb.h"

namespace isnad::cli {

// One line; dates as ISO 8601 with the last day included, and the precision.
std::string DescribeValue(const isnad::v1::Value& value);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_VALUE_VIEW_H_
