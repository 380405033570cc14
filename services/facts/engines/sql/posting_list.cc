#include "services/facts/engines/sql/posting_list.h"

namespace isnad::facts::sql {
namespace {

// The first from `begin` on that is not less than `value`: mostly a near one.
template <class Item, class Value, class Less>
size_t Leap(const std::vector<Item>& items, size_t begin, const Value& value, Less less) {
  size_t step = 1;
  while (begin + step < items.size() && less(items[begin + step], value)) {
    begin += step;
    step *= 2;
  }
  const auto at = [&items](size_t index) {
    return items.begin() + static_cast<std::ptrdiff_t>(index);
  };
  const auto found =
      std::lower_bound(at(begin), at(std::min(begin + step, items.size())), value, less);
  return static_cast<size_t>(found - items.begin());
}

}  // namespace

void PostingList::Add(uint32_t number, uint32_t count, uint32_t length) {
  const uint32_t place = number % kChunk;
  if (chunks_.empty() || chunks_.back().number != number / kChunk) {
    chunks_.push_back({number / kChunk, 0, words_.size()});
  }
  Chunk& chunk = chunks_.back();
  if (chunk.holders == kMostPlaces) BecomeBitmap(chunk);
  ++chunk.holders;
  if (chunk.is_bitmap()) {
    words_[chunk.begin + place / kBits] |= static_cast<uint16_t>(1U << place % kBits);
  } else {
    words_.push_back(static_cast<uint16_t>(place));
  }
  if (count > 1) repeats_.push_back({number, count});
  ++holders_;
  most_ = std::max(most_, count);
  shortest_ = std::min(shortest_, length);
}

void PostingList::BecomeBitmap(const Chunk& chunk) {
  const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(chunk.begin);
  const std::vector<uint16_t> places(begin, words_.end());
  std::fill(begin, words_.end(), uint16_t{0});
  for (const uint16_t place : places) {
    words_[chunk.begin + place / kBits] |= static_cast<uint16_t>(1U << place % kBits);
  }
}

void PostingList::Reader::GoTo(uint32_t chunk) {
  if (this->chunk() >= chunk) return;
  place_ = 0;
  at_ = Leap(list_->chunks_, at_, chunk,
             [](const Chunk& one, uint32_t number) { return one.number < number; });
  repeat_ = Leap(list_->repeats_, repeat_, chunk,
                 [](const Repeat& one, uint32_t number) { return one.number / kChunk < number; });
}

}  // namespace isnad::facts::sql
