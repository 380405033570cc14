#include "services/extraction/extraction_module.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <algorithm>
#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "isnad/v1/extraction_service.grpc.pb.h"
#include "services/extraction/relations/confidence/least_confidence.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::extraction {
namespace {

namespace v1 = isnad::v1;

class ExtractionServiceTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    module_ = ExtractionModule::Create(config::ExtractionConfig())->release();
  }

  void SetUp() override {
    handler_ = module_->NewHandler(&runtime_);
    grpc::ServerBuilder builder;
    builder.RegisterService(handler_.get());
    server_ = builder.BuildAndStart();
    stub_ = v1::ExtractionService::NewStub(server_->InProcessChannel(grpc::ChannelArguments()));
  }

  absl::Status Extract(const std::string& text, v1::Extraction* out) {
    v1::ExtractFactsRequest request;
    request.mutable_document()->set_text(text);
    request.mutable_document()->mutable_publish_time()->set_seconds(1756684800);  // 2025-09-01
    v1::ExtractFactsResponse response;
    grpc::ClientContext context;
    const grpc::Status status = stub_->ExtractFacts(&context, request, &response);
    *out = response.extraction();
    return server::FromGrpcStatus(status);
  }

  static ExtractionModule* module_;
  server::RpcRuntime runtime_;
  std::unique_ptr<grpc::Service> handler_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::ExtractionService::Stub> stub_;
};

ExtractionModule* ExtractionServiceTest::module_ = nullptr;

constexpr char kArticle[] =
    "استقالة في شركة إنتل\n\n"
    "استقال جون ميلر من شركة إنتل في أغسطس الماضي بسبب خلاف مع الإدارة.\n"
    "وقال بات غيلسنغر، الرئيس التنفيذي لشركة إنتل، إن الشركة ستعين خلفا له قريبا.\n";

TEST_F(ExtractionServiceTest, FactsAreExplained) {
  v1::ExplainFactsRequest request;
  request.mutable_document()->set_text(kArticle);
  v1::ExplainFactsResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(stub_->ExplainFacts(&context, request, &response).ok());
  v1::Extraction extraction;
  ASSERT_TRUE(Extract(kArticle, &extraction).ok());
  // Those that are not likely enough to be given out are explained, too.
  const auto& explanations = response.explanations();
  ASSERT_EQ(std::count_if(explanations.begin(), explanations.end(),
                          [](const v1::FactExplanation& explanation) {
                            return explanation.fact().evidence(0).confidence() >=
                                   kDefaultLeastConfidence;
                          }),
            extraction.facts_size());
  bool left = false;
  for (const v1::FactExplanation& explanation : response.explanations()) {
    const v1::Evidence& evidence = explanation.fact().evidence(0);
    EXPECT_EQ(explanation.frame().rule(), evidence.rule());
    EXPECT_FALSE(explanation.frame().construction().empty()) << evidence.rule();
    EXPECT_GT(explanation.clauses_size(), 0);
    double product = 1;
    for (const v1::ConfidenceFactor& factor : explanation.confidence_factors()) {
      product *= factor.factor();
    }
    EXPECT_NEAR(product, evidence.confidence(), 1e-9) << evidence.rule();
    if (explanation.fact().type() != "LEFT") continue;
    left = true;
    ASSERT_GT(explanation.verbs_size(), 0);
    EXPECT_EQ(explanation.verbs(0).tense(), v1::VerbGroup::TENSE_PAST);
    EXPECT_EQ(explanation.frame().slots(0).role(), "subject");
    EXPECT_EQ(explanation.frame().slots(0).span().quote(), "جون ميلر");
  }
  EXPECT_TRUE(left);
}

