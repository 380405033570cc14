#include "services/extraction/questions/joined_words.h"

#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"

namespace isnad::extraction {
namespace {

const JoinedWords& Joined() {
  static const auto* lexicon = BilingualIndex::Create(LexiconFiles::Embedded())->release();
  static const auto* words = new absl::optional<WordDistribution>(
      *WordDistribution::Of(*ModelSet::Embedded()->Find("words")));
  static const auto* names = new NameLexicon(*NameLexicon::Create(LexiconFiles::Embedded()));
  static const auto* joined = new JoinedWords(words, lexicon, names);
  return *joined;
}

// The word with a blank where one is missing.
std::string Apart(absl::string_view word) {
  std::string apart(word);
  const std::size_t at = Joined().BlankIn(word);
  if (at > 0) apart.insert(at, " ");
  return apart;
}

TEST(JoinedWordsTest, CommonWordsComeApart) {
  EXPECT_EQ(Apart("رئيسالشركة"), "رئيس الشركة");
  EXPECT_EQ(Apart("أغلقالمصنع"), "أغلق المصنع");
  EXPECT_EQ(Apart("موظفافي"), "موظفا في");
  EXPECT_EQ(Apart("thecompany"), "the company");
  EXPECT_EQ(Apart("workersleave"), "workers leave");
}

TEST(JoinedWordsTest, LettersThatEndWordsDo) {
  EXPECT_EQ(Apart("شركةنورسا"), "شركة نورسا");
  EXPECT_EQ(Apart("مستشفىالواحة"), "مستشفى الواحة");
}

TEST(JoinedWordsTest, AskingWordsStandAlone) {
  EXPECT_EQ(Apart("كمباعت"), "كم باعت");
  EXPECT_EQ(Apart("هلتبيع"), "هل تبيع");
  EXPECT_EQ(Apart("وهلتبيع"), "وهل تبيع");
  EXPECT_EQ(Apart("منهو"), "من هو");
  EXPECT_EQ(Apart("Howmany"), "How many");
  EXPECT_EQ(Apart("Whosold"), "Who sold");
}

TEST(JoinedWordsTest, CapitalsBeginWords) {
  EXPECT_EQ(Apart("fromNorsa"), "from Norsa");
  EXPECT_EQ(Apart("DoesNorsa"), "Does Norsa");
  EXPECT_EQ(Apart("Norsa'sfactory"), "Norsa's factory");
  EXPECT_EQ(Apart("co-founderleft"), "co-founder left");
  EXPECT_EQ(Apart("byAl-Norsa"), "by Al-Norsa");
  EXPECT_EQ(Apart("Norsa'sCEO"), "Norsa's CEO");
}

TEST(JoinedWordsTest, WordsBehindNamesDo) {
  EXPECT_EQ(Apart("Googlepaid"), "Google paid");
  EXPECT_EQ(Apart("Norsaengineers"), "Norsa engineers");
  EXPECT_EQ(Apart("20million"), "20 million");
  EXPECT_EQ(Apart("than500"), "than 500");
  EXPECT_EQ(Apart("UKstate"), "UK state");
}

TEST(JoinedWordsTest, MarksOfVowelsGoWithTheirLetters) { EXPECT_EQ(Apart("كَمْباعَت"), "كَمْ باعَت"); }

TEST(JoinedWordsTest, InflectedWordsStayWhole) {
  for (const char* word : {"المستقطعة", "منصبيهما", "سيستحوذون", "وبمهندسيها", "فسيعلنونها",
                           "originally", "shamelessly", "interaction", "season", "layoffs"}) {
    EXPECT_EQ(Apart(word), word);
  }
}

TEST(JoinedWordsTest, NamesStayWhole) {
  for (const char* name : {"زوكربيرغ", "نورسا", "فيلمورا", "ليندهولم", "Salesforce", "DeepSeek's",
                           "Telegraph", "Norbridge", "Air-Velmora", "France-KLM", "iPhone"}) {
    EXPECT_EQ(Apart(name), name);
  }
}

TEST(JoinedWordsTest, AnyTextIsSurvived) {
  for (const char* text : {"", "ة", "ىى", "\xd9", "'s", "-", "a-", "١٢", "Ω"}) {
    EXPECT_EQ(Joined().BlankIn(text), 0u);
  }
}

}  // namespace
}  // namespace isnad::extraction
