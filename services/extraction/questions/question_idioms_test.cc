// Idioms of newsroom English, and Arabic words that stand for one another: the terms and the
// relations that they reach.

#include <algorithm>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "services/extraction/questions/question_fixture.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

bool Reaches(absl::string_view question, absl::string_view arabic) {
  const QuestionFixture& fixture = QuestionFixture::Get();
  const std::string stem = fixture.morphology().Stem(arabic);
  const QuestionReading reading = fixture.Read(question);
  return std::any_of(reading.terms.begin(), reading.terms.end(), [&](const QueryTerm& term) {
    return term.field == QueryTerm::Field::kStem && term.term == stem;
  });
}

double Confidence(absl::string_view question, absl::string_view fact_type) {
  const QuestionReading reading = QuestionFixture::Get().Read(question);
  for (const RelationReading& relation : reading.relations) {
    if (relation.fact_type == fact_type) return relation.confidence;
  }
  return 0;
}

struct Row {
  const char* question;
  const char* reached;
};

TEST(QuestionIdiomsTest, IdiomsReachTheWordsOfTheNews) {
  for (const Row& row : std::vector<Row>{{"Which budget carrier will Apple fly with?", "ناقل"},
                                         {"Who backed the trucking start-up?", "شاحنات"},
                                         {"How many salespeople will Intel take on?", "مندوب"},
                                         {"How many salespeople will Intel take on?", "تعيين"},
                                         {"Who was the lead backer of the fundraising?", "قادت"},
                                         {"When does the site open to customers?", "استقبال"},
                                         {"When will the first stage go live?", "خدمه"},
                                         {"Why are the phase three data late?", "تجارب"},
                                         {"Which grocery chain did Apple sue?", "بقاله"},
                                         {"Which lender did she move to?", "بنك"},
                                         {"When will the sequel come out?", "جزء"},
                                         {"What is holding up the new insulin?", "تاخير"},
                                         {"When does the incoming chief executive start?", "جديد"},
                                         {"When does she take up her post?", "يتولي"},
                                         {"Which humanoid makers is Intel up against?", "شبيه"},
                                         {"Which makers go head to head with Intel?", "تنافس"},
                                         {"Did Intel let go of its medical reps?", "مندوبي"},
                                         {"Which plant will Intel shutter?", "اغلاق"},
                                         {"Who holds the fort until then?", "تسيير"},
                                         {"Which aluminium smelter was put up for sale?", "بيع"}}) {
    SCOPED_TRACE(row.question);
    EXPECT_TRUE(Reaches(row.question, row.reached)) << row.reached;
  }
}

TEST(QuestionIdiomsTest, WordOfTheLexiconIsNotAnEndingOfAnother) {
  EXPECT_FALSE(Reaches("Who is the incoming director?", "ايرادات"));
}

TEST(QuestionIdiomsTest, ArabicWordsStandForOneAnother) {
  for (const Row& row : std::vector<Row>{{"بم علل كوك إغلاق المصنع؟", "عزا"},
                                         {"بماذا برر كوك القرار؟", "عزا"},
                                         {"من يترأس إنتل اليوم؟", "يقود"},
                                         {"أي شركة نقل بري تملكها أبل؟", "شاحنات"},
                                         {"أين تباع المجسات؟", "مستشعرات"}}) {
    SCOPED_TRACE(row.question);
    EXPECT_TRUE(Reaches(row.question, row.reached)) << row.reached;
  }
}

TEST(QuestionIdiomsTest, ArabicIdiomsReachThePlainWordsOfTheNews) {
  for (const Row& row : std::vector<Row>{{"من وضع اللبنات الأولى لشركة إنتل؟", "اسس"},
                                         {"لماذا رفعت أبل قضية على إنتل؟", "مقاضاه"},
                                         {"لماذا رفعت الشركة الأميركية قضية على إنتل؟", "مقاضاه"},
                                         {"هل عاقبت الهيئة إنتل بغرامة؟", "غرامه"},
                                         {"من لن يكمل مع إنتل؟", "مغادره"},
                                         {"من حجز طاقة المصنع؟", "تعاقد"},
                                         {"من يتولى اليوم إخراج اللعبة؟", "مخرج"},
                                         {"هل نأت أبل بنفسها عن الصفقة؟", "نفي"},
                                         {"على من ألقى كوك باللوم؟", "اتهم"}}) {
    SCOPED_TRACE(row.question);
    EXPECT_TRUE(Reaches(row.question, row.reached)) << row.reached;
  }
}

