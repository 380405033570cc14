#include "services/ingestion/queue/ingestion_queue_conformance.h"

#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

constexpr absl::Duration kLease = absl::Seconds(60);
constexpr char kOwner[] = "worker-a";

std::string ReasonOf(const absl::Status& status) { return server::ErrorReason(status); }

}  // namespace

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(IngestionQueueConformance);

void IngestionQueueConformance::SetUp() {
  storage_ = GetParam().make_storage();
  queue_ = storage_->Open(kMaxUnfinished);
  ASSERT_NE(queue_, nullptr);
}

void IngestionQueueConformance::Reopen() {
  queue_.reset();
  queue_ = storage_->Open(kMaxUnfinished);
  ASSERT_NE(queue_, nullptr);
}

EnqueueRequest IngestionQueueConformance::RequestFor(const std::string& document_id,
                                                     const std::string& text,
                                                     const std::string& request_id) {
  EnqueueRequest request;
  request.ingestion_id = absl::StrCat("i-", document_id, "-", text);
  request.document.id = document_id;
  request.document.text = text;
  request.document.content_hash = absl::StrCat("hash of ", text);
  request.document.source_uri = absl::StrCat("file:", document_id, ".txt");
  request.document.url = "https://example.org/a";
  request.document.publisher = "جريدة";
  request.document.title = "عنوان";
  request.document.publish_time = absl::FromUnixSeconds(1600000000);
  request.document.fetch_time = absl::FromUnixSeconds(1600000001);
  request.document.supersedes = "older";
  request.replaced_character_count = 3;
  request.detected_encoding = "windows-1256";
  request.request_id = request_id;
  request.fingerprint = absl::StrCat("fingerprint of ", document_id, text);
  return request;
}

absl::StatusOr<IngestionRecord> IngestionQueueConformance::Enqueue(const EnqueueRequest& request) {
  auto results = queue_->Enqueue({request}, clock_.Now());
  EXPECT_EQ(results.size(), 1u);
  return std::move(results[0]);
}

LeasedWork IngestionQueueConformance::MustLease() {
  auto work = queue_->LeaseNext(kOwner, clock_.Now(), kLease);
  EXPECT_TRUE(work.ok()) << work.status();
  if (!work.ok() || !work->has_value()) {
    ADD_FAILURE() << "nothing is due";
    return LeasedWork();
  }
  return **std::move(work);
}

LeasedWork IngestionQueueConformance::EnqueueAndLease(const std::string& document_id) {
  const auto record = Enqueue(RequestFor(document_id, absl::StrCat("text of ", document_id)));
  EXPECT_TRUE(record.ok()) << record.status();
  return MustLease();
}

bool IngestionQueueConformance::NothingDue() {
  const auto work = queue_->LeaseNext(kOwner, clock_.Now(), kLease);
  EXPECT_TRUE(work.ok()) << work.status();
  return work.ok() && !work->has_value();
}

IngestionRecord IngestionQueueConformance::MustGet(const std::string& ingestion_id) {
  const auto record = queue_->Get(ingestion_id);
  EXPECT_TRUE(record.ok()) << record.status();
  return record.ok() ? *record : IngestionRecord();
}

TEST_P(IngestionQueueConformance, NewDocumentIsReceivedAndDueAtOnce) {
  const auto record = Enqueue(RequestFor("a", "نص"));
  ASSERT_TRUE(record.ok()) << record.status();
  EXPECT_EQ(record->document_id, "a");
  EXPECT_EQ(record->state, IngestionState::kReceived);
  EXPECT_EQ(record->attempt_count, 0);
  EXPECT_EQ(record->title, "عنوان");
  EXPECT_EQ(record->source_uri, "file:a.txt");
  EXPECT_EQ(record->replaced_character_count, 3);
  EXPECT_EQ(record->detected_encoding, "windows-1256");
  EXPECT_EQ(record->create_time, clock_.Now());
  EXPECT_EQ(record->next_attempt_time, clock_.Now());
}

TEST_P(IngestionQueueConformance, LeasedDocumentIsWhatWasEnqueued) {
  const EnqueueRequest request = RequestFor("a", "نص\r\nآخر");
  ASSERT_TRUE(Enqueue(request).ok());
  const LeasedWork work = MustLease();
  EXPECT_EQ(work.attempt, 1);
  EXPECT_EQ(work.lease.ingestion_id, request.ingestion_id);
  EXPECT_EQ(work.document.id, "a");
  EXPECT_EQ(work.document.text, "نص\r\nآخر");
  EXPECT_EQ(work.document.url, request.document.url);
  EXPECT_EQ(work.document.publisher, request.document.publisher);
  EXPECT_EQ(work.document.publish_time, request.document.publish_time);
  EXPECT_EQ(work.document.fetch_time, request.document.fetch_time);
  EXPECT_EQ(work.document.supersedes, "older");
  EXPECT_EQ(work.document.content_hash, request.document.content_hash);
  EXPECT_EQ(MustGet(request.ingestion_id).state, IngestionState::kExtracting);
}

