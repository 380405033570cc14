// AnswerService through its stub on a loopback port, over fakes of the services behind it.

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/text_format.h"
#include "isnad/v1/answer_service.grpc.pb.h"
#include "isnad/v1/extraction_service.grpc.pb.h"
#include "isnad/v1/fact_service.grpc.pb.h"
#include "services/answering/answering_module.h"
#include "services/server/clock/clock.h"
#include "services/server/rpc/rpc_runtime.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

class FakeExtraction final : public v1::ExtractionService::Service {
 public:
  grpc::Status AnalyzeText(grpc::ServerContext*, const v1::AnalyzeTextRequest* request,
                           v1::AnalyzeTextResponse* response) override {
    asked_for_question = request->features(0) == v1::ANALYSIS_FEATURE_QUESTION;
    *response->mutable_question() = reading;
    return grpc::Status::OK;
  }

  v1::QuestionAnalysis reading;
  bool asked_for_question = false;
};

class FakeFacts final : public v1::FactService::Service {
 public:
  grpc::Status SearchEntities(grpc::ServerContext*, const v1::SearchEntitiesRequest*,
                              v1::SearchEntitiesResponse*) override {
    return grpc::Status::OK;
  }
  grpc::Status SearchPassages(grpc::ServerContext*, const v1::SearchPassagesRequest* request,
                              v1::SearchPassagesResponse* response) override {
    last_passages = *request;
    *response = passages;
    return grpc::Status::OK;
  }
  grpc::Status GetEntity(grpc::ServerContext*, const v1::GetEntityRequest* request,
                         v1::GetEntityResponse* response) override {
    response->mutable_entity()->set_name(request->name());
    response->mutable_entity()->set_label_ar("سامي الخطيب");
    response->mutable_entity()->set_label_en("Sami Alkhatib");
    return grpc::Status::OK;
  }

  v1::SearchPassagesRequest last_passages;
  v1::SearchPassagesResponse passages;
};

struct Loopback {
  explicit Loopback(grpc::Service* service) {
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(service);
    server = builder.BuildAndStart();
  }
  ~Loopback() {
    if (server != nullptr) server->Shutdown();
  }
  std::shared_ptr<grpc::Channel> Dial() const {
    return grpc::CreateChannel(absl::StrCat("127.0.0.1:", port),
                               grpc::InsecureChannelCredentials());
  }

  int port = 0;
  std::unique_ptr<grpc::Server> server;
};

class AnswerServiceTest : public testing::Test {
 protected:
  AnswerServiceTest() {
    auto module = AnsweringModule::Create(config::AnsweringConfig(), server::SystemClock(),
                                          extraction_host_.Dial(), facts_host_.Dial());
    EXPECT_TRUE(module.ok());
    module_ = *std::move(module);
    handler_ = module_->NewHandler(&runtime_);
    host_ = std::make_unique<Loopback>(handler_.get());
    stub_ = v1::AnswerService::NewStub(host_->Dial());
    StoreOnePassage();
  }

  // "The researcher Sami Alkhatib left the company."
  void StoreOnePassage() {
    const std::string text = "غادر الباحث سامي الخطيب الشركة";
    v1::PassageHit* hit = facts_.passages.add_hits();
    hit->mutable_document()->set_name("documents/one");
    hit->mutable_document()->set_source_uri("one.txt");
    hit->set_score(3);
    v1::Passage* passage = hit->mutable_passage();
    passage->mutable_span()->set_quote(text);
    passage->mutable_span()->set_end(static_cast<int>(text.size()));
    v1::IndexedToken* token = passage->add_tokens();
    token->set_end(8);
    token->set_surface("غادر");
    token->set_stem("غادر");
    const std::string name = "سامي الخطيب";
    v1::PassageMention* mention = passage->add_mentions();
    mention->set_begin(static_cast<int>(text.find(name)));
    mention->set_end(mention->begin() + static_cast<int>(name.size()));
    mention->set_entity("entities/sami");
    mention->set_entity_type(v1::ENTITY_TYPE_PERSON);
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
        R"(language_code: "ar" is_question: true kind: QUESTION_KIND_WHO
           answer_type: ANSWER_TYPE_PERSON
           terms { term: "غادر" field: FIELD_SURFACE weight: 1 origin: ORIGIN_LITERAL })",
        &extraction_.reading));
  }

  absl::Status Ask(const v1::AskRequest& request, v1::AskResponse* response) {
    grpc::ClientContext context;
    return server::FromGrpcStatus(stub_->Ask(&context, request, response));
  }

  absl::Status AskText(const std::string& question, v1::AskResponse* response) {
    v1::AskRequest request;
    request.set_question(question);
    return Ask(request, response);
  }

  FakeExtraction extraction_;
  FakeFacts facts_;
  Loopback extraction_host_{&extraction_};
  Loopback facts_host_{&facts_};
  server::RpcRuntime runtime_;
  std::unique_ptr<AnsweringModule> module_;
  std::unique_ptr<grpc::Service> handler_;
  std::unique_ptr<Loopback> host_;
  std::unique_ptr<v1::AnswerService::Stub> stub_;
};