TEST(QuestionIdiomsTest, NoWordReachesTheIdiomsThatAskForIt) {
  EXPECT_FALSE(Reaches("من أسس إنتل؟", "لبنات"));
  EXPECT_FALSE(Reaches("من استحوذ على إنتل؟", "يد"));
}

TEST(QuestionIdiomsTest, ArabicWordsKeepToOneSense) {
  // Neither a mall nor what is posted on a network.
  EXPECT_FALSE(Reaches("من تولى تمويل إنتل؟", "سوبرماركت"));
  EXPECT_FALSE(Reaches("من شارك في الجولة؟", "نشر"));
}

TEST(QuestionIdiomsTest, TranslationsOfAnIdiomAreNoSynonyms) {
  // Both are said for "scrap", and neither means the other.
  EXPECT_TRUE(Reaches("Which project did Intel shelve?", "الغي"));
  EXPECT_FALSE(Reaches("أي مشروع علقته إنتل؟", "الغي"));
}

TEST(QuestionIdiomsTest, IdiomsTellRelations) {
  for (const Row& row :
       std::vector<Row>{{"Whom is Intel up against?", "COMPETES_WITH"},
                        {"Who locks horns with Intel?", "COMPETES_WITH"},
                        {"Who bowed out of Intel?", "LEFT"},
                        {"Who was shown the door at Intel?", "LEFT"},
                        {"Who took the helm at Intel?", "APPOINTED"},
                        {"Whom did Intel put in charge?", "APPOINTED"},
                        {"How many workers were made redundant at Intel?", "LAID_OFF"},
                        {"Did Intel slash jobs?", "LAID_OFF"},
                        {"Who bankrolled Intel?", "INVESTED_IN"},
                        {"Which rival did Intel gobble up?", "ACQUIRED"},
                        {"Whom did Intel join hands with?", "PARTNERED_WITH"},
                        {"Which teams did Intel fold into one?", "REORGANIZED"},
                        {"What held up the launch at Intel?", "DELAYED"},
                        {"Why was the plant put on ice?", "DELAYED"},
                        {"Did Intel rule out a sale?", "DENIED"},
                        {"Who took a swipe at Intel?", "CRITICIZED"},
                        {"How much will a buyer pay for the new glasses?", "COSTS"},
                        {"بماذا تهكم كوك على إنتل؟", "CRITICIZED"},
                        {"من وضع اللبنات الأولى لشركة إنتل؟", "FOUNDED"},
                        {"من صاحب فكرة إنتل؟", "FOUNDED"},
                        {"أين حطت سارة العلمي رحالها بعد غوغل؟", "JOINED"},
                        {"كم شخصا خسر مصدر رزقه في إنتل؟", "LAID_OFF"},
                        {"كم شخصا فقد مصدر رزقه في إنتل؟", "LAID_OFF"},
                        {"على من وضعت أبل يدها؟", "ACQUIRED"},
                        {"من شارك في الجولة الأخيرة لشركة إنتل؟", "INVESTED_IN"},
                        {"من قدم استقالته في إنتل؟", "LEFT"},
                        {"من تسلم الدفة في إنتل؟", "APPOINTED"},
                        {"كم بقي من الموظفين في إنتل؟", "HEADCOUNT"},
                        {"ما مأخذ كوك على إنتل؟", "CRITICIZED"},
                        {"عم نأت أبل بنفسها؟", "DENIED"},
                        {"كم يدفع المشتري في الهاتف؟", "COSTS"},
                        {"من زاحم إنتل؟", "COMPETES_WITH"}}) {
    SCOPED_TRACE(row.question);
    EXPECT_GE(Confidence(row.question, row.reached), 0.6) << row.reached;
  }
}

}  // namespace
}  // namespace isnad::extraction