TEST_P(IngestionQueueConformance, RepeatedRequestIdGetsTheFirstAnswer) {
  const auto first = Enqueue(RequestFor("a", "نص", "r1"));
  ASSERT_TRUE(first.ok());
  Reopen();
  const auto second = Enqueue(RequestFor("a", "نص", "r1"));
  ASSERT_TRUE(second.ok()) << second.status();
  EXPECT_EQ(second->id, first->id);
  MustLease();
  EXPECT_TRUE(NothingDue());
}

TEST_P(IngestionQueueConformance, RequestIdWithAnotherBodyIsRefused) {
  ASSERT_TRUE(Enqueue(RequestFor("a", "نص", "r1")).ok());
  const auto other = Enqueue(RequestFor("b", "غيره", "r1"));
  EXPECT_EQ(other.status().code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(ReasonOf(other.status()), "REQUEST_ID_REUSED");
  MustLease();
  EXPECT_TRUE(NothingDue());
}

TEST_P(IngestionQueueConformance, SameDocumentAndContentIsTheSameIngestion) {
  const auto first = Enqueue(RequestFor("a", "نص"));
  const LeasedWork work = MustLease();
  ASSERT_TRUE(queue_->Complete(work.lease, {7, 2}, clock_.Now()).ok());
  const auto again = Enqueue(RequestFor("a", "نص", "r9"));
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(again->id, first->id);
  EXPECT_EQ(again->state, IngestionState::kStored);
  EXPECT_EQ(again->fact_count, 7);
  EXPECT_TRUE(NothingDue());
}

TEST_P(IngestionQueueConformance, SameContentUnderAnotherNameIsADuplicate) {
  ASSERT_TRUE(Enqueue(RequestFor("a", "نص")).ok());
  const auto copy = Enqueue(RequestFor("b", "نص", "r2"));
  ASSERT_TRUE(copy.ok()) << copy.status();
  EXPECT_EQ(copy->state, IngestionState::kDuplicate);
  EXPECT_EQ(copy->document_id, "a");
  EXPECT_FALSE(copy->next_attempt_time.has_value());
  const auto again = Enqueue(RequestFor("b", "نص"));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->id, copy->id);
  MustLease();
  EXPECT_TRUE(NothingDue());
}

TEST_P(IngestionQueueConformance, DocumentIdWithOtherContentIsRefused) {
  ASSERT_TRUE(Enqueue(RequestFor("a", "نص")).ok());
  const auto other = Enqueue(RequestFor("a", "نص مصحح"));
  EXPECT_EQ(other.status().code(), absl::StatusCode::kAlreadyExists);
  EXPECT_EQ(ReasonOf(other.status()), "DOCUMENT_CONTENT_DIFFERS");
}

TEST_P(IngestionQueueConformance, BatchAnswersEachRequestInOrder) {
  const auto results =
      queue_->Enqueue({RequestFor("a", "1", "r1"), RequestFor("a", "2"), RequestFor("b", "1"),
                       RequestFor("a", "1", "r1"), RequestFor("c", "3")},
                      clock_.Now());
  ASSERT_EQ(results.size(), 5u);
  EXPECT_TRUE(results[0].ok());
  EXPECT_EQ(ReasonOf(results[1].status()), "DOCUMENT_CONTENT_DIFFERS");
  EXPECT_EQ(results[2]->state, IngestionState::kDuplicate);
  EXPECT_EQ(results[3]->id, results[0]->id);
  EXPECT_EQ(results[4]->document_id, "c");
}

TEST_P(IngestionQueueConformance, FullQueueRefusesNewDocumentsAlone) {
  for (size_t i = 0; i < kMaxUnfinished; ++i) {
    ASSERT_TRUE(Enqueue(RequestFor(absl::StrCat("d", i), absl::StrCat(i))).ok());
  }
  Reopen();
  const auto refused = Enqueue(RequestFor("x", "جديد", "rx"));
  EXPECT_EQ(refused.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ReasonOf(refused.status()), "QUEUE_FULL");
  EXPECT_LT(server::RetryDelay(refused.status()), absl::Minutes(1));
  EXPECT_TRUE(Enqueue(RequestFor("d0", "0")).ok());
  EXPECT_TRUE(Enqueue(RequestFor("copy", "0")).ok());

  ASSERT_TRUE(queue_->Complete(MustLease().lease, {}, clock_.Now()).ok());
  EXPECT_TRUE(Enqueue(RequestFor("x", "جديد", "rx")).ok());
}

