// FactService through its stub, over a real port and a real store.

#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>
#include <grpcpp/create_channel.h>
#include <grpcpp/server_builder.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "isnad/v1/fact_service.grpc.pb.h"
#include "services/facts/engines/testing/test_engines.h"
#include "services/facts/handlers/entity_methods.h"
#include "services/facts/handlers/fact_methods.h"
#include "services/facts/handlers/fact_service_handler.h"
#include "services/facts/handlers/sample_extraction.h"
#include "services/server/clock/fake_clock.h"
#include "services/server/rpc/rpc_runtime.h"
#include "services/server/status/error_details.h"
#include "services/server/status/grpc_status.h"

namespace isnad::facts {
namespace {

using google::protobuf::util::MessageDifferencer;
using v1::FactService;

// Runs every write twice, the first time in vain, as an engine does after a lost race.
class RerunningStore final : public FactStore {
 public:
  explicit RerunningStore(std::unique_ptr<FactStore> store) : store_(std::move(store)) {}

  absl::Status Write(const std::function<absl::Status(WriteTransaction&)>& write,
                     absl::Time deadline) override {
    store_
        ->Write(
            [&](WriteTransaction& transaction) {
              write(transaction).IgnoreError();
              return absl::AbortedError("lost");
            },
            deadline)
        .IgnoreError();
    return store_->Write(write, deadline);
  }
  absl::StatusOr<std::unique_ptr<Snapshot>> Read(Micros time, absl::Time deadline) override {
    return store_->Read(time, deadline);
  }
  void WaitForChange(int64_t sequence, absl::Duration timeout) override {
    store_->WaitForChange(sequence, timeout);
  }

 private:
  const std::unique_ptr<FactStore> store_;
};

class FactServiceTest : public testing::TestWithParam<TestEngine> {
 protected:
  void SetUp() override {
    store_ = OpenTestStore(GetParam().new_store(), &clock_);
    ASSERT_NE(store_, nullptr);
    if (GetParam().name == "SqliteWithReruns") {
      store_ = std::make_unique<RerunningStore>(std::move(store_));
    }
    handler_ = std::make_unique<FactServiceHandler>(Backend{store_.get(), &clock_}, &runtime_);
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(handler_.get());
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
    stub_ = FactService::NewStub(
        grpc::CreateChannel(absl::StrCat("127.0.0.1:", port), grpc::InsecureChannelCredentials()));
  }

  void TearDown() override { server_->Shutdown(std::chrono::system_clock::now()); }

  template <typename Request, typename Response>
  using Method = grpc::Status (FactService::Stub::*)(grpc::ClientContext*, const Request&,
                                                     Response*);

  // Calls and answers the status as a server made it.
  template <typename Request, typename Response>
  absl::Status Try(grpc::Status (FactService::Stub::*method)(grpc::ClientContext*, const Request&,
                                                             Response*),
                   const Request& request, Response* response) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(60));
    clock_.Advance(absl::Seconds(1));
    return server::FromGrpcStatus((stub_.get()->*method)(&context, request, response));
  }

  // Calls with a request in text format and expects success.
  template <typename Request, typename Response>
  Response Call(grpc::Status (FactService::Stub::*method)(grpc::ClientContext*, const Request&,
                                                          Response*),
                const std::string& text) {
    Request request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
    Response response;
    const absl::Status status = Try(method, request, &response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }

  // Calls with a request in text format and answers the error.
  template <typename Request, typename Response>
  absl::Status Error(grpc::Status (FactService::Stub::*method)(grpc::ClientContext*, const Request&,
                                                               Response*),
                     const std::string& text) {
    Request request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request)) << text;
    Response response;
    const absl::Status status = Try(method, request, &response);
    EXPECT_FALSE(status.ok()) << text;
    return status;
  }

  v1::ApplyExtractionResponse Apply(const v1::ApplyExtractionRequest& request) {
    v1::ApplyExtractionResponse response;
    const absl::Status status = Try(&FactService::Stub::ApplyExtraction, request, &response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }

  v1::ListFactsResponse List(const std::string& text = "") {
    return Call(&FactService::Stub::ListFacts, text);
  }

  std::string Export(const std::string& text) {
    v1::ExportFactsRequest request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &request));
    grpc::ClientContext context;
    auto reader = stub_->ExportFacts(&context, request);
    std::string data;
    v1::ExportFactsResponse chunk;
    while (reader->Read(&chunk)) {
      EXPECT_EQ(chunk.data().back(), '\n');
      data += chunk.data();
    }
    EXPECT_TRUE(reader->Finish().ok());
    return data;
  }

  // Everything that reads answer, to compare before and after.
  std::string Everything(const std::string& as_of = "") {
    return absl::StrCat(
        List(absl::StrCat("view: VIEW_FULL ", as_of)).DebugString(),
        Call(&FactService::Stub::ListEntities, absl::StrCat("view: VIEW_FULL ", as_of))
            .DebugString(),
        Call(&FactService::Stub::GetTimeline, absl::StrCat("name: 'entities/nour-lab' ", as_of))
            .DebugString(),
        Call(&FactService::Stub::SearchPassages,
             absl::StrCat("terms { term: 'استثمر' field: FIELD_SURFACE weight: 1 } ", as_of))
            .DebugString(),
        Call(&FactService::Stub::ListDocuments, as_of).DebugString());
  }

  std::string AsOfNow() {
    return absl::StrCat("as_of { seconds: ", absl::ToUnixSeconds(clock_.Now()), " }");
  }

  server::FakeClock clock_;
  server::RpcRuntime runtime_;
  std::unique_ptr<FactStore> store_;
  std::unique_ptr<FactServiceHandler> handler_;
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<FactService::Stub> stub_;
};

