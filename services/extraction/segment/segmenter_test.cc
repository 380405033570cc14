#include "services/extraction/segment/segmenter.h"

#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/extraction/segment/sentence_splitter.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> Sentences(const std::string& text) {
  std::vector<std::string> sentences;
  for (const ByteRange range : SplitSentences(text, {0, static_cast<int>(text.size())})) {
    sentences.push_back(text.substr(range.begin, range.end - range.begin));
  }
  return sentences;
}

Analysis Segmented(const std::string& text, const std::string& title = "") {
  Analysis analysis;
  analysis.text = text;
  Segmenter().Segment(title, &analysis);
  return analysis;
}

std::vector<PassageKind> Kinds(const Analysis& analysis) {
  std::vector<PassageKind> kinds;
  for (const Passage& passage : analysis.passages) kinds.push_back(passage.kind);
  return kinds;
}

TEST(SplitSentencesTest, BreaksAtStopsQuestionsAndExclamations) {
  EXPECT_THAT(
      Sentences("افتتح المصرف فرعا في الدار البيضاء. ويعمل فيه أربعون موظفا! فمن يديره؟ لم يعلن."),
      SizeIs(4));
}

TEST(SplitSentencesTest, BreaksWithoutASpaceBetweenArabicWords) {
  EXPECT_THAT(Sentences("بلغت الخسائر مليون دولار.وأضافت الوزارة أن التحقيق مستمر."), SizeIs(2));
}

TEST(SplitSentencesTest, KeepsNumbersAbbreviationsAndLatinNamesWhole) {
  EXPECT_THAT(Sentences("قال د. سامي العلي إن السهم صعد 3.5 في المئة في بورصة x.ai الجديدة."),
              SizeIs(1));
  EXPECT_THAT(Sentences("نقلت وكالة أ. ف. ب. عن الوزير قوله إن المصنع سيفتح."), SizeIs(1));
  EXPECT_THAT(Sentences("وقّعت بي.إم.دبليو عقدا مع إس.إيه.بي لثلاثة أعوام."), SizeIs(1));
}

TEST(SplitSentencesTest, JoinsASubordinateContinuation) {
  EXPECT_THAT(Sentences("أغلقت الشركة مصنعها في تونس. حيث كان يعمل مئتا عامل."), SizeIs(1));
  EXPECT_THAT(Sentences("ارتفعت الأسعار كثيرا هذا العام. إلا أن الطلب لم يتراجع."), SizeIs(1));
  EXPECT_THAT(Sentences("رفض المجلس العرض. وهو ما دفع المستثمر إلى الانسحاب."), SizeIs(1));
}

TEST(SplitSentencesTest, JoinsAFrontedPhraseWithItsClause) {
  EXPECT_THAT(Sentences("في نهاية الربع الثاني. باعت المجموعة حصتها."), SizeIs(1));
}

TEST(SplitSentencesTest, KeepsQuotationsTogether) {
  EXPECT_THAT(Sentences("قال المدير: “لن نغلق المصنع. سنوظف المزيد”. وغادر القاعة."), SizeIs(2));
  EXPECT_THAT(Sentences("كتبت \"نحن باقون. نحن أقوى\" على حسابها. ثم حذفتها."), SizeIs(2));
}

TEST(SplitSentencesTest, AnUnclosedAsciiQuoteDoesNotSwallowTheParagraph) {
  EXPECT_THAT(Sentences("كتبت \"نحن باقون على الموقع. حذفت الشركة المنشور. اعتذر المدير."),
              SizeIs(3));
}

TEST(SplitSentencesTest, TwoDotsEndASentenceOnlyBeforeANewClause) {
  EXPECT_THAT(Sentences("أزمة السكن.. حلول مؤجلة منذ سنوات"), SizeIs(1));
  EXPECT_THAT(Sentences("تأجل الافتتاح مرتين… وقالت الإدارة إن السبب تقني."), SizeIs(2));
}

TEST(SplitSentencesTest, SplitsEnglish) {
  EXPECT_THAT(Sentences("Contoso Inc. hired 40 people. It opened in Rabat. Dr. Haddad leads it."),
              SizeIs(3));
}

TEST(SplitSentencesTest, CutsWhatIsTooLongToCite) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "ودعمت الوزارة المشروع، ";
  EXPECT_GT(Sentences(text).size(), 1u);
}