TEST_P(IngestionQueueConformance, LiveLeaseIsNotGivenAgain) {
  EnqueueAndLease("a");
  clock_.Advance(kLease - absl::Seconds(1));
  EXPECT_TRUE(NothingDue());
}

TEST_P(IngestionQueueConformance, ExpiredLeaseIsGivenAgainAndItsHolderIsShutOut) {
  const LeasedWork first = EnqueueAndLease("a");
  clock_.Advance(kLease + absl::Seconds(1));
  const LeasedWork second = MustLease();
  EXPECT_EQ(second.lease.ingestion_id, first.lease.ingestion_id);
  EXPECT_EQ(second.attempt, 2);
  const absl::Time now = clock_.Now();
  EXPECT_EQ(ReasonOf(queue_->Complete(first.lease, {1, 1}, now)), "LEASE_LOST");
  EXPECT_EQ(ReasonOf(queue_->Fail(first.lease, {"e", "R", {}}, now)), "LEASE_LOST");
  EXPECT_EQ(ReasonOf(queue_->Renew(first.lease, now, kLease)), "LEASE_LOST");
  EXPECT_EQ(ReasonOf(queue_->Release(first.lease, now)), "LEASE_LOST");
  EXPECT_EQ(MustGet(first.lease.ingestion_id).state, IngestionState::kExtracting);
  EXPECT_TRUE(queue_->Complete(second.lease, {1, 1}, now).ok());
}

TEST_P(IngestionQueueConformance, RenewedLeaseLastsLonger) {
  const LeasedWork work = EnqueueAndLease("a");
  clock_.Advance(kLease - absl::Seconds(1));
  ASSERT_TRUE(queue_->Renew(work.lease, clock_.Now(), kLease).ok());
  clock_.Advance(kLease - absl::Seconds(1));
  EXPECT_TRUE(NothingDue());
  EXPECT_TRUE(queue_->Complete(work.lease, {1, 1}, clock_.Now()).ok());
}

TEST_P(IngestionQueueConformance, CompletedWorkIsStoredForGood) {
  const LeasedWork work = EnqueueAndLease("a");
  clock_.Advance(absl::Seconds(2));
  ASSERT_TRUE(queue_->Complete(work.lease, {12, 34}, clock_.Now()).ok());
  EXPECT_EQ(ReasonOf(queue_->Complete(work.lease, {1, 1}, clock_.Now())), "LEASE_LOST");
  Reopen();
  const IngestionRecord record = MustGet(work.lease.ingestion_id);
  EXPECT_EQ(record.state, IngestionState::kStored);
  EXPECT_EQ(record.fact_count, 12);
  EXPECT_EQ(record.passage_count, 34);
  EXPECT_EQ(record.update_time, clock_.Now());
  EXPECT_FALSE(record.next_attempt_time.has_value());
  clock_.Advance(absl::Hours(24));
  EXPECT_TRUE(NothingDue());
}

TEST_P(IngestionQueueConformance, FailedAttemptIsDueAtItsTime) {
  const LeasedWork work = EnqueueAndLease("a");
  const absl::Time retry_time = clock_.Now() + absl::Seconds(30);
  ASSERT_TRUE(
      queue_->Fail(work.lease, {"متعذر", "EXTRACTION_UNAVAILABLE", retry_time}, clock_.Now()).ok());
  const IngestionRecord record = MustGet(work.lease.ingestion_id);
  EXPECT_EQ(record.state, IngestionState::kReceived);
  EXPECT_EQ(record.error, "متعذر");
  EXPECT_EQ(record.error_reason, "EXTRACTION_UNAVAILABLE");
  EXPECT_EQ(record.next_attempt_time, retry_time);
  EXPECT_EQ(*queue_->NextDueTime(), retry_time);
  EXPECT_TRUE(NothingDue());
  clock_.Advance(absl::Seconds(30));
  EXPECT_EQ(MustLease().attempt, 2);
}

TEST_P(IngestionQueueConformance, SuccessAfterFailureForgetsTheError) {
  const LeasedWork first = EnqueueAndLease("a");
  ASSERT_TRUE(queue_->Fail(first.lease, {"e", "R", clock_.Now()}, clock_.Now()).ok());
  ASSERT_TRUE(queue_->Complete(MustLease().lease, {1, 1}, clock_.Now()).ok());
  const IngestionRecord record = MustGet(first.lease.ingestion_id);
  EXPECT_EQ(record.error, "");
  EXPECT_EQ(record.error_reason, "");
  EXPECT_EQ(record.attempt_count, 2);
}