TEST_P(FactServiceTest, AppliedFactsAreListedWithNames) {
  const v1::ApplyExtractionResponse applied = Apply(SampleExtraction("one"));
  EXPECT_EQ(applied.fact_count(), 2);
  EXPECT_EQ(applied.new_fact_count(), 2);
  EXPECT_EQ(applied.passage_count(), 2);
  EXPECT_FALSE(applied.replayed());
  const v1::ListFactsResponse listed = List("filter: 'type = INVESTED_IN' view: VIEW_FULL");
  ASSERT_EQ(listed.facts_size(), 1);
  v1::Fact fact = listed.facts(0);
  EXPECT_EQ(fact.name(), "facts/" + fact.fact_key());
  ASSERT_EQ(fact.evidence_size(), 1);
  EXPECT_EQ(fact.evidence(0).source_uri(), "file:one.txt");
  EXPECT_EQ(fact.evidence(0).publisher(), "صحيفة المرفأ");
  for (auto clear : {&v1::Fact::clear_name, &v1::Fact::clear_fact_key, &v1::Fact::clear_evidence,
                     &v1::Fact::clear_record_time, &v1::Fact::clear_etag}) {
    (fact.*clear)();
  }
  fact.mutable_roles(0)->mutable_value()->clear_span();
  v1::Fact expected;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(type: "INVESTED_IN"
           subject {
             entity: "entities/nour-lab"
             display_text: "مختبر نور"
             display_text_en: "Nour Lab"
           }
           object { entity: "entities/delta-chips" display_text: "دلتا للرقائق" }
           roles {
             role: "amount"
             value { money { currency_code: "USD" amount: 3000000 bound: BOUND_EXACT } }
             display_text: "3 ملايين دولار"
           }
           polarity: POLARITY_ASSERTED
           modality: MODALITY_ACTUAL
           support: 1
           confidence: 0.8
           first_publish_time { seconds: 1690000000 })pb",
      &expected));
  expected.mutable_object()->set_entity(fact.object().entity());
  EXPECT_TRUE(MessageDifferencer::Equals(fact, expected)) << fact.DebugString();
}

TEST_P(FactServiceTest, EveryEvidenceSpanReReads) {
  for (const char* id : {"one", "two", "three"}) Apply(SampleExtraction(id));
  int spans = 0;
  const v1::ListFactsResponse listed = List("view: VIEW_FULL");
  for (const v1::Fact& fact : listed.facts()) {
    ASSERT_GT(fact.evidence_size(), 0);
    for (const v1::Evidence& evidence : fact.evidence()) {
      const v1::GetDocumentResponse document =
          Call(&FactService::Stub::GetDocument, absl::StrCat("name: '", evidence.document(), "'"));
      const auto reread = [&](const v1::Span& span) {
        ++spans;
        EXPECT_EQ(document.document().text().substr(span.begin(), span.end() - span.begin()),
                  span.quote());
      };
      reread(evidence.quote());
      for (const v1::RoleSpan& role : evidence.role_spans()) reread(role.span());
      EXPECT_EQ(document.passages_size(), 2);
    }
  }
  EXPECT_GE(spans, 12);
}

TEST_P(FactServiceTest, ReplayChangesNothing) {
  Apply(SampleExtraction("one"));
  const std::string before = Everything();
  const v1::ApplyExtractionResponse again = Apply(SampleExtraction("one"));
  EXPECT_TRUE(again.replayed());
  EXPECT_EQ(again.fact_count(), 2);
  EXPECT_EQ(Everything(), before);
}

TEST_P(FactServiceTest, NewExtractorVersionReplacesEvidence) {
  Apply(SampleExtraction("one"));
  v1::ApplyExtractionRequest request = SampleExtraction("one");
  request.mutable_extraction()->set_extractor_version("2");
  request.mutable_extraction()->mutable_facts()->RemoveLast();
  const v1::ApplyExtractionResponse applied = Apply(request);
  EXPECT_EQ(applied.fact_count(), 1);
  EXPECT_EQ(applied.new_fact_count(), 0);
  const v1::ListFactsResponse listed = List("view: VIEW_FULL");
  ASSERT_EQ(listed.facts_size(), 1);
  ASSERT_EQ(listed.facts(0).evidence_size(), 1);
  EXPECT_EQ(listed.facts(0).evidence(0).extractor_version(), "2");
  EXPECT_TRUE(Apply(SampleExtraction("one")).replayed());
  EXPECT_EQ(List().facts_size(), 1);
}

