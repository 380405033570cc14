// The bytes of a model file, shared by its reader and its writer.

#ifndef ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_LAYOUT_H_
#define ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_LAYOUT_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace isnad::extraction::model_layout {

constexpr char kMagic[8] = {'I', 'S', 'N', 'A', 'D', 'M', 'D', 'L'};
constexpr uint64_t kAlignment = 64;  // bytes

struct Header {
  char magic[8];
  uint32_t format_version;
  uint32_t section_count;
  uint64_t size;      // bytes of the whole file
  uint64_t checksum;  // of all bytes after the header
};

struct Section {
  char name[48];    // padded with zeros
  uint64_t offset;  // from the start of the file
  uint64_t size;    // bytes
};

static_assert(sizeof(Header) == 32 && sizeof(Section) == 64, "no padding of the compiler's own");

// FNV-1a over 64-bit words: for accidents, not for enemies.
uint64_t Checksum(absl::string_view bytes);

inline uint64_t AlignUp(uint64_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

}  // namespace isnad::extraction::model_layout

#endif  // ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_LAYOUT_H_
