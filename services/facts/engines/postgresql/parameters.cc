#include "services/facts/engines/postgresql/parameters.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"

namespace isnad::facts::postgresql {
namespace {

std::string InNetworkOrder(uint64_t value, size_t width) {
  std::string bytes(width, '\0');
  for (size_t i = 0; i < width; ++i) {
    bytes[i] = static_cast<char>(value >> (8 * (width - 1 - i)));
  }
  return bytes;
}

std::string Int4(uint32_t value) { return InNetworkOrder(value, sizeof(value)); }

uint32_t ArrayOf(uint32_t type) {
  switch (type) {
    case kBytes:
      return 1001;
    case kInt8:
      return 1016;
    case kFloat8:
      return 1022;
    default:
      return 1009;  // Of text.
  }
}

}  // namespace

std::string NetworkOrder(uint64_t value) { return InNetworkOrder(value, sizeof(value)); }

bool AreAlike(const std::vector<Parameter>& one, const std::vector<Parameter>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const Parameter& a, const Parameter& b) { return a.type == b.type; });
}

std::vector<Parameter> AsArrays(const std::vector<std::vector<Parameter>>& uses) {
  std::vector<Parameter> arrays;
  for (size_t i = 0; !uses.empty() && i < uses.front().size(); ++i) {
    const uint32_t type = uses.front()[i].type;
    Parameter array;
    array.type = ArrayOf(type);
    // One dimension, no nulls, the elements' type, how many, counted from one.
    array.bytes = absl::StrCat(Int4(1), Int4(0), Int4(type),
                               Int4(static_cast<uint32_t>(uses.size())), Int4(1));
    for (const std::vector<Parameter>& use : uses) {
      absl::StrAppend(&array.bytes, Int4(static_cast<uint32_t>(use[i].bytes.size())), use[i].bytes);
    }
    arrays.push_back(std::move(array));
  }
  return arrays;
}

}  // namespace isnad::facts::postgresql