TEST_P(FactServiceTest, OtherTextUnderTheSameNameIsRefused) {
  Apply(SampleExtraction("one"));
  v1::ApplyExtractionRequest request = SampleExtraction("one");
  request.mutable_document()->mutable_text()->append(" زيادة");
  v1::ApplyExtractionResponse response;
  const absl::Status status = Try(&FactService::Stub::ApplyExtraction, request, &response);
  EXPECT_TRUE(absl::IsAlreadyExists(status));
  EXPECT_EQ(server::ErrorReason(status), "DOCUMENT_CONTENT_DIFFERS");
}

TEST_P(FactServiceTest, IndependentDocumentsSupportOneFact) {
  Apply(SampleExtraction("one"));
  Apply(SampleExtraction("two"));
  v1::ApplyExtractionRequest copy = SampleExtraction("copy");
  copy.mutable_document()->set_near_duplicate_key(
      SampleExtraction("two").document().near_duplicate_key());
  EXPECT_EQ(Apply(copy).new_fact_count(), 0);
  const v1::ListFactsResponse listed = List("filter: 'type = INVESTED_IN' view: VIEW_FULL");
  ASSERT_EQ(listed.facts_size(), 1);
  EXPECT_EQ(listed.facts(0).evidence_size(), 3);
  EXPECT_EQ(listed.facts(0).support(), 2);
}

TEST_P(FactServiceTest, BadExtractionsAreRefusedWithTheField) {
  const auto refused = [this](const v1::ApplyExtractionRequest& request, const char* reason,
                              const char* field) {
    v1::ApplyExtractionResponse response;
    const absl::Status status = Try(&FactService::Stub::ApplyExtraction, request, &response);
    EXPECT_TRUE(absl::IsInvalidArgument(status)) << status;
    EXPECT_EQ(server::ErrorReason(status), reason);
    ASSERT_FALSE(server::FieldViolations(status).empty());
    EXPECT_EQ(server::FieldViolations(status)[0].field, field);
  };
  v1::ApplyExtractionRequest request = SampleExtraction("one");
  request.mutable_extraction()->mutable_facts(1)->mutable_evidence(0)->mutable_quote()->set_begin(
      1);
  refused(request, "SPAN_MISMATCH", "extraction.facts[1].evidence[0].quote");
  request = SampleExtraction("one");
  request.mutable_extraction()->mutable_facts(0)->mutable_subject()->set_entity("e9");
  refused(request, "UNDECLARED_ENTITY", "extraction.facts[0].subject.entity");
  request = SampleExtraction("one");
  request.mutable_extraction()->mutable_facts(0)->clear_evidence();
  refused(request, "INVALID_FIELD", "extraction.facts[0].evidence");
  request = SampleExtraction("one");
  request.mutable_document()->set_name("documents/../etc");
  refused(request, "INVALID_FIELD", "document.name");
  EXPECT_EQ(List().facts_size(), 0);
}

TEST_P(FactServiceTest, BadListsAreRefused) {
  for (int i = 0; i < 3; ++i) Apply(SampleExtraction(absl::StrCat("d", i)));
  EXPECT_TRUE(absl::IsInvalidArgument(Error(&FactService::Stub::ListFacts, "page_size: -1")));
  EXPECT_TRUE(absl::IsInvalidArgument(Error(&FactService::Stub::ListFacts, "page_token: 'x'")));
  EXPECT_EQ(
      server::ErrorReason(Error(&FactService::Stub::ListFacts, "filter: 'type = LEFT) OR 1=1 --'")),
      "INVALID_FILTER");
  // Between quotes it is a value like any other.
  EXPECT_EQ(List("filter: 'type = \"a\\' OR 1=1 --\"'").facts_size(), 0);
  EXPECT_TRUE(absl::IsInvalidArgument(Error(&FactService::Stub::ListFacts, "order_by: 'age'")));
  EXPECT_TRUE(absl::IsInvalidArgument(
      Error(&FactService::Stub::ListFacts, "as_of { seconds: 99999999999 }")));
  const v1::ListFactsResponse page = List("page_size: 1");
  ASSERT_FALSE(page.next_page_token().empty());
  EXPECT_TRUE(absl::IsInvalidArgument(
      Error(&FactService::Stub::ListFacts, absl::StrCat("page_size: 1 order_by: 'type' "
                                                        "page_token: '",
                                                        page.next_page_token(), "'"))));
  EXPECT_TRUE(absl::IsNotFound(Error(&FactService::Stub::GetFact, "name: 'facts/abc'")));
  EXPECT_TRUE(absl::IsInvalidArgument(Error(&FactService::Stub::GetFact, "name: 'abc'")));
  EXPECT_TRUE(absl::IsNotFound(Error(&FactService::Stub::GetEntity, "name: 'entities/x'")));
  EXPECT_TRUE(absl::IsNotFound(Error(&FactService::Stub::GetTimeline, "name: 'entities/x'")));
  EXPECT_TRUE(absl::IsNotFound(Error(&FactService::Stub::GetDocument, "name: 'documents/x'")));
  EXPECT_TRUE(absl::IsInvalidArgument(Error(&FactService::Stub::SearchEntities, "")));
  EXPECT_TRUE(absl::IsInvalidArgument(Error(&FactService::Stub::SearchPassages, "")));
}

