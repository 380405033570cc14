// What every method of the service works with, and the conventions that all of them share.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_METHOD_CONVENTIONS_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_METHOD_CONVENTIONS_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "google/protobuf/message.h"
#include "google/protobuf/timestamp.pb.h"
#include "services/facts/converters/etag.h"
#include "services/facts/store/fact_store.h"
#include "services/server/clock/clock.h"

namespace isnad::facts {

// The store and the clock behind the methods, and when an answer is worthless. Nothing is owned.
struct Backend {
  FactStore* store = nullptr;
  server::Clock* clock = nullptr;
  absl::Time deadline = absl::InfiniteFuture();
  // Of what lists and searches answer.
  Etags etags = Etags::kSet;

  // The same for a call that has until `time`.
  Backend Until(absl::Time time) const { return {store, clock, time, etags}; }

  // As of FactStore, within the deadline.
  absl::Status Write(const std::function<absl::Status(WriteTransaction&)>& write) const {
    return store->Write(write, deadline);
  }
  absl::StatusOr<std::unique_ptr<Snapshot>> Read(Micros time) const {
    return store->Read(time, deadline);
  }
};

// The time that `request.as_of` asks for; kLatest when it is unset. INVALID_ARGUMENT when it lies
// in the future.
template <typename Request>
absl::StatusOr<Micros> ReadTime(const Backend& backend, const Request& request);
absl::StatusOr<Micros> CheckReadTime(const Backend& backend,
                                     const google::protobuf::Timestamp& as_of);

template <typename Request>
absl::StatusOr<Micros> ReadTime(const Backend& backend, const Request& request) {
  if (!request.has_as_of()) return kLatest;
  return CheckReadTime(backend, request.as_of());
}

// A snapshot as of `request.as_of`.
template <typename Request>
absl::StatusOr<std::unique_ptr<Snapshot>> ReadAsOf(const Backend& backend, const Request& request) {
  absl::StatusOr<Micros> time = ReadTime(backend, request);
  if (!time.ok()) return time.status();
  return backend.Read(*time);
}

// Where a page begins and how long it is.
struct PageStart {
  int size = 50;
  Position after;
  std::string fingerprint;
};

// Reads `page_size` (default 50, at most 1,000) and `page_token` of a list request.
absl::StatusOr<PageStart> ReadPageStart(const google::protobuf::Message& request, int page_size,
                                        const std::string& page_token, int default_size = 50,
                                        int max_size = 1000);

// The token of the page after `next`; empty when there is none.
std::string NextPageToken(const PageStart& start, const Position& next);

// INVALID_ARGUMENT on `field` unless `text` has 1 to 1,000 characters.
absl::Status CheckReason(absl::string_view text, absl::string_view field);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_METHOD_CONVENTIONS_H_
