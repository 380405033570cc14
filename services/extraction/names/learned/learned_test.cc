#include <vector>

#include "gtest/gtest.h"
#include "services/extraction/names/learned/label_search.h"
#include "services/extraction/names/learned/letter_hash.h"
#include "services/extraction/names/learned/name_features.h"
#include "services/extraction/names/learned/name_model.h"

namespace isnad::extraction {
namespace {

NameText TextOf(const std::vector<std::vector<const char*>>& sentences) {
  NameText text;
  for (const auto& sentence : sentences) {
    const int begin = static_cast<int>(text.words.size());
    for (const char* word : sentence) {
      text.words.push_back(ReadNameWord(word, word, TokenShape::kArabic));
    }
    text.sentences.push_back({begin, static_cast<int>(text.words.size())});
  }
  return text;
}

TEST(NameLabelTest, TagsAreReadAndNamesContinueOnlyThemselves) {
  EXPECT_EQ(NameLabelOf("B-PERS"), BeginOf(NameKind::kPerson));
  EXPECT_EQ(NameLabelOf("I-PROD"), InsideOf(NameKind::kProduct));
  EXPECT_EQ(NameLabelOf("O"), kOutside);
  EXPECT_EQ(NameLabelOf("X-PERS"), kOutside);
  EXPECT_TRUE(MayFollow(BeginOf(NameKind::kPerson), InsideOf(NameKind::kPerson)));
  EXPECT_FALSE(MayFollow(kOutside, InsideOf(NameKind::kPerson)));
  EXPECT_FALSE(MayFollow(BeginOf(NameKind::kLocation), InsideOf(NameKind::kPerson)));
}

TEST(LabelSearchTest, IllegalSequencesNeverWin) {
  LabelTransitions<float> transitions{};
  LabelSearch<float> search(&transitions);
  std::vector<LabelRow<float>> scores(3);
  // Each word by itself would be inside a person's name.
  for (auto& row : scores) row[InsideOf(NameKind::kPerson)] = 5;
  scores[0][BeginOf(NameKind::kPerson)] = 1;
  std::vector<NameLabel> labels(3);
  search.Best(scores.data(), 3, labels.data());
  EXPECT_EQ(labels, (std::vector<NameLabel>{BeginOf(NameKind::kPerson), InsideOf(NameKind::kPerson),
                                            InsideOf(NameKind::kPerson)}));
  std::vector<float> margins(3);
  search.Margins(scores.data(), 3, labels.data(), margins.data());
  EXPECT_GT(margins[1], 0);
  EXPECT_LE(margins[0], 11);
}

TEST(NameWordTest, ReadingsWithoutCliticsKeepTwoLetters) {
  const NameWord word = ReadNameWord("ولماسك", "ولماسك", TokenShape::kArabic);
  const uint64_t bare = LetterHash("ماسك");
  bool found = false;
  for (int i = 0; i < word.bare_count; ++i) found = found || word.bare[i].hash == bare;
  EXPECT_TRUE(found);
  EXPECT_EQ(ReadNameWord("ول", "ول", TokenShape::kArabic).bare_count, 0);
}

TEST(NameWordTest, NumbersOfOneLengthAreAlike) {
  EXPECT_EQ(ReadNameWord("2017", "2017", TokenShape::kDigits).folded,
            ReadNameWord("1998", "1998", TokenShape::kDigits).folded);
}

TEST(NameModelTest, WeightsOfAWordNameIt) {
  NameText text = TextOf({{"زار", "ماسك", "دبي"}, {"عاد", "ماسك"}});
  const NameFactTable no_facts;
  const NameFeatures features(text, no_facts);
  std::vector<uint64_t> keys;
  features.Spelling(1, &keys);
  std::vector<NameWeightBucket> buckets(1);
  buckets[0].tags[0] = NameWeightTable::TagOf(keys[0]);
  buckets[0].roots[0][BeginOf(NameKind::kPerson) - 1] = 10;
  const NameModel model(NameWeightTable(buckets), no_facts, LabelTransitions<int32_t>{}, 10);
  const NameReading reading = model.Read(text);
  EXPECT_EQ(reading.labels, (std::vector<NameLabel>{kOutside, BeginOf(NameKind::kPerson), kOutside,
                                                    kOutside, BeginOf(NameKind::kPerson)}));
  EXPECT_FLOAT_EQ(reading.margins[1], 10);
  EXPECT_GT(model.Confidence(reading.margins[1]), model.Confidence(0));
}

TEST(NameModelTest, EmptyTextsAndSentencesAreSurvived) {
  std::vector<NameWeightBucket> buckets(1);
  const NameModel model(NameWeightTable(buckets), NameFactTable(), LabelTransitions<int32_t>{}, 1);
  EXPECT_TRUE(model.Read(NameText()).labels.empty());
}

TEST(NameFactsTest, FieldsDoNotOverlap) {
  uint64_t seen = 0;
  for (const FactField field : {kAllLists, kOpensPhrase, kPhraseKinds, kReadInside, kReadCount}) {
    EXPECT_EQ(seen & field.Mask(), 0u);
    seen |= field.Mask();
  }
  for (const FactField field : kReadKind) {
    EXPECT_EQ(seen & field.Mask(), 0u);
    seen |= field.Mask();
  }
}

}  // namespace
}  // namespace isnad::extraction
