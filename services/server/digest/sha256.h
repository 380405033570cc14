// SHA-256 (FIPS 180-4), for content hashes and for names that are derived from content.

#ifndef ISNAD_SERVICES_SERVER_DIGEST_SHA256_H_
#define ISNAD_SERVICES_SERVER_DIGEST_SHA256_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"

namespace isnad::server {

// Computes a digest piece by piece. Movable; thread-compatible.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) = default;
  Sha256& operator=(Sha256&&) = default;
  ~Sha256();

  void Update(absl::string_view bytes);

  // The digest as 64 lower-case hexadecimal digits. Call once.
  std::string FinishHex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

// The digest of `bytes` as 64 lower-case hexadecimal digits. Thread-safe.
std::string Sha256Hex(absl::string_view bytes);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_DIGEST_SHA256_H_
