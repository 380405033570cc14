#include "services/facts/domain/filter/order_by.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/server/status/error_details.h"

namespace isnad::facts {
namespace {

absl::Status Problem(const std::string& message) {
  return server::InvalidFields({{"order_by", message}});
}

std::string Names(const OrderSchema& schema) {
  return absl::StrJoin(schema, ", ",
                       [](std::string* out, const auto& entry) { out->append(entry.first); });
}

}  // namespace

const OrderSchema& FactOrderSchema() {
  static const auto* const kSchema = new OrderSchema{{"record_time", OrderField::kRecordTime},
                                                     {"valid_date", OrderField::kValidDate},
                                                     {"publish_time", OrderField::kPublishTime},
                                                     {"confidence", OrderField::kConfidence},
                                                     {"support", OrderField::kSupport},
                                                     {"type", OrderField::kType},
                                                     {"name", OrderField::kName}};
  return *kSchema;
}

const OrderSchema& EntityOrderSchema() {
  static const auto* const kSchema = new OrderSchema{{"name", OrderField::kName},
                                                     {"fact_count", OrderField::kFactCount},
                                                     {"mention_count", OrderField::kMentionCount}};
  return *kSchema;
}

absl::StatusOr<std::vector<OrderKey>> ParseOrderBy(absl::string_view text,
                                                   const OrderSchema& schema, OrderKey fallback) {
  std::vector<OrderKey> order;
  std::set<std::string> seen;
  if (absl::StripAsciiWhitespace(text).empty()) return std::vector<OrderKey>{fallback};
  for (absl::string_view part : absl::StrSplit(text, ',')) {
    const std::vector<std::string> words =
        absl::StrSplit(part, absl::ByAnyChar(" \t"), absl::SkipEmpty());
    if (words.empty()) return Problem("holds an empty part between commas");
    const auto field = std::find_if(schema.begin(), schema.end(),
                                    [&](const auto& entry) { return entry.first == words[0]; });
    if (field == schema.end()) {
      return Problem(absl::StrCat("cannot order by \"", server::Shorten(words[0], 40),
                                  "\"; fields are ", Names(schema)));
    }
    const bool descending = words.size() == 2 && words[1] == "desc";
    if (words.size() > 2 || (words.size() == 2 && !descending && words[1] != "asc")) {
      return Problem(absl::StrCat("after ", words[0], " only \"desc\" or \"asc\" may stand"));
    }
    if (!seen.insert(words[0]).second) return Problem(absl::StrCat(words[0], " stands twice"));
    order.push_back({field->second, descending ? Direction::kDescending : Direction::kAscending});
  }
  return order;
}

}  // namespace isnad::facts