TEST_P(FactServiceTest, FiltersChooseFacts) {
  Apply(SampleExtraction("one"));
  const auto count = [this](const std::string& filter) {
    return List(absl::StrCat("filter: '", filter, "'")).facts_size();
  };
  EXPECT_EQ(count("subject = entities/nour-lab"), 1);
  EXPECT_EQ(count("entity = entities/nour-lab"), 2);
  EXPECT_EQ(count("NOT entity = entities/nour-lab"), 0);
  EXPECT_EQ(count("polarity = DENIED OR modality = PLANNED"), 1);
  EXPECT_EQ(count("document = documents/one AND support >= 1"), 2);
  EXPECT_EQ(count("document = documents/two"), 0);
  EXPECT_EQ(count("text : \"دلتا\""), 1);
  EXPECT_EQ(count("text : \"nour\""), 2);
  EXPECT_EQ(count("publish_time > \"2023-01-01T00:00:00Z\""), 2);
  EXPECT_EQ(count("confidence < 0.7"), 1);
}

TEST_P(FactServiceTest, AsOfIsStableUnderLaterWrites) {
  Apply(SampleExtraction("one"));
  const std::string as_of = AsOfNow();
  const std::string before = Everything(as_of);
  Apply(SampleExtraction("two"));
  v1::ApplyExtractionRequest newer = SampleExtraction("one");
  newer.mutable_extraction()->set_extractor_version("2");
  newer.mutable_extraction()->mutable_facts()->RemoveLast();
  Apply(newer);
  Call(&FactService::Stub::RetractDocument, "name: 'documents/two' reason: 'wrong'");
  const std::string after = Everything(as_of);
  // What was replaced since is marked as historic; nothing else differs.
  EXPECT_EQ(absl::StrSplit(after, "\n").operator std::vector<std::string>().size(),
            absl::StrSplit(before, "\n").operator std::vector<std::string>().size() + 1);
  EXPECT_EQ(List(as_of).DebugString(), List(as_of).DebugString());
  EXPECT_NE(Everything(), after);
}

TEST_P(FactServiceTest, MergeThenUnmergeRestoresEveryRead) {
  Apply(SampleExtraction("one"));
  Apply(SampleExtraction("two", "noor-labs"));
  const auto strip = [](std::string text) {
    // Etags and the times of change may differ; what is said may not.
    std::vector<std::string> kept;
    for (absl::string_view line : absl::StrSplit(text, '\n')) {
      if (!absl::StrContains(line, "etag:")) kept.emplace_back(line);
    }
    return kept;
  };
  const std::string before = Everything();
  EXPECT_EQ(List("filter: 'entity = entities/nour-lab'").facts_size(), 2);
  const v1::MergeEntitiesResponse merged =
      Call(&FactService::Stub::MergeEntities,
           "name: 'entities/nour-lab' merged_names: 'entities/noor-labs' request_id: 'r1'");
  EXPECT_EQ(merged.entity().fact_count(), 4);
  EXPECT_EQ(List("filter: 'entity = entities/nour-lab'").facts_size(), 4);
  EXPECT_EQ(List("filter: 'entity = entities/noor-labs'").facts_size(), 4);
  EXPECT_EQ(Call(&FactService::Stub::GetEntity, "name: 'entities/noor-labs'").entity().name(),
            "entities/nour-lab");
  const v1::MergeEntitiesResponse again =
      Call(&FactService::Stub::MergeEntities,
           "name: 'entities/nour-lab' merged_names: 'entities/noor-labs' request_id: 'r1'");
  EXPECT_EQ(again.DebugString(), merged.DebugString());
  EXPECT_EQ(server::ErrorReason(Error(&FactService::Stub::MergeEntities,
                                      "name: 'entities/noor-labs' merged_names: "
                                      "'entities/nour-lab' request_id: 'r1'")),
            "REQUEST_ID_REUSED");
  Call(&FactService::Stub::UnmergeEntities, "name: 'entities/noor-labs'");
  EXPECT_EQ(strip(Everything()), strip(before));
  EXPECT_EQ(
      server::ErrorReason(Error(&FactService::Stub::UnmergeEntities, "name: 'entities/noor-labs'")),
      "ENTITY_NOT_MERGED");
}

