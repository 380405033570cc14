#include "services/extraction/questions/typed_words.h"

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

// The words with bars between them, in brackets where they are quoted, and with a comma where a
// mark follows.
std::string Show(absl::string_view question) {
  return absl::StrJoin(TypedWordsOf(question), "|", [&](std::string* out, const TypedWord& word) {
    const std::string text(question.substr(word.begin, word.end - word.begin));
    out->append(word.quoted ? "[" + text + "]" : text);
    if (word.breaks_off()) out->append(",");
  });
}

TEST(TypedWordsTest, MarksAreNoPartOfWords) {
  EXPECT_EQ(Show("من أسس نورسا؟"), "من|أسس|نورسا,");
  EXPECT_EQ(Show("مرحبا، كم (تقريبا) دفعت؟!"), "مرحبا,|كم|تقريبا,|دفعت,");
  EXPECT_EQ(Show("Hi: who – or what…"), "Hi,|who|or|what,");
}

TEST(TypedWordsTest, HyphensAndApostrophesInsideAre) {
  EXPECT_EQ(Show("Does Al-Norsa's K-2 sell - 'well'?"), "Does|Al-Norsa's|K-2|sell|well,");
  EXPECT_EQ(Show("the workers' pay"), "the|workers,|pay");
}

TEST(TypedWordsTest, QuotedWordsAreMarked) {
  EXPECT_EQ(Show("من يدير «نورسا الكبرى» اليوم"), "من|يدير|[نورسا]|[الكبرى],|اليوم");
  EXPECT_EQ(Show("Who runs \"Norsa\" and “Velmora”?"), "Who|runs|[Norsa],|and|[Velmora],");
}

TEST(TypedWordsTest, MarksReachToTheNextBlank) {
  const std::vector<TypedWord> words = TypedWordsOf("Mr. Brown");
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(words[0].end, 2u);
  EXPECT_EQ(words[0].marks_end, 3u);
}

TEST(TypedWordsTest, AnyTextIsSurvived) {
  EXPECT_EQ(Show(""), "");
  EXPECT_EQ(Show(" ؟! "), "");
  EXPECT_EQ(TypedWordsOf("\xd9").size(), 1u);
}

}  // namespace
}  // namespace isnad::extraction
