// SHA-256 (FIPS 180-4).

#ifndef ISNAD_SERVICES_INGESTION_DOMAIN_SHA256_H_
#define ISNAD_SERVICES_INGESTION_DOMAIN_SHA256_H_

#include <array>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace isnad::ingestion {

// Computes a digest piece by piece. Thread-compatible.
class Sha256 {
 public:
  Sha256();

  void Update(absl::string_view bytes);

  // Returns the digest as 64 lower-case hex digits. Call once.
  std::string FinishHex();

 private:
  void ProcessBlock(const uint8_t* block);

  std::array<uint32_t, 8> state_;
  std::array<uint8_t, 64> pending_{};
  uint64_t length_ = 0;
};

// Returns the digest of `bytes` as 64 lower-case hex digits.
std::string Sha256Hex(absl::string_view bytes);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DOMAIN_SHA256_H_
