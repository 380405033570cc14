// What the queue keeps: documents on their way into the store.

#ifndef ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_RECORD_H_
#define ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_RECORD_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"

namespace isnad::ingestion {

// How far an ingestion is. The numbers are those of the contract and are stored.
enum class IngestionState {
  kReceived = 1,
  kExtracting = 2,
  kStored = 3,
  kDuplicate = 4,
  kFailed = 5,
};

// Returns "STATE_RECEIVED" and so on.
absl::string_view IngestionStateName(IngestionState state);

// Whether the service will do nothing more of its own accord.
bool IsFinal(IngestionState state);

// A cleaned article. Times are UTC, kept to the microsecond.
struct DocumentRecord {
  // The part of `documents/{document}` after the slash.
  std::string id;
  std::string source_uri;
  std::string url;
  std::string publisher;
  std::string title;
  // UTF-8. Forgotten by the queue once the document is stored.
  std::string text;
  absl::optional<absl::Time> publish_time;
  bool publish_time_inferred = false;
  absl::optional<absl::Time> fetch_time;
  // Id of the document that this one corrects, or empty.
  std::string supersedes;
  // SHA-256 of `text`, lower-case hex.
  std::string content_hash;
};

// The progress of one document.
struct IngestionRecord {
  // Grows with every ingestion; the order of lists.
  int64_t sequence = 0;
  std::string id;
  // Id of the document; for a duplicate the one ingested first.
  std::string document_id;
  IngestionState state = IngestionState::kReceived;
  int attempt_count = 0;
  std::string error;
  std::string error_reason;
  std::string source_uri;
  std::string title;
  absl::Time create_time;
  absl::Time update_time;
  // When the next attempt is due, or the lease of the present one runs out; unset in a final state.
  absl::optional<absl::Time> next_attempt_time;
  int fact_count = 0;
  int passage_count = 0;
  int replaced_character_count = 0;
  std::string detected_encoding;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_QUEUE_INGESTION_RECORD_H_
