// The service through its stubs on a loopback port, with extraction and facts played by the test.

#include "services/ingestion/ingestion_module.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>
#include <stdlib.h>

#include <chrono>  // NOLINT(build/c++11)
#include <functional>
#include <memory>
#include <string>
#include <thread>  // NOLINT(build/c++11)
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "isnad/v1/extraction_service.grpc.pb.h"
#include "isnad/v1/fact_service.grpc.pb.h"
#include "isnad/v1/ingestion_service.grpc.pb.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_runtime.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::ingestion {
namespace {

using isnad::v1::Ingestion;

constexpr char kText[] =
    "افتتاح مكتبة الميناء\r\n\r\nافتتحت بلدية المدينة مكتبة عامة جديدة قرب الميناء القديم، وقال "
    "مديرها إن الرفوف تضم آلاف الكتب.\n";

// Extraction and facts in one. By default both succeed.
class FakeBackend final : public isnad::v1::ExtractionService::Service,
                          public isnad::v1::FactService::Service {
 public:
  using Answer = std::function<absl::Status(const isnad::v1::Document&)>;

  void SetExtract(Answer answer) {
    absl::MutexLock lock(&mutex_);
    extract_ = std::move(answer);
  }
  void SetApply(Answer answer) {
    absl::MutexLock lock(&mutex_);
    apply_ = std::move(answer);
  }

  std::vector<isnad::v1::ApplyExtractionRequest> applied() {
    absl::MutexLock lock(&mutex_);
    return applied_;
  }

  grpc::Status ExtractFacts(grpc::ServerContext* context,
                            const isnad::v1::ExtractFactsRequest* request,
                            isnad::v1::ExtractFactsResponse* response) override {
    Answer answer;
    {
      absl::MutexLock lock(&mutex_);
      // An answer that is not there yet holds the call until there is one or it is cancelled.
      while (extract_ == nullptr && !context->IsCancelled()) {
        changed_.WaitWithTimeout(&mutex_, absl::Milliseconds(5));
      }
      if (extract_ == nullptr) return grpc::Status::CANCELLED;
      answer = extract_;
    }
    response->mutable_extraction()->set_extractor_version("test");
    response->mutable_extraction()->set_near_duplicate_key("00ff");
    return server::ToGrpcStatus(answer(request->document()));
  }

  grpc::Status ApplyExtraction(grpc::ServerContext*,
                               const isnad::v1::ApplyExtractionRequest* request,
                               isnad::v1::ApplyExtractionResponse* response) override {
    Answer answer;
    {
      absl::MutexLock lock(&mutex_);
      answer = apply_;
    }
    const absl::Status status = answer(request->document());
    if (!status.ok()) return server::ToGrpcStatus(status);
    absl::MutexLock lock(&mutex_);
    applied_.push_back(*request);
    response->set_fact_count(7);
    response->set_passage_count(3);
    return grpc::Status::OK;
  }

 private:
  absl::Mutex mutex_;
  absl::CondVar changed_;
  Answer extract_ = [](const isnad::v1::Document&) { return absl::OkStatus(); };
  Answer apply_ = [](const isnad::v1::Document&) { return absl::OkStatus(); };
  std::vector<isnad::v1::ApplyExtractionRequest> applied_;
};

struct Served {
  std::unique_ptr<grpc::Server> server;
  std::shared_ptr<grpc::Channel> channel;
};

Served Serve(const std::vector<grpc::Service*>& services) {
  constexpr int kMaxMessageBytes = 64 << 20;
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.SetMaxReceiveMessageSize(kMaxMessageBytes);
  for (grpc::Service* service : services) builder.RegisterService(service);
  Served served;
  served.server = builder.BuildAndStart();
  grpc::ChannelArguments arguments;
  arguments.SetMaxSendMessageSize(kMaxMessageBytes);
  served.channel = grpc::CreateCustomChannel(absl::StrCat("127.0.0.1:", port),
                                             grpc::InsecureChannelCredentials(), arguments);
  return served;
}

class IngestionModuleTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string folder = absl::StrCat(testing::TempDir(), "/module-XXXXXX");
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    config_.set_queue(absl::StrCat("sqlite:", folder, "/deep/queue.db"));
    config_.set_initial_backoff_ms(1);
    config_.set_max_backoff_ms(5);
    config_.set_max_attempts(3);
    backend_server_ = Serve({static_cast<isnad::v1::ExtractionService::Service*>(&backend_),
                             static_cast<isnad::v1::FactService::Service*>(&backend_)});
    Open();
  }

  void TearDown() override {
    Close();
    backend_server_.server->Shutdown();
  }

  // Starts the service on the queue's file.
  void Open() {
    runtime_ = std::make_unique<server::RpcRuntime>();
    auto module = IngestionModule::Create(config_, server::SystemClock(), backend_server_.channel,
                                          backend_server_.channel);
    ASSERT_TRUE(module.ok()) << module.status();
    module_ = *std::move(module);
    handler_ = module_->NewHandler(runtime_.get());
    server_ = Serve({handler_.get()});
    stub_ = isnad::v1::IngestionService::NewStub(server_.channel);
    module_->Start();
  }

  void Close() {
    if (module_ == nullptr) return;
    module_->Stop();
    server_.server->Shutdown();
    handler_.reset();
    module_.reset();
  }

  static isnad::v1::IngestDocumentRequest RequestFor(std::string content) {
    isnad::v1::IngestDocumentRequest request;
    request.mutable_article()->set_content(std::move(content));
    return request;
  }

  absl::StatusOr<Ingestion> Ingest(const isnad::v1::IngestDocumentRequest& request) {
    grpc::ClientContext context;
    isnad::v1::IngestDocumentResponse response;
    const grpc::Status status = stub_->IngestDocument(&context, request, &response);
    if (!status.ok()) return server::FromGrpcStatus(status);
    return response.ingestion();
  }

  // Watches to the end. Returns the states that were seen.
  std::vector<Ingestion> Watch(const std::string& name) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    isnad::v1::WatchIngestionRequest request;
    request.set_name(name);
    const auto reader = stub_->WatchIngestion(&context, request);
    std::vector<Ingestion> seen;
    isnad::v1::WatchIngestionResponse response;
    while (reader->Read(&response)) seen.push_back(response.ingestion());
    watch_status_ = server::FromGrpcStatus(reader->Finish());
    return seen;
  }

  Ingestion FinalOf(const std::string& name) {
    const std::vector<Ingestion> seen = Watch(name);
    EXPECT_TRUE(watch_status_.ok()) << watch_status_;
    return seen.empty() ? Ingestion() : seen.back();
  }

  void ExpectRefused(const isnad::v1::IngestDocumentRequest& request, const std::string& reason,
                     const std::string& field) {
    const auto ingestion = Ingest(request);
    EXPECT_EQ(ingestion.status().code(), absl::StatusCode::kInvalidArgument) << reason;
    EXPECT_EQ(server::ErrorReason(ingestion.status()), reason);
    const auto violations = server::FieldViolations(ingestion.status());
    ASSERT_EQ(violations.size(), 1u) << ingestion.status();
    EXPECT_EQ(violations[0].field, field);
  }

  config::IngestionConfig config_;
  FakeBackend backend_;
  Served backend_server_;
  std::unique_ptr<server::RpcRuntime> runtime_;
  std::unique_ptr<IngestionModule> module_;
  std::unique_ptr<grpc::Service> handler_;
  Served server_;
  std::unique_ptr<isnad::v1::IngestionService::Stub> stub_;
  absl::Status watch_status_;
};

