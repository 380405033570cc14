#include "services/ingestion/handlers/ingestion_handler.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/ingestion/converters/article_converter.h"
#include "services/ingestion/converters/ingestion_converter.h"
#include "services/ingestion/domain/article_reader.h"
#include "services/ingestion/domain/resource_id.h"
#include "services/ingestion/domain/state_filter.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/ingestion/handlers/ingest_stream.h"
#include "services/server/paging/page_token.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

constexpr int kDefaultPageSize = 50;
constexpr int kMaxPageSize = 1000;
// How soon a watcher that hung up is noticed.
constexpr absl::Duration kWatchSlice = absl::Milliseconds(250);
constexpr absl::Duration kWatchRetryDelay = absl::Seconds(1);

absl::StatusOr<std::string> ParseIngestionName(absl::string_view name) {
  absl::optional<std::string> id = ParseResourceName(name, "ingestions");
  if (id.has_value()) return *std::move(id);
  return server::InvalidFields(
      {{"name", absl::StrCat("is \"", server::Shorten(name),
                             "\"; a name like \"ingestions/i-0a1b2c\" is wanted")}});
}

// The position of a page is the sequence of the last ingestion before it.
absl::StatusOr<int64_t> ReadPosition(const isnad::v1::ListIngestionsRequest& request) {
  if (request.page_token().empty()) return 0;
  ISNAD_ASSIGN_OR_RETURN(
      const std::string position,
      server::ReadPageToken(request.page_token(), server::RequestFingerprint(request)));
  int64_t sequence = 0;
  if (!absl::SimpleAtoi(position, &sequence)) {
    return server::InvalidFields({{"page_token", "is damaged"}}, "INVALID_PAGE_TOKEN");
  }
  return sequence;
}

// Whether a watcher was told of this state already.
bool IsSameState(const IngestionRecord& a, const IngestionRecord& b) {
  return a.state == b.state && a.attempt_count == b.attempt_count &&
         a.update_time == b.update_time && a.error == b.error;
}

}  // namespace

IngestionHandler::IngestionHandler(IngestionHandlerOptions options, server::RpcRuntime* runtime,
                                   IngestionQueue* queue, GroupCommit* group_commit,
                                   ChangeFeed* feed, server::Clock* clock)
    : options_(options),
      runtime_(runtime),
      queue_(queue),
      group_commit_(group_commit),
      feed_(feed),
      clock_(clock) {}

grpc::Status IngestionHandler::IngestDocument(grpc::ServerContext* context,
                                              const isnad::v1::IngestDocumentRequest* request,
                                              isnad::v1::IngestDocumentResponse* response) {
  return runtime_->Unary(context, "isnad.v1.IngestionService/IngestDocument",
                         [&](server::RpcContext& rpc) -> absl::Status {
                           ISNAD_ASSIGN_OR_RETURN(const RawArticle article, FromProto(*request));
                           ISNAD_ASSIGN_OR_RETURN(EnqueueRequest enqueue,
                                                  ReadArticle(article, clock_->Now()));
                           ISNAD_RETURN_IF_ERROR(rpc.CheckAlive());
                           ISNAD_ASSIGN_OR_RETURN(const IngestionRecord record,
                                                  group_commit_->Enqueue(std::move(enqueue)));
                           ToProto(record, response->mutable_ingestion());
                           return absl::OkStatus();
                         });
}

grpc::Status IngestionHandler::IngestDocuments(
    grpc::ServerContext* context,
    grpc::ServerReaderWriter<isnad::v1::IngestDocumentsResponse, isnad::v1::IngestDocumentsRequest>*
        stream) {
  return runtime_->Streaming(context, "isnad.v1.IngestionService/IngestDocuments",
                             [&](server::RpcContext& rpc) -> absl::Status {
                               return IngestStream(stream, queue_, clock_).Run(rpc);
                             });
}

