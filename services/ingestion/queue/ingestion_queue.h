// The durable queue between receipt and store, and the record of what became of each document.
//
// Promises, which every engine keeps and queue/ingestion_queue_conformance checks:
//  1. When Enqueue returns OK for an article, its document, its place in the queue and its request
//     id are on durable storage, together. A process killed at any moment before that leaves all
//     or nothing; killed at any moment after it, everything.
//  2. Work is at least once: a lease that is not completed, failed or released runs out, and the
//     work is leased again. While a lease is live nobody else gets it.
//  3. The holder of a lease that ran out and was given away cannot change the outcome (ABORTED).
//  4. A state that was reported is never taken back by a crash.
//
// Time is given by the caller, so that one clock decides.

#ifndef ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_QUEUE_H_
#define ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_QUEUE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "services/ingestion/queue/ingestion_record.h"

namespace isnad::ingestion {

// A document to be taken in.
struct EnqueueRequest {
  // Id of the ingestion to be, a function of `document.id` and `document.content_hash`.
  std::string ingestion_id;
  DocumentRecord document;
  int replaced_character_count = 0;
  std::string detected_encoding;
  // Makes a repetition safe; may be empty.
  std::string request_id;
  // Digest of the whole request as sent, compared when `request_id` comes again.
  std::string fingerprint;
};

// A claim on the work of one ingestion.
struct Lease {
  std::string ingestion_id;
  // Distinguishes this claim from earlier and later ones on the same work.
  int64_t token = 0;
  absl::Time expiry;
};

// Work that was leased.
struct LeasedWork {
  Lease lease;
  DocumentRecord document;
  // The attempt that begins now, from 1.
  int attempt = 0;
};

// Counts of a stored document.
struct StoredCounts {
  int facts = 0;
  int passages = 0;
};

// Why an attempt failed.
struct AttemptFailure {
  std::string error;
  std::string reason;
  // When to try again; unset to give up.
  absl::optional<absl::Time> retry_time;
};

// Which ingestions a list holds, newest first.
struct ListIngestionsOptions {
  // States to include; empty for none.
  std::vector<IngestionState> states;
  // Only ingestions with a smaller sequence; 0 for all.
  int64_t before_sequence = 0;
  size_t limit = 50;
};

// How much waits.
struct QueueDepth {
  size_t unfinished = 0;
  // When the oldest unfinished ingestion was received.
  absl::optional<absl::Time> oldest;
};

// The queue. Thread safe. Every method may end with UNAVAILABLE (storage cannot be used now, safe
// to repeat) or DATA_LOSS (storage is damaged).
class IngestionQueue {
 public:
  virtual ~IngestionQueue() = default;

  // Takes documents in, all in one durable transaction. One result per request, in order:
  //  - a new ingestion in kReceived,
  //  - the first answer for a repeated request id, or for the same document id and content,
  //  - an ingestion in kDuplicate for content known under another document id,
  //  - ALREADY_EXISTS (REQUEST_ID_REUSED, DOCUMENT_CONTENT_DIFFERS),
  //  - RESOURCE_EXHAUSTED (QUEUE_FULL) with RetryInfo.
  // When the transaction fails every result is that failure, and nothing was taken.
  virtual std::vector<absl::StatusOr<IngestionRecord>> Enqueue(
      const std::vector<EnqueueRequest>& requests, absl::Time now) = 0;

  // Returns one ingestion. NOT_FOUND.
  virtual absl::StatusOr<IngestionRecord> Get(absl::string_view ingestion_id) = 0;

  // Returns ingestions, newest first.
  virtual absl::StatusOr<std::vector<IngestionRecord>> List(
      const ListIngestionsOptions& options) = 0;

  // Claims the work that is due longest, until `now + duration`. Work under a lease that ran out is
  // due. Nothing when no work is due.
  virtual absl::StatusOr<absl::optional<LeasedWork>> LeaseNext(absl::string_view owner,
                                                               absl::Time now,
                                                               absl::Duration duration) = 0;

  // Extends a lease to `now + duration`. ABORTED (LEASE_LOST).
  virtual absl::Status Renew(const Lease& lease, absl::Time now, absl::Duration duration) = 0;

  // Ends a lease with success: kStored. The queue forgets the text. ABORTED (LEASE_LOST).
  virtual absl::Status Complete(const Lease& lease, const StoredCounts& counts, absl::Time now) = 0;

  // Ends a lease with failure: kReceived with a time for the next attempt, or kFailed. ABORTED.
  virtual absl::Status Fail(const Lease& lease, const AttemptFailure& failure, absl::Time now) = 0;

  // Gives work back undone, due at once, its attempt not counted. ABORTED (LEASE_LOST).
  virtual absl::Status Release(const Lease& lease, absl::Time now) = 0;

  // Gives back all that `owner` holds: what its former life left behind. Their attempts count, so
  // that a document that kills the process is given up in the end. Returns their ids.
  virtual absl::StatusOr<std::vector<std::string>> ReleaseAll(absl::string_view owner,
                                                              absl::Time now) = 0;

  // Puts a failed ingestion back, due at once, attempts counted anew. NOT_FOUND,
  // FAILED_PRECONDITION (INGESTION_NOT_FAILED).
  virtual absl::StatusOr<IngestionRecord> Retry(absl::string_view ingestion_id, absl::Time now) = 0;

  // Returns when the next work falls due (in the past when some is due now), or a lease runs out.
  virtual absl::StatusOr<absl::optional<absl::Time>> NextDueTime() = 0;

  virtual absl::StatusOr<QueueDepth> Depth() = 0;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_QUEUE_H_