TEST_F(IngestionModuleTest, PlainTextIsStoredByteForByte) {
  auto request = RequestFor(kText);
  request.mutable_article()->set_source_uri("file:library.txt");
  request.mutable_article()->set_publisher("جريدة الشاطئ");
  request.mutable_article()->mutable_publish_time()->set_seconds(1700000000);
  request.mutable_article()->set_supersedes("documents/older");
  const auto ingestion = Ingest(request);
  ASSERT_TRUE(ingestion.ok()) << ingestion.status();
  EXPECT_EQ(ingestion->title(), "افتتاح مكتبة الميناء");
  EXPECT_EQ(ingestion->detected_encoding(), "UTF-8");

  const Ingestion stored = FinalOf(ingestion->name());
  EXPECT_EQ(stored.state(), Ingestion::STATE_STORED);
  EXPECT_EQ(stored.fact_count(), 7);
  EXPECT_EQ(stored.passage_count(), 3);
  EXPECT_EQ(stored.attempt_count(), 1);
  ASSERT_EQ(backend_.applied().size(), 1u);
  const isnad::v1::ApplyExtractionRequest applied = backend_.applied()[0];
  EXPECT_EQ(applied.document().text(), kText);
  EXPECT_EQ(applied.document().name(), stored.document());
  EXPECT_EQ(applied.document().source_uri(), "file:library.txt");
  EXPECT_EQ(applied.document().publisher(), "جريدة الشاطئ");
  EXPECT_EQ(applied.document().publish_time().seconds(), 1700000000);
  EXPECT_EQ(applied.document().supersedes(), "documents/older");
  EXPECT_EQ(applied.document().content_hash().size(), 64u);
  EXPECT_EQ(applied.extraction().near_duplicate_key(), "00ff");
}

