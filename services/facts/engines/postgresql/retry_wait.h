// How long to wait before a lost transaction is run again.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_RETRY_WAIT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_RETRY_WAIT_H_

#include <algorithm>

#include "absl/random/random.h"
#include "absl/time/time.h"

namespace isnad::facts::postgresql {

// Waits that double from 5 ms up to 1 s; each is drawn between half of that and all of it, so that
// writers that lost together do not meet again. Not thread safe.
class RetryWait {
 public:
  absl::Duration Next() {
    const absl::Duration most = next_;
    next_ = std::min(2 * next_, kLongest);
    return absl::Uniform(random_, 0.5, 1.0) * most;
  }

 private:
  static constexpr absl::Duration kLongest = absl::Seconds(1);

  absl::BitGen random_;
  absl::Duration next_ = absl::Milliseconds(5);
};

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_RETRY_WAIT_H_