grpc::Status IngestionHandler::GetIngestion(grpc::ServerContext* context,
                                            const isnad::v1::GetIngestionRequest* request,
                                            isnad::v1::GetIngestionResponse* response) {
  return runtime_->Unary(
      context, "isnad.v1.IngestionService/GetIngestion", [&](server::RpcContext&) -> absl::Status {
        ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseIngestionName(request->name()));
        ISNAD_ASSIGN_OR_RETURN(const IngestionRecord record, queue_->Get(id));
        ToProto(record, response->mutable_ingestion());
        return absl::OkStatus();
      });
}

grpc::Status IngestionHandler::ListIngestions(grpc::ServerContext* context,
                                              const isnad::v1::ListIngestionsRequest* request,
                                              isnad::v1::ListIngestionsResponse* response) {
  return runtime_->Unary(context, "isnad.v1.IngestionService/ListIngestions",
                         [&](server::RpcContext&) { return List(*request, response); });
}

absl::Status IngestionHandler::List(const isnad::v1::ListIngestionsRequest& request,
                                    isnad::v1::ListIngestionsResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const int page_size,
                         server::PageSize(request.page_size(), kDefaultPageSize, kMaxPageSize));
  ListIngestionsOptions options;
  ISNAD_ASSIGN_OR_RETURN(options.states, ParseStateFilter(request.filter()));
  ISNAD_ASSIGN_OR_RETURN(options.before_sequence, ReadPosition(request));
  // One more than the page tells whether there is a next one.
  options.limit = static_cast<size_t>(page_size) + 1;
  ISNAD_ASSIGN_OR_RETURN(std::vector<IngestionRecord> records, queue_->List(options));
  if (records.size() > static_cast<size_t>(page_size)) {
    records.pop_back();
    response->set_next_page_token(server::MakePageToken(server::RequestFingerprint(request),
                                                        absl::StrCat(records.back().sequence)));
  }
  for (const IngestionRecord& record : records) ToProto(record, response->add_ingestions());
  return absl::OkStatus();
}

grpc::Status IngestionHandler::WatchIngestion(
    grpc::ServerContext* context, const isnad::v1::WatchIngestionRequest* request,
    grpc::ServerWriter<isnad::v1::WatchIngestionResponse>* writer) {
  return runtime_->Streaming(
      context, "isnad.v1.IngestionService/WatchIngestion",
      [&](server::RpcContext& rpc) { return Watch(rpc, request->name(), writer); });
}

absl::Status IngestionHandler::Watch(
    server::RpcContext& rpc, absl::string_view name,
    grpc::ServerWriter<isnad::v1::WatchIngestionResponse>* writer) {
  ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseIngestionName(name));
  // Subscribed before the first read, so that no change between the two is missed.
  const auto subscription = feed_->Subscribe(id, options_.max_watchers);
  if (subscription == nullptr) return TooManyWatchersError(options_.max_watchers, kWatchRetryDelay);
  absl::optional<IngestionRecord> told;
  for (;;) {
    ISNAD_ASSIGN_OR_RETURN(const IngestionRecord record, queue_->Get(id));
    if (!told.has_value() || !IsSameState(*told, record)) {
      isnad::v1::WatchIngestionResponse response;
      ToProto(record, response.mutable_ingestion());
      if (!writer->Write(response)) return absl::CancelledError("the watcher hung up");
      told = record;
    }
    if (IsFinal(record.state)) return absl::OkStatus();
    while (!subscription->Wait(kWatchSlice)) {
      ISNAD_RETURN_IF_ERROR(rpc.CheckAlive());
      if (rpc.IsDraining() || feed_->closed()) return server::DrainingError();
    }
  }
}

grpc::Status IngestionHandler::RetryIngestion(grpc::ServerContext* context,
                                              const isnad::v1::RetryIngestionRequest* request,
                                              isnad::v1::RetryIngestionResponse* response) {
  return runtime_->Unary(
      context, "isnad.v1.IngestionService/RetryIngestion",
      [&](server::RpcContext&) -> absl::Status {
        ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseIngestionName(request->name()));
        ISNAD_ASSIGN_OR_RETURN(const IngestionRecord record, queue_->Retry(id, clock_->Now()));
        ToProto(record, response->mutable_ingestion());
        return absl::OkStatus();
      });
}

}  // namespace isnad::ingestion
