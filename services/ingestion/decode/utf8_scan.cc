#include "services/ingestion/decode/utf8_scan.h"

namespace isnad::ingestion {
namespace {

constexpr absl::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD REPLACEMENT CHARACTER

// One step through the bytes.
struct Sequence {
  size_t length = 1;
  bool valid = false;
};

// The range that the second byte must be in, which depends on the first.
struct SecondByteRange {
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

SecondByteRange SecondByteAfter(unsigned char lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {0x80, 0xBF};
  }
}

size_t LengthOf(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

Sequence SequenceAt(absl::string_view bytes, size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const size_t length = LengthOf(lead);
  if (length == 0) return {1, false};
  if (length == 1) return {1, true};
  SecondByteRange range = SecondByteAfter(lead);
  for (size_t i = 1; i < length; ++i) {
    if (at + i >= bytes.size()) return {i, false};
    const auto byte = static_cast<unsigned char>(bytes[at + i]);
    if (byte < range.low || byte > range.high) return {i, false};
    range = {0x80, 0xBF};
  }
  return {length, true};
}

}  // namespace

Utf8Scan ScanUtf8(absl::string_view bytes) {
  Utf8Scan scan;
  for (size_t at = 0; at < bytes.size();) {
    const Sequence sequence = SequenceAt(bytes, at);
    if (!sequence.valid) {
      ++scan.invalid_sequences;
      scan.invalid_bytes += sequence.length;
    } else if (sequence.length > 1) {
      scan.multibyte_bytes += sequence.length;
    }
    at += sequence.length;
  }
  return scan;
}

std::string RepairUtf8(absl::string_view bytes) {
  std::string repaired;
  repaired.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const Sequence sequence = SequenceAt(bytes, at);
    const absl::string_view kept =
        sequence.valid ? bytes.substr(at, sequence.length) : kReplacement;
    repaired.append(kept.data(), kept.size());
    at += sequence.length;
  }
  return repaired;
}

char32_t TakeCodePoint(absl::string_view* text) {
  const auto lead = static_cast<unsigned char>(text->front());
  const size_t length = LengthOf(lead);
  if (length < 2 || length > text->size()) {
    text->remove_prefix(1);
    return lead;
  }
  static constexpr unsigned char kLeadMask[] = {0, 0, 0x1F, 0x0F, 0x07};
  char32_t code_point = lead & kLeadMask[length];
  for (size_t i = 1; i < length; ++i) {
    code_point = (code_point << 6) | (static_cast<unsigned char>((*text)[i]) & 0x3F);
  }
  text->remove_prefix(length);
  return code_point;
}

}  // namespace isnad::ingestion
