#include "services/ingestion/converters/ingestion_converter.h"

#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "google/protobuf/timestamp.pb.h"

namespace isnad::ingestion {
namespace {

void SetTimestamp(absl::Time time, google::protobuf::Timestamp* timestamp) {
  const int64_t seconds = absl::ToUnixSeconds(time);
  timestamp->set_seconds(seconds);
  timestamp->set_nanos(
      static_cast<int32_t>(absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
}

}  // namespace

void ToProto(const IngestionRecord& record, isnad::v1::Ingestion* message) {
  message->set_name(absl::StrCat("ingestions/", record.id));
  message->set_document(absl::StrCat("documents/", record.document_id));
  message->set_state(static_cast<isnad::v1::Ingestion::State>(record.state));
  message->set_attempt_count(record.attempt_count);
  message->set_error(record.error);
  message->set_error_reason(record.error_reason);
  message->set_source_uri(record.source_uri);
  message->set_title(record.title);
  SetTimestamp(record.create_time, message->mutable_create_time());
  SetTimestamp(record.update_time, message->mutable_update_time());
  if (record.next_attempt_time.has_value()) {
    SetTimestamp(*record.next_attempt_time, message->mutable_next_attempt_time());
  }
  message->set_fact_count(record.fact_count);
  message->set_passage_count(record.passage_count);
  message->set_replaced_character_count(record.replaced_character_count);
  message->set_detected_encoding(record.detected_encoding);
}

void ToProto(const DocumentRecord& document, isnad::v1::Document* message) {
  message->set_name(absl::StrCat("documents/", document.id));
  message->set_source_uri(document.source_uri);
  message->set_url(document.url);
  message->set_publisher(document.publisher);
  message->set_title(document.title);
  message->set_text(document.text);
  if (document.publish_time.has_value()) {
    SetTimestamp(*document.publish_time, message->mutable_publish_time());
  }
  message->set_publish_time_inferred(document.publish_time_inferred);
  if (document.fetch_time.has_value()) {
    SetTimestamp(*document.fetch_time, message->mutable_fetch_time());
  }
  message->set_content_hash(document.content_hash);
  if (!document.supersedes.empty()) {
    message->set_supersedes(absl::StrCat("documents/", document.supersedes));
  }
}

}  // namespace isnad::ingestion
