// Runs the marked texts of testdata/links.txt: every expected link must be found, and no other.

#include <fstream>
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

const ReferenceResolver& Resolver() {
  static const ReferenceResolver* const resolver =
      ReferenceResolver::Create(LexiconFiles::Embedded()).value().release();
  return *resolver;
}

const std::vector<MarkedText>& Texts() {
  static const auto* const texts = [] {
    std::ifstream in("services/extraction/reference/testdata/links.txt");
    const std::string file((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    return new std::vector<MarkedText>(ReadMarkedTexts(file));
  }();
  return *texts;
}

class ReferenceLinksTest : public ::testing::TestWithParam<int> {};

TEST_P(ReferenceLinksTest, FindsTheLinksAndNoOthers) {
  const MarkedText& text = Texts()[GetParam()];
  SCOPED_TRACE(text.title);
  ASSERT_EQ(text.error, "");
  Analysis analysis = text.analysis;
  Resolver().Resolve(&analysis);
  const std::set<Link> found = LinksOf(analysis, text.analysis);
  std::set<Link> missing = text.expected;
  std::set<Link> wrong;
  for (const Link& link : found) {
    missing.erase(link);
    if (text.expected.count(link) == 0 && text.allowed.count(link) == 0) wrong.insert(link);
  }
  EXPECT_TRUE(missing.empty()) << "not found: " << Describe(analysis, missing);
  EXPECT_TRUE(wrong.empty()) << "should not be there: " << Describe(analysis, wrong);
}

INSTANTIATE_TEST_SUITE_P(Links, ReferenceLinksTest,
                         ::testing::Range(0, static_cast<int>(Texts().size())));

TEST(ReferenceLinksFileTest, HoldsEnoughTexts) { EXPECT_GE(Texts().size(), 60u); }

TEST(ReferenceLinksFileTest, MentionsStayInTextOrderWithSaneConfidence) {
  for (const MarkedText& text : Texts()) {
    Analysis analysis = text.analysis;
    Resolver().Resolve(&analysis);
    int last = 0;
    for (const Mention& mention : analysis.mentions) {
      EXPECT_GE(mention.range.begin, last) << text.title;
      EXPECT_GT(mention.confidence, 0) << text.title;
      EXPECT_LE(mention.confidence, 1) << text.title;
      EXPECT_FALSE(mention.rule.empty()) << text.title;
      last = mention.range.begin;
    }
  }
}

}  // namespace
}  // namespace isnad::extraction
