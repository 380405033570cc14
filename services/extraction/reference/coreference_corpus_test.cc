// Precision and recall of links on the articles of tests/corpus/coreference, names given.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/reference/marked_text.h"
#include "services/extraction/reference/reference_resolver.h"

namespace isnad::extraction {
namespace {

// Texts written for this stage, or articles of the corpus of facts.
enum class Texts { kShort, kArticles };

struct Counts {
  int right = 0;
  int found = 0;
  int gold = 0;

  double precision() const { return static_cast<double>(right) / found; }
  double recall() const { return static_cast<double>(right) / gold; }
};

Counts LinksOf(Texts texts) {
  const auto resolver = ReferenceResolver::Create(LexiconFiles::Embedded()).value();
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator("tests/corpus/coreference")) {
    const bool article = absl::StartsWith(entry.path().filename().string(), "articles_");
    if (entry.path().extension() != ".txt") continue;
    if (article == (texts == Texts::kArticles)) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  Counts counts;
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path);
    const std::string file((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    for (const MarkedText& text : ReadMarkedTexts(file)) {
      EXPECT_EQ(text.error, "") << path << " " << text.title;
      Analysis analysis = text.analysis;
      resolver->Resolve(&analysis);
      std::set<Link> missing = text.expected;
      std::set<Link> wrong;
      counts.gold += static_cast<int>(text.expected.size());
      for (const Link& link : LinksOf(analysis, text.analysis)) {
        if (!IsJudged(text, link.first)) continue;
        if (missing.erase(link) > 0) {
          ++counts.right;
          ++counts.found;
        } else if (text.allowed.count(link) == 0) {
          wrong.insert(link);
          ++counts.found;
        }
      }
      std::cout << path.filename() << " " << text.title
                << "\n  missed: " << Describe(analysis, missing)
                << "\n  wrong: " << Describe(analysis, wrong) << "\n";
    }
  }
  std::cout << "links: gold " << counts.gold << ", found " << counts.found << ", right "
            << counts.right << ", precision " << counts.precision() << ", recall "
            << counts.recall() << "\n";
  return counts;
}

TEST(CoreferenceCorpusTest, LinksOfShortTextsAreFoundWithHighPrecision) {
  const Counts counts = LinksOf(Texts::kShort);
  EXPECT_GE(counts.gold, 130);
  EXPECT_GE(counts.precision(), 0.9);
  EXPECT_GE(counts.recall(), 0.78);
}

// Whole articles with names as the program finds them, errors among them.
TEST(CoreferenceCorpusTest, LinksOfArticlesAreFound) {
  const Counts counts = LinksOf(Texts::kArticles);
  EXPECT_GE(counts.gold, 1500);
  EXPECT_GE(counts.precision(), 0.77);
  EXPECT_GE(counts.recall(), 0.7);
}

}  // namespace
}  // namespace isnad::extraction
