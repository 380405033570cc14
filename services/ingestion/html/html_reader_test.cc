#include "services/ingestion/html/html_reader.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {
namespace {

constexpr char kLead[] =
    "أعلنت شركة الملاحة الساحلية، الأحد، أنها ستضيف أربع سفن إلى أسطولها قبل نهاية العام، بعد "
    "ارتفاع الطلب على الرحلات بين الجزر.";
constexpr char kSecond[] =
    "وقالت مديرة العمليات سلمى الحداد إن السفن الجديدة تعمل بالكهرباء، وإن كلفتها تبلغ 80 مليون "
    "دولار، ووصفت القرار بأنه \"خطوة طال انتظارها\".";
constexpr char kThird[] =
    "ويرى محللون أن المنافسة ستشتد في الموسم المقبل، إذ تستعد شركات أخرى لدخول السوق.";

std::string TextOf(absl::string_view html) {
  const absl::StatusOr<HtmlArticle> article = ReadHtml(html);
  return article.ok() ? article->text : server::ErrorReason(article.status());
}

TEST(HtmlReaderTest, CleanArticleKeepsItsShape) {
  const std::string page = absl::StrCat(
      "<html><head><title>t</title></head><body><article><h1>أسطول جديد</h1><p>", kLead,
      "</p><h2>الكلفة</h2><p>  ", kSecond,
      "\n</p><ul><li>سفينتان في يونيو</li><li><p>سفينتان في "
      "ديسمبر</p></li></ul><blockquote><p>البحر لنا جميعا</p></blockquote>"
      "<table><tr><th>السنة</th><th>السفن</th></tr><tr><td>2024</td><td>6</td></tr></table><p>",
      kThird, "</p></article></body></html>");
  EXPECT_EQ(TextOf(page),
            absl::StrCat("أسطول جديد\n\n", kLead, "\n\nالكلفة\n\n", kSecond,
                         "\n\n- سفينتان في يونيو\n- سفينتان في ديسمبر\n\nالبحر لنا جميعا\n\n"
                         "السنة | السفن |\n2024 | 6 |\n\n",
                         kThird, "\n"));
}

std::string NoisyPage() {
  return absl::StrCat(
      "<!DOCTYPE html><html><head><title>أسطول جديد للجزر البعيدة | جريدة الشاطئ</title>"
      "<meta property='og:site_name' content='جريدة الشاطئ'>"
      "<link rel='canonical' href='https://example.org/ships'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"أسطول جديد "
      "للجزر البعيدة\",\"datePublished\":\"2025-06-01T08:00:00+03:00\"}</script>"
      "<script>var a = '<p>لا يظهر</p>';</script><style>p{}</style></head>"
      "<body class='has-sidebar'><header class='site-header'><a href='/'>جريدة الشاطئ</a>"
      "<nav><ul><li><a href='/a'>سياسة</a></li><li><a href='/b'>اقتصاد</a></li></ul></nav></header>"
      "<div class='layout'><div class='post'><h1>أسطول جديد للجزر البعيدة</h1>"
      "<div class='share-buttons'><span>شارك على واتساب</span></div>"
      "<div class='post-content'><p>",
      kLead, "</p><div class='ads'>إعلان: اشتر الآن، خصومات كبيرة، لا تفوت الفرصة أبدا.</div><p>",
      kSecond, "</p><p>اقرأ أيضًا: <a href='/x'>قصة أخرى عن الموانئ والسفن</a></p><p>", kThird,
      "</p></div><div class='related'><h3>مواضيع ذات صلة</h3><ul><li><a href='/1'>خبر أول طويل "
      "العنوان جدا</a></li><li><a href='/2'>خبر ثان</a></li></ul></div>"
      "<div id='comments'><p>تعليق طويل من قارئ غاضب، يكتب كثيرا، ويعيد ما قاله، ثم يضيف أسطرا "
      "أخرى، ولا يتوقف، حتى يملأ الصفحة كلها بكلامه.</p><p>رد طويل آخر، من قارئة، تقول فيه الكثير "
      "أيضا، وتختلف معه، وتكتب أكثر مما كتب.</p></div></div>"
      "<aside class='sidebar'><p>الأكثر قراءة، نص طويل في الشريط الجانبي، عن أخبار لا صلة لها "
      "بالمقال، وفيه فواصل كثيرة، وجمل.</p></aside></div>"
      "<footer><p>جميع الحقوق محفوظة، جريدة الشاطئ، 2025، للتواصل معنا، عنوان البريد.</p></footer>"
      "</body></html>");
}

TEST(HtmlReaderTest, BoilerplateIsLeftOut) {
  EXPECT_EQ(TextOf(NoisyPage()), absl::StrCat("أسطول جديد للجزر البعيدة\n\n", kLead, "\n\n",
                                              kSecond, "\n\n", kThird, "\n"));
}

TEST(HtmlReaderTest, MetadataComesFromTheHead) {
  const absl::StatusOr<HtmlArticle> article = ReadHtml(NoisyPage());
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->metadata.title, "أسطول جديد للجزر البعيدة");
  EXPECT_EQ(article->metadata.publisher, "جريدة الشاطئ");
  EXPECT_EQ(article->metadata.url, "https://example.org/ships");
  EXPECT_EQ(
      absl::FormatTime("%Y-%m-%dT%H:%M", *article->metadata.publish_time, absl::UTCTimeZone()),
      "2025-06-01T05:00");
}

