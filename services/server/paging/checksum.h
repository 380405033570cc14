// A keyed 64-bit checksum: SipHash-2-4 of J.-P. Aumasson and D. J. Bernstein (2012).

#ifndef ISNAD_SERVICES_SERVER_PAGING_CHECKSUM_H_
#define ISNAD_SERVICES_SERVER_PAGING_CHECKSUM_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace isnad::server {

struct ChecksumKey {
  uint64_t first;
  uint64_t second;
};

// The same on every machine and in every version.
uint64_t Checksum(ChecksumKey key, absl::string_view bytes);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_PAGING_CHECKSUM_H_
