#include "services/ingestion/handlers/ingest_stream.h"

#include <pthread.h>

#include <thread>  // NOLINT(build/c++11)
#include <utility>

#include "services/ingestion/converters/article_converter.h"
#include "services/ingestion/converters/ingestion_converter.h"
#include "services/ingestion/domain/article_reader.h"
#include "services/ingestion/domain/raw_article.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxInFlight = 256;
constexpr size_t kMaxWaitingBytes = size_t{32} << 20;
constexpr size_t kMaxBatch = 64;

absl::StatusOr<EnqueueRequest> Clean(const isnad::v1::IngestDocumentsRequest& message,
                                     absl::Time now) {
  if (!message.has_request()) {
    return server::InvalidFields({{"request", "is missing; an article with its ids is wanted"}});
  }
  ISNAD_ASSIGN_OR_RETURN(const RawArticle article, FromProto(message.request()));
  return ReadArticle(article, now);
}

size_t BytesOf(const absl::StatusOr<EnqueueRequest>& request) {
  return request.ok() ? request->document.text.size() : 0;
}

// Whether the failure is of the service rather than of the article.
bool EndsTheStream(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kResourceExhausted:
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDataLoss:
    case absl::StatusCode::kInternal:
      return true;
    default:
      return false;
  }
}

}  // namespace

absl::Status IngestStream::Run(server::RpcContext& rpc) {
  std::thread committer([this] {
    pthread_setname_np(pthread_self(), "ingest-commit");
    CommitUntilDone();
  });
  isnad::v1::IngestDocumentsRequest message;
  absl::Status alive;
  for (int64_t ordinal = 0; alive.ok() && ending().ok() && stream_->Read(&message); ++ordinal) {
    Push({ordinal, Clean(message, clock_->Now())});
    alive = rpc.CheckAlive();
  }
  {
    absl::MutexLock lock(&mutex_);
    reading_done_ = true;
  }
  committer.join();
  ISNAD_RETURN_IF_ERROR(ending());
  return alive;
}

absl::Status IngestStream::ending() {
  absl::MutexLock lock(&mutex_);
  return ending_;
}

bool IngestStream::HasRoom() const {
  return !ending_.ok() || (in_flight_ < kMaxInFlight && waiting_bytes_ < kMaxWaitingBytes);
}

void IngestStream::Push(Item item) {
  absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(this, &IngestStream::HasRoom));
  waiting_bytes_ += BytesOf(item.request);
  ++in_flight_;
  waiting_.push_back(std::move(item));
}

std::vector<IngestStream::Item> IngestStream::TakeBatch() {
  absl::MutexLock lock(&mutex_);
  const auto ready = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return reading_done_ || !waiting_.empty();
  };
  mutex_.Await(absl::Condition(&ready));
  std::vector<Item> batch;
  while (!waiting_.empty() && batch.size() < kMaxBatch) {
    waiting_bytes_ -= BytesOf(waiting_.front().request);
    batch.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  return batch;
}

void IngestStream::CommitUntilDone() {
  for (;;) {
    std::vector<Item> batch = TakeBatch();
    if (batch.empty()) return;
    const size_t size = batch.size();
    const bool connected = CommitBatch(std::move(batch));
    absl::MutexLock lock(&mutex_);
    in_flight_ -= size;
    if (!connected && ending_.ok()) ending_ = absl::CancelledError("the sender hung up");
  }
}

bool IngestStream::CommitBatch(std::vector<Item> batch) {
  const absl::Status ended = ending();
  std::vector<EnqueueRequest> requests;
  for (Item& item : batch) {
    if (item.request.ok() && !ended.ok()) item.request = ended;
    if (item.request.ok()) requests.push_back(*std::move(item.request));
  }
  std::vector<absl::StatusOr<IngestionRecord>> results;
  if (!requests.empty()) results = queue_->Enqueue(requests, clock_->Now());
  size_t next = 0;
  bool connected = true;
  for (const Item& item : batch) {
    const absl::StatusOr<IngestionRecord> result =
        item.request.ok() ? results[next++]
                          : absl::StatusOr<IngestionRecord>(item.request.status());
    connected = Acknowledge(item.ordinal, result) && connected;
  }
  return connected;
}

bool IngestStream::Acknowledge(int64_t ordinal, const absl::StatusOr<IngestionRecord>& result) {
  isnad::v1::IngestDocumentsResponse response;
  response.set_ordinal(ordinal);
  if (result.ok()) {
    ToProto(*result, response.mutable_ingestion());
  } else {
    *response.mutable_status() = server::ToRpcStatus(result.status());
    absl::MutexLock lock(&mutex_);
    if (ending_.ok() && EndsTheStream(result.status())) ending_ = result.status();
  }
  return stream_->Write(response);
}

}  // namespace isnad::ingestion
