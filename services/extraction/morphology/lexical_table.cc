#include "services/extraction/morphology/lexical_table.h"

namespace isnad::extraction {

uint8_t PackFeatures(const WordFeatures& features) {
  return static_cast<uint8_t>(
      static_cast<int>(features.gender) | static_cast<int>(features.number) << 2 |
      static_cast<int>(features.person) << 4 | static_cast<int>(features.aspect) << 6);
}

std::vector<LexicalRecord> LexicalTable::Layout(absl::Span<const uint64_t> hashes,
                                                absl::Span<const LexicalRecord> records) {
  size_t size = 16;
  // At most three slots of four are taken, so that every search ends soon.
  while (size * 3 < hashes.size() * 4) size *= 2;
  std::vector<LexicalRecord> slots(size);
  for (size_t i = 0; i < hashes.size(); ++i) {
    const uint64_t mixed = MixHash(hashes[i]);
    size_t slot = mixed & (size - 1);
    while (slots[slot].fingerprint != 0) slot = (slot + 1) & (size - 1);
    slots[slot] = records[i];
    slots[slot].fingerprint = Fingerprint(mixed);
  }
  return slots;
}

}  // namespace isnad::extraction