TEST_F(AnswerServiceTest, AnswersWithCitation) {
  v1::AskResponse response;
  ASSERT_TRUE(AskText("من غادر؟", &response).ok());
  EXPECT_TRUE(extraction_.asked_for_question);
  EXPECT_TRUE(absl::StartsWith(response.text(), "سامي الخطيب (Sami Alkhatib)")) << response.text();
  ASSERT_EQ(response.citations_size(), 1);
  EXPECT_EQ(response.citations(0).source_uri(), "one.txt");
  EXPECT_EQ(response.kind(), v1::QUESTION_KIND_WHO);
  EXPECT_FALSE(response.has_plan());
}

TEST_F(AnswerServiceTest, ExplainsHowItReadTheQuestion) {
  v1::ExplainQuestionRequest request;
  request.set_question("من غادر؟");
  v1::ExplainQuestionResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(stub_->ExplainQuestion(&context, request, &response).ok());
  EXPECT_EQ(response.plan().question().kind(), v1::QUESTION_KIND_WHO);
  ASSERT_GT(response.plan().steps_size(), 0);
  EXPECT_EQ(response.plan().steps(0).route(), "passage");
  EXPECT_EQ(response.plan().steps(0).result_count(), 1);
}

TEST_F(AnswerServiceTest, RefusesBadQuestionsNamingTheField) {
  std::string long_question;
  for (int i = 0; i < 2001; ++i) long_question += "س";
  for (const std::string& question : {std::string(), std::string(" \n "), long_question}) {
    v1::AskResponse response;
    const absl::Status status = AskText(question, &response);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    ASSERT_FALSE(server::FieldViolations(status).empty());
    EXPECT_EQ(server::FieldViolations(status)[0].field, "question");
  }
}

TEST_F(AnswerServiceTest, TakesTwoThousandArabicCharacters) {
  std::string question;
  for (int i = 0; i < 2000; ++i) question += "س";
  v1::AskResponse response;
  EXPECT_TRUE(AskText(question, &response).ok());
}

TEST_F(AnswerServiceTest, RefusesOtherBadFields) {
  v1::AskRequest request;
  v1::AskResponse response;
  request.set_question("من غادر؟");
  request.set_language_code("fr");
  EXPECT_EQ(server::FieldViolations(Ask(request, &response)).at(0).field, "language_code");
  request.clear_language_code();
  request.set_max_citations(-1);
  EXPECT_EQ(server::FieldViolations(Ask(request, &response)).at(0).field, "max_citations");
  request.clear_max_citations();
  request.mutable_as_of()->set_seconds(int64_t{1} << 35);
  EXPECT_EQ(server::FieldViolations(Ask(request, &response)).at(0).field, "as_of");
}

TEST_F(AnswerServiceTest, ReadsThePast) {
  v1::AskRequest request;
  request.set_question("من غادر؟");
  request.mutable_as_of()->set_seconds(1700000000);
  v1::AskResponse response;
  ASSERT_TRUE(Ask(request, &response).ok());
  EXPECT_EQ(facts_.last_passages.as_of().seconds(), 1700000000);
}

TEST_F(AnswerServiceTest, NamesTheServiceThatIsDown) {
  facts_host_.server->Shutdown();
  facts_host_.server.reset();
  v1::AskResponse response;
  const absl::Status status = AskText("من غادر؟", &response);
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(server::ErrorReason(status), "SERVICE_UNAVAILABLE");
  EXPECT_TRUE(absl::StrContains(status.message(), "isnad.v1.FactService"));
}

}  // namespace
}  // namespace isnad::answering