TEST_P(IngestionQueueConformance, GivenUpWorkWaitsForRetry) {
  const LeasedWork work = EnqueueAndLease("a");
  const std::string id = work.lease.ingestion_id;
  EXPECT_EQ(ReasonOf(queue_->Retry(id, clock_.Now()).status()), "INGESTION_NOT_FAILED");
  ASSERT_TRUE(queue_->Fail(work.lease, {"e", "SPAN_MISMATCH", {}}, clock_.Now()).ok());
  EXPECT_EQ(MustGet(id).state, IngestionState::kFailed);
  clock_.Advance(absl::Hours(24));
  EXPECT_TRUE(NothingDue());

  const auto retried = queue_->Retry(id, clock_.Now());
  ASSERT_TRUE(retried.ok()) << retried.status();
  EXPECT_EQ(retried->state, IngestionState::kReceived);
  EXPECT_EQ(retried->attempt_count, 0);
  const LeasedWork again = MustLease();
  EXPECT_EQ(again.attempt, 1);
  EXPECT_EQ(again.document.text, "text of a");
}

TEST_P(IngestionQueueConformance, RetryOfNothingIsNotFound) {
  EXPECT_EQ(queue_->Retry("i-none", clock_.Now()).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(queue_->Get("i-none").status().code(), absl::StatusCode::kNotFound);
}

TEST_P(IngestionQueueConformance, ReleasedWorkIsDueAtOnceAndTheAttemptDoesNotCount) {
  const LeasedWork work = EnqueueAndLease("a");
  ASSERT_TRUE(queue_->Release(work.lease, clock_.Now()).ok());
  EXPECT_EQ(MustGet(work.lease.ingestion_id).state, IngestionState::kReceived);
  EXPECT_EQ(MustLease().attempt, 1);
}

TEST_P(IngestionQueueConformance, RestartedOwnerTakesItsLeasesBackAtOnce) {
  const LeasedWork work = EnqueueAndLease("a");
  Reopen();
  EXPECT_TRUE(NothingDue());
  EXPECT_TRUE(queue_->ReleaseAll("somebody-else", clock_.Now())->empty());
  const auto released = queue_->ReleaseAll(kOwner, clock_.Now());
  ASSERT_TRUE(released.ok());
  EXPECT_EQ(*released, std::vector<std::string>{work.lease.ingestion_id});
  const LeasedWork again = MustLease();
  EXPECT_EQ(again.attempt, 2);
  EXPECT_EQ(ReasonOf(queue_->Complete(work.lease, {}, clock_.Now())), "LEASE_LOST");
}

TEST_P(IngestionQueueConformance, OldestDueWorkComesFirst) {
  ASSERT_TRUE(Enqueue(RequestFor("a", "1")).ok());
  clock_.Advance(absl::Seconds(1));
  ASSERT_TRUE(Enqueue(RequestFor("b", "2")).ok());
  EXPECT_EQ(MustLease().document.id, "a");
  EXPECT_EQ(MustLease().document.id, "b");
}

TEST_P(IngestionQueueConformance, ListIsNewestFirstInPagesByState) {
  for (const char* id : {"a", "b", "c", "d"}) {
    ASSERT_TRUE(Enqueue(RequestFor(id, absl::StrCat("text of ", id))).ok());
  }
  ASSERT_TRUE(queue_->Fail(MustLease().lease, {"e", "R", {}}, clock_.Now()).ok());
  ListIngestionsOptions options;
  options.states = {IngestionState::kReceived, IngestionState::kFailed};
  options.limit = 3;
  const auto page = queue_->List(options);
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->size(), 3u);
  EXPECT_EQ((*page)[0].document_id, "d");
  EXPECT_EQ((*page)[2].document_id, "b");
  options.before_sequence = (*page)[2].sequence;
  const auto rest = queue_->List(options);
  ASSERT_EQ(rest->size(), 1u);
  EXPECT_EQ((*rest)[0].document_id, "a");
  options = ListIngestionsOptions();
  options.states = {IngestionState::kFailed};
  EXPECT_EQ(queue_->List(options)->size(), 1u);
  options.states = {};
  EXPECT_TRUE(queue_->List(options)->empty());
}

TEST_P(IngestionQueueConformance, DepthCountsTheUnfinished) {
  EXPECT_EQ(queue_->Depth()->unfinished, 0u);
  EXPECT_FALSE(queue_->NextDueTime()->has_value());
  const absl::Time begin = clock_.Now();
  ASSERT_TRUE(Enqueue(RequestFor("a", "1")).ok());
  clock_.Advance(absl::Seconds(5));
  ASSERT_TRUE(Enqueue(RequestFor("b", "2")).ok());
  EXPECT_EQ(queue_->Depth()->unfinished, 2u);
  EXPECT_EQ(queue_->Depth()->oldest, begin);
  ASSERT_TRUE(queue_->Complete(MustLease().lease, {}, clock_.Now()).ok());
  EXPECT_EQ(queue_->Depth()->unfinished, 1u);
}

}  // namespace isnad::ingestion