TEST_F(IngestionModuleTest, HtmlPageBecomesItsArticle) {
  const auto ingestion = Ingest(RequestFor(absl::StrCat(
      "<html><head><meta property='og:title' content='مكتبة الميناء تفتح أبوابها'>"
      "<meta property='og:site_name' content='الشاطئ'><meta property='article:published_time' "
      "content='2025-02-03T00:00:00Z'></head><body><nav><a href='/'>الرئيسية</a></nav><p>",
      kText, "</p></body></html>")));
  ASSERT_TRUE(ingestion.ok()) << ingestion.status();
  EXPECT_EQ(ingestion->title(), "مكتبة الميناء تفتح أبوابها");
  FinalOf(ingestion->name());
  ASSERT_EQ(backend_.applied().size(), 1u);
  EXPECT_EQ(backend_.applied()[0].document().publisher(), "الشاطئ");
  EXPECT_EQ(backend_.applied()[0].document().publish_time().seconds(), 1738540800);
  EXPECT_FALSE(absl::StrContains(backend_.applied()[0].document().text(), "الرئيسية"));
}

TEST_F(IngestionModuleTest, ContentThatIsNoArticleIsRefusedWithItsReason) {
  const std::string content = "article.content";
  ExpectRefused(RequestFor(""), "EMPTY_CONTENT", content);
  ExpectRefused(RequestFor(" \n\t\u00A0"), "EMPTY_CONTENT", content);
  ExpectRefused(RequestFor("%PDF-1.4 ..."), "BINARY_CONTENT", content);
  ExpectRefused(RequestFor(std::string("\0\1\2\3", 4)), "BINARY_CONTENT", content);
  ExpectRefused(RequestFor(std::string((20 << 20) + 1, 'a')), "CONTENT_TOO_LARGE", content);
  std::string long_text;
  while (long_text.size() <= (1 << 20)) long_text += kText;
  ExpectRefused(RequestFor(long_text), "CONTENT_TOO_LARGE", content);
  std::string bomb;
  for (int i = 0; i < 100000; ++i) bomb += "<div>";
  ExpectRefused(RequestFor(bomb + kText), "CONTENT_TOO_LARGE", content);
  auto broken = RequestFor("\xC7\xE1\xDF\xCA\xC7\xC8 \xC7\xE1\xCC\xCF\xED\xCF");
  broken.mutable_article()->set_charset("utf-8");
  ExpectRefused(broken, "UNDECODABLE_TEXT", content);
  ExpectRefused(RequestFor("<html><body><script>x()</script></body></html>"), "NO_TEXT_FOUND",
                content);
  ExpectRefused(RequestFor("The harbour authority opened a new library on Tuesday, and its "
                           "director said the shelves hold thousands of books."),
                "UNSUPPORTED_LANGUAGE", content);
}

TEST_F(IngestionModuleTest, RefusalNamesTheLanguageItSees) {
  const auto refused = Ingest(RequestFor(
      "The harbour authority opened a new library on Tuesday, and its director said so."));
  EXPECT_TRUE(absl::StrContains(refused.status().message(), "looks like English"))
      << refused.status();
}

TEST_F(IngestionModuleTest, MalformedFieldsAreRefused) {
  ExpectRefused(isnad::v1::IngestDocumentRequest(), "INVALID_FIELD", "article");
  auto request = RequestFor(kText);
  request.set_document_id("Not An Id");
  ExpectRefused(request, "INVALID_FIELD", "document_id");
  request = RequestFor(kText);
  request.set_request_id(std::string(129, 'r'));
  ExpectRefused(request, "INVALID_FIELD", "request_id");
  request = RequestFor(kText);
  request.mutable_article()->set_charset("klingon");
  ExpectRefused(request, "INVALID_FIELD", "article.charset");
  request = RequestFor(kText);
  request.mutable_article()->set_source_uri(std::string(2049, 'u'));
  ExpectRefused(request, "INVALID_FIELD", "article.source_uri");
  request = RequestFor(kText);
  request.mutable_article()->set_url("ftp://example.org");
  ExpectRefused(request, "INVALID_FIELD", "article.url");
  request = RequestFor(kText);
  request.mutable_article()->set_content_type(static_cast<isnad::v1::ContentType>(9));
  ExpectRefused(request, "INVALID_FIELD", "article.content_type");
  request = RequestFor(kText);
  request.mutable_article()->mutable_publish_time()->set_nanos(-1);
  ExpectRefused(request, "INVALID_FIELD", "article.publish_time");
  request = RequestFor(kText);
  request.mutable_article()->set_supersedes("d-1");
  ExpectRefused(request, "INVALID_FIELD", "article.supersedes");
}