TEST(HtmlReaderTest, ParagraphsByLineBreaksAreSeparated) {
  EXPECT_EQ(TextOf(absl::StrCat("<div>", kLead, "<br><br>\n", kSecond, "<br>", kThird, "</div>")),
            absl::StrCat(kLead, "\n\n", kSecond, "\n", kThird, "\n"));
}

TEST(HtmlReaderTest, BodySplitByAnAdvertisementStaysWhole) {
  const std::string page =
      absl::StrCat("<body><div class='wrap'><div class='part'><p>", kLead, "</p><p>", kSecond,
                   "</p></div><div class='ad-slot'>إعلان</div><div class='part'><p>", kThird,
                   "</p><p>", kSecond, "</p></div></div></body>");
  EXPECT_EQ(TextOf(page),
            absl::StrCat(kLead, "\n\n", kSecond, "\n\n", kThird, "\n\n", kSecond, "\n"));
}

TEST(HtmlReaderTest, LayoutTablesAreContainers) {
  const std::string page =
      absl::StrCat("<table><tr><td><a href='/'>الرئيسية</a></td><td><table><tr><td><p>", kLead,
                   "</p><p>", kSecond, "</p></td></tr></table></td></tr></table>");
  EXPECT_EQ(TextOf(page), absl::StrCat(kLead, "\n\n", kSecond, "\n"));
}

TEST(HtmlReaderTest, MisleadingClassNamesAreNotBelieved) {
  const std::string page = absl::StrCat("<div class='comments'><p>", kLead, "</p><p>", kSecond,
                                        "</p><p>", kThird, "</p></div>");
  EXPECT_EQ(TextOf(page), absl::StrCat(kLead, "\n\n", kSecond, "\n\n", kThird, "\n"));
}

TEST(HtmlReaderTest, WidgetAroundTheArticleDoesNotHideIt) {
  const std::string page =
      absl::StrCat("<div class='elementor-widget'><div class='entry-content'><p>", kLead, "</p><p>",
                   kSecond, "</p></div></div><div class='widget'><p>صندوق جانبي، قصير</p></div>");
  EXPECT_EQ(TextOf(page), absl::StrCat(kLead, "\n\n", kSecond, "\n"));
}

TEST(HtmlReaderTest, TeaserArticlesBesideTheArticleAreLeftOut) {
  const std::string page = absl::StrCat(
      "<main><article class='story'><h1>العنوان</h1><div><p>", kLead, "</p><p>", kSecond,
      "</p></div></article><article class='card'><h3><a href='/2'>قصة ثانية</a></h3><p>ملخص قصير "
      "لقصة أخرى لا صلة لها بما سبق.</p></article></main>");
  EXPECT_EQ(TextOf(page), absl::StrCat("العنوان\n\n", kLead, "\n\n", kSecond, "\n"));
}

TEST(HtmlReaderTest, EntitiesAreDecodedAndHiddenTextIsNot) {
  EXPECT_EQ(TextOf("<p>&#1606;&#1589; قصير &laquo;هنا&raquo;&nbsp;&amp; هناك.</p>"
                   "<p style='display: none'>مخفي تماما</p><p hidden>مخفي أيضا</p>"),
            "نص قصير «هنا»\u00A0& هناك.\n");
}

TEST(HtmlReaderTest, InlineMarkupDoesNotSplitWords) {
  EXPECT_EQ(TextOf("<p>قا<b>ل</b>ت  <i>الوزيرة</i>\n إن <a href='/m'>الميناء</a>، مفتوح.</p>"),
            "قالت الوزيرة إن الميناء، مفتوح.\n");
}

TEST(HtmlReaderTest, PageWithoutTextIsSaidToBeOne) {
  EXPECT_EQ(TextOf("<html><body><script>render()</script><div id='root'></div></body></html>"),
            "NO_TEXT_FOUND");
  EXPECT_EQ(TextOf("<nav><ul><li><a href='/a'>سياسة</a></li><li><a href='/b'>اقتصاد</a></li>"
                   "</ul></nav>"),
            "NO_TEXT_FOUND");
  EXPECT_EQ(TextOf("<img src='a.png'><p>&nbsp;</p>"), "NO_TEXT_FOUND");
}

}  // namespace
}  // namespace isnad::ingestion
