#include "services/extraction/relations/fact_extractor.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/extraction/relations/pairs/pair_facts.h"

namespace isnad::extraction {
namespace {

const Analyzer& TheAnalyzer() {
  static const Analyzer* analyzer =
      Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded())->release();
  return *analyzer;
}

struct Extracted {
  Analysis analysis;
  std::vector<FactRecord> facts;
};

// What the frames find, without what a learned model makes of names that stand together.
Extracted Extract(absl::string_view text) {
  AnalyzeOptions options;
  options.reference_date = CivilDate{2025, 9, 1};
  Extracted out;
  out.analysis = *TheAnalyzer().Analyze(text, options);
  out.facts = TheAnalyzer().ExtractFacts(out.analysis);
  out.facts.erase(std::remove_if(out.facts.begin(), out.facts.end(), IsOfPair), out.facts.end());
  return out;
}

// Whether the words or any spelling of the entity hold `name`.
bool Names(const Extracted& extracted, const ArgumentRecord& argument, absl::string_view name) {
  if (absl::StrContains(argument.text, name)) return true;
  if (argument.entity < 0) return false;
  for (const AliasRecord& alias : extracted.analysis.entities[argument.entity].aliases) {
    if (absl::StrContains(alias.surface, name)) return true;
  }
  return false;
}

const FactRecord* Find(const Extracted& extracted, absl::string_view type,
                       absl::string_view subject = "", absl::string_view object = "") {
  const bool symmetric = type == "COMPETES_WITH" || type == "PARTNERED_WITH";
  for (const FactRecord& fact : extracted.facts) {
    if (fact.type != type) continue;
    const bool direct =
        Names(extracted, fact.subject, subject) && Names(extracted, fact.object, object);
    const bool swapped = symmetric && Names(extracted, fact.object, subject) &&
                         Names(extracted, fact.subject, object);
    if (direct || swapped) return &fact;
  }
  return nullptr;
}

std::string Describe(const Extracted& extracted) {
  std::string out;
  for (const FactRecord& fact : extracted.facts) {
    absl::StrAppend(&out, "\n  ", fact.rule, ": ", fact.subject.text, " -> ", fact.object.text);
  }
  return out;
}

TEST(Frames, ExamplesYieldTheirFactAndCounterExamplesDoNot) {
  auto files = LexiconFiles::Embedded().Parse<lexicon::FrameFile>("frames_");
  ASSERT_TRUE(files.ok());
  int examples = 0;
  for (const lexicon::FrameFile& file : *files) {
    const std::string& type = file.fact_type().name();
    for (const lexicon::Frame& frame : file.frame()) {
      for (const lexicon::Example& example : frame.example()) {
        ++examples;
        const Extracted extracted = Extract(example.text());
        EXPECT_NE(Find(extracted, type, example.subject(), example.object()), nullptr)
            << type << "/" << frame.name() << ": " << example.text() << Describe(extracted);
      }
      for (const std::string& text : frame.counter_example()) {
        const Extracted extracted = Extract(text);
        EXPECT_EQ(Find(extracted, type), nullptr)
            << type << "/" << frame.name() << ": " << text << Describe(extracted);
      }
    }
  }
  EXPECT_GT(examples, 60);
}

TEST(FactExtractor, WhatIsNotPlannedLeavesWhatWillBeAlone) {
  const Extracted extracted = Extract(
      "قال جون ميلر إن شركة أدوبي لا تنوي خفض الإنفاق، وإنها ستطلق نموذج \"فايرفلاي 4\" قريبا.");
  const FactRecord* fact = Find(extracted, "PLANS_RELEASE", "أدوبي");
  ASSERT_NE(fact, nullptr) << Describe(extracted);
  EXPECT_EQ(fact->polarity, Polarity::kAsserted) << Describe(extracted);
}

TEST(FactExtractor, DeniedAndPlannedAreNotAsserted) {
  const Extracted denied = Extract("لم تستحوذ شركة أدوبي على شركة فيجما.");
  const FactRecord* fact = Find(denied, "ACQUIRED", "أدوبي");
  ASSERT_NE(fact, nullptr) << Describe(denied);
  EXPECT_EQ(fact->polarity, Polarity::kDenied);

  const Extracted planned = Extract("تعتزم شركة سيسكو تسريح 4000 موظف في أغسطس المقبل.");
  fact = Find(planned, "LAID_OFF", "سيسكو");
  ASSERT_NE(fact, nullptr) << Describe(planned);
  EXPECT_EQ(fact->modality, Modality::kPlanned);
}

TEST(FactExtractor, WhatAnotherHouseMakesIsForTheOneThatTheTextIsAbout) {
  const Extracted extracted = Extract(
      "تستعد شركة أدوبي لطرح نظارتها الجديدة في الخريف.\n"
      "وستتولى سامسونغ تصنيعها بموجب عقد يمتد ثلاثة أعوام.");
  EXPECT_NE(Find(extracted, "SUPPLIES", "سامسونغ", "أدوبي"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, WaresThatTheVerbBearsAsAPronounAreSupplied) {
  const Extracted supplied =
      Extract("أوقفت شركة رينو خطوطها بعد عطل في الروبوتات التي تصنعها سيمنز.");
  EXPECT_NE(Find(supplied, "SUPPLIES", "سيمنز", "رينو"), nullptr) << Describe(supplied);
  const Extracted other =
      Extract("أوقفت شركة رينو خطوطها بعد عطل في الروبوتات، وتصنع سيمنز الورق.");
  EXPECT_EQ(Find(other, "SUPPLIES", "سيمنز", "رينو"), nullptr) << Describe(other);
}

TEST(FactExtractor, WhatAHouseIsForDoesNotPartItFromItsOwner) {
  const Extracted extracted =
      Extract("افتتحت شركة هيتاشي للمصاعد، المملوكة لشركة رينو، معرضا في تونس.");
  EXPECT_NE(Find(extracted, "PART_OF", "هيتاشي", "رينو"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, WhoFollowsAVerbThatHasItsObjectSpeaks) {
  const Extracted extracted = Extract(
      "أعلن كريم بركات أن شركة أدوبي ستغلق فرعها.\n"
      "دافع بركات عن القرار، ووصفته شركة سيسكو بأنه «مهزلة».");
  EXPECT_NE(Find(extracted, "CRITICIZED", "سيسكو"), nullptr) << Describe(extracted);
  EXPECT_EQ(Find(extracted, "CRITICIZED", "بركات"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, WhomSomebodyPromisesDoesNotSpeak) {
  const Extracted extracted =
      Extract("كان كريم بركات قد وعد المساهمين بأن شركة أدوبي ستوزع الأرباح.");
  for (const FactRecord& fact : extracted.facts) {
    if (fact.type != "STATED") continue;
    EXPECT_NE(fact.subject.text, "المساهمين") << Describe(extracted);
  }
}

TEST(FactExtractor, NamingNobodySaysNothing) {
  const Extracted extracted =
      Extract("غادر كريم بركات شركة أدوبي أمس من دون أن يسمي مجلس الإدارة خلفا له.");
  EXPECT_EQ(Find(extracted, "STATED"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, AHouseGoesOnWhereSeveralPeopleSpokeBefore) {
  const Extracted extracted = Extract(
      "تبيع شركة أدوبي برنامجها للمدارس. يقول معلمون إنه صعب. وتقول إن ألفي مدرسة تستخدمه.");
  EXPECT_NE(Find(extracted, "STATED", "أدوبي"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, ADateIsNoSumInvested) {
  const Extracted extracted =
      Extract("أجل مجلس شركة أدوبي قرار الاستثمار النهائي إلى عام 2028 لغياب العقود.");
  EXPECT_EQ(Find(extracted, "INVESTED_IN"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, ANationalityIsNoFieldOfAHouse) {
  const Extracted extracted = Extract(
      "قدمت شركة هيتاشي هاتفها الجديد.\n"
      "وكان المهندس البرتغالي كريم بركات قد نشر صوره.");
  EXPECT_EQ(Find(extracted, "HOLDS_ROLE", "كريم", "هيتاشي"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, AQuotedReasonIsNoHouse) {
  const Extracted extracted =
      Extract("جاء ذلك مع خروج كريم بركات، الذي قدم استقالته «لأسباب صحية».");
  EXPECT_EQ(Find(extracted, "LEFT", "بركات", "صحية"), nullptr) << Describe(extracted);
  for (const FactRecord& fact : extracted.facts) EXPECT_NE(fact.object.text, "لأسباب صحية");
}

TEST(FactExtractor, WhoTakesAnothersPlaceDoesNotLeaveWithHer) {
  const Extracted extracted =
      Extract("استقالت مديرة التقنية في شركة أوبر نادين سالم، وحل محلها كريم بركات.");
  EXPECT_NE(Find(extracted, "LEFT", "نادين", "أوبر"), nullptr) << Describe(extracted);
  EXPECT_NE(Find(extracted, "APPOINTED", "كريم", "أوبر"), nullptr) << Describe(extracted);
  EXPECT_EQ(Find(extracted, "LEFT", "كريم"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, ThePostThatAClauseTellsOfIsNotTheNewOne) {
  const Extracted extracted = Extract(
      "جرى تعيين سعاد الإدريسي مديرة عامة لشركة أدوبي، وهي التي اشتغلت سابقا مديرة للأنظمة في "
      "شركة سيسكو.");
  EXPECT_NE(Find(extracted, "APPOINTED", "سعاد", "أدوبي"), nullptr) << Describe(extracted);
  EXPECT_EQ(Find(extracted, "APPOINTED", "سعاد", "سيسكو"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, UnnamedSourcesMakeAClaimAlleged) {
  const Extracted extracted =
      Extract("وبحسب مصادر مطلعة، استقال جون ميلر من شركة إنتل الأسبوع الماضي.");
  const FactRecord* fact = Find(extracted, "LEFT", "جون ميلر", "إنتل");
  ASSERT_NE(fact, nullptr) << Describe(extracted);
  EXPECT_EQ(fact->modality, Modality::kAlleged);
  EXPECT_EQ(fact->attribution.kind, AttributionRecord::Kind::kAnonymous);
}

TEST(FactExtractor, NamesTheOutletThatReported) {
  const Extracted extracted =
      Extract("وفقا لوكالة رويترز، اشترت سيسكو شركة سبلنك مقابل 28 مليار دولار.");
  const FactRecord* fact = Find(extracted, "ACQUIRED", "سيسكو");
  ASSERT_NE(fact, nullptr) << Describe(extracted);
  EXPECT_EQ(fact->attribution.kind, AttributionRecord::Kind::kOutlet);
  EXPECT_TRUE(absl::StrContains(fact->attribution.text, "رويترز"));
}

TEST(FactExtractor, CoordinatedNamesYieldAFactEach) {
  const Extracted extracted =
      Extract("استقطبت نفيديا الباحثين سامي خوري ودانيال كوهين من شركة إنتل.");
  EXPECT_NE(Find(extracted, "JOINED", "سامي خوري", "نفيديا"), nullptr) << Describe(extracted);
  EXPECT_NE(Find(extracted, "JOINED", "دانيال كوهين", "نفيديا"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, AConjunctionMayHangOnAName) {
  const Extracted extracted = Extract("تتنافس إنتل مع شركتي إنفيديا وإيه إم دي في السوق.");
  EXPECT_NE(Find(extracted, "COMPETES_WITH", "إنتل", "إنفيديا"), nullptr) << Describe(extracted);
  EXPECT_NE(Find(extracted, "COMPETES_WITH", "إنتل", "إيه إم دي"), nullptr) << Describe(extracted);
}

TEST(FactExtractor, APercentageCountsNobody) {
  const Extracted extracted =
      Extract("ستستغني شركة ديل عن أكثر من 10% من موظفيها، أي نحو 12 ألف موظف.");
  const FactRecord* fact = Find(extracted, "LAID_OFF", "ديل");
  ASSERT_NE(fact, nullptr) << Describe(extracted);
  for (const ArgumentRecord& role : fact->roles) {
    if (role.role != "count") continue;
    EXPECT_EQ(extracted.analysis.values[role.value].quantity.amount, 12000);
  }
}

TEST(FactExtractor, ListItemsFillTheHeadAboveThem) {
  const Extracted extracted = Extract(
      "غادر عدد من المهندسين شركة تسلا هذا العام. ومن أبرز المغادرين:\n"
      "- كريم حداد\n- بيتر سميث\n");
  EXPECT_NE(Find(extracted, "LEFT", "كريم حداد"), nullptr) << Describe(extracted);
  const FactRecord* second = Find(extracted, "LEFT", "بيتر سميث");
  ASSERT_NE(second, nullptr) << Describe(extracted);
  // Whoever reads the quote sees who it is about.
  EXPECT_EQ(extracted.analysis.Quote(second->quote),
            "ومن أبرز المغادرين:\n- كريم حداد\n- بيتر سميث");
}

TEST(FactExtractor, EverySpanLiesInTheTextAndEveryFactHasASubject) {
  const Extracted extracted = Extract(
      "أعلنت شركة أمازون في مايو الماضي أنها استثمرت أربعة مليارات دولار في أنثروبيك، وقال آندي "
      "جاسي، الرئيس التنفيذي لأمازون، إن الشراكة ستستمر.\nنفت سامسونغ تأجيل هاتفها الجديد.");
  ASSERT_FALSE(extracted.facts.empty());
  const ByteRange all{0, static_cast<int>(extracted.analysis.text.size())};
  for (const FactRecord& fact : extracted.facts) {
    EXPECT_TRUE(fact.subject.filled()) << fact.rule;
    EXPECT_TRUE(all.contains(fact.quote) && !fact.quote.empty()) << fact.rule;
    EXPECT_TRUE(all.contains(fact.trigger) && !fact.trigger.empty()) << fact.rule;
    EXPECT_TRUE(all.contains(fact.subject.range)) << fact.rule;
    EXPECT_GT(fact.confidence, 0) << fact.rule;
  }
}

TEST(FactExtractor, StatementsKeepTheirSpeakerAndWords) {
  const Extracted extracted = Extract("قال تيم كوك إن مبيعات الهاتف الجديد فاقت التوقعات.");
  const FactRecord* fact = Find(extracted, "STATED", "تيم كوك");
  ASSERT_NE(fact, nullptr) << Describe(extracted);
  EXPECT_TRUE(absl::StrContains(fact->object.text, "فاقت التوقعات"));
}

TEST(FactExtractor, PartsToldByKindBelongToTheHouseBesideThem) {
  const Extracted extracted = Extract(
      "سرحت ذراع الخدمات السحابية التابعة لشركة سيسكو مئة موظف. وقالت الذراع إن الأمر "
      "انتهى.");
  EXPECT_NE(Find(extracted, "PART_OF", "ذراع الخدمات السحابية", "سيسكو"), nullptr)
      << Describe(extracted);
  const Extracted post =
      Extract("أعلن كريم حداد، رئيس وحدة الروبوتات في إنتل، تأجيل المشروع. وتضم الوحدة مئة موظف.");
  EXPECT_NE(Find(post, "HOLDS_ROLE", "كريم حداد", "وحدة الروبوتات"), nullptr) << Describe(post);
}

TEST(FactExtractor, TheSiteCostsWhatItIsBuiltFor) {
  const Extracted extracted =
      Extract("تقيم شركة أوراكل مصنعا في الدقم بتكلفة إجمالية تصل إلى 85 مليون دولار.");
  EXPECT_NE(Find(extracted, "COSTS", "مصنعا"), nullptr) << Describe(extracted);
  EXPECT_EQ(Find(extracted, "COSTS", "أوراكل"), nullptr) << Describe(extracted);
  const Extracted spent = Extract("أنفقت شركة أوراكل 85 مليون دولار على مصنع في الدقم.");
  EXPECT_EQ(Find(spent, "COSTS", "أوراكل"), nullptr) << Describe(spent);
}

TEST(FactExtractor, SitesAreCalledByTheNameBehindTheirKind) {
  const Extracted extracted =
      Extract("وتبني شركة أوراكل في تكساس مجمعا ثانيا للحوسبة يدعى «واحة الشمال 2».");
  EXPECT_NE(Find(extracted, "BUILDS_FACILITY", "أوراكل", "واحة الشمال"), nullptr)
      << Describe(extracted);
}

TEST(FrameLexicon, RejectsARoleThatItsTypeDoesNotHave) {
  const LexiconFiles files =
      LexiconFiles::Of({{"frames_x.textproto", R"pb(
                           fact_type {
                             name: "X"
                             role { name: "subject" filler: "PERSON" }
                           }
                           frame {
                             name: "f"
                             construction: ACTIVE_VERB
                             trigger: "كتب"
                             slot { role: "victim" position: VERB_SUBJECT filler: "PERSON" }
                           })pb"}});
  auto morphology = Morphology::Create(LexiconFiles::Embedded());
  ASSERT_TRUE(morphology.ok());
  const absl::Status status = FrameLexicon::Create(files, **morphology).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), testing::HasSubstr("\"victim\" is not declared"));
}

}  // namespace
}  // namespace isnad::extraction