TEST_F(IngestionModuleTest, AllViolationsComeAtOnce) {
  auto request = RequestFor(kText);
  request.set_document_id("B A D");
  request.mutable_article()->set_url("nowhere");
  request.mutable_article()->set_supersedes("x");
  EXPECT_EQ(server::FieldViolations(Ingest(request).status()).size(), 3u);
}

TEST_F(IngestionModuleTest, RepetitionsAndDuplicatesAreRecognised) {
  auto request = RequestFor(kText);
  request.set_request_id("r-1");
  const auto first = Ingest(request);
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(Ingest(request)->name(), first->name());
  EXPECT_EQ(Ingest(RequestFor(kText))->name(), first->name());

  auto other_body = RequestFor(absl::StrCat(kText, "زيادة"));
  other_body.set_request_id("r-1");
  EXPECT_EQ(server::ErrorReason(Ingest(other_body).status()), "REQUEST_ID_REUSED");

  auto copy = RequestFor(kText);
  copy.set_document_id("copy");
  const auto duplicate = Ingest(copy);
  ASSERT_TRUE(duplicate.ok());
  EXPECT_EQ(duplicate->state(), Ingestion::STATE_DUPLICATE);
  EXPECT_EQ(duplicate->document(), first->document());

  auto named = RequestFor(absl::StrCat(kText, "أخرى"));
  named.set_document_id("named");
  ASSERT_TRUE(Ingest(named).ok());
  named.mutable_article()->set_content(absl::StrCat(kText, "مختلفة"));
  EXPECT_EQ(server::ErrorReason(Ingest(named).status()), "DOCUMENT_CONTENT_DIFFERS");
  EXPECT_EQ(FinalOf(first->name()).state(), Ingestion::STATE_STORED);
}

TEST_F(IngestionModuleTest, PassingTroubleIsRetriedUntilItPasses) {
  int calls = 0;
  backend_.SetExtract([&calls](const isnad::v1::Document&) {
    return ++calls < 3 ? absl::UnavailableError("starting") : absl::OkStatus();
  });
  const auto ingestion = Ingest(RequestFor(kText));
  const Ingestion stored = FinalOf(ingestion->name());
  EXPECT_EQ(stored.state(), Ingestion::STATE_STORED);
  EXPECT_EQ(stored.attempt_count(), 3);
  EXPECT_EQ(stored.error(), "");
}

