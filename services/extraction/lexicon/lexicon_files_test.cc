#include "services/extraction/lexicon/lexicon_files.h"

#include <filesystem>
#include <fstream>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon.pb.h"

namespace isnad::extraction {
namespace {

std::string NewDirectory(const std::string& name) {
  std::string dir = ::testing::TempDir() + "/" + name;
  std::filesystem::create_directories(dir);
  return dir;
}

void Write(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

TEST(LexiconFilesTest, EmbeddedFilesAreOrderedAndNotEmpty) {
  const LexiconFiles files = LexiconFiles::Embedded();
  ASSERT_FALSE(files.files().empty());
  for (size_t i = 1; i < files.files().size(); ++i) {
    EXPECT_LT(files.files()[i - 1].name, files.files()[i].name);
  }
  EXPECT_FALSE(files.WithPrefix("gazetteer_").empty());
}

TEST(LexiconFilesTest, ParseErrorNamesFileLineAndColumn) {
  const LexiconFiles files =
      LexiconFiles::Of({{"gazetteer_bad.textproto", "header {}\nentry { nokey: 1 }\n"}});
  const auto parsed = files.Parse<lexicon::Gazetteer>("gazetteer_");
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(absl::StrContains(parsed.status().message(), "gazetteer_bad.textproto:2:14"))
      << parsed.status();
}

TEST(LexiconFilesTest, DirectoryIsReadAndOtherFilesAreLeftOut) {
  const std::string dir = NewDirectory("lexicon_ok");
  Write(dir + "/words_b.textproto", "header { description: \"b\" }");
  Write(dir + "/words_a.textproto", "header { description: \"a\" }");
  Write(dir + "/README.md", "not a lexicon");
  const auto files = LexiconFiles::FromDirectory(dir);
  ASSERT_TRUE(files.ok()) << files.status();
  const auto parsed = files->Parse<lexicon::WordLists>("words_");
  ASSERT_TRUE(parsed.ok());
  ASSERT_EQ(parsed->size(), 2u);
  EXPECT_EQ((*parsed)[0].header().description(), "a");
  EXPECT_EQ((*parsed)[1].header().description(), "b");
}

TEST(LexiconFilesTest, MissingAndEmptyDirectoriesAreNotFound) {
  EXPECT_EQ(LexiconFiles::FromDirectory("/no/such/place").status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(LexiconFiles::FromDirectory(NewDirectory("lexicon_empty")).status().code(),
            absl::StatusCode::kNotFound);
}

TEST(LexiconFilesTest, VersionFollowsContentAndNames) {
  const LexiconFiles a = LexiconFiles::Of({{"x", "1"}});
  EXPECT_EQ(a.Version().size(), 16u);
  EXPECT_EQ(a.Version(), LexiconFiles::Of({{"x", "1"}}).Version());
  EXPECT_NE(a.Version(), LexiconFiles::Of({{"x", "2"}}).Version());
  EXPECT_NE(a.Version(), LexiconFiles::Of({{"y", "1"}}).Version());
  EXPECT_NE(LexiconFiles::Of({{"x", "12"}}).Version(), LexiconFiles::Of({{"x1", "2"}}).Version());
}

}  // namespace
}  // namespace isnad::extraction
