#include "services/ingestion/engines/sqlite/enqueue_transaction.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

EnqueueVerdict Refuse(absl::Status refusal) { return {std::move(refusal), IngestionRecord()}; }

}  // namespace

absl::StatusOr<EnqueueVerdict> EnqueueTransaction::Take(const EnqueueRequest& request) {
  if (!request.request_id.empty()) {
    ISNAD_ASSIGN_OR_RETURN(const absl::optional<RequestRow> known,
                           ReadRequest(database_, request.request_id));
    if (known.has_value()) return Repeat(request, *known);
  }
  ISNAD_ASSIGN_OR_RETURN(
      const absl::optional<IngestionRecord> same,
      ReadIngestionOf(database_, request.document.id, request.document.content_hash));
  return same.has_value() ? Accept(request, same->id) : TakeNew(request);
}

absl::StatusOr<EnqueueVerdict> EnqueueTransaction::Repeat(const EnqueueRequest& request,
                                                          const RequestRow& known) {
  if (known.fingerprint != request.fingerprint) {
    return Refuse(RequestIdReusedError(request.request_id));
  }
  return Answer(known.ingestion_id);
}

absl::StatusOr<EnqueueVerdict> EnqueueTransaction::TakeNew(const EnqueueRequest& request) {
  const DocumentRecord& document = request.document;
  ISNAD_ASSIGN_OR_RETURN(const bool id_taken, HasDocument(database_, document.id));
  if (id_taken) return Refuse(DocumentContentDiffersError(document.id));
  ISNAD_ASSIGN_OR_RETURN(const std::string first,
                         FindDocumentByContent(database_, document.content_hash));
  if (!first.empty()) {
    ISNAD_RETURN_IF_ERROR(
        InsertIngestion(database_, request, first, IngestionState::kDuplicate, now_));
    return Accept(request, request.ingestion_id);
  }
  if (unfinished_ >= limits_.max_unfinished) {
    return Refuse(QueueFullError(limits_.max_unfinished, limits_.full_retry_delay));
  }
  ISNAD_RETURN_IF_ERROR(InsertDocument(database_, document));
  ISNAD_RETURN_IF_ERROR(
      InsertIngestion(database_, request, document.id, IngestionState::kReceived, now_));
  ++unfinished_;
  return Accept(request, request.ingestion_id);
}

// Remembers the request id for the ingestion and answers with it.
absl::StatusOr<EnqueueVerdict> EnqueueTransaction::Accept(const EnqueueRequest& request,
                                                          absl::string_view id) {
  if (!request.request_id.empty()) {
    ISNAD_RETURN_IF_ERROR(InsertRequest(database_, request.request_id, request.fingerprint, id));
  }
  return Answer(id);
}

absl::StatusOr<EnqueueVerdict> EnqueueTransaction::Answer(absl::string_view ingestion_id) {
  ISNAD_ASSIGN_OR_RETURN(absl::optional<IngestionRecord> record,
                         ReadIngestion(database_, ingestion_id));
  if (!record.has_value()) {
    return absl::InternalError(absl::StrCat("the queue has no row of ingestions/", ingestion_id));
  }
  return EnqueueVerdict{absl::OkStatus(), *std::move(record)};
}

}  // namespace isnad::ingestion