TEST_P(FactServiceTest, DistinctEntitiesAreNeverMergedAgain) {
  Apply(SampleExtraction("one"));
  Apply(SampleExtraction("two", "noor-labs"));
  const char* const merge = "name: 'entities/nour-lab' merged_names: 'entities/noor-labs'";
  Call(&FactService::Stub::MergeEntities, merge);
  const v1::UnmergeEntitiesResponse restored =
      Call(&FactService::Stub::UnmergeEntities,
           "name: 'entities/noor-labs' distinct_policy: DISTINCT_POLICY_NEVER_MERGE");
  ASSERT_EQ(restored.entity().not_same_as_size(), 1);
  EXPECT_EQ(restored.entity().not_same_as(0), "entities/nour-lab");
  EXPECT_EQ(server::ErrorReason(Error(&FactService::Stub::MergeEntities, merge)),
            "ENTITIES_DISTINCT");
  EXPECT_EQ(server::ErrorReason(Error(&FactService::Stub::MergeEntities,
                                      "name: 'entities/nour-lab' merged_names: 'entities/noor-labs'"
                                      " etag: '\"old\"'")),
            "ETAG_MISMATCH");
}

TEST_P(FactServiceTest, SpellingsFindEntities) {
  Apply(SampleExtraction("one"));
  const v1::SearchEntitiesResponse exact =
      Call(&FactService::Stub::SearchEntities, "folded_keys: 'مختبر نور'");
  ASSERT_EQ(exact.matches_size(), 1);
  EXPECT_EQ(exact.matches(0).entity().name(), "entities/nour-lab");
  EXPECT_EQ(exact.matches(0).score(), 1);
  EXPECT_EQ(exact.matches(0).matched_alias(), "مختبر نور");
  const v1::SearchEntitiesResponse prefix =
      Call(&FactService::Stub::SearchEntities, "prefix: 'مخت'");
  ASSERT_EQ(prefix.matches_size(), 1);
  EXPECT_LT(prefix.matches(0).score(), 1);
  EXPECT_EQ(Call(&FactService::Stub::SearchEntities, "lexicon_key: 'nour-lab'").matches_size(), 1);
  EXPECT_EQ(
      Call(&FactService::Stub::SearchEntities, "folded_keys: 'مختبر نور' type: ENTITY_TYPE_PERSON")
          .matches_size(),
      0);
}

// An extraction with one person, known by one spelling.
v1::ApplyExtractionRequest PersonExtraction(const std::string& document, const char* label,
                                            const char* key, const char* script) {
  v1::ApplyExtractionRequest request = SampleExtraction(document);
  v1::Extraction& extraction = *request.mutable_extraction();
  extraction.clear_facts();
  extraction.clear_entities();
  v1::ExtractedEntity& person = *extraction.add_entities();
  person.set_id("e1");
  person.set_type(v1::ENTITY_TYPE_PERSON);
  (absl::string_view(script) == "Arab" ? person.mutable_label_ar() : person.mutable_label_en())
      ->assign(label);
  v1::Alias& alias = *person.add_aliases();
  alias.set_surface(label);
  alias.set_folded_key(key);
  alias.set_script(script);
  alias.set_kind(v1::Alias::KIND_CANONICAL);
  alias.set_mention_count(1);
  for (v1::Passage& passage : *extraction.mutable_passages()) passage.clear_mentions();
  return request;
}

TEST_P(FactServiceTest, NamesInTheOtherScriptFindEntities) {
  Apply(PersonExtraction("one", "تانغ شاوتشي", "تانغ شاوتشي", "Arab"));
  const v1::SearchEntitiesResponse found =
      Call(&FactService::Stub::SearchEntities, "folded_keys: 'nobody' folded_keys: 'tang shaoqi'");
  ASSERT_EQ(found.matches_size(), 1);
  EXPECT_EQ(found.matches(0).entity().label_ar(), "تانغ شاوتشي");
  EXPECT_EQ(found.matches(0).matched_alias(), "تانغ شاوتشي");
  EXPECT_EQ(found.matches(0).matched_key(), "tang shaoqi");
  EXPECT_LT(found.matches(0).score(), 0.7);
  EXPECT_EQ(Call(&FactService::Stub::SearchEntities, "folded_keys: 'wang shaoqi'").matches_size(),
            0);
}

TEST_P(FactServiceTest, SpellingsOfOnePersonAreLinkedAndCanBeTakenApart) {
  Apply(PersonExtraction("one", "كاترينا فولكوفا", "كاترينا فولكوفا", "Arab"));
  Apply(PersonExtraction("two", "Katerina Volkova", "katerina volkova", "Latn"));
  const v1::SearchEntitiesResponse found =
      Call(&FactService::Stub::SearchEntities, "folded_keys: 'katerina volkova'");
  ASSERT_EQ(found.matches_size(), 1);
  EXPECT_EQ(found.matches(0).entity().label_ar(), "كاترينا فولكوفا");
  EXPECT_EQ(found.matches(0).entity().aliases_size(), 2);
  Call(&FactService::Stub::UnmergeEntities,
       "name: 'entities/katerina-volkova' distinct_policy: DISTINCT_POLICY_NEVER_MERGE");
  EXPECT_EQ(Call(&FactService::Stub::GetEntity, "name: 'entities/katerina-volkova'")
                .entity()
                .merged_into(),
            "");
  // Seen again in another document, it stays apart.
  Apply(PersonExtraction("three", "Katerina Volkova", "katerina volkova", "Latn"));
  EXPECT_EQ(Call(&FactService::Stub::GetEntity, "name: 'entities/katerina-volkova'")
                .entity()
                .merged_into(),
            "");
}

