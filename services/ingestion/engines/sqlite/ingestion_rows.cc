#include "services/ingestion/engines/sqlite/ingestion_rows.h"

#include <cstdint>
#include <limits>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

constexpr char kIngestionColumns[] =
    "SELECT sequence, id, document, state, attempt_count, error, error_reason, source_uri, title, "
    "create_time, update_time, due_time, fact_count, passage_count, replaced_character_count, "
    "detected_encoding FROM ingestions ";

IngestionRecord RecordOf(const Statement& row) {
  IngestionRecord record;
  record.sequence = row.Integer(0);
  record.id = row.Text(1);
  record.document_id = row.Text(2);
  record.state = static_cast<IngestionState>(row.Integer(3));
  record.attempt_count = static_cast<int>(row.Integer(4));
  record.error = row.Text(5);
  record.error_reason = row.Text(6);
  record.source_uri = row.Text(7);
  record.title = row.Text(8);
  record.create_time = absl::FromUnixMicros(row.Integer(9));
  record.update_time = absl::FromUnixMicros(row.Integer(10));
  record.next_attempt_time = row.Time(11);
  record.fact_count = static_cast<int>(row.Integer(12));
  record.passage_count = static_cast<int>(row.Integer(13));
  record.replaced_character_count = static_cast<int>(row.Integer(14));
  record.detected_encoding = row.Text(15);
  return record;
}

absl::StatusOr<absl::optional<IngestionRecord>> ReadOne(Statement* statement) {
  ISNAD_ASSIGN_OR_RETURN(const Statement::StepResult result, statement->Step());
  if (result == Statement::StepResult::kDone) return absl::optional<IngestionRecord>();
  return absl::make_optional(RecordOf(*statement));
}

std::string StateList(const std::vector<IngestionState>& states) {
  return absl::StrJoin(states, ",", [](std::string* out, IngestionState state) {
    absl::StrAppend(out, static_cast<int>(state));
  });
}

}  // namespace

absl::StatusOr<absl::optional<IngestionRecord>> ReadIngestion(Database* database,
                                                              absl::string_view id) {
  ISNAD_ASSIGN_OR_RETURN(Statement statement,
                         database->Prepare(absl::StrCat(kIngestionColumns, "WHERE id = ?")));
  return ReadOne(&statement.Bind(id));
}

absl::StatusOr<absl::optional<IngestionRecord>> ReadIngestionOf(Database* database,
                                                                absl::string_view document_id,
                                                                absl::string_view content_hash) {
  ISNAD_ASSIGN_OR_RETURN(
      Statement statement,
      database->Prepare(
          absl::StrCat(kIngestionColumns, "WHERE requested_document = ? AND content_hash = ?")));
  return ReadOne(&statement.Bind(document_id).Bind(content_hash));
}

absl::StatusOr<std::vector<IngestionRecord>> ReadIngestions(Database* database,
                                                            const ListIngestionsOptions& options) {
  std::vector<IngestionRecord> records;
  if (options.states.empty()) return records;
  const int64_t before =
      options.before_sequence > 0 ? options.before_sequence : std::numeric_limits<int64_t>::max();
  ISNAD_ASSIGN_OR_RETURN(Statement statement,
                         database->Prepare(absl::StrCat(
                             kIngestionColumns, "WHERE state IN (", StateList(options.states),
                             ") AND sequence < ? ORDER BY sequence DESC LIMIT ?")));
  statement.Bind(before).Bind(static_cast<int64_t>(options.limit));
  for (;;) {
    ISNAD_ASSIGN_OR_RETURN(const Statement::StepResult result, statement.Step());
    if (result == Statement::StepResult::kDone) return records;
    records.push_back(RecordOf(statement));
  }
}

absl::Status InsertIngestion(Database* database, const EnqueueRequest& request,
                             absl::string_view document_id, IngestionState state, absl::Time now) {
  ISNAD_ASSIGN_OR_RETURN(
      Statement statement,
      database->Prepare("INSERT INTO ingestions (id, requested_document, content_hash, document, "
                        "state, source_uri, title, replaced_character_count, detected_encoding, "
                        "create_time, update_time, due_time, attempt_count, error, error_reason, "
                        "fact_count, passage_count) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', 0, 0)"));
  statement.Bind(request.ingestion_id)
      .Bind(request.document.id)
      .Bind(request.document.content_hash)
      .Bind(document_id)
      .Bind(static_cast<int64_t>(state))
      .Bind(request.document.source_uri)
      .Bind(request.document.title)
      .Bind(static_cast<int64_t>(request.replaced_character_count))
      .Bind(request.detected_encoding)
      .Bind(absl::make_optional(now))
      .Bind(absl::make_optional(now))
      .Bind(IsFinal(state) ? absl::optional<absl::Time>() : absl::make_optional(now));
  return statement.Run();
}

