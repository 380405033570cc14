#include "services/ingestion/html/page_metadata.h"

#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "services/ingestion/html/element_hint.h"
#include "services/ingestion/html/json_ld.h"
#include "services/ingestion/html/publish_time_text.h"

namespace isnad::ingestion {
namespace {

absl::Time Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) {
  return absl::FromCivil(absl::CivilSecond(year, month, day, hour, minute, second),
                         absl::UTCTimeZone());
}

TEST(PublishTimeTextTest, ReadsTheSpellingsOfPages) {
  EXPECT_EQ(ReadPublishTime("2025-03-09"), Utc(2025, 3, 9));
  EXPECT_EQ(ReadPublishTime("20250309"), Utc(2025, 3, 9));
  EXPECT_EQ(ReadPublishTime(" 2025-03-09T14:05:06Z "), Utc(2025, 3, 9, 14, 5, 6));
  EXPECT_EQ(ReadPublishTime("2025-03-09T14:05:06+03:00"), Utc(2025, 3, 9, 11, 5, 6));
  EXPECT_EQ(ReadPublishTime("2025-03-09T14:05:06.000+0300"), Utc(2025, 3, 9, 11, 5, 6));
  EXPECT_EQ(ReadPublishTime("2025-03-09T14:05"), Utc(2025, 3, 9, 14, 5));
  EXPECT_EQ(ReadPublishTime("2025-03-09 14:05:06"), Utc(2025, 3, 9, 14, 5, 6));
  EXPECT_EQ(ReadPublishTime("Sun, 09 Mar 2025 14:05:06 GMT"), Utc(2025, 3, 9, 14, 5, 6));
}

TEST(PublishTimeTextTest, RefusesWhatIsNoTime) {
  EXPECT_FALSE(ReadPublishTime("").has_value());
  EXPECT_FALSE(ReadPublishTime("أمس").has_value());
  EXPECT_FALSE(ReadPublishTime("2025-13-40").has_value());
  EXPECT_FALSE(ReadPublishTime("0001-01-01T00:00:00Z").has_value());
  EXPECT_FALSE(ReadPublishTime("99990101").has_value());
}

TEST(JsonLdTest, FindsTheArticleInAGraph) {
  const auto article = ReadJsonLdArticle(R"({"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "الموقع"},
      {"@type": ["Thing", "NewsArticle"], "headline": "عنوان الخبر", "datePublished": "2025-01-02",
       "publisher": {"@type": "Organization", "name": "جريدة الشاطئ"},
       "mainEntityOfPage": {"@id": "https://example.org/n/1"}}]})");
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->headline, "عنوان الخبر");
  EXPECT_EQ(article->date_published, "2025-01-02");
  EXPECT_EQ(article->publisher, "جريدة الشاطئ");
  EXPECT_EQ(article->url, "https://example.org/n/1");
}

TEST(JsonLdTest, ToleratesLineBreaksInStrings) {
  const auto article = ReadJsonLdArticle("[{\"@type\":\"Article\",\"headline\":\"سطر\nآخر\"}]");
  ASSERT_TRUE(article.has_value());
  EXPECT_EQ(article->headline, "سطر آخر");
}

TEST(JsonLdTest, HostileScriptsYieldNothing) {
  EXPECT_FALSE(ReadJsonLdArticle("{").has_value());
  EXPECT_FALSE(ReadJsonLdArticle("{\"@type\": 5}").has_value());
  EXPECT_FALSE(ReadJsonLdArticle(std::string(200000, '[')).has_value());
  EXPECT_FALSE(ReadJsonLdArticle(std::string(200000, '[') + std::string(200000, ']')).has_value());
}

TEST(PageMetadataTest, SiteNameIsStripped) {
  EXPECT_EQ(StripSiteName("البلدية تفتح مكتبة جديدة | جريدة الشاطئ", "", ""),
            "البلدية تفتح مكتبة جديدة");
  EXPECT_EQ(StripSiteName("البلدية تفتح مكتبة جديدة - ثقافة | الشاطئ", "الشاطئ",
                          "البلدية تفتح مكتبة جديدة"),
            "البلدية تفتح مكتبة جديدة");
  EXPECT_EQ(StripSiteName("مكتبة - الشاطئ", "الشاطئ", ""), "مكتبة");
}

TEST(PageMetadataTest, DashInAHeadlineStays) {
  EXPECT_EQ(StripSiteName("قمة المناخ - ماذا قرر القادة بعد أسبوع من التفاوض", "", ""),
            "قمة المناخ - ماذا قرر القادة بعد أسبوع من التفاوض");
  EXPECT_EQ(StripSiteName("قمة المناخ - اليوم الأول", "", "قمة المناخ - اليوم الأول"),
            "قمة المناخ - اليوم الأول");
}

TEST(PageMetadataTest, MetadataOutweighsTheVisibleTime) {
  RawPageMetadata raw;
  raw.time_element = "2025-05-05";
  EXPECT_TRUE(ResolvePageMetadata(raw).publish_time_inferred);
  raw.meta["article:published_time"] = "2025-04-04T00:00:00Z";
  const PageMetadata metadata = ResolvePageMetadata(raw);
  EXPECT_EQ(metadata.publish_time, Utc(2025, 4, 4));
  EXPECT_FALSE(metadata.publish_time_inferred);
}

TEST(PageMetadataTest, OnlyWebAddressesAreTaken) {
  RawPageMetadata raw;
  raw.canonical_link = "/n/5";
  raw.meta["og:url"] = "javascript:alert(1)";
  EXPECT_EQ(ResolvePageMetadata(raw).url, "");
  raw.meta["og:url"] = "https://example.org/n/5";
  EXPECT_EQ(ResolvePageMetadata(raw).url, "https://example.org/n/5");
}

TEST(ElementHintTest, JudgesWholeWords) {
  EXPECT_EQ(HintOf({"div", "post-share-buttons", "", "", ""}), ElementHint::kBoilerplate);
  EXPECT_EQ(HintOf({"div", "", "articleComments", "", ""}), ElementHint::kBoilerplate);
  EXPECT_EQ(HintOf({"div", "navy-theme", "", "", ""}), ElementHint::kNone);
  EXPECT_EQ(HintOf({"div", "entry-content", "", "", ""}), ElementHint::kContent);
  EXPECT_EQ(HintOf({"div", "sidebar", "", "", ""}), ElementHint::kDoubtful);
  EXPECT_EQ(HintOf({"article", "post tag-share category-comments", "", "", ""}),
            ElementHint::kContent);
  EXPECT_EQ(HintOf({"body", "has-sidebar comments", "", "", ""}), ElementHint::kNone);
}

}  // namespace
}  // namespace isnad::ingestion