TEST(SegmenterTest, FindsHeadlineLeadHeadingsAndSentences) {
  const Analysis analysis = Segmented(
      "مصرف الرافدين يعين مديرا جديدا\n\n"
      "أعلن مصرف الرافدين اليوم الأحد تعيين هدى كامل مديرة تنفيذية له. وتخلف كامل سلفها "
      "المستقيل.\n\n"
      "خطط التوسع\n\n"
      "يعتزم المصرف فتح عشرة فروع جديدة في العام المقبل وتوظيف مئتي موظف.\n");
  EXPECT_THAT(Kinds(analysis),
              ElementsAre(PassageKind::kHeadline, PassageKind::kLead, PassageKind::kBody,
                          PassageKind::kHeading, PassageKind::kBody));
  EXPECT_EQ(analysis.passages[4].heading, 3);
  EXPECT_EQ(analysis.passages[3].heading, 0);
  EXPECT_EQ(analysis.passages[1].paragraph, analysis.passages[2].paragraph);
}

TEST(SegmenterTest, TheTitleMayBeLooselyRepeated) {
  const Analysis analysis = Segmented(
      "اقتصاد\nمصرف الرافدين يعيّن مديرا جديدا - صحيفة الأفق\nأعلن المصرف التعيين في بيان صدر "
      "أمس.\n",
      "مصرف الرافدين يعين مديرا جديدا");
  EXPECT_THAT(Kinds(analysis),
              ElementsAre(PassageKind::kBoilerplate, PassageKind::kHeadline, PassageKind::kLead));
}

TEST(SegmenterTest, SetsListsTablesAndCaptionsApart) {
  const Analysis analysis = Segmented(
      "أعلنت اللجنة أسماء الفائزين بالجائزة لهذا العام وهم:\n- ليلى حداد\n- عمر صبري\n"
      "الدولة | عدد الفائزين |\nالأردن | 2 |\n"
      "مبنى اللجنة في عمان (رويترز)\nوتسلم الجوائز في حفل يقام الشهر المقبل في العاصمة.\n");
  EXPECT_THAT(Kinds(analysis),
              ElementsAre(PassageKind::kLead, PassageKind::kListItem, PassageKind::kListItem,
                          PassageKind::kTableRow, PassageKind::kTableRow, PassageKind::kCaption,
                          PassageKind::kBody));
  EXPECT_EQ(analysis.passages[1].paragraph, analysis.passages[2].paragraph);
}

TEST(SegmenterTest, MarksWhatSitesWrapAroundArticles) {
  const Analysis analysis = Segmented(
      "وقعت الشركتان أمس في الرياض عقدا لتوريد الأجهزة مدته خمس سنوات.\n"
      "شارك الخبر فيسبوك تويتر واتساب\n"
      "اقرأ أيضا\nالريال يصعد أمام الدولار\n"
      "3 تعليقات طباعة إرسال\n"
      "dGhpcyBpcyBub3QgYW4gYXJ0aWNsZQ==\n"
      "جميع الحقوق محفوظة © 2025\n");
  ASSERT_EQ(analysis.passages.size(), 7u);
  EXPECT_EQ(analysis.passages[0].kind, PassageKind::kLead);
  for (size_t i = 1; i < 7; ++i) {
    EXPECT_EQ(analysis.passages[i].kind, PassageKind::kBoilerplate)
        << analysis.Quote(analysis.passages[i].range);
  }
}

TEST(SegmenterTest, ProseThatMentionsSharingIsNoBoilerplate) {
  const Analysis analysis = Segmented(
      "إعلان الشركة عن نتائجها جاء متأخرا أسبوعين عن موعده المعتاد.\n"
      "وشارك المدير في مؤتمر عقد في مسقط وحضره أربعون خبيرا من المنطقة.\n");
  EXPECT_THAT(Kinds(analysis), ElementsAre(PassageKind::kLead, PassageKind::kBody));
}

TEST(SegmenterTest, AQuestionIsOnePassage) {
  const Analysis analysis = Segmented("من يدير مصرف الرافدين؟");
  EXPECT_THAT(Kinds(analysis), ElementsAre(PassageKind::kLead));
}

TEST(SegmenterTest, MostlyQuotedSentencesAreQuotes) {
  const Analysis analysis = Segmented(
      "عقد الوزير مؤتمرا صحفيا في مقر الوزارة ظهر اليوم.\n"
      "وقال: «لن تمس الإصلاحات رواتب الموظفين في أي حال من الأحوال».\n");
  EXPECT_THAT(Kinds(analysis), ElementsAre(PassageKind::kLead, PassageKind::kQuote));
}

