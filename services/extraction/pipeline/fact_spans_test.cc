// Every fact of the articles of tests/corpus/facts rests on words that are where it says.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/pipeline/analyzer.h"

namespace isnad::extraction {
namespace {

std::vector<std::filesystem::path> Articles() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("tests/corpus/facts")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool IsWellCut(const std::string& text, ByteRange range) {
  const int size = static_cast<int>(text.size());
  if (range.begin < 0 || range.end <= range.begin || range.end > size) return false;
  return !IsContinuation(text[range.begin]) &&
         (range.end == size || !IsContinuation(text[range.end]));
}

TEST(FactSpansTest, WordsOfAFactLieInItsQuoteUnlessItSaysThatTheyDoNot) {
  const auto analyzer = Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded());
  ASSERT_TRUE(analyzer.ok()) << analyzer.status();
  AnalyzeOptions options;
  options.reference_date = CivilDate{2025, 11, 1};
  int facts = 0;
  for (const std::filesystem::path& path : Articles()) {
    std::ifstream in(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto analysis = (*analyzer)->Analyze(text, options);
    ASSERT_TRUE(analysis.ok()) << path << analysis.status();
    for (const FactRecord& fact : (*analyzer)->ExtractFacts(*analysis)) {
      ++facts;
      const auto where = [&] { return path.filename().string() + " " + fact.rule; };
      ASSERT_TRUE(IsWellCut(text, fact.quote)) << where();
      ASSERT_TRUE(IsWellCut(text, fact.trigger)) << where();
      std::vector<ArgumentRecord> arguments = fact.roles;
      for (const ArgumentRecord* end : {&fact.subject, &fact.object}) {
        if (end->filled()) arguments.push_back(*end);
      }
      for (const ArgumentRecord& argument : arguments) {
        ASSERT_TRUE(IsWellCut(text, argument.range)) << where() << " " << argument.role;
        EXPECT_TRUE(fact.cross_sentence || fact.quote.contains(argument.range))
            << where() << " " << argument.role << " \"" << argument.text << "\" of the quote "
            << analysis->Quote(fact.quote).size() << " bytes";
      }
    }
  }
  EXPECT_GT(facts, 500);
}

}  // namespace
}  // namespace isnad::extraction
