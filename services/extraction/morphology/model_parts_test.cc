#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/morphology/citation.h"
#include "services/extraction/morphology/clitic_candidates.h"
#include "services/extraction/morphology/letter_word.h"
#include "services/extraction/morphology/lexical_table.h"
#include "services/extraction/morphology/pos_tagger.h"
#include "services/extraction/morphology/weight_table.h"

namespace isnad::extraction {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

LetterWord Letters(absl::string_view form) {
  LetterWord word;
  EXPECT_TRUE(word.Assign(form)) << form;
  return word;
}

TEST(LetterWordTest, PartsOfDifferentWordsWithTheSameLettersHashAlike) {
  const LetterWord longer = Letters("وكتابهم");
  const LetterWord word = Letters("كتاب");
  EXPECT_EQ(longer.Hash(1, 5), word.Hash());
  EXPECT_EQ(LetterWord::Append(word.Hash(0, 3), letter::kBeh), word.Hash());
  EXPECT_EQ(LetterWord::Prepend(letter::kWaw, word.Hash(), 4), longer.Hash(0, 5));
  EXPECT_NE(longer.Hash(0, 4), word.Hash());
}

TEST(LetterWordTest, SeatsOfAlefAreOneButTaMarbutaIsNoHeh) {
  EXPECT_EQ(Letters("أمر").Hash(), Letters("امر").Hash());
  EXPECT_TRUE(Letters("أمر").has_hamza(0));
  EXPECT_FALSE(Letters("امر").has_hamza(0));
  EXPECT_NE(Letters("شركة").Hash(), Letters("شركه").Hash());
}

TEST(LetterWordTest, RefusesWhatIsNoArabicWord) {
  LetterWord word;
  for (const char* form : {"abc", "ab", "كتاب1", "كتا\xD8", "12"}) {
    EXPECT_FALSE(word.Assign(form)) << form;
    EXPECT_EQ(word.size(), 0);
  }
  std::string endless;
  for (int i = 0; i <= LetterWord::kMaxLetters; ++i) endless += "م";
  EXPECT_FALSE(word.Assign(endless));
}

// Proclitics, host and enclitic joined by "+".
std::vector<std::string> Cuts(const std::string& form) {
  CliticCuts cuts;
  ListCliticCuts(Letters(form), &cuts);
  std::vector<std::string> shown;
  for (const CliticCut& cut : cuts) {
    shown.push_back(form.substr(0, 2 * cut.begin) + "+" +
                    form.substr(2 * cut.begin, 2 * (cut.end - cut.begin)) + "+" +
                    std::string(kEncliticLetters[cut.enclitic]));
  }
  return shown;
}

TEST(CliticCandidatesTest, ListsEveryCutThatLettersAllow) {
  EXPECT_THAT(Cuts("قال"), ElementsAre("+قال+"));
  EXPECT_THAT(Cuts("وبيتها"), Contains("وب+يت+ها"));
  EXPECT_THAT(Cuts("وبيتها"), Contains("و+بيت+ها"));
  EXPECT_THAT(Cuts("للدولة"), Contains("لل+دولة+"));
  EXPECT_THAT(Cuts("بالدولة"), Contains("بال+دولة+"));
  EXPECT_THAT(Cuts("سيعمل"), Contains("س+يعمل+"));
  EXPECT_THAT(Cuts("به"), ElementsAre("+به+", "+ب+ه"));
}

TEST(CliticCandidatesTest, HamzaIsNoArticleAndHostsKeepTwoLetters) {
  EXPECT_THAT(Cuts("ألمانيا"), Not(Contains("أل+مانيا+")));
  EXPECT_THAT(Cuts("وه"), ElementsAre("+وه+"));
  EXPECT_THAT(Cuts("سعر"), ElementsAre("+سعر+"));
}

TEST(CliticCandidatesTest, ProcliticsHaveDifferentNumbers) {
  std::vector<int> seen;
  for (const char* form : {"وباللغة", "وللغة", "فلغتها", "كالسيف", "وسيعمل", "باب"}) {
    CliticCuts cuts;
    ListCliticCuts(Letters(form), &cuts);
    for (const CliticCut& cut : cuts) {
      EXPECT_LT(cut.prefix_id(), kPrefixCount);
      seen.push_back(cut.prefix_id());
    }
  }
  std::sort(seen.begin(), seen.end());
  EXPECT_GE(std::unique(seen.begin(), seen.end()) - seen.begin(), 10);
}

TEST(LexicalTableTest, FindsWhatWasLaidOutAndNothingElse) {
  std::vector<uint64_t> hashes;
  std::vector<LexicalRecord> records;
  for (const char* form : {"كتاب", "مدرسة", "وزير"}) {
    hashes.push_back(Letters(form).Hash());
    records.emplace_back();
    records.back().log_count = static_cast<uint8_t>(10 + records.size());
  }
  const std::vector<LexicalRecord> slots = LexicalTable::Layout(hashes, records);
  const LexicalTable table{absl::MakeConstSpan(slots)};
  EXPECT_EQ(table.Find(Letters("مدرسة").Hash()).log_count, 12);
  EXPECT_EQ(table.Find(Letters("مدرسه").Hash()).log_count, 0);
  EXPECT_EQ(LexicalTable().Find(1).log_count, 0);
}

TEST(CitationTest, EditsTurnFormsIntoCitations) {
  const std::pair<const char*, const char*> pairs[] = {{"شركات", "شركة"}, {"يستخدمون", "استخدم"},
                                                       {"رجال", "رجل"},   {"مدارس", "مدرسة"},
                                                       {"يقول", "قال"},   {"كتاب", "كتاب"}};
  for (const auto& pair : pairs) {
    CitationEdit edit;
    std::string citation;
    ASSERT_TRUE(MakeEdit(pair.first, pair.second, &edit)) << pair.first;
    ASSERT_TRUE(ApplyEdit(edit, pair.first, &citation)) << pair.first;
    EXPECT_EQ(citation, pair.second);
  }
}

TEST(CitationTest, AnEditServesOtherWordsOfItsPattern) {
  CitationEdit edit;
  std::string citation;
  ASSERT_TRUE(MakeEdit("مدارس", "مدرسة", &edit));
  ASSERT_TRUE(ApplyEdit(edit, "مزارع", &citation));
  EXPECT_EQ(citation, "مزرعة");
  EXPECT_FALSE(ApplyEdit(edit, "دار", &citation));
}

TEST(WeightTableTest, AddsRowsOfKnownFeaturesOnly) {
  std::vector<WeightRow> rows(2);
  rows[0].column[3] = 7;
  rows[1].column[3] = -2;
  const WeightArrays arrays = WeightArrays::Layout({101, 202}, rows);
  WeightSums sums{};
  for (const uint32_t feature : {101, 202, 303, 101}) arrays.Table().AddTo(feature, &sums);
  EXPECT_EQ(sums[3], 12);
  EXPECT_EQ(sums[0], 0);
}

TEST(PosTaggerTest, TransitionsDecideWhatWordsLeaveOpen) {
  // Feature 1 speaks for adpositions; feature 2 as much for verbs as for nouns.
  std::vector<WeightRow> rows(2);
  rows[0].column[static_cast<int>(Tag::kAdposition)] = 50;
  rows[1].column[static_cast<int>(Tag::kVerb)] = 50;
  rows[1].column[static_cast<int>(Tag::kNoun)] = 50;
  const WeightArrays arrays = WeightArrays::Layout({1, 2}, rows);
  std::vector<int16_t> transitions(PosTagger::kTransitionCount);
  for (int pair = 0; pair < kBorderClassCount * kBorderClassCount; ++pair) {
    int16_t* const of_pair = &transitions[pair * PosTagger::kTransitionsOfPair];
    of_pair[static_cast<int>(Tag::kAdposition) * kTagCount + static_cast<int>(Tag::kNoun)] = 20;
    of_pair[kTagCount * kTagCount + static_cast<int>(Tag::kVerb)] = 20;
  }
  const PosTagger tagger(arrays.Table(), transitions);
  UnitFeatures preposition;
  preposition.own = {1};
  UnitFeatures open;
  open.own = {2};
  const UnitScores first = tagger.Score(preposition);
  const UnitScores second = tagger.Score(open);
  std::vector<Tag> tags;
  std::vector<float> confidences;
  tagger.Tag({&first, &second}, &tags, &confidences);
  EXPECT_THAT(tags, ElementsAre(Tag::kAdposition, Tag::kNoun));
  for (const float confidence : confidences) {
    EXPECT_GT(confidence, 0.5f);
    EXPECT_LE(confidence, 1.0f);
  }
  tagger.Tag({&second}, &tags, nullptr);
  EXPECT_THAT(tags, ElementsAre(Tag::kVerb));
  tagger.Tag({}, &tags, &confidences);
  EXPECT_TRUE(tags.empty());
}

}  // namespace
}  // namespace isnad::extraction
