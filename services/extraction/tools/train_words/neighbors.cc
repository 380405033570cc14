#include "services/extraction/tools/train_words/neighbors.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace isnad::extraction {

Neighbors::Neighbors(absl::Span<const int32_t> stream, int word_count) {
  std::vector<uint64_t> pairs;
  pairs.reserve(stream.size());
  for (size_t i = 1; i < stream.size(); ++i) {
    if (stream[i - 1] < 0 || stream[i] < 0) continue;
    pairs.push_back(static_cast<uint64_t>(stream[i - 1]) << 32 | static_cast<uint32_t>(stream[i]));
  }
  std::vector<uint64_t> turned;
  turned.reserve(pairs.size());
  for (const uint64_t pair : pairs) turned.push_back(pair << 32 | pair >> 32);
  after_ = MakeTable(std::move(pairs), word_count);
  before_ = MakeTable(std::move(turned), word_count);
}

Neighbors::Table Neighbors::MakeTable(std::vector<uint64_t> pairs, int word_count) {
  std::sort(pairs.begin(), pairs.end());
  Table table;
  table.begins.reserve(word_count + 1);
  for (size_t i = 0; i < pairs.size();) {
    size_t end = i;
    while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
    const auto first = static_cast<size_t>(pairs[i] >> 32);
    while (table.begins.size() <= first) {
      table.begins.push_back(static_cast<uint32_t>(table.counts.size()));
    }
    table.counts.push_back(
        {static_cast<int32_t>(pairs[i] & 0xFFFFFFFF), static_cast<int32_t>(end - i)});
    i = end;
  }
  while (table.begins.size() <= static_cast<size_t>(word_count)) {
    table.begins.push_back(static_cast<uint32_t>(table.counts.size()));
  }
  return table;
}

}  // namespace isnad::extraction
