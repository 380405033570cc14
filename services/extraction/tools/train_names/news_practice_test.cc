#include "services/extraction/tools/train_names/news_practice.h"

#include <string>

#include "absl/strings/match.h"
#include "gtest/gtest.h"

namespace isnad::extraction {
namespace {

// Words parted by blanks; the last `named` words are one name of an organisation.
Analysis Text(const std::string& text, int named, const std::string& rule) {
  Analysis analysis;
  analysis.text = text;
  int at = 0;
  while (at < static_cast<int>(text.size())) {
    const int end = static_cast<int>(std::min(text.find(' ', at), text.size()));
    Token token;
    token.range = {at, end};
    token.form = token.surface = text.substr(at, end - at);
    token.part_of_speech = PartOfSpeech::kNoun;
    token.passage = 0;
    analysis.tokens.push_back(token);
    at = end + 1;
  }
  const int size = static_cast<int>(analysis.tokens.size());
  Passage passage;
  passage.tokens = {0, size};
  analysis.passages.push_back(passage);
  EntityRecord entity;
  entity.type = EntityType::kOrganization;
  entity.lexicon_key = "known";
  analysis.entities.push_back(entity);
  Mention mention;
  mention.tokens = {size - named, size};
  mention.range = analysis.BytesOf(mention.tokens);
  mention.entity = 0;
  mention.rule = rule;
  analysis.mentions.push_back(mention);
  return analysis;
}

TEST(NewsPracticeTest, KeepsTheSentenceAndLabelsTheName) {
  NewsPractice practice;
  practice.Add(Text("رفعت الهيئة غرامة على سامسونغ", 1, "gazetteer"));
  NameMaker maker(1);
  const auto documents = practice.Make({}, &maker);
  ASSERT_EQ(documents.size(), 1u);
  const eval::ConllSentence& sentence = documents[0][0];
  ASSERT_GE(sentence.size(), 5u);
  EXPECT_EQ(sentence[0].text, "رفعت");
  EXPECT_EQ(sentence[0].tag, "O");
  EXPECT_EQ(sentence[4].tag, "B-ORG");
}

TEST(NewsPracticeTest, LeavesOutWhatIsNotSure) {
  NewsPractice practice;
  practice.Add(Text("رفعت الهيئة غرامة على سامسونغ", 1, "learned"));
  Analysis guessed = Text("باع المصرف أسهم كورفاني إلى سامسونغ", 1, "gazetteer");
  guessed.tokens[3].part_of_speech = PartOfSpeech::kProperNoun;
  practice.Add(guessed);
  NameMaker maker(1);
  EXPECT_TRUE(practice.Make({}, &maker).empty());
}

TEST(NewsPracticeTest, LeavesOutSentencesWithoutANameToExchange) {
  NewsPractice practice;
  practice.Add(Text("زار الوفد أمس مقر وزارة الطاقة", 2, "institution"));
  NameMaker maker(1);
  EXPECT_TRUE(practice.Make({}, &maker).empty());
}

}  // namespace
}  // namespace isnad::extraction
