#include "services/ingestion/domain/retry_policy.h"

#include <algorithm>

namespace isnad::ingestion {

absl::Duration BackoffAfter(const RetryPolicy& policy, int attempt, double random) {
  absl::Duration backoff = policy.initial_backoff;
  for (int i = 1; i < attempt && backoff < policy.max_backoff; ++i) backoff *= policy.multiplier;
  backoff = std::min(backoff, policy.max_backoff);
  return backoff * (1.0 - policy.jitter * random);
}

bool IsPermanent(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kAlreadyExists:
    case absl::StatusCode::kFailedPrecondition:
    case absl::StatusCode::kOutOfRange:
    case absl::StatusCode::kNotFound:
      return true;
    default:
      return false;
  }
}

}  // namespace isnad::ingestion
