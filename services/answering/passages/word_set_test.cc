#include "services/answering/passages/word_set.h"

#include "gtest/gtest.h"

namespace isnad::answering {
namespace {

TEST(WordSet, HoldsWordsWithTheConjunctionWrittenToThem) {
  const WordSet words = {"نفي", "وعد"};
  EXPECT_TRUE(HoldsWord(words, "نفي"));
  EXPECT_TRUE(HoldsWord(words, "ونفي"));
  EXPECT_TRUE(HoldsWord(words, "فنفي"));
  EXPECT_TRUE(HoldsWord(words, "وعد"));
  EXPECT_FALSE(HoldsWord(words, "عد"));
  EXPECT_FALSE(HoldsWord(words, "لنفي"));
  EXPECT_FALSE(HoldsWord(words, ""));
}

}  // namespace
}  // namespace isnad::answering
