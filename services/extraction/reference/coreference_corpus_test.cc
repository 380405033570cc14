// Precision and recall of links on the articles of tests/corpus/coreference, names given.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/reference/marked_text.h"
#include "services/extraction/reference/reference_resolver.h"

namespace isnad::extraction {
namespace {

constexpr double kPrecisionFloor = 0.9;
constexpr double kRecallFloor = 0.78;

TEST(CoreferenceCorpusTest, LinksAreFoundWithHighPrecision) {
  const auto resolver = ReferenceResolver::Create(LexiconFiles::Embedded());
  ASSERT_TRUE(resolver.ok()) << resolver.status();
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator("tests/corpus/coreference")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  ASSERT_GE(paths.size(), 15u);
  int right = 0, found_links = 0, gold = 0;
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path);
    const std::string file((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    for (const MarkedText& text : ReadMarkedTexts(file)) {
      ASSERT_EQ(text.error, "") << path;
      Analysis analysis = text.analysis;
      (*resolver)->Resolve(&analysis);
      const std::set<Link> found = LinksOf(analysis, text.analysis);
      std::set<Link> missing = text.expected;
      std::set<Link> wrong;
      gold += static_cast<int>(text.expected.size());
      for (const Link& link : found) {
        if (missing.erase(link) > 0) {
          ++right;
          ++found_links;
        } else if (text.allowed.count(link) == 0) {
          wrong.insert(link);
          ++found_links;
        }
      }
      std::cout << path.filename() << "\n  missed: " << Describe(analysis, missing)
                << "\n  wrong: " << Describe(analysis, wrong) << "\n";
    }
  }
  const double precision = static_cast<double>(right) / found_links;
  const double recall = static_cast<double>(right) / gold;
  std::cout << "links: gold " << gold << ", found " << found_links << ", right " << right
            << ", precision " << precision << ", recall " << recall << "\n";
  EXPECT_GE(precision, kPrecisionFloor);
  EXPECT_GE(recall, kRecallFloor);
}

}  // namespace
}  // namespace isnad::extraction
