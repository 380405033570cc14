// What questions ask for, over varied companies, in both languages.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "services/extraction/questions/question_fixture.h"

namespace isnad::extraction {
namespace {

using K = QuestionKind;
using A = AnswerType;

struct Expected {
  const char* question;
  K kind;
  A type;
  // Not checked when null.
  const char* answer_class = nullptr;
  // Fact type that must be among the two best readings; not checked when null.
  const char* fact_type = nullptr;
  const char* asked_role = nullptr;
  // "role=lexicon key" pairs, separated by spaces, that the reading must fill.
  const char* fillers = nullptr;
};

std::string KeyOf(const QuestionReading& reading, const std::string& id) {
  for (const QuestionEntity& entity : reading.entities) {
    if (entity.id == id) return entity.lexicon_key;
  }
  return id;
}

std::string Describe(const QuestionReading& reading, const RelationReading& relation) {
  std::vector<std::string> fillers;
  for (const RelationFiller& filler : relation.fillers) {
    fillers.push_back(absl::StrCat(filler.role, "=", KeyOf(reading, filler.entity)));
  }
  return absl::StrCat(relation.fact_type, "[", relation.asked_role, "](",
                      absl::StrJoin(fillers, " "), ") ", relation.confidence);
}

std::string DescribeAll(const QuestionReading& reading) {
  std::vector<std::string> lines;
  for (const RelationReading& relation : reading.relations) {
    lines.push_back(Describe(reading, relation));
  }
  return absl::StrCat(reading.reading, "\n", absl::StrJoin(lines, "\n"));
}

bool Fills(const QuestionReading& reading, const RelationReading& relation,
           const std::string& pair) {
  for (const RelationFiller& filler : relation.fillers) {
    if (absl::StrCat(filler.role, "=", KeyOf(reading, filler.entity)) == pair) return true;
  }
  return false;
}

bool Satisfies(const QuestionReading& reading, const RelationReading& relation,
               const Expected& expected) {
  if (relation.fact_type != expected.fact_type) return false;
  if (expected.asked_role != nullptr && relation.asked_role != expected.asked_role) return false;
  if (expected.fillers == nullptr) return true;
  for (const std::string& pair :
       std::vector<std::string>(absl::StrSplit(expected.fillers, ' ', absl::SkipEmpty()))) {
    if (!Fills(reading, relation, pair)) return false;
  }
  return true;
}

void Check(const std::vector<Expected>& table) {
  for (const Expected& expected : table) {
    SCOPED_TRACE(expected.question);
    const QuestionReading reading = QuestionFixture::Get().Read(expected.question);
    EXPECT_TRUE(reading.is_question);
    EXPECT_EQ(static_cast<int>(reading.kind), static_cast<int>(expected.kind));
    EXPECT_EQ(static_cast<int>(reading.answer_type), static_cast<int>(expected.type));
    if (expected.answer_class != nullptr) {
      EXPECT_EQ(reading.answer_class, expected.answer_class);
    }
    EXPECT_FALSE(reading.reading.empty());
    if (expected.fact_type == nullptr) continue;
    bool found = false;
    for (std::size_t i = 0; i < reading.relations.size() && i < 2; ++i) {
      found |= Satisfies(reading, reading.relations[i], expected);
    }
    EXPECT_TRUE(found) << "wanted " << expected.fact_type << "["
                       << (expected.asked_role == nullptr ? "" : expected.asked_role) << "]("
                       << (expected.fillers == nullptr ? "" : expected.fillers) << ") in\n"
                       << DescribeAll(reading);
  }
}

TEST(QuestionKindsTest, ArabicWho) {
  Check({
      {"من غادر أبل؟", K::kWho, A::kPerson, nullptr, "LEFT", "subject", "object=apple"},
      {"مَن استقال من إنتل", K::kWho, A::kPerson, nullptr, "LEFT", "subject", "object=intel"},
      {"من هو الرئيس التنفيذي لشركة إنفيديا؟", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE",
       "subject", "object=nvidia role=CHIEF_EXECUTIVE"},
      {"من الرئيس التنفيذي لتسلا", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE", "subject",
       "object=tesla role=CHIEF_EXECUTIVE"},
      {"من انضم إلى أنثروبيك قادما من غوغل؟", K::kWho, A::kPerson, nullptr, "JOINED", "subject",
       "object=anthropic former_employer=google"},
      {"من أسس ميسترال؟", K::kWho, A::kPerson, nullptr, "FOUNDED", "subject", "object=mistral"},
      {"من يدير ديب مايند في لندن؟", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE", "subject",
       "object=deepmind"},
      {"مين صار المدير المالي في إنتل بعد زينسنر؟", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE",
       "subject", "object=intel role=CHIEF_FINANCIAL_OFFICER"},
      {"من هو ديميس هاسابيس؟", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE", "role",
       "subject=hassabis"},
      {"مين استحوذ على ميسترال؟", K::kWho, A::kName, nullptr, "ACQUIRED", "subject",
       "object=mistral"},
      {"من خلف ساتيا ناديلا؟", K::kWho, A::kPerson},
      {"بمن استعانت تويوتا لقيادة فريقها؟", K::kWho, A::kPerson},
      {"من كشف عن الصفقة بين سامسونغ وتسلا؟", K::kWho, A::kName},
      {"من انتقد إيلون ماسك؟", K::kWho, A::kPerson, nullptr, "CRITICIZED", "subject",
       "object=musk"},
      {"من هم مؤسسو أنثروبيك؟", K::kList, A::kPerson, nullptr, "FOUNDED", "subject",
       "object=anthropic"},
      {"من عينت أرامكو رئيسا لها؟", K::kWho, A::kPerson, nullptr, "APPOINTED", "subject",
       "object=aramco"},
      {"من المتوقع أن يخلف تيم كوك؟", K::kWho, A::kPerson},
      {"من الباحث الذي ترك ديب مايند؟", K::kWho, A::kPerson, nullptr, "LEFT", "subject",
       "object=deepmind"},
      {"من الباحثون الذين غادروا إنتل؟", K::kList, A::kPerson, nullptr, "LEFT", "subject",
       "object=intel"},
      {"لمن باعت سيمنز مصنعها؟", K::kWho, A::kPerson},
      {"من يقود فريق الروبوتات في تسلا؟", K::kWho, A::kPerson},
      {"من وظفت أنثروبيك من ديب مايند؟", K::kWho, A::kPerson, nullptr, "JOINED", "subject",
       "object=anthropic"},
  });
}

TEST(QuestionKindsTest, AskingWordsInOtherPlaces) {
  Check({
      {"قرب أي مدينة ستبني أرامكو مصنعها؟", K::kWhere, A::kLocation, "CITY"},
      {"داخل أي دولة تقع مصانع تويوتا؟", K::kWhere, A::kLocation, "COUNTRY"},
      {"بكام اشترت مايكروسوفت ميسترال؟", K::kHowMuch, A::kMoney, nullptr, "ACQUIRED", "amount",
       "subject=microsoft object=mistral"},
      {"علاش استقال مدير إنتل؟", K::kWhy, A::kReason},
      {"ما العطل الذي أخر قطار المدينة؟", K::kWhy, A::kReason},
      {"What defect forced the mill to shut?", K::kWhy, A::kReason},
      {"What went wrong at the port that made Maersk leave?", K::kWhy, A::kReason},
  });
}

TEST(QuestionKindsTest, ComparisonsAskForNoEvent) {
  for (const char* question : {"بمن قورنت رواتب المهندسين في إنتل؟", "بماذا شبه المحللون أبل؟",
                               "With whom were Intel's wages compared?"}) {
    SCOPED_TRACE(question);
    const QuestionReading reading = QuestionFixture::Get().Read(question);
    EXPECT_EQ(static_cast<int>(reading.kind), static_cast<int>(K::kWhat));
    EXPECT_EQ(static_cast<int>(reading.answer_type), static_cast<int>(A::kUnspecified));
    EXPECT_TRUE(reading.relations.empty()) << DescribeAll(reading);
  }
}

TEST(QuestionKindsTest, RoundsAndSuccessors) {
  Check({
      {"Who led the June round of Mistral?", K::kWho, A::kPerson, nullptr, "INVESTED_IN"},
      {"من قاد جولة تمويل ميسترال؟", K::kWho, A::kPerson, nullptr, "INVESTED_IN"},
      {"من حل محل تيم كوك في أبل؟", K::kWho, A::kPerson, nullptr, "APPOINTED", "subject"},
  });
}

TEST(QuestionKindsTest, EnglishWho) {
  Check({
      {"Who left Apple?", K::kWho, A::kPerson, nullptr, "LEFT", "subject", "object=apple"},
      {"Who resigned from Intel in March 2025?", K::kWho, A::kPerson, nullptr, "LEFT", "subject",
       "object=intel"},
      {"Who is the CEO of Nvidia?", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE", "subject",
       "object=nvidia role=CHIEF_EXECUTIVE"},
      {"Who is Tesla's CEO?", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE", "subject",
       "object=tesla role=CHIEF_EXECUTIVE"},
      {"who founded mistral", K::kWho, A::kPerson, nullptr, "FOUNDED", "subject", "object=mistral"},
      {"Who did Anthropic hire from DeepMind?", K::kWho, A::kPerson, nullptr, "JOINED", "subject",
       "object=anthropic"},
      {"Who joined Google from Amazon?", K::kWho, A::kPerson, nullptr, "JOINED", "subject",
       "object=google former_employer=amazon"},
      {"Who acquired Mistral?", K::kWho, A::kName, nullptr, "ACQUIRED", "subject",
       "object=mistral"},
      {"Who criticized Elon Musk?", K::kWho, A::kPerson, nullptr, "CRITICIZED", "subject",
       "object=musk"},
      {"Who became chief executive of Siemens?", K::kWho, A::kPerson, nullptr, "APPOINTED",
       "subject", "object=siemens"},
      {"Who are the founders of Anthropic?", K::kList, A::kPerson, nullptr, "FOUNDED", "subject",
       "object=anthropic"},
      {"Tell me who replaced Sara Alami", K::kWho, A::kPerson},
      {"Can you tell me who runs DeepMind?", K::kWho, A::kPerson},
      {"Who is Demis Hassabis?", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE", "role",
       "subject=hassabis"},
      {"Who was appointed by Aramco as finance chief?", K::kWho, A::kPerson, nullptr, "APPOINTED",
       "subject", "object=aramco"},
      {"Whom did Microsoft poach from Google?", K::kWho, A::kPerson, nullptr, "JOINED", "subject",
       "object=microsoft"},
      {"Who published the memo?", K::kWho, A::kName},
      {"Who replaced Sara Alami as Intel's CEO?", K::kWho, A::kPerson, nullptr, "HOLDS_ROLE",
       "subject", "object=intel role=CHIEF_EXECUTIVE"},
      {"With whom did Toyota sign an agreement?", K::kWho, A::kPerson},
  });
}

TEST(QuestionKindsTest, ArabicWhich) {
  Check({
      {"أي شركة استحوذت على ميسترال؟", K::kWhat, A::kOrganization, "COMPANY", "ACQUIRED", "subject",
       "object=mistral"},
      {"على معالجات أي شركة يعمل هاتف أبل؟", K::kWhat, A::kOrganization, "COMPANY"},
      {"مدير أي شركة انتقد ميسترال؟", K::kWhat, A::kOrganization, "COMPANY"},
      {"إلى أي شركة انتقل تيم كوك؟", K::kWhat, A::kOrganization, "COMPANY", "JOINED", "object",
       "subject=cook"},
      {"اي صحيفة نشرت الخبر", K::kWhat, A::kOrganization, "NEWSPAPER"},
      {"أي وكالة كشفت عن صفقة إنتل؟", K::kWhat, A::kOrganization, "NEWS_AGENCY"},
      {"في أي بودكاست تحدث جنسن هوانغ؟", K::kWhat, A::kOrganization, "PODCAST"},
      {"على أي شركة استحوذت أمازون؟", K::kWhat, A::kOrganization, "COMPANY", "ACQUIRED", "object",
       "subject=amazon"},
      {"مع أي شركة وقعت سامسونغ اتفاقية؟", K::kWhat, A::kOrganization, "COMPANY", "PARTNERED_WITH",
       "object", "subject=samsung"},
      {"ما الشركة التي استحوذت عليها مايكروسوفت؟", K::kWhat, A::kOrganization, "COMPANY",
       "ACQUIRED", "object", "subject=microsoft"},
      {"ما النموذج الذي أطلقته غوغل؟", K::kWhat, A::kProduct, "MODEL", "RELEASED", "object",
       "subject=google"},
      {"ما اسم الهاتف الذي تعتزم أبل إطلاقه؟", K::kWhat, A::kProduct},
      {"في أي ولاية تبني سامسونغ مصنعها؟", K::kWhere, A::kLocation, "STATE"},
      {"في أي مدينة يقع مقر أرامكو؟", K::kWhere, A::kLocation, "CITY"},
      {"أي دولة فرضت الرسوم؟", K::kWhat, A::kLocation, "COUNTRY"},
      {"من أي شركة جاءت سارة العلمي؟", K::kWhat, A::kOrganization, "COMPANY", "HIRED_FROM",
       "object", "subject=sara-alami"},
      {"ما منصب سارة العلمي في سيمنز؟", K::kWhat, A::kRole, "", "HOLDS_ROLE", "role",
       "subject=sara-alami object=siemens"},
      {"ما هو أكبر بنك مول الصفقة؟", K::kWhat, A::kOrganization, "BANK"},
      {"ما اسم الشركة الأم لديب مايند؟", K::kWhat, A::kOrganization},
      {"في أي جامعة درس جنسن هوانغ؟", K::kWhat, A::kOrganization, "UNIVERSITY"},
  });
}

TEST(QuestionKindsTest, EnglishWhich) {
  Check({
      {"Which company acquired Mistral?", K::kWhat, A::kOrganization, "COMPANY", "ACQUIRED",
       "subject", "object=mistral"},
      {"Which company did Tim Cook join?", K::kWhat, A::kOrganization, "COMPANY", "JOINED",
       "object", "subject=cook"},
      {"Which startup did Amazon invest in?", K::kWhat, A::kOrganization, "STARTUP", "INVESTED_IN",
       "object", "subject=amazon"},
      {"Which core Google lab left the office?", K::kWhat, A::kOrganization, "LAB"},
      {"Which newspaper reported the talks?", K::kWhat, A::kOrganization, "NEWSPAPER"},
      {"On which podcast did Jensen Huang speak?", K::kWhat, A::kOrganization, "PODCAST"},
      {"In which state is Samsung building its factory?", K::kWhere, A::kLocation, "STATE"},
      {"What model did Google release in May?", K::kWhat, A::kProduct, "MODEL", "RELEASED",
       "object", "subject=google"},
      {"What role does Sara Alami hold at Siemens?", K::kWhat, A::kRole, "", "HOLDS_ROLE", "role",
       "subject=sara-alami object=siemens"},
      {"With which company did Toyota sign a partnership?", K::kWhat, A::kOrganization, "COMPANY",
       "PARTNERED_WITH", "object", "subject=toyota"},
      {"Which company does DeepMind belong to?", K::kWhat, A::kOrganization, "COMPANY", "PART_OF",
       "object", "subject=deepmind"},
      {"After leaving Google, which company did Sara Alami join?", K::kWhat, A::kOrganization,
       "COMPANY", "JOINED", "object", "subject=sara-alami"},
      {"Meta-analysis aside, which bank financed the deal?", K::kWhat, A::kOrganization, "BANK"},
      {"What is the name of Tesla's new robot?", K::kWhat, A::kName},
      {"Which countries banned Gemini?", K::kList, A::kLocation, "COUNTRY"},
      {"Which lab did Sara Alami leave?", K::kWhat, A::kOrganization, "LAB", "LEFT", "object",
       "subject=sara-alami"},
  });
}

TEST(QuestionKindsTest, ArabicTimeAndPlace) {
  Check({
      {"متى انضم تيم كوك إلى أبل؟", K::kWhen, A::kDate, "", "JOINED", "date",
       "subject=cook object=apple"},
      {"متي غادرت سارة العلمي سيمنز", K::kWhen, A::kDate, "", "LEFT", "date",
       "subject=sara-alami object=siemens"},
      {"في أي شهر أطلقت غوغل جيميناي؟", K::kWhen, A::kDate, "MONTH", "RELEASED", "date",
       "subject=google object=gemini"},
      {"في أي عام تأسست إنفيديا؟", K::kWhen, A::kDate, "YEAR", "FOUNDED", "date"},
      {"ما تاريخ إطلاق آيفون؟", K::kWhen, A::kDate},
      {"في أي يوم أعلن ماسك قراره؟", K::kWhen, A::kDate, "DAY"},
      {"منذ متى يعمل هوانغ في إنفيديا؟", K::kWhen, A::kDate},
      {"أين يقع مصنع تسلا الجديد؟", K::kWhere, A::kLocation},
      {"اين تبني إنتل مصنعها", K::kWhere, A::kLocation, "", "BUILDS_FACILITY", "place",
       "subject=intel"},
      {"إلى أين انتقلت سارة العلمي بعد غوغل؟", K::kWhere, A::kOrganization, "", "JOINED", "object",
       "subject=sara-alami"},
      {"أين كان يعمل تيم كوك قبل أبل؟", K::kWhere, A::kOrganization},
      {"كم من الوقت بقي ماسك في منصبه؟", K::kHowLong, A::kLength},
      {"كم في المئة تملك سيمنز من إنتل؟", K::kHowMany, A::kCount, "PERCENT"},
      {"كم بالمئة تملك سيمنز من إنتل؟", K::kHowMany, A::kCount, "PERCENT"},
      {"Engineers Intel took on in May, how many?", K::kHowMany, A::kCount, "ENGINEER"},
      {"Asking price of the Intel plant?", K::kHowMuch, A::kMoney},
      {"What will Tim Cook's job be at Intel?", K::kWhat, A::kRole},
      {"من الشريك في إنتل الذي انتقد سيمنز؟", K::kWho, A::kPerson},
      {"كم بقي لدى إنتل من العاملين؟", K::kHowMany, A::kCount, "EMPLOYEE"},
      {"كم بقي من الموظفين لدى إنتل؟", K::kHowMany, A::kCount, "EMPLOYEE"},
      {"كم بقي من الوقت لدى إنتل؟", K::kHowLong, A::kLength},
      {"كم بقي من السيولة لدى إنتل؟", K::kHowMuch, A::kMoney},
      {"شحال دفعت أبل في إنتل؟", K::kHowMuch, A::kMoney},
      {"كم بقي ماسك في منصبه؟", K::kHowLong, A::kLength},
      {"كم تكفي أموال إنتل؟", K::kHowLong, A::kLength},
      {"كم تأخر مصنع إنتل؟", K::kHowLong, A::kLength},
      {"كم سنة أمضى هاسابيس في غوغل؟", K::kHowLong, A::kLength, "YEAR"},
      {"كم شهرا تأخر إطلاق جيميناي؟", K::kHowLong, A::kLength, "MONTH", "DELAYED", "duration"},
      {"ما مدة العقد بين أرامكو وسيمنز؟", K::kHowLong, A::kLength},
      {"ما عمر تيم كوك؟", K::kHowLong, A::kLength},
      {"متى تعتزم أبل إطلاق هاتفها القادم؟", K::kWhen, A::kDate},
  });
}

TEST(QuestionKindsTest, EnglishTimeAndPlace) {
  Check({
      {"When did Tim Cook join Apple?", K::kWhen, A::kDate, "", "JOINED", "date",
       "subject=cook object=apple"},
      {"In what month did Google launch Gemini?", K::kWhen, A::kDate, "MONTH", "RELEASED", "date",
       "subject=google object=gemini"},
      {"What year was Nvidia founded?", K::kWhen, A::kDate, "YEAR", "FOUNDED", "date",
       "object=nvidia"},
      {"Since when has Huang led Nvidia?", K::kWhen, A::kDate},
      {"Where is Tesla building its plant?", K::kWhere, A::kLocation, "", "BUILDS_FACILITY",
       "place", "subject=tesla"},
      {"Where did Sara Alami work before Siemens?", K::kWhere, A::kOrganization},
      {"How long did Sara Alami stay at Intel?", K::kHowLong, A::kLength},
      {"For how long was Gemini delayed?", K::kHowLong, A::kLength, "", "DELAYED", "duration"},
      {"How many months did the talks last?", K::kHowLong, A::kLength, "MONTH"},
      {"How old is Tim Cook?", K::kHowLong, A::kLength},
      {"When will Apple launch the next iPhone?", K::kWhen, A::kDate},
      {"On what date was the layoff memo sent?", K::kWhen, A::kDate},
  });
}

TEST(QuestionKindsTest, ArabicFigures) {
  Check({
      {"كم استثمرت أمازون في أنثروبيك؟", K::kHowMuch, A::kMoney, "", "INVESTED_IN", "amount",
       "subject=amazon object=anthropic"},
      {"كم تعتزم مايكروسوفت إنفاقه على الأبراج؟", K::kHowMuch, A::kMoney},
      {"كم دفعت مايكروسوفت للاستحواذ على ميسترال؟", K::kHowMuch, A::kMoney, "", "ACQUIRED",
       "amount", "subject=microsoft object=mistral"},
      {"كم وضعت أمازون في أنثروبيك؟", K::kHowMuch, A::kMoney},
      {"بكم اشترت غوغل ديب مايند؟", K::kHowMuch, A::kMoney, "", "ACQUIRED", "amount",
       "subject=google object=deepmind"},
      {"كم تبلغ كلفة مصنع سامسونغ؟", K::kHowMuch, A::kMoney, "", "COSTS", "amount"},
      {"ما قيمة الصفقة بين إنتل وسيمنز؟", K::kHowMuch, A::kMoney},
      {"ما حجم استثمار أرامكو في ألمانيا؟", K::kHowMuch, A::kMoney, "", "INVESTED_IN", "amount",
       "subject=aramco"},
      {"كم موظفا سرحت إنتل؟", K::kHowMany, A::kCount, "EMPLOYEE", "LAID_OFF", "count",
       "subject=intel"},
      {"كم موظفا ستسرح مايكروسوفت هذا العام؟", K::kHowMany, A::kCount, "EMPLOYEE", "LAID_OFF",
       "count", "subject=microsoft"},
      {"كم عدد موظفي ميسترال؟", K::kHowMany, A::kCount, "EMPLOYEE", "HEADCOUNT", "count",
       "subject=mistral"},
      {"ما عدد العاملين في أرامكو؟", K::kHowMany, A::kCount, "EMPLOYEE"},
      {"كم باحثا انتقل من غوغل إلى أنثروبيك؟", K::kHowMany, A::kCount, "RESEARCHER"},
      {"كم دولارا دفعت أبل غرامة؟", K::kHowMuch, A::kMoney},
      {"ما نسبة حصة أمازون في أنثروبيك؟", K::kHowMany, A::kCount, "PERCENT"},
      {"كم بلغت إيرادات إنفيديا في الربع الثالث؟", K::kHowMuch, A::kMoney},
      {"عدد موظفي سيمنز", K::kHowMany, A::kCount, "EMPLOYEE", "HEADCOUNT", "count",
       "subject=siemens"},
      {"كم عرضت مايكروسوفت على الباحثين؟", K::kHowMuch, A::kMoney, "", "OFFERED_PAY", "amount",
       "subject=microsoft"},
      {"ما المستوى الذي بلغته رواتب الباحثين في إنتل؟", K::kHowMuch, A::kMoney},
      {"كم مستخدما لدى جيميناي؟", K::kHowMany, A::kCount, "USER"},
      {"كم بلدا تصل إليه خدمة جيميناي؟", K::kHowMany, A::kCount, "COUNTRY"},
      {"كم طيارا سرحت إنتل؟", K::kHowMany, A::kCount, "PILOT", "LAID_OFF", "count",
       "subject=intel"},
      {"كم يتقاضى المهندس في إنفيديا؟", K::kHowMuch, A::kMoney},
      {"ما راتب تيم كوك السنوي؟", K::kHowMuch, A::kMoney},
  });
}

TEST(QuestionKindsTest, EnglishFigures) {
  Check({
      {"How much did Amazon invest in Anthropic?", K::kHowMuch, A::kMoney, "", "INVESTED_IN",
       "amount", "subject=amazon object=anthropic"},
      {"What did Google pay for DeepMind?", K::kHowMuch, A::kMoney},
      {"How many people lost their jobs at Intel?", K::kHowMany, A::kCount, "JOB", "LAID_OFF",
       "count", "subject=intel"},
      {"How much did Google pay for DeepMind?", K::kHowMuch, A::kMoney},
      {"What was the value of the deal between Intel and Siemens?", K::kHowMuch, A::kMoney},
      {"What is the cost of Samsung's Texas factory?", K::kHowMuch, A::kMoney, "", "COSTS",
       "amount"},
      {"How many employees did Intel lay off?", K::kHowMany, A::kCount, "EMPLOYEE", "LAID_OFF",
       "count", "subject=intel"},
      {"How many people will Microsoft let go?", K::kHowMany, A::kCount, "PERSON", "LAID_OFF",
       "count", "subject=microsoft"},
      {"How many researchers joined Anthropic?", K::kHowMany, A::kCount, "RESEARCHER", "JOINED",
       "count", "object=anthropic"},
      {"What percentage of its staff did Intel cut?", K::kHowMany, A::kCount, "PERCENT"},
      {"What is Tim Cook's salary?", K::kHowMuch, A::kMoney},
      {"How expensive is the Cybertruck?", K::kHowMuch, A::kMoney},
      {"How big was Amazon's investment in Anthropic?", K::kHowMuch, A::kMoney, "", "INVESTED_IN",
       "amount", "subject=amazon object=anthropic"},
      {"What is Mistral's valuation?", K::kHowMuch, A::kMoney},
      {"How many employees does Mistral have?", K::kHowMany, A::kCount, "EMPLOYEE", "HEADCOUNT",
       "count", "subject=mistral"},
  });
}

TEST(QuestionKindsTest, ReasonsAndManner) {
  Check({
      {"لماذا غادر ناديلا مايكروسوفت؟", K::kWhy, A::kReason, "", "LEFT", "cause",
       "subject=nadella object=microsoft"},
      {"لِمَ استقال هاسابيس؟", K::kWhy, A::kReason, "", "LEFT", "cause", "subject=hassabis"},
      {"ما سبب تأجيل إطلاق جيميناي؟", K::kWhy, A::kReason, "", "DELAYED", "cause"},
      {"ما هي أسباب تسريح موظفي إنتل؟", K::kWhy, A::kReason, "", "LAID_OFF", "cause"},
      {"لمادا أجلت تسلا إنتاج سايبرترك", K::kWhy, A::kReason, "", "DELAYED", "cause",
       "subject=tesla object=cybertruck"},
      {"ليش سرحت أمازون موظفيها؟", K::kWhy, A::kReason, "", "LAID_OFF", "cause", "subject=amazon"},
      {"كيف استقبل المستخدمون جيميناي؟", K::kHow, A::kManner},
      {"كيف تخطط تويوتا لخفض الانبعاثات؟", K::kHow, A::kManner},
      {"Why did Nadella leave Microsoft?", K::kWhy, A::kReason, "", "LEFT", "cause",
       "subject=nadella object=microsoft"},
      {"What was the reason for the delay of Gemini?", K::kWhy, A::kReason, "", "DELAYED", "cause"},
      {"How come Intel fired its staff?", K::kWhy, A::kReason},
      {"How was Gemini received by users?", K::kHow, A::kManner},
      {"How does Toyota plan to cut emissions?", K::kHow, A::kManner},
  });
}

TEST(QuestionKindsTest, Statements) {
  Check({
      {"ماذا قال ماسك عن أبل؟", K::kStatement, A::kQuote, "", "STATED", "object",
       "subject=musk counterpart=apple"},
      {"بماذا وصف هوانغ رقائق إنتل؟", K::kStatement, A::kQuote, "", "STATED", "object",
       "subject=huang"},
      {"بماذا ردت أبل على الاتهامات؟", K::kStatement, A::kQuote, "", "STATED", "object",
       "subject=apple"},
      {"ما موقف ناديلا من القرار؟", K::kStatement, A::kQuote},
      {"ما مأخذ ناديلا على القرار؟", K::kStatement, A::kQuote},
      {"What is the objection of Nadella to the decision?", K::kStatement, A::kQuote},
      {"كيف وصف ماسك عرض سيمنز؟", K::kStatement, A::kQuote, "", "STATED", "object", "subject=musk"},
      {"ماذا يرى المحللون بشأن خطة تويوتا؟", K::kStatement, A::kQuote},
      {"ما رأي هاسابيس في المنافسة؟", K::kStatement, A::kQuote},
      {"ما تعليق سامسونغ على التقرير؟", K::kStatement, A::kQuote},
      {"What did Musk say about Apple?", K::kStatement, A::kQuote, "", "STATED", "object",
       "subject=musk counterpart=apple"},
      {"How did Huang describe Intel's chips?", K::kStatement, A::kQuote, "", "STATED", "object",
       "subject=huang"},
      {"How did Apple respond to the accusations?", K::kStatement, A::kQuote, "", "STATED",
       "object", "subject=apple"},
      {"What is Nadella's opinion of the ruling?", K::kStatement, A::kQuote},
      {"How do analysts rate Toyota's batteries?", K::kStatement, A::kQuote},
      {"What did Aramco announce in March?", K::kStatement, A::kQuote, "", "STATED", "object",
       "subject=aramco"},
  });
}

TEST(QuestionKindsTest, YesNo) {
  Check({
      {"هل استحوذت أبل على ميسترال؟", K::kYesNo, A::kBoolean, "", "ACQUIRED", "",
       "subject=apple object=mistral"},
      {"هل نفت تويوتا الخبر", K::kYesNo, A::kBoolean, "", "DENIED", "", "subject=toyota"},
      {"استقال تيم كوك؟", K::kYesNo, A::kBoolean, "", "LEFT", "", "subject=cook"},
      {"ألم يغادر ماسك تسلا؟", K::kYesNo, A::kBoolean, "", "LEFT", "", "subject=musk object=tesla"},
      {"هل لا يزال هوانغ رئيسا لإنفيديا؟", K::kYesNo, A::kBoolean},
      {"هل تعتزم إنتل تسريح موظفين؟", K::kYesNo, A::kBoolean, "", "LAID_OFF", "", "subject=intel"},
      {"Did Apple acquire Mistral?", K::kYesNo, A::kBoolean, "", "ACQUIRED", "",
       "subject=apple object=mistral"},
      {"Has Google denied the reports about the acquisition of Mistral?", K::kYesNo, A::kBoolean,
       "", "DENIED", "", "subject=google"},
      {"Has Tim Cook resigned?", K::kYesNo, A::kBoolean, "", "LEFT", "", "subject=cook"},
      {"did tesla deny the report", K::kYesNo, A::kBoolean, "", "DENIED", "", "subject=tesla"},
      {"Is Sara Alami still at Siemens?", K::kYesNo, A::kBoolean},
      {"Will Intel lay off more employees?", K::kYesNo, A::kBoolean, "", "LAID_OFF", "",
       "subject=intel"},
      {"Was DeepMind bought by Google?", K::kYesNo, A::kBoolean, "", "ACQUIRED", "",
       "subject=google object=deepmind"},
      {"Didn't Musk leave Tesla?", K::kYesNo, A::kBoolean, "", "LEFT", "",
       "subject=musk object=tesla"},
  });
}

TEST(QuestionKindsTest, ListsTimelinesAndConflicts) {
  Check({
      {"اذكر الشركات التي استثمرت في أنثروبيك", K::kList, A::kOrganization, "COMPANY",
       "INVESTED_IN", "subject", "object=anthropic"},
      {"ما أبرز منافسي إنفيديا؟", K::kList, A::kOrganization, "", "COMPETES_WITH", "subject",
       "object=nvidia"},
      {"ما هي الشركات التي استحوذت عليها أبل؟", K::kList, A::kOrganization, "COMPANY", "ACQUIRED",
       "object", "subject=apple"},
      {"ما هي الدول التي حظرت جيميناي؟", K::kList, A::kLocation, "COUNTRY"},
      {"أين كان كوك وهاسابيس يعملان قبل أبل؟", K::kWhere, A::kOrganization},
      {"مع أي شركات تعاونت سيمنز؟", K::kList, A::kOrganization, "COMPANY", "PARTNERED_WITH",
       "object", "subject=siemens"},
      {"List the companies that invested in Anthropic", K::kList, A::kOrganization, "COMPANY",
       "INVESTED_IN", "subject", "object=anthropic"},
      {"What are the competitors of Nvidia?", K::kList, A::kOrganization, "", "COMPETES_WITH",
       "subject", "object=nvidia"},
      {"Which companies did Apple acquire?", K::kList, A::kOrganization, "COMPANY", "ACQUIRED",
       "object", "subject=apple"},
      {"ما التسلسل الزمني للأحداث بين ماسك وتسلا؟", K::kTimeline, A::kUnspecified},
      {"رتب الأحداث زمنيا بين إنتل وسيمنز", K::kTimeline, A::kUnspecified},
      {"What is the timeline of the dispute between Apple and Samsung?", K::kTimeline,
       A::kUnspecified},
      {"ما أبرز المحطات في مسيرة إنتل؟", K::kTimeline, A::kUnspecified},
      {"Trace the rise of Siemens since 2001.", K::kTimeline, A::kUnspecified},
      {"How many did Intel dismiss according to the company and the union?", K::kConflict,
       A::kCount},
      {"Give the sequence of events at Intel", K::kTimeline, A::kUnspecified},
      {"Walk me through Intel's year in order.", K::kTimeline, A::kUnspecified},
      {"How did the dispute between Apple and Samsung unfold?", K::kTimeline, A::kUnspecified},
      {"سلسل أحداث عام 2026 في إنتل", K::kTimeline, A::kUnspecified},
      {"كم دفعت أمازون لأنثروبيك وفق المصادر المختلفة؟", K::kConflict, A::kMoney},
      {"هل تختلف المقالات حول عدد المسرحين في إنتل؟", K::kConflict, A::kCount},
      {"Which figures are given for the number of workers at Intel?", K::kConflict, A::kCount},
      {"What amounts have been reported for the plant of Siemens?", K::kConflict, A::kMoney},
      {"ما النسب المنشورة لحصة أرامكو في سيمنز؟", K::kConflict, A::kCount, "PERCENT"},
      {"Do the sources agree on how long Tim Cook led Apple?", K::kConflict, A::kLength},
      {"هل تتفق المصادر على موعد طرح جيميناي؟", K::kConflict, A::kDate},
      {"How many posts will Intel cut, according to the firm and according to the union?",
       K::kConflict, A::kCount},
      {"How do the press accounts of the layoffs at Intel vary?", K::kConflict, A::kUnspecified},
      {"كيف تتباين تقديرات الصحف لقيمة الصفقة؟", K::kConflict, A::kUnspecified},
      {"How much did Toyota invest, according to the different reports?", K::kConflict, A::kMoney},
      {"Is Gemini safe? Give both positions.", K::kConflict, A::kUnspecified},
      {"Is Intel leaving Texas? Contrast what the paper says with what the mayor says.",
       K::kConflict, A::kUnspecified},
      {"Was the Siemens plant unsafe? Give the report and the firm's answer.", K::kConflict,
       A::kUnspecified},
      {"هل تغلق إنتل مصنعها؟ اذكر ما قالته النقابة وما ردت به الشركة", K::kConflict,
       A::kUnspecified},
      {"ما رواية السائقين وما رواية تسلا عن الإضراب؟", K::kConflict, A::kUnspecified},
      {"Did Intel and Siemens fall out? The two newspapers tell it otherwise.", K::kConflict,
       A::kUnspecified},
      {"من أين جاء مدير إنتل بحسب كل من الصحيفتين؟", K::kConflict, A::kOrganization},
      {"State the different counts of dismissed workers at Intel.", K::kConflict, A::kCount},
      {"Does Sara Alami work at Intel or at Siemens?", K::kConflict, A::kUnspecified},
      {"هل يعمل هاسابيس في غوغل أم في أمازون؟", K::kConflict, A::kUnspecified},
  });
}

TEST(QuestionKindsTest, ANounAloneMayAsk) {
  Check({
      {"Starting price of the cheapest Tesla?", K::kHowMuch, A::kMoney},
      {"Apple acquired Mistral?", K::kYesNo, A::kBoolean},
      {"سعر أرخص سيارات تسلا؟", K::kHowMuch, A::kMoney},
  });
}

TEST(QuestionKindsTest, CausesPostsAndSeveralAreAskedForInOtherWords) {
  Check({
      {"بم عللت إنتل سقوط صفقة تسلا؟", K::kWhy, A::kReason},
      {"بم يعلل ماسك تأجيل السيارة؟", K::kWhy, A::kReason},
      {"إلى ماذا عزت سيمنز تراجع أرباحها؟", K::kWhy, A::kReason},
      {"Which post did Sara Alami take at Siemens?", K::kWhat, A::kRole, "", "HOLDS_ROLE", "role",
       "subject=sara-alami"},
      {"Which job did Tim Cook give up at Intel?", K::kWhat, A::kRole},
      {"ما الشركتان اللتان أسسهما ماسك؟", K::kList, A::kOrganization, "COMPANY", "FOUNDED",
       "object", "subject=musk"},
      {"Which developer is building the factory with Toyota?", K::kWhat, A::kName},
      {"Which law firm advised Siemens?", K::kWhat, A::kOrganization, "ADVISER"},
      {"كم ستوفر إنتل في السنة من تسريح 300 موظف؟", K::kHowMuch, A::kMoney},
      {"Who takes over Aramco's operations in Texas?", K::kWho, A::kPerson, "", "APPOINTED",
       "subject", "object=aramco"},
      {"ما المحطات التي مرت بها سيمنز؟", K::kTimeline, A::kUnspecified},
  });
}

TEST(QuestionKindsTest, CausesAreAskedForWithoutWhy) {
  Check({
      {"ما الذي حمل إنتل على تأجيل مصنعها؟", K::kWhy, A::kReason},
      {"On what ground did Intel put its plant off?", K::kWhy, A::kReason},
      {"What derailed the sale of Siemens?", K::kWhy, A::kReason},
      {"ماذا دفع أمازون إلى تسريح موظفيها؟", K::kWhy, A::kReason},
      {"بم برر ناديلا تسريح العاملين؟", K::kWhy, A::kReason},
      {"إلام عزا ناديلا تأجيل الإطلاق؟", K::kWhy, A::kReason},
      {"كيف فسرت تسلا التأجيل؟", K::kStatement, A::kQuote},
      {"ما وراء رحيل هاسابيس؟", K::kWhy, A::kReason},
      {"ما سر تأجيل جيميناي؟", K::kWhy, A::kReason},
      {"What prompted the layoffs at Intel?", K::kWhy, A::kReason},
      {"What is holding up the Tesla plant?", K::kWhy, A::kReason},
      {"What led Intel to delay the plant?", K::kWhy, A::kReason},
      {"How did Tesla justify the delay?", K::kStatement, A::kQuote},
      {"On what grounds was the deal blocked?", K::kWhy, A::kReason},
  });
}

TEST(QuestionKindsTest, UnknownThingsAreCountedAndMayBePaidFor) {
  Check({
      {"كم برجا تملك أمازون في البحرين؟", K::kHowMany, A::kCount},
      {"كم قد تدفع أمازون مقابل الشركة؟", K::kHowMuch, A::kMoney},
      {"كم سوف تدفع إنتل لقاء الحصة؟", K::kHowMuch, A::kMoney},
  });
}

TEST(QuestionKindsTest, WhereSomebodyWentIsTheNextHouse) {
  Check({
      {"Where did Sara Alami go after Siemens?", K::kWhere, A::kOrganization, "", "JOINED",
       "object", "subject=sara-alami former_employer=siemens"},
      {"Where has Tim Cook gone since?", K::kWhere, A::kOrganization, "", "JOINED", "object",
       "subject=cook"},
      {"To when did Toyota push back the opening of its plant?", K::kWhen, A::kDate, "", "DELAYED",
       "date", "subject=toyota"},
      {"Why did Gemini slip to the autumn?", K::kWhy, A::kReason, "", "DELAYED", "cause"},
      {"What was the package Samsung offered Sara Alami?", K::kHowMuch, A::kMoney, "",
       "OFFERED_PAY", "amount"},
  });
}

TEST(QuestionKindsTest, AnAppositionDoesNotTellWhatIsAsked) {
  const QuestionReading reading =
      QuestionFixture::Get().Read("Has Sara Alami, the Siemens co-founder, moved to Intel?");
  ASSERT_FALSE(reading.relations.empty());
  EXPECT_EQ(reading.relations.front().fact_type, "JOINED");
}

TEST(QuestionKindsTest, APrepositionMayStandWithTheAskingWord) {
  Check({
      {"To which bank did Sara Alami move?", K::kWhat, A::kOrganization, "BANK", "JOINED",
       "object"},
      {"From which firm did Tim Cook come?", K::kWhat, A::kOrganization, "COMPANY", "HIRED_FROM",
       "object", "subject=cook"},
  });
}

TEST(QuestionKindsTest, APronounOnTheVerbTakesUpWhatIsAskedFor) {
  Check({
      {"أي شركة أسسها تيم كوك بعد خروجه من إنتل؟", K::kWhat, A::kOrganization, "COMPANY", "FOUNDED",
       "object", "subject=cook"},
  });
}

TEST(QuestionKindsTest, WhoIsDescribedByANounIsNotAskedFor) {
  const auto first = [](const char* question) {
    const QuestionReading reading = QuestionFixture::Get().Read(question);
    return reading.relations.empty() ? "" : reading.relations.front().fact_type;
  };
  EXPECT_NE(first("متى يتوقع مؤسس سيمنز أن تنتهي الأعمال؟"), "FOUNDED");
  EXPECT_EQ(first("من مؤسس سيمنز؟"), "FOUNDED");
  // An adjective of a title tells of no event.
  EXPECT_EQ(first("من هو الرئيس التنفيذي لمختبر سيمنز؟"), "HOLDS_ROLE");
}

TEST(QuestionKindsTest, WhoTakesNoNounBehindAVerb) {
  Check({
      {"Who runs the software company Siemens?", K::kWho, A::kPerson},
      {"Between what figures does Toyota expect its spending to be?", K::kHowMuch, A::kMoney},
      {"On which point did Intel and Apple differ?", K::kWhat, A::kUnspecified},
  });
}

TEST(QuestionKindsTest, WhatIsNoQuestionIsNotReadAsOne) {
  for (const char* text :
       {"شركة تويوتا", "مرحبا", "السلام عليكم", "كيف حالك؟", "من المتوقع أن ترتفع الأسعار",
        "أعلنت أبل نتائجها المالية", "Hello", "How are you?", "Toyota",
        "ما زالت سامسونغ تبحث عن مورد", "Tim Cook joined Apple in 1998.", "لم يغادر ماسك تسلا",
        "The company which Apple bought"}) {
    SCOPED_TRACE(text);
    const QuestionReading reading = QuestionFixture::Get().Read(text);
    EXPECT_FALSE(reading.is_question);
    EXPECT_EQ(static_cast<int>(reading.kind), static_cast<int>(K::kUnspecified));
  }
}

TEST(QuestionKindsTest, EmptyAndMarkOnlyTextsAreSurvived) {
  for (const char* text :
       {"", "؟", "???", " ", "\"", "و", "من", "who", "ما هو", "or", "أم", "هل"}) {
    SCOPED_TRACE(text);
    const QuestionReading reading = QuestionFixture::Get().Read(text);
    EXPECT_TRUE(reading.relations.empty());
  }
}

}  // namespace
}  // namespace isnad::extraction
