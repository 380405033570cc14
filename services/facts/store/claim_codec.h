// Claims as bytes, for engines that keep them in one column.

#ifndef ISNAD_SERVICES_FACTS_STORE_CLAIM_CODEC_H_
#define ISNAD_SERVICES_FACTS_STORE_CLAIM_CODEC_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

std::string EncodeClaim(const Claim& claim);

// Empty bytes are an empty claim, as a purge leaves it. DATA_LOSS when the bytes are no claim.
absl::StatusOr<Claim> DecodeClaim(absl::string_view bytes);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_STORE_CLAIM_CODEC_H_
