#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/ingestion/domain/headline.h"
#include "services/ingestion/domain/raw_article.h"
#include "services/ingestion/domain/resource_id.h"
#include "services/ingestion/domain/retry_policy.h"
#include "services/ingestion/domain/state_filter.h"
#include "services/server/digest/sha256.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

TEST(ResourceIdTest, KnowsIdsAndNames) {
  EXPECT_TRUE(IsResourceId("d-0a"));
  EXPECT_FALSE(IsResourceId(""));
  EXPECT_FALSE(IsResourceId("D1"));
  EXPECT_FALSE(IsResourceId("a/b"));
  EXPECT_FALSE(IsResourceId(std::string(65, 'a')));
  EXPECT_TRUE(IsResourceId(std::string(64, 'a')));
  EXPECT_EQ(ParseResourceName("ingestions/i-1", "ingestions"), "i-1");
  EXPECT_FALSE(ParseResourceName("ingestions/", "ingestions").has_value());
  EXPECT_FALSE(ParseResourceName("documents/i-1", "ingestions").has_value());
  EXPECT_FALSE(ParseResourceName("ingestions/i-1/x", "ingestions").has_value());
}

TEST(ResourceIdTest, DerivedIdsDependOnContentAlone) {
  const std::string hash = server::Sha256Hex("نص");
  EXPECT_EQ(DeriveDocumentId(hash), absl::StrCat("d-", hash.substr(0, 24)));
  EXPECT_TRUE(IsResourceId(DeriveIngestionId("a", hash)));
  EXPECT_EQ(DeriveIngestionId("a", hash), DeriveIngestionId("a", hash));
  EXPECT_NE(DeriveIngestionId("a", hash), DeriveIngestionId("b", hash));
}

TEST(FingerprintTest, DiffersInEveryField) {
  RawArticle article;
  article.content = "نص";
  article.title = "a";
  const std::string before = FingerprintOf(article);
  EXPECT_EQ(FingerprintOf(article), before);
  article.title = "";
  article.publisher = "a";
  EXPECT_NE(FingerprintOf(article), before);
  article = RawArticle();
  article.content = "نص";
  article.title = "a";
  article.publish_time = absl::UnixEpoch();
  EXPECT_NE(FingerprintOf(article), before);
}

TEST(HeadlineTest, IsTheFirstLineThatIsNotBlank) {
  EXPECT_EQ(HeadlineOf("\r\n\u00A0\r\n  العنوان هنا  \r\nالنص"), "العنوان هنا");
  EXPECT_EQ(HeadlineOf("سطر واحد"), "سطر واحد");
}

TEST(HeadlineTest, ParagraphIsCutAfterItsFirstSentence) {
  std::string line = "أعلنت البلدية فتح المكتبة الجديدة أمام الزوار. ";
  while (line.size() < 900) line += "ثم جاء كلام كثير آخر لا يصلح عنوانا ";
  EXPECT_EQ(HeadlineOf(line), "أعلنت البلدية فتح المكتبة الجديدة أمام الزوار.");
}

TEST(HeadlineTest, LongSentenceIsCutAtAWord) {
  std::string line;
  while (line.size() < 900) line += "كلمة ";
  const std::string headline = HeadlineOf(line);
  EXPECT_LE(headline.size(), 410u);
  EXPECT_TRUE(absl::EndsWith(headline, "كلمة…")) << headline;
  std::string unbroken;
  while (unbroken.size() < 900) unbroken += "ك";
  EXPECT_TRUE(absl::EndsWith(HeadlineOf(unbroken), "ك…"));
}

using States = std::vector<IngestionState>;

TEST(StateFilterTest, ReadsTheSubset) {
  EXPECT_EQ(ParseStateFilter("")->size(), 5u);
  EXPECT_EQ(*ParseStateFilter("state = FAILED"), States{IngestionState::kFailed});
  EXPECT_EQ(*ParseStateFilter(" state=\"STATE_STORED\" "), States{IngestionState::kStored});
  EXPECT_EQ(*ParseStateFilter("state != STORED AND state != DUPLICATE AND state != FAILED"),
            (States{IngestionState::kReceived, IngestionState::kExtracting}));
  EXPECT_TRUE(ParseStateFilter("state = STORED AND state = FAILED")->empty());
}

TEST(StateFilterTest, PointsAtWhatIsWrong) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"stat = FAILED", "at position 0: expected the field"},
      {"state FAILED", "at position 6: expected = or !="},
      {"state = BROKEN", "at position 8: expected one of RECEIVED"},
      {"state = \"FAILED", "at position 8: expected one of RECEIVED"},
      {"state = FAILED OR state = STORED", "at position 15: expected AND"},
      {"state = FAILED AND", "at position 18: expected the field"},
  };
  for (const auto& [filter, words] : cases) {
    const auto states = ParseStateFilter(filter);
    EXPECT_EQ(server::ErrorReason(states.status()), "INVALID_FILTER") << filter;
    const auto violations = server::FieldViolations(states.status());
    ASSERT_EQ(violations.size(), 1u) << filter;
    EXPECT_EQ(violations[0].field, "filter");
    EXPECT_TRUE(absl::StrContains(violations[0].description, words)) << violations[0].description;
  }
  EXPECT_FALSE(ParseStateFilter(std::string(100000, '(')).ok());
}

TEST(RetryPolicyTest, WaitsDoubleUpToTheirMaximum) {
  RetryPolicy policy;
  policy.initial_backoff = absl::Seconds(1);
  policy.max_backoff = absl::Seconds(10);
  policy.jitter = 0.5;
  EXPECT_EQ(BackoffAfter(policy, 1, 0.0), absl::Seconds(1));
  EXPECT_EQ(BackoffAfter(policy, 3, 0.0), absl::Seconds(4));
  EXPECT_EQ(BackoffAfter(policy, 1000000, 0.0), absl::Seconds(10));
  EXPECT_EQ(BackoffAfter(policy, 3, 0.5), absl::Seconds(3));
}

TEST(RetryPolicyTest, TellsTheDocumentsFaultFromTheMoments) {
  EXPECT_TRUE(IsPermanent(absl::InvalidArgumentError("")));
  EXPECT_TRUE(IsPermanent(absl::AlreadyExistsError("")));
  EXPECT_FALSE(IsPermanent(absl::UnavailableError("")));
  EXPECT_FALSE(IsPermanent(absl::DeadlineExceededError("")));
  EXPECT_FALSE(IsPermanent(absl::AbortedError("")));
  EXPECT_FALSE(IsPermanent(absl::InternalError("")));
}

}  // namespace
}  // namespace isnad::ingestion
