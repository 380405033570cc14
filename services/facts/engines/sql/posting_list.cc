#include "services/facts/engines/sql/posting_list.h"

namespace isnad::facts::sql {
namespace {

constexpr uint32_t kBlock = 128;

void AppendVarint(uint32_t value, std::string* out) {
  while (value >= 0x80) {
    out->push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out->push_back(static_cast<char>(value));
}

}  // namespace

void PostingList::Add(uint32_t number, uint32_t count, uint32_t length) {
  if (holders_ > 0 && holders_ % kBlock == 0) blocks_.push_back({last_, bytes_.size()});
  AppendVarint(number - last_, &bytes_);
  AppendVarint(count, &bytes_);
  last_ = number;
  ++holders_;
  most_ = std::max(most_, count);
  shortest_ = std::min(shortest_, length);
}

void PostingList::Reader::LeapTowards(uint32_t number) {
  const auto begin = list_.blocks_.begin() + static_cast<std::ptrdiff_t>(block_);
  if (begin == list_.blocks_.end() || begin->last_before >= number) return;
  const auto beyond =
      std::partition_point(begin, list_.blocks_.end(),
                           [number](const Block& block) { return block.last_before < number; });
  block_ = static_cast<size_t>(beyond - list_.blocks_.begin());
  number_ = std::prev(beyond)->last_before;
  next_ = list_.bytes_.data() + std::prev(beyond)->begin;
}

uint32_t PostingList::Reader::CountAt(uint32_t number) {
  if (count_ > 0 && number_ >= number) return number_ == number ? count_ : 0;
  LeapTowards(number);
  while (next_ != end_) {
    number_ += ReadVarint(&next_);
    count_ = ReadVarint(&next_);
    if (number_ >= number) return number_ == number ? count_ : 0;
  }
  return 0;
}

}  // namespace isnad::facts::sql