TEST_P(FactServiceTest, LikeNamesOfTwoPeopleStayApart) {
  Apply(PersonExtraction("one", "محمد الحارثي", "محمد الحارثي", "Arab"));
  Apply(PersonExtraction("two", "محمود الحارثي", "محمود الحارثي", "Arab"));
  Apply(PersonExtraction("three", "خالد الحارثي", "خالد الحارثي", "Arab"));
  const v1::SearchEntitiesResponse found =
      Call(&FactService::Stub::SearchEntities, "folded_keys: 'محمود الحارثي'");
  ASSERT_GE(found.matches_size(), 1);
  EXPECT_EQ(found.matches(0).entity().label_ar(), "محمود الحارثي");
  EXPECT_EQ(found.matches(0).entity().aliases_size(), 1);
}

TEST_P(FactServiceTest, ContradictingFiguresAreConflictsUntilResolved) {
  Apply(SampleExtraction("one"));
  Apply(SampleExtraction("two", "nour-lab", 5000000));
  const v1::ListConflictsResponse open =
      Call(&FactService::Stub::ListConflicts, "filter: 'state = OPEN AND kind = FIGURE'");
  ASSERT_EQ(open.conflicts_size(), 1);
  const v1::Conflict& conflict = open.conflicts(0);
  ASSERT_EQ(conflict.facts_size(), 2);
  ASSERT_EQ(conflict.sides_size(), 2);
  for (const v1::Conflict::Side& side : conflict.sides()) {
    ASSERT_EQ(side.facts_size(), 1);
    EXPECT_EQ(side.support(), 1);
  }
  EXPECT_NE(conflict.sides(0).facts(0), conflict.sides(1).facts(0));
  const v1::ListConflictsResponse basic =
      Call(&FactService::Stub::ListConflicts, "view: VIEW_BASIC");
  ASSERT_EQ(basic.conflicts_size(), 1);
  EXPECT_EQ(basic.conflicts(0).sides_size(), 0);
  EXPECT_EQ(basic.conflicts(0).facts_size(), 2);
  EXPECT_TRUE(absl::StrContains(conflict.explanation_en(), "3 million USD"));
  EXPECT_TRUE(absl::StrContains(conflict.explanation_en(), "invested in"));
  EXPECT_FALSE(absl::StrContains(conflict.explanation_ar(), "million"))
      << conflict.explanation_ar();
  EXPECT_EQ(List("filter: 'type = INVESTED_IN'").facts(0).conflicts(0), conflict.name());
  const std::string resolve =
      absl::StrCat("name: '", conflict.name(), "' resolution: 'filing' preferred_fact: '",
                   conflict.facts(0), "' ");
  EXPECT_EQ(
      server::ErrorReason(Error(&FactService::Stub::ResolveConflict, resolve + "etag: '\"old\"'")),
      "ETAG_MISMATCH");
  const v1::ResolveConflictResponse resolved = Call(
      &FactService::Stub::ResolveConflict, absl::StrCat(resolve, "etag: '", conflict.etag(), "'"));
  EXPECT_EQ(resolved.conflict().state(), v1::Conflict::STATE_RESOLVED);
  EXPECT_EQ(List("filter: 'type = INVESTED_IN'").facts(0).conflicts_size(), 0);
  Apply(SampleExtraction("three", "nour-lab", 5000000));
  EXPECT_EQ(Call(&FactService::Stub::ListConflicts, "filter: 'state = OPEN'").conflicts_size(), 1);
  Call(&FactService::Stub::RetractDocument, "name: 'documents/two' reason: 'x'");
  Call(&FactService::Stub::RetractDocument, "name: 'documents/three' reason: 'x'");
  EXPECT_EQ(Call(&FactService::Stub::ListConflicts, "").conflicts_size(), 0);
}

TEST_P(FactServiceTest, RetractedEvidenceNoLongerCounts) {
  Apply(SampleExtraction("one"));
  Apply(SampleExtraction("two"));
  v1::RetractDocumentResponse retracted =
      Call(&FactService::Stub::RetractDocument, "name: 'documents/one' reason: 'mistaken'");
  EXPECT_EQ(retracted.document().state(), v1::Document::STATE_RETRACTED);
  EXPECT_EQ(retracted.superseded_fact_count(), 0);
  const std::string name = List().facts(0).name();
  retracted = Call(&FactService::Stub::RetractDocument, "name: 'documents/two' reason: 'too'");
  EXPECT_EQ(retracted.superseded_fact_count(), 2);
  EXPECT_EQ(Call(&FactService::Stub::RetractDocument, "name: 'documents/two' reason: 'too'")
                .superseded_fact_count(),
            0);
  EXPECT_EQ(List().facts_size(), 0);
  EXPECT_TRUE(Call(&FactService::Stub::GetFact, absl::StrCat("name: '", name, "'"))
                  .fact()
                  .has_supersede_time());
  EXPECT_FALSE(
      Call(&FactService::Stub::GetDocument, "name: 'documents/one'").document().text().empty());
  EXPECT_EQ(
      Call(&FactService::Stub::SearchPassages, "terms { term: 'استثمر' field: FIELD_SURFACE }")
          .hits_size(),
      0);
}

