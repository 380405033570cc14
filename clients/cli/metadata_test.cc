#include "clients/cli/metadata.h"

#include "gtest/gtest.h"

namespace isnad::cli {
namespace {

TEST(ParseMetadata, ReadsAllFields) {
  auto rows = ParseMetadata(
      R"({"file": "a/brief.txt", "title": "عنوان", "source": "موجز", "url": "https://example.org/1", "published_at": "2025-06-13"})"
      "\n\n",
      "m.jsonl");
  ASSERT_TRUE(rows.ok()) << rows.status();
  const ArticleMetadata& row = rows->at("brief.txt");
  EXPECT_EQ(row.title, "عنوان");
  EXPECT_EQ(row.source, "موجز");
  EXPECT_EQ(row.url, "https://example.org/1");
  EXPECT_EQ(absl::ToUnixSeconds(*row.published_at), 1749772800);
}

TEST(ParseMetadata, NamesTheLineThatIsWrong) {
  const auto message = [](const char* text) {
    return std::string(ParseMetadata(text, "m.jsonl").status().message());
  };
  EXPECT_EQ(message("{\"file\": \"a\"}\nnonsense"), "m.jsonl:2: is not a JSON object");
  EXPECT_EQ(message("{\"title\": \"a\"}"), "m.jsonl:1: has no \"file\"");
  EXPECT_NE(message("{\"file\": \"a\", \"published_at\": \"June\"}").find("write YYYY-MM-DD"),
            std::string::npos);
  EXPECT_NE(message("{\"file\": \"a\", \"colour\": \"red\"}").find("unknown key \"colour\""),
            std::string::npos);
  EXPECT_NE(message("{\"file\": 3}").find("\"file\" is not a string"), std::string::npos);
}

}  // namespace
}  // namespace isnad::cli
