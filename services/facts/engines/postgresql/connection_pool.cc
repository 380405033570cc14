#include "services/facts/engines/postgresql/connection_pool.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace isnad::facts::postgresql {
namespace {

constexpr absl::Duration kLongestWait = absl::Seconds(10);
constexpr absl::Duration kConnectTimeout = absl::Seconds(10);

}  // namespace

ConnectionLease::~ConnectionLease() {
  if (connection_ != nullptr) pool_->GiveBack(std::move(connection_));
}

ConnectionPool::ConnectionPool(std::string url, int most)
    : url_(std::move(url)), most_(std::max(1, most)) {}

absl::StatusOr<ConnectionLease> ConnectionPool::Acquire(absl::Time deadline) {
  {
    absl::MutexLock lock(&mutex_);
    const absl::Time end = std::min(deadline, absl::Now() + kLongestWait);
    if (!mutex_.AwaitWithDeadline(absl::Condition(this, &ConnectionPool::HasRoom), end)) {
      return absl::UnavailableError(
          absl::StrCat("all ", most_, " connections to the fact store's database are busy"));
    }
    ++used_;
    if (!idle_.empty()) {
      std::unique_ptr<Connection> connection = std::move(idle_.back());
      idle_.pop_back();
      return ConnectionLease(this, std::move(connection));
    }
  }
  const absl::Duration timeout = std::min(kConnectTimeout, deadline - absl::Now());
  absl::StatusOr<std::unique_ptr<Connection>> opened = Connection::Open(url_, timeout);
  if (opened.ok()) return ConnectionLease(this, *std::move(opened));
  absl::MutexLock lock(&mutex_);
  --used_;
  return opened.status();
}

void ConnectionPool::DropIdle() {
  std::vector<std::unique_ptr<Connection>> dropped;
  absl::MutexLock lock(&mutex_);
  dropped.swap(idle_);
}

void ConnectionPool::GiveBack(std::unique_ptr<Connection> connection) {
  const bool lost = connection->IsLost();
  // Closing waits for nobody, but is work that needs no lock.
  if (lost) connection.reset();
  absl::MutexLock lock(&mutex_);
  --used_;
  if (!lost) idle_.push_back(std::move(connection));
}

}  // namespace isnad::facts::postgresql