TEST_P(FactServiceTest, PurgeLeavesOnlyAnAuditRecord) {
  Apply(SampleExtraction("one"));
  const std::string then = AsOfNow();
  EXPECT_EQ(Call(&FactService::Stub::PurgeDocument, "name: 'documents/one' reason: 'court order'")
                .document()
                .state(),
            v1::Document::STATE_PURGED);
  Call(&FactService::Stub::PurgeDocument, "name: 'documents/one' reason: 'court order'");
  const v1::GetDocumentResponse left =
      Call(&FactService::Stub::GetDocument, "name: 'documents/one'");
  EXPECT_EQ(left.document().text(), "");
  EXPECT_EQ(left.document().title(), "");
  EXPECT_FALSE(left.document().content_hash().empty());
  EXPECT_EQ(left.passages_size(), 0);
  EXPECT_EQ(List(then).facts_size(), 0);
  EXPECT_EQ(Call(&FactService::Stub::SearchPassages,
                 absl::StrCat("terms { term: 'استثمر' field: FIELD_SURFACE } ", then))
                .hits_size(),
            0);
  EXPECT_EQ(server::ErrorReason(
                Error(&FactService::Stub::RetractDocument, "name: 'documents/one' reason: 'x'")),
            "DOCUMENT_PURGED");
  EXPECT_EQ(Export(""), "");
}

TEST_P(FactServiceTest, CorrectionSupersedesTheOlderDocument) {
  Apply(SampleExtraction("one"));
  v1::ApplyExtractionRequest correction = SampleExtraction("two", "nour-lab", 5000000);
  correction.mutable_document()->set_supersedes("documents/one");
  Apply(correction);
  EXPECT_EQ(Call(&FactService::Stub::GetDocument, "name: 'documents/one'").document().state(),
            v1::Document::STATE_SUPERSEDED);
  EXPECT_EQ(List("filter: 'document = documents/one'").facts_size(), 0);
  EXPECT_EQ(List("filter: 'type = INVESTED_IN'").facts_size(), 1);
  EXPECT_EQ(Call(&FactService::Stub::ListConflicts, "").conflicts_size(), 0);
}

TEST_P(FactServiceTest, PassagesAreFoundByEitherFieldWithEntityNames) {
  Apply(SampleExtraction("one"));
  const v1::SearchPassagesResponse found = Call(
      &FactService::Stub::SearchPassages,
      "terms { term: 'ستثمر' field: FIELD_STEM weight: 1 word: 0 } "
      "terms { term: 'غائب' field: FIELD_STEM weight: 1 word: 1 } entities: 'entities/nour-lab'");
  ASSERT_EQ(found.hits_size(), 1);
  const v1::PassageHit& hit = found.hits(0);
  ASSERT_EQ(hit.matched_words_size(), 1);
  EXPECT_EQ(hit.matched_words(0), 0);
  ASSERT_GE(hit.passage().mentions_size(), 1);
  EXPECT_EQ(hit.passage().mentions(0).entity(), "entities/nour-lab");
  EXPECT_EQ(hit.document().name(), "documents/one");
  EXPECT_TRUE(hit.document().text().empty());
  EXPECT_FALSE(hit.historic());
  EXPECT_GT(hit.score(), 0);
}

TEST_P(FactServiceTest, EtagsAloneAreLeftOutForCallersWithoutUseForThem) {
  Apply(SampleExtraction("one"));
  const Backend with{store_.get(), &clock_};
  Backend without = with;
  without.etags = Etags::kLeftOut;
  v1::ListFactsRequest list;
  list.set_view(v1::VIEW_FULL);
  v1::ListFactsResponse facts;
  v1::ListFactsResponse facts_without;
  ASSERT_TRUE(ListFactsMethod(with, list, &facts).ok());
  ASSERT_TRUE(ListFactsMethod(without, list, &facts_without).ok());
  ASSERT_EQ(facts.facts_size(), 2);
  for (v1::Fact& fact : *facts.mutable_facts()) {
    EXPECT_FALSE(fact.etag().empty());
    fact.clear_etag();
  }
  EXPECT_TRUE(MessageDifferencer::Equals(facts, facts_without));
  v1::SearchEntitiesRequest search;
  search.add_folded_keys("مختبر نور");
  v1::SearchEntitiesResponse matches;
  v1::SearchEntitiesResponse matches_without;
  ASSERT_TRUE(SearchEntitiesMethod(with, search, &matches).ok());
  ASSERT_TRUE(SearchEntitiesMethod(without, search, &matches_without).ok());
  ASSERT_EQ(matches.matches_size(), 1);
  EXPECT_FALSE(matches.matches(0).entity().etag().empty());
  matches.mutable_matches(0)->mutable_entity()->clear_etag();
  EXPECT_TRUE(MessageDifferencer::Equals(matches, matches_without));
}