TEST_F(ExtractionServiceTest, OnlyFactsOfTheAskedWordsAreExplained) {
  v1::ExplainFactsRequest request;
  request.mutable_document()->set_text(kArticle);
  request.mutable_span()->set_begin(0);
  request.mutable_span()->set_end(1);
  v1::ExplainFactsResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(stub_->ExplainFacts(&context, request, &response).ok());
  for (const v1::FactExplanation& explanation : response.explanations()) {
    EXPECT_EQ(explanation.fact().evidence(0).passage_ordinal(), 0);
  }
  request.mutable_span()->set_end(100000);
  grpc::ClientContext second;
  const grpc::Status refused = stub_->ExplainFacts(&second, request, &response);
  EXPECT_EQ(refused.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  EXPECT_NE(refused.error_message().find("span"), std::string::npos) << refused.error_message();
}

TEST_F(ExtractionServiceTest, EverySpanRereadsToItsQuote) {
  v1::Extraction extraction;
  ASSERT_TRUE(Extract(kArticle, &extraction).ok());
  ASSERT_GT(extraction.facts_size(), 0);
  const std::string text = kArticle;
  auto check = [&](const v1::Span& span) {
    ASSERT_LE(span.end(), static_cast<int>(text.size()));
    EXPECT_EQ(text.substr(span.begin(), span.end() - span.begin()), span.quote());
  };
  for (const v1::Passage& passage : extraction.passages()) check(passage.span());
  for (const v1::Fact& fact : extraction.facts()) {
    ASSERT_EQ(fact.evidence_size(), 1);
    check(fact.evidence(0).quote());
    for (const v1::RoleSpan& role : fact.evidence(0).role_spans()) check(role.span());
  }
}

TEST_F(ExtractionServiceTest, FactsReferToDeclaredEntitiesAndTypes) {
  v1::Extraction extraction;
  ASSERT_TRUE(Extract(kArticle, &extraction).ok());
  std::string ids, types;
  for (const v1::ExtractedEntity& entity : extraction.entities()) ids += " " + entity.id() + " ";
  for (const v1::FactType& type : extraction.fact_types()) types += " " + type.name() + " ";
  bool left = false;
  for (const v1::Fact& fact : extraction.facts()) {
    EXPECT_TRUE(absl::StrContains(types, " " + fact.type() + " ")) << fact.type();
    if (fact.subject().has_entity()) {
      EXPECT_TRUE(absl::StrContains(ids, " " + fact.subject().entity() + " "));
    }
    left = left || (fact.type() == "LEFT" && fact.valid_interval().start_date().month() == 8);
  }
  EXPECT_TRUE(left) << extraction.ShortDebugString();
}

TEST_F(ExtractionServiceTest, RefusesWhatIsNoArabicText) {
  v1::Extraction extraction;
  EXPECT_EQ(server::ErrorReason(Extract("  \n ", &extraction)), "EMPTY_CONTENT");
  EXPECT_EQ(
      server::ErrorReason(Extract("The company said that it will hire more people.", &extraction)),
      "UNSUPPORTED_LANGUAGE");
  EXPECT_EQ(server::ErrorReason(Extract(std::string((1 << 20) + 1, 'a'), &extraction)),
            "CONTENT_TOO_LARGE");
}

TEST_F(ExtractionServiceTest, ReadsAQuestionWhenAsked) {
  v1::AnalyzeTextRequest request;
  request.set_text("من غادر شركة إنتل؟");
  request.add_features(v1::ANALYSIS_FEATURE_QUESTION);
  v1::AnalyzeTextResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(stub_->AnalyzeText(&context, request, &response).ok());
  EXPECT_EQ(response.question().kind(), v1::QUESTION_KIND_WHO);
  EXPECT_EQ(response.question().answer_type(), v1::ANSWER_TYPE_PERSON);
  ASSERT_GT(response.question().relations_size(), 0);
  EXPECT_EQ(response.question().relations(0).fact_type(), "LEFT");
  EXPECT_EQ(response.question().relations(0).asked_role(), "subject");
}

TEST_F(ExtractionServiceTest, ListsAll24FactTypesInPages) {
  v1::ListFactTypesRequest request;
  request.set_page_size(10);
  int count = 0;
  for (int page = 0; page < 4; ++page) {
    v1::ListFactTypesResponse response;
    grpc::ClientContext context;
    ASSERT_TRUE(stub_->ListFactTypes(&context, request, &response).ok());
    count += response.fact_types_size();
    if (response.next_page_token().empty()) break;
    request.set_page_token(response.next_page_token());
  }
  EXPECT_EQ(count, 24);

  request.set_page_size(-1);
  v1::ListFactTypesResponse response;
  grpc::ClientContext context;
  const absl::Status refused =
      server::FromGrpcStatus(stub_->ListFactTypes(&context, request, &response));
  ASSERT_EQ(server::FieldViolations(refused).size(), 1);
  EXPECT_EQ(server::FieldViolations(refused)[0].field, "page_size");
}

TEST_F(ExtractionServiceTest, SaysWhereItsLexiconsComeFrom) {
  v1::GetLexiconInfoResponse response;
  grpc::ClientContext context;
  ASSERT_TRUE(stub_->GetLexiconInfo(&context, v1::GetLexiconInfoRequest(), &response).ok());
  EXPECT_GT(response.lexicons_size(), 24);
  for (const v1::LexiconInfo& info : response.lexicons()) {
    EXPECT_FALSE(info.origin().empty()) << info.file();
    EXPECT_FALSE(info.license().empty()) << info.file();
    EXPECT_GT(info.entry_count(), 0) << info.file();
  }
}

TEST_F(ExtractionServiceTest, AStreamGoesOnAfterABadDocument) {
  grpc::ClientContext context;
  auto stream = stub_->StreamExtract(&context);
  v1::StreamExtractRequest request;
  v1::StreamExtractResponse response;
  request.mutable_document()->set_text("Only English here, nothing else at all.");
  ASSERT_TRUE(stream->Write(request) && stream->Read(&response));
  EXPECT_TRUE(response.has_error());
  request.mutable_document()->set_text(kArticle);
  ASSERT_TRUE(stream->Write(request) && stream->Read(&response));
  EXPECT_TRUE(response.has_extraction());
  EXPECT_EQ(response.ordinal(), 1);
  stream->WritesDone();
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_F(ExtractionServiceTest, LeavesOutWhatIsLessLikelyThanAskedFor) {
  config::ExtractionConfig strict, lenient;
  strict.set_least_confidence(0.999);
  lenient.set_least_confidence(1e-6);
  const auto count = [&](const config::ExtractionConfig& config) {
    const auto module = ExtractionModule::Create(config);
    EXPECT_TRUE(module.ok()) << module.status();
    const auto handler = (*module)->NewHandler(&runtime_);
    grpc::ServerBuilder builder;
    builder.RegisterService(handler.get());
    const auto server = builder.BuildAndStart();
    v1::ExtractFactsRequest request;
    request.mutable_document()->set_text(kArticle);
    v1::ExtractFactsResponse response;
    grpc::ClientContext context;
    const auto stub =
        v1::ExtractionService::NewStub(server->InProcessChannel(grpc::ChannelArguments()));
    EXPECT_TRUE(stub->ExtractFacts(&context, request, &response).ok());
    return response.extraction().facts_size();
  };
  EXPECT_EQ(count(strict), 0);
  EXPECT_GT(count(lenient), 0);
}

TEST(ExtractionModule, RefusesAConfidenceThatIsNoProbability) {
  for (const double wrong : {-0.1, 1.0, 40.0}) {
    config::ExtractionConfig config;
    config.set_least_confidence(wrong);
    const absl::Status status = ExtractionModule::Create(config).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr("least_confidence"));
  }
}

}  // namespace
}  // namespace isnad::extraction