TEST_F(IngestionModuleTest, LastingTroubleFailsAfterTheLastAttemptAndCanBeRetried) {
  backend_.SetApply([](const isnad::v1::Document&) { return absl::UnavailableError("disk full"); });
  const auto ingestion = Ingest(RequestFor(kText));
  const Ingestion failed = FinalOf(ingestion->name());
  EXPECT_EQ(failed.state(), Ingestion::STATE_FAILED);
  EXPECT_EQ(failed.attempt_count(), 3);
  EXPECT_EQ(failed.error_reason(), "FACTS_UNAVAILABLE");
  EXPECT_EQ(failed.error(), "facts: disk full");
  EXPECT_FALSE(failed.has_next_attempt_time());

  backend_.SetApply([](const isnad::v1::Document&) { return absl::OkStatus(); });
  grpc::ClientContext context;
  isnad::v1::RetryIngestionRequest request;
  request.set_name(ingestion->name());
  isnad::v1::RetryIngestionResponse response;
  ASSERT_TRUE(stub_->RetryIngestion(&context, request, &response).ok());
  EXPECT_EQ(response.ingestion().state(), Ingestion::STATE_RECEIVED);
  EXPECT_EQ(FinalOf(ingestion->name()).state(), Ingestion::STATE_STORED);

  grpc::ClientContext again;
  const absl::Status refused =
      server::FromGrpcStatus(stub_->RetryIngestion(&again, request, &response));
  EXPECT_EQ(refused.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(server::ErrorReason(refused), "INGESTION_NOT_FAILED");
}

TEST_F(IngestionModuleTest, FaultOfTheDocumentFailsAtOnceWithTheServicesReason) {
  backend_.SetExtract([](const isnad::v1::Document&) {
    return server::MakeError(absl::StatusCode::kInvalidArgument, "no sentence", "NO_SENTENCE");
  });
  const Ingestion failed = FinalOf(Ingest(RequestFor(kText))->name());
  EXPECT_EQ(failed.state(), Ingestion::STATE_FAILED);
  EXPECT_EQ(failed.attempt_count(), 1);
  EXPECT_EQ(failed.error_reason(), "NO_SENTENCE");
  EXPECT_EQ(failed.error(), "extraction: no sentence");
}

TEST_F(IngestionModuleTest, StopInTheMiddleGivesTheWorkToTheNextLife) {
  backend_.SetExtract(nullptr);
  const auto ingestion = Ingest(RequestFor(kText));
  ASSERT_TRUE(ingestion.ok());
  Close();
  backend_.SetExtract([](const isnad::v1::Document&) { return absl::OkStatus(); });
  Open();
  const Ingestion stored = FinalOf(ingestion->name());
  EXPECT_EQ(stored.state(), Ingestion::STATE_STORED);
  EXPECT_EQ(stored.attempt_count(), 1);
}

TEST_F(IngestionModuleTest, StreamAcknowledgesInOrderAndSurvivesBadArticles) {
  grpc::ClientContext context;
  const auto stream = stub_->IngestDocuments(&context);
  constexpr int kArticles = 300;
  // Reads at the same time, as flow control demands.
  std::vector<isnad::v1::IngestDocumentsResponse> acks;
  std::thread reader([&] {
    isnad::v1::IngestDocumentsResponse response;
    while (stream->Read(&response)) acks.push_back(response);
  });
  for (int i = 0; i < kArticles; ++i) {
    isnad::v1::IngestDocumentsRequest request;
    *request.mutable_request() =
        RequestFor(i % 10 == 5 ? std::string("  ") : absl::StrCat(kText, "رقم ", i));
    if (i % 10 == 7) request.clear_request();
    ASSERT_TRUE(stream->Write(request));
  }
  stream->WritesDone();
  reader.join();
  EXPECT_TRUE(stream->Finish().ok());
  ASSERT_EQ(acks.size(), static_cast<size_t>(kArticles));
  for (int i = 0; i < kArticles; ++i) {
    EXPECT_EQ(acks[i].ordinal(), i);
    const bool bad = i % 10 == 5 || i % 10 == 7;
    ASSERT_EQ(acks[i].has_status(), bad) << i;
    if (!bad) continue;
    EXPECT_EQ(server::ErrorReason(server::FromRpcStatus(acks[i].status())),
              i % 10 == 5 ? "EMPTY_CONTENT" : "INVALID_FIELD");
  }
  EXPECT_EQ(FinalOf(acks.back().ingestion().name()).state(), Ingestion::STATE_STORED);
}

TEST_F(IngestionModuleTest, FullQueueEndsTheStreamAndKeepsWhatWasAcknowledged) {
  Close();
  backend_.SetExtract(nullptr);
  config_.set_max_queue_length(2);
  Open();
  grpc::ClientContext context;
  const auto stream = stub_->IngestDocuments(&context);
  for (int i = 0; i < 4; ++i) {
    isnad::v1::IngestDocumentsRequest request;
    *request.mutable_request() = RequestFor(absl::StrCat(kText, i));
    if (!stream->Write(request)) break;
  }
  stream->WritesDone();
  std::vector<isnad::v1::IngestDocumentsResponse> acks;
  isnad::v1::IngestDocumentsResponse response;
  while (stream->Read(&response)) acks.push_back(response);
  const absl::Status status = server::FromGrpcStatus(stream->Finish());
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(server::ErrorReason(status), "QUEUE_FULL");
  EXPECT_NE(server::RetryDelay(status), absl::InfiniteDuration());
  ASSERT_GE(acks.size(), 3u);
  EXPECT_TRUE(acks[0].has_ingestion());
  EXPECT_TRUE(acks[1].has_ingestion());
  EXPECT_TRUE(acks[2].has_status());
  backend_.SetExtract([](const isnad::v1::Document&) { return absl::OkStatus(); });
  EXPECT_EQ(FinalOf(acks[1].ingestion().name()).state(), Ingestion::STATE_STORED);
}

TEST_F(IngestionModuleTest, WatchTellsEachChangeAndEnds) {
  backend_.SetExtract(nullptr);
  const auto ingestion = Ingest(RequestFor(kText));
  std::thread releaser([&] {
    grpc::ClientContext context;
    isnad::v1::GetIngestionRequest request;
    request.set_name(ingestion->name());
    isnad::v1::GetIngestionResponse response;
    do {
      grpc::ClientContext poll;
      ASSERT_TRUE(stub_->GetIngestion(&poll, request, &response).ok());
    } while (response.ingestion().state() != Ingestion::STATE_EXTRACTING);
    backend_.SetExtract([](const isnad::v1::Document&) { return absl::OkStatus(); });
  });
  const std::vector<Ingestion> seen = Watch(ingestion->name());
  releaser.join();
  EXPECT_TRUE(watch_status_.ok()) << watch_status_;
  ASSERT_GE(seen.size(), 1u);
  EXPECT_EQ(seen.back().state(), Ingestion::STATE_STORED);
  for (size_t i = 1; i < seen.size(); ++i) EXPECT_NE(seen[i].state(), seen[i - 1].state());
}

TEST_F(IngestionModuleTest, NamesAreCheckedThenLookedUp) {
  Watch("ingestions/i-unknown");
  EXPECT_EQ(watch_status_.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(server::ErrorReason(watch_status_), "RESOURCE_NOT_FOUND");
  Watch("nonsense");
  EXPECT_EQ(watch_status_.code(), absl::StatusCode::kInvalidArgument);
  grpc::ClientContext context;
  isnad::v1::GetIngestionRequest request;
  request.set_name("ingestions/UPPER");
  isnad::v1::GetIngestionResponse response;
  const absl::Status status =
      server::FromGrpcStatus(stub_->GetIngestion(&context, request, &response));
  ASSERT_EQ(server::FieldViolations(status).size(), 1u);
  EXPECT_EQ(server::FieldViolations(status)[0].field, "name");
}

TEST_F(IngestionModuleTest, ListPagesThroughEverythingOnce) {
  std::vector<std::string> names;
  for (int i = 0; i < 5; ++i) {
    names.push_back(Ingest(RequestFor(absl::StrCat(kText, i)))->name());
    FinalOf(names.back());
  }
  std::vector<std::string> listed;
  isnad::v1::ListIngestionsRequest request;
  request.set_page_size(2);
  request.set_filter("state = STORED");
  do {
    grpc::ClientContext context;
    isnad::v1::ListIngestionsResponse response;
    ASSERT_TRUE(stub_->ListIngestions(&context, request, &response).ok());
    EXPECT_LE(response.ingestions_size(), 2);
    for (const Ingestion& ingestion : response.ingestions()) listed.push_back(ingestion.name());
    request.set_page_token(response.next_page_token());
  } while (!request.page_token().empty());
  EXPECT_EQ(listed, std::vector<std::string>(names.rbegin(), names.rend()));
}

TEST_F(IngestionModuleTest, ListRefusesWhatIsMalformed) {
  const auto refuse = [this](const isnad::v1::ListIngestionsRequest& request) {
    grpc::ClientContext context;
    isnad::v1::ListIngestionsResponse response;
    const auto status = server::FromGrpcStatus(stub_->ListIngestions(&context, request, &response));
    const auto violations = server::FieldViolations(status);
    return violations.empty() ? std::string("accepted") : violations[0].field;
  };
  isnad::v1::ListIngestionsRequest request;
  request.set_page_size(-1);
  EXPECT_EQ(refuse(request), "page_size");
  request.Clear();
  request.set_filter("state ~ FAILED");
  EXPECT_EQ(refuse(request), "filter");
  request.Clear();
  request.set_page_token("forged");
  EXPECT_EQ(refuse(request), "page_token");
}

TEST_F(IngestionModuleTest, ConfigurationOutOfRangeIsRefused) {
  config::IngestionConfig config;
  config.set_queue("redis:somewhere");
  config.set_workers(-1);
  config.set_lease_ms(5);
  const auto module = IngestionModule::Create(config, server::SystemClock(),
                                              backend_server_.channel, backend_server_.channel);
  EXPECT_EQ(server::FieldViolations(module.status()).size(), 3u);
}

TEST_F(IngestionModuleTest, SecondModuleOnTheSameQueueIsTurnedAway) {
  const auto module = IngestionModule::Create(config_, server::SystemClock(),
                                              backend_server_.channel, backend_server_.channel);
  EXPECT_EQ(server::ErrorReason(module.status()), "QUEUE_IN_USE");
}

}  // namespace
}  // namespace isnad::ingestion