absl::StatusOr<std::string> FindDocumentByContent(Database* database,
                                                  absl::string_view content_hash) {
  ISNAD_ASSIGN_OR_RETURN(Statement statement,
                         database->Prepare("SELECT id FROM documents WHERE content_hash = ?"));
  ISNAD_ASSIGN_OR_RETURN(const Statement::StepResult result, statement.Bind(content_hash).Step());
  return result == Statement::StepResult::kRow ? statement.Text(0) : std::string();
}

absl::StatusOr<bool> HasDocument(Database* database, absl::string_view id) {
  ISNAD_ASSIGN_OR_RETURN(Statement statement,
                         database->Prepare("SELECT 1 FROM documents WHERE id = ?"));
  ISNAD_ASSIGN_OR_RETURN(const Statement::StepResult result, statement.Bind(id).Step());
  return result == Statement::StepResult::kRow;
}

absl::Status InsertDocument(Database* database, const DocumentRecord& document) {
  ISNAD_ASSIGN_OR_RETURN(
      Statement statement,
      database->Prepare("INSERT INTO documents (id, content_hash, source_uri, url, publisher, "
                        "title, text, publish_time, publish_time_inferred, fetch_time, supersedes) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  statement.Bind(document.id)
      .Bind(document.content_hash)
      .Bind(document.source_uri)
      .Bind(document.url)
      .Bind(document.publisher)
      .Bind(document.title)
      .Bind(document.text)
      .Bind(document.publish_time)
      .Bind(static_cast<int64_t>(document.publish_time_inferred))
      .Bind(document.fetch_time)
      .Bind(document.supersedes);
  return statement.Run();
}

absl::StatusOr<DocumentRecord> ReadDocument(Database* database, absl::string_view id) {
  ISNAD_ASSIGN_OR_RETURN(
      Statement row,
      database->Prepare("SELECT id, content_hash, source_uri, url, publisher, title, text, "
                        "publish_time, publish_time_inferred, fetch_time, supersedes "
                        "FROM documents WHERE id = ?"));
  ISNAD_ASSIGN_OR_RETURN(const Statement::StepResult result, row.Bind(id).Step());
  if (result == Statement::StepResult::kDone) {
    return absl::InternalError(absl::StrCat("the queue has no row of documents/", id));
  }
  DocumentRecord document;
  document.id = row.Text(0);
  document.content_hash = row.Text(1);
  document.source_uri = row.Text(2);
  document.url = row.Text(3);
  document.publisher = row.Text(4);
  document.title = row.Text(5);
  document.text = row.Text(6);
  document.publish_time = row.Time(7);
  document.publish_time_inferred = row.Integer(8) != 0;
  document.fetch_time = row.Time(9);
  document.supersedes = row.Text(10);
  return document;
}

absl::Status ClearDocumentText(Database* database, absl::string_view id) {
  ISNAD_ASSIGN_OR_RETURN(Statement statement,
                         database->Prepare("UPDATE documents SET text = NULL WHERE id = ?"));
  return statement.Bind(id).Run();
}

absl::StatusOr<absl::optional<RequestRow>> ReadRequest(Database* database, absl::string_view id) {
  ISNAD_ASSIGN_OR_RETURN(
      Statement statement,
      database->Prepare("SELECT fingerprint, ingestion FROM requests WHERE id = ?"));
  ISNAD_ASSIGN_OR_RETURN(const Statement::StepResult result, statement.Bind(id).Step());
  if (result == Statement::StepResult::kDone) return absl::optional<RequestRow>();
  return absl::make_optional(RequestRow{statement.Text(0), statement.Text(1)});
}

absl::Status InsertRequest(Database* database, absl::string_view id, absl::string_view fingerprint,
                           absl::string_view ingestion_id) {
  ISNAD_ASSIGN_OR_RETURN(
      Statement statement,
      database->Prepare("INSERT INTO requests (id, fingerprint, ingestion) VALUES (?, ?, ?)"));
  return statement.Bind(id).Bind(fingerprint).Bind(ingestion_id).Run();
}

absl::StatusOr<size_t> CountUnfinished(Database* database) {
  ISNAD_ASSIGN_OR_RETURN(
      Statement statement,
      database->Prepare("SELECT COUNT(*) FROM ingestions WHERE due_time IS NOT NULL"));
  ISNAD_RETURN_IF_ERROR(statement.Step().status());
  return static_cast<size_t>(statement.Integer(0));
}

}  // namespace isnad::ingestion
