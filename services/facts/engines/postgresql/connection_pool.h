// Connections to share: at most so many at a time, opened when first needed.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_CONNECTION_POOL_H_
#define ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_CONNECTION_POOL_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "services/facts/engines/postgresql/connection.h"

namespace isnad::facts::postgresql {

class ConnectionPool;

// The use of a connection; gives it back when destroyed. Movable.
class ConnectionLease {
 public:
  ConnectionLease(ConnectionPool* pool, std::unique_ptr<Connection> connection)
      : pool_(pool), connection_(std::move(connection)) {}
  ~ConnectionLease();
  ConnectionLease(ConnectionLease&&) = default;
  ConnectionLease& operator=(ConnectionLease&&) = delete;

  Connection& operator*() const { return *connection_; }
  Connection* operator->() const { return connection_.get(); }

 private:
  ConnectionPool* pool_;
  std::unique_ptr<Connection> connection_;
};

// Thread safe; outlives its leases.
class ConnectionPool {
 public:
  ConnectionPool(std::string url, int most);

  // Waits for a free connection until `deadline`, and for ten seconds at most. UNAVAILABLE when
  // none was free in time or none can be opened. A connection that was lost is never handed out
  // knowingly; one that the server closed while it was idle shows so at its first use.
  absl::StatusOr<ConnectionLease> Acquire(absl::Time deadline);

  // Forgets the idle connections, as after one was lost: the others will be, too.
  void DropIdle();

 private:
  friend class ConnectionLease;

  void GiveBack(std::unique_ptr<Connection> connection);
  bool HasRoom() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return used_ < most_; }

  const std::string url_;
  const int most_;
  absl::Mutex mutex_;
  int used_ ABSL_GUARDED_BY(mutex_) = 0;
  std::vector<std::unique_ptr<Connection>> idle_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace isnad::facts::postgresql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_POSTGRESQL_CONNECTION_POOL_H_
