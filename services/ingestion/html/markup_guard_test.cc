#include "services/ingestion/html/markup_guard.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/ingestion/html/html_reader.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

std::string Repeat(absl::string_view piece, size_t times) {
  std::string repeated;
  for (size_t i = 0; i < times; ++i) absl::StrAppend(&repeated, piece);
  return repeated;
}

std::string ReasonOf(const absl::Status& status) { return server::ErrorReason(status); }

TEST(MarkupGuardTest, OrdinaryNestingPasses) {
  EXPECT_TRUE(CheckMarkup(Repeat("<div>", 390) + Repeat("</div>", 390)).ok());
  EXPECT_TRUE(CheckMarkup(Repeat("<p>a<br><li>b", 5000)).ok());
}

TEST(MarkupGuardTest, DeepNestingIsRefused) {
  EXPECT_EQ(ReasonOf(CheckMarkup(Repeat("<div>", 100000))), "CONTENT_TOO_LARGE");
  EXPECT_EQ(ReasonOf(CheckMarkup(Repeat("<B class=a>", 100000))), "CONTENT_TOO_LARGE");
}

TEST(MarkupGuardTest, ScriptsAndCommentsDoNotCount) {
  EXPECT_TRUE(CheckMarkup("<script>" + Repeat("<div>", 5000) + "</script>").ok());
  EXPECT_TRUE(CheckMarkup("<!--" + Repeat("<div>", 5000) + "-->").ok());
}

TEST(MarkupGuardTest, TricksToHideNestingFail) {
  EXPECT_FALSE(CheckMarkup("<!-->" + Repeat("<div>", 5000)).ok());
  EXPECT_FALSE(CheckMarkup("<svg><script>" + Repeat("<div>", 5000)).ok());
  EXPECT_FALSE(CheckMarkup("<a title='>'>" + Repeat("<div x='</div>'>", 5000)).ok());
}

TEST(MarkupGuardTest, TooManyTagsOrAttributesAreRefused) {
  EXPECT_EQ(ReasonOf(CheckMarkup(Repeat("<br>", 300000))), "CONTENT_TOO_LARGE");
  std::string tag = "<p";
  for (int i = 0; i < 5000; ++i) absl::StrAppend(&tag, " a", i);
  EXPECT_EQ(ReasonOf(CheckMarkup(tag + ">x")), "CONTENT_TOO_LARGE");
}

TEST(MarkupGuardTest, BombsEndInAnErrorNotInACrash) {
  EXPECT_EQ(ReasonOf(ReadHtml(Repeat("<div>", 200000)).status()), "CONTENT_TOO_LARGE");
  // Each paragraph opens all the formatting elements again.
  std::string formatting = "<p>";
  for (int i = 0; i < 390; ++i) absl::StrAppend(&formatting, "<b class=c", i, ">");
  EXPECT_EQ(ReasonOf(ReadHtml(formatting + Repeat("<p>x", 100000)).status()), "CONTENT_TOO_LARGE");
}

TEST(MarkupGuardTest, UnfinishedMarkupIsRead) {
  for (const char* html : {"<", "<!", "<!--", "<a", "<a href", "<a href=", "<a href='", "</",
                           "<p>نص هنا<", "<script>", "<script></", "&#x110000;", "<p>نص هنا&#0;"}) {
    const auto article = ReadHtml(html);
    EXPECT_TRUE(article.ok() || ReasonOf(article.status()) == "NO_TEXT_FOUND") << html;
  }
}

}  // namespace
}  // namespace isnad::ingestion