TEST(SegmenterTest, JoinsLinesThatWereWrappedAtAColumn) {
  const Analysis analysis = Segmented(
      "قررت بلدية المدينة تمديد ساعات عمل الحدائق العامة حتى منتصف الليل طوال\n"
      "أشهر الصيف، بعد أن تلقت مئات الطلبات من السكان الذين يشكون من حرارة\n"
      "النهار. وستضيف البلدية إنارة جديدة في ست حدائق، على أن تنتهي الأعمال\n"
      "قبل نهاية الشهر.\n"
      "\n"
      "وقال مدير الحدائق إن الكلفة لن تتجاوز مليوني درهم، وإن شركتين محليتين\n"
      "ستنفذان المشروع بالتعاون مع طلاب كلية الهندسة.\n");
  ASSERT_EQ(analysis.passages.size(), 3u);
  EXPECT_THAT(Kinds(analysis),
              ElementsAre(PassageKind::kLead, PassageKind::kBody, PassageKind::kBody));
  EXPECT_EQ(analysis.passages[0].paragraph, analysis.passages[1].paragraph);
  EXPECT_NE(analysis.passages[1].paragraph, analysis.passages[2].paragraph);
}

TEST(SegmenterTest, LinesOfUnevenLengthStayApart) {
  const Analysis analysis = Segmented(
      "ارتفاع أسعار القمح في الأسواق العالمية للأسبوع الثالث\n"
      "الحكومة تعلن موازنة العام المقبل\n"
      "افتتاح معرض الكتاب بمشاركة مئتي دار نشر من عشرين دولة عربية\n"
      "فوز المنتخب\n"
      "إطلاق قمر صناعي جديد لمراقبة حركة السفن في البحر الأحمر\n");
  EXPECT_EQ(analysis.passages.size(), 5u);
}

TEST(SegmenterTest, SplitsWireText) {
  // No paragraph breaks, sentences glued to one another, initials, decimals and speech.
  const std::vector<std::string> sentences = Sentences(
      "أكد وزير النقل د. أحمد الناصر أن الخط الجديد سيعمل بطاقة 3.5 ملايين راكب.وأضاف في مقابلة "
      "مع أ. ف. ب. أن التذاكر ستباع بسعر موحد. وأوضحت شركة أبل. أن التطبيق سيدعم الدفع. «لن نرفع "
      "الأسعار. هذا وعد»، قال الوزير. ونفى م. خالد وجود خلاف.. وذكرت مصادر أن العقد وقع.");
  EXPECT_THAT(sentences, SizeIs(6));
}

// Every byte that is no white space belongs to exactly one passage, on character boundaries.
void ExpectCoverage(const std::string& text) {
  const Analysis analysis = Segmented(text, "عنوان ما");
  std::vector<int> owners(text.size(), 0);
  int last_end = 0;
  for (const Passage& passage : analysis.passages) {
    ASSERT_LE(last_end, passage.range.begin);
    ASSERT_LT(passage.range.begin, passage.range.end);
    ASSERT_LE(passage.range.end, static_cast<int>(text.size()));
    last_end = passage.range.end;
    for (int i = passage.range.begin; i < passage.range.end; ++i) ++owners[i];
  }
  for (int i = 0; i < static_cast<int>(text.size());) {
    const DecodedChar c = DecodeUtf8(text, i);
    if (!c.valid || !IsWhitespace(c.code_point)) {
      for (int j = 0; j < c.length; ++j) ASSERT_EQ(owners[i + j], 1) << "byte " << i + j;
    }
    i += c.length;
  }
}

TEST(SegmenterTest, CoversRandomUnicodeAndRandomBytes) {
  std::mt19937 random(11);
  const std::vector<std::string> pool = {
      "قال",    "المدير", ".",    "..", "…",    "\n",     "\n\n", " ",      "؟",  "“",
      "”",      "\"",     "«",    "»",  "|",    "- ",     "1",    "حيث",    "في", "وأضاف",
      "\u200F", "é",      "x.ai", "،",  "\r\n", "\u2028", "😀",    "وهو ما", "\t"};
  std::uniform_int_distribution<size_t> pick(0, pool.size() - 1);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 80; ++i) text += pool[pick(random)] + (i % 3 == 0 ? " " : "");
    ExpectCoverage(text);
    std::string bytes;
    for (int i = 0; i < 120; ++i) bytes.push_back(static_cast<char>(byte(random)));
    ExpectCoverage(bytes);
  }
}

}  // namespace
}  // namespace isnad::extraction