TEST_P(FactServiceTest, ExportsHoldEveryFactAndEvidence) {
  Apply(SampleExtraction("one"));
  Apply(SampleExtraction("two"));
  const std::string jsonl = Export("filter: 'type = INVESTED_IN'");
  const std::vector<std::string> lines = absl::StrSplit(jsonl, '\n', absl::SkipEmpty());
  ASSERT_EQ(lines.size(), 2u);
  for (const char* part :
       {R"("type":"INVESTED_IN")", R"("subject":"Nour Lab")", R"("object":"دلتا للرقائق")",
        R"("amount":{"value":3000000,"currency":"USD")", R"("polarity":"ASSERTED")",
        R"("modality":"ACTUAL")", R"("sourceUri":"file:one.txt")", R"("مختبر نور")",
        R"("quote":"استثمر مختبر نور 3 ملايين دولار في دلتا للرقائق")"}) {
    EXPECT_TRUE(absl::StrContains(lines[0], part)) << part << " in " << lines[0];
  }
  const std::string quads = Export("format: EXPORT_FORMAT_NQUADS");
  EXPECT_TRUE(absl::StrContains(quads, "<http://www.w3.org/ns/prov#wasQuotedFrom>"));
  for (absl::string_view line : absl::StrSplit(quads, '\n', absl::SkipEmpty())) {
    EXPECT_TRUE(absl::EndsWith(line, " .")) << line;
  }
  const std::string graph = Export("format: EXPORT_FORMAT_GRAPHVIZ");
  EXPECT_TRUE(absl::StartsWith(graph, "digraph facts {"));
  EXPECT_TRUE(absl::EndsWith(graph, "}\n"));
}

TEST_P(FactServiceTest, WatchResumesAfterACursor) {
  Apply(SampleExtraction("one"));
  std::string cursor;
  {
    grpc::ClientContext context;
    v1::WatchFactsRequest request;
    request.set_cursor("0");
    auto reader = stub_->WatchFacts(&context, request);
    v1::WatchFactsResponse response;
    ASSERT_TRUE(reader->Read(&response));
    EXPECT_EQ(response.change(), v1::WatchFactsResponse::CHANGE_ADDED);
    EXPECT_FALSE(response.fact().name().empty());
    cursor = response.cursor();
    context.TryCancel();
    reader->Finish();
  }
  Apply(SampleExtraction("two"));
  grpc::ClientContext context;
  v1::WatchFactsRequest request;
  request.set_cursor(cursor);
  auto reader = stub_->WatchFacts(&context, request);
  std::vector<v1::WatchFactsResponse::Change> changes;
  v1::WatchFactsResponse response;
  while (changes.size() < 3 && reader->Read(&response)) changes.push_back(response.change());
  EXPECT_EQ(changes,
            (std::vector<v1::WatchFactsResponse::Change>{v1::WatchFactsResponse::CHANGE_ADDED,
                                                         v1::WatchFactsResponse::CHANGE_EVIDENCE,
                                                         v1::WatchFactsResponse::CHANGE_EVIDENCE}));
  context.TryCancel();
  reader->Finish();
  for (const char* foreign : {"99", "-1", "abc", "1 "}) {
    grpc::ClientContext bad_context;
    v1::WatchFactsRequest bad;
    bad.set_cursor(foreign);
    auto refused = stub_->WatchFacts(&bad_context, bad);
    EXPECT_FALSE(refused->Read(&response));
    EXPECT_EQ(refused->Finish().error_code(), grpc::StatusCode::INVALID_ARGUMENT) << foreign;
  }
}

TEST_P(FactServiceTest, CountsAndSources) {
  Apply(SampleExtraction("one"));
  Apply(SampleExtraction("two"));
  const v1::GetStatsResponse stats = Call(&FactService::Stub::GetStats, "");
  EXPECT_EQ(stats.document_count(), 2);
  EXPECT_EQ(stats.fact_count(), 2);
  EXPECT_EQ(stats.evidence_count(), 4);
  EXPECT_EQ(stats.passage_count(), 4);
  EXPECT_EQ(stats.entity_count(), 2);
  EXPECT_EQ(stats.fact_count_by_type().at("INVESTED_IN"), 1);
  EXPECT_GT(stats.store_bytes(), 0);
  const v1::ListSourcesResponse sources = Call(&FactService::Stub::ListSources, "");
  ASSERT_EQ(sources.sources_size(), 1);
  EXPECT_EQ(sources.sources(0).display_name(), "صحيفة المرفأ");
  EXPECT_EQ(sources.sources(0).document_count(), 2);
}

std::vector<TestEngine> Engines() {
  std::vector<TestEngine> engines = AllTestEngines();
  engines.push_back({"SqliteWithReruns", engines[0].new_store});
  return engines;
}

INSTANTIATE_TEST_SUITE_P(Engines, FactServiceTest, testing::ValuesIn(Engines()), NameOfEngine);

}  // namespace
}  // namespace isnad::facts
