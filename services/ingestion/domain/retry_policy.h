// When a failed attempt is repeated.

#ifndef ISNAD_SERVICES_INGESTION_DOMAIN_RETRY_POLICY_H_
#define ISNAD_SERVICES_INGESTION_DOMAIN_RETRY_POLICY_H_

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace isnad::ingestion {

// Exponential backoff with jitter, and an end.
struct RetryPolicy {
  // Attempts after which an ingestion fails.
  int max_attempts = 20;
  absl::Duration initial_backoff = absl::Seconds(1);
  absl::Duration max_backoff = absl::Minutes(10);
  double multiplier = 2.0;
  // A wait is drawn from the last `jitter` share of the backoff up to all of it.
  double jitter = 0.3;
};

// Returns the wait before the attempt after `attempt` (from 1). `random` is in [0, 1).
absl::Duration BackoffAfter(const RetryPolicy& policy, int attempt, double random);

// Returns whether an attempt that ended with `status` would end so again: the document, not the
// moment, is at fault.
bool IsPermanent(const absl::Status& status);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_DOMAIN_RETRY_POLICY_H_
