// A hash table from 64-bit keys to 64-bit values that is filled once and then only read.

#ifndef ISNAD_SERVICES_EXTRACTION_TERMS_KEY_TABLE_H_
#define ISNAD_SERVICES_EXTRACTION_TERMS_KEY_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace isnad::extraction {

// Open addressing over one array: a look-up costs a multiplication and mostly one cache line.
// Immutable after construction and then thread-safe.
class KeyTable {
 public:
  KeyTable() : KeyTable(std::vector<std::pair<uint64_t, uint64_t>>()) {}

  // Keys are not 0; of equal ones the first counts.
  explicit KeyTable(const std::vector<std::pair<uint64_t, uint64_t>>& entries) {
    while ((size_t{1} << bits_) < 2 * entries.size() + 1) ++bits_;
    slots_.resize(size_t{1} << bits_);
    for (const auto& entry : entries) {
      size_t i = SlotOf(entry.first);
      while (slots_[i].first != 0 && slots_[i].first != entry.first) i = (i + 1) & Mask();
      if (slots_[i].first == 0) slots_[i] = entry;
    }
  }

  // The value of `key`, or null. Key 0 is never found.
  const uint64_t* Find(uint64_t key) const {
    if (key == 0) return nullptr;
    for (size_t i = SlotOf(key);; i = (i + 1) & Mask()) {
      if (slots_[i].first == key) return &slots_[i].second;
      if (slots_[i].first == 0) return nullptr;
    }
  }

 private:
  size_t SlotOf(uint64_t key) const { return key * 0x9E3779B97F4A7C15u >> (64 - bits_); }
  size_t Mask() const { return slots_.size() - 1; }

  int bits_ = 1;
  std::vector<std::pair<uint64_t, uint64_t>> slots_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TERMS_KEY_TABLE_H_
