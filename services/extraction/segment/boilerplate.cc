#include "services/extraction/segment/boilerplate.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

// Longer lines are prose, whatever words they hold.
constexpr int kMaxBoilerplateWords = 22;
constexpr size_t kMinEncodedLength = 20;

// All phrases below are folded.

// Lines that are boilerplate when they begin so.
constexpr absl::string_view kOpenings[] = {"اترك تعليق",
                                           "اكتب تعليق",
                                           "اضف تعليق",
                                           "لن يتم نشر عنوان بريدك",
                                           "لن يتم نشر بريدك",
                                           "الحقول الالزاميه",
                                           "احفظ اسمي",
                                           "زر الذهاب الي الاعلي",
                                           "العوده الي الاعلي",
                                           "جميع الحقوق محفوظه",
                                           "كل الحقوق محفوظه",
                                           "حقوق النشر محفوظه",
                                           "حقوق الطبع",
                                           "(c)",
                                           "©",
                                           "copyright",
                                           "all rights reserved",
                                           "اشترك في",
                                           "اشترك الان",
                                           "اشترك بنشرتنا",
                                           "سجل الان",
                                           "تسجيل الدخول",
                                           "انشاء حساب",
                                           "للاشتراك في",
                                           "تابعونا علي",
                                           "تابعنا علي",
                                           "تابعوا قناتنا",
                                           "تابعوا اخر",
                                           "تابع احدث",
                                           "لمتابعه اخر",
                                           "انضم الي قناتنا",
                                           "حمل تطبيق",
                                           "حملوا تطبيق",
                                           "نستخدم ملفات تعريف",
                                           "يستخدم هذا الموقع ملفات",
                                           "سياسه الخصوصيه",
                                           "شروط الاستخدام",
                                           "الشروط والاحكام",
                                           "من نحن",
                                           "اتصل بنا",
                                           "اعلن معنا",
                                           "وسوم",
                                           "الوسوم",
                                           "كلمات مفتاحيه",
                                           "الكلمات المفتاحيه",
                                           "كلمات دلاليه",
                                           "الكلمات الدلاليه",
                                           "الكلمات الداله",
                                           "تاغات",
                                           "هاشتاغ",
                                           "tags:",
                                           "شارك هذا",
                                           "شارك الخبر",
                                           "شارك المقال",
                                           "شارك عبر",
                                           "شارك علي",
                                           "شاركها",
                                           "مشاركه عبر",
                                           "مشاركه الخبر",
                                           "انسخ الرابط",
                                           "نسخ الرابط",
                                           "طباعه الخبر",
                                           "ارسل الي صديق",
                                           "اطبع",
                                           "اقرا ايضا",
                                           "اقرا المزيد",
                                           "اقرا كذلك",
                                           "اقراوا ايضا",
                                           "اقرئي ايضا",
                                           "طالع ايضا",
                                           "شاهد ايضا",
                                           "شاهد:",
                                           "انظر ايضا",
                                           "للمزيد:",
                                           "للمزيد من",
                                           "المزيد من الاخبار",
                                           "مواضيع ذات صله",
                                           "مواضيع متعلقه",
                                           "مقالات ذات صله",
                                           "مقالات مشابهه",
                                           "اخبار ذات صله",
                                           "اخبار متعلقه",
                                           "روابط ذات صله",
                                           "قد يعجبك",
                                           "قد يهمك",
                                           "ربما يعجبك",
                                           "اخترنا لك",
                                           "اخترنا لكم",
                                           "اكثر قراءه",
                                           "الاكثر قراءه",
                                           "الاكثر مشاهده",
                                           "الاكثر تداولا",
                                           "الاكثر شيوعا",
                                           "يمكنك ايضا قراءه",
                                           "المقال السابق",
                                           "المقال التالي",
                                           "الخبر السابق",
                                           "الخبر التالي",
                                           "السابق التالي",
                                           "لا توجد تعليقات",
                                           "لا يوجد تعليقات",
                                           "اخر تحديث:",
                                           "تاريخ النشر:",
                                           "نشر في:",
                                           "وقت القراءه",
                                           "مده القراءه",
                                           "اعلان",
                                           "اعلانات",
                                           "advertisement",
                                           "read more",
                                           "read also",
                                           "related articles",
                                           "related topics",
                                           "subscribe",
                                           "sign up",
                                           "share this",
                                           "follow us",
                                           "leave a comment",
                                           "leave a reply",
                                           "cookie",
                                           "we use cookies",
                                           "privacy policy",
                                           "terms of use",
                                           "skip to content",
                                           "تخطي الي المحتوي",
                                           "انتقل الي المحتوي",
                                           "القائمه الرئيسيه",
                                           "الصفحه الرئيسيه",
                                           "الرئيسيه",
                                           "ارسل تعليقك",
                                           "البريد الالكتروني *",
                                           "الاسم *",
                                           "الموقع الالكتروني",
                                           "مصدر الخبر",
                                           "رابط المصدر",
                                           "ملحوظه: مضمون هذا",
                                           "تنويه:",
                                           "تم نسخ الرابط",
                                           "استمع الي",
                                           "استمع للمقال",
                                           "حجم الخط",
                                           "تبليغ عن",
                                           "ابلغ عن",
                                           "محتوي اعلاني",
                                           "يعرض الان",
                                           "تغطيه مستمره"};

// Words of share bars and form buttons; a short line made mostly of them is one.
const absl::flat_hash_set<absl::string_view>& ButtonWords() {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "تعليق",    "تعليقات",  "ارسل",     "ارسال",     "طباعه",     "اطبع",     "تبليغ",
      "حذف",      "مشاركه",   "شارك",     "نشر",       "غرد",       "تغريد",    "اعجبني",
      "اعجاب",    "فيسبوك",   "تويتر",    "واتساب",    "واتس",      "اب",       "تلغرام",
      "تيليجرام", "تليجرام",  "لينكدان",  "لينكدإن",   "ماسنجر",    "انستغرام", "انستجرام",
      "بينترست",  "البريد",   "ايميل",    "نسخ",       "رابط",      "حفظ",      "مشاهده",
      "مشاهدات",  "قراءه",    "زياره",    "دقيقه",     "دقائق",     "facebook", "twitter",
      "whatsapp", "telegram", "linkedin", "pinterest", "messenger", "email",    "print",
      "share",    "tweet",    "copy",     "link",      "reddit",    "tumblr",   "viber",
      "snapchat", "x",        "-",        "المشاهدات", "a+",        "a-"};
  return *words;
}

const absl::flat_hash_set<absl::string_view>& SectionNames() {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{"تقنيه",
                                                                        "تكنولوجيا",
                                                                        "علوم وتكنولوجيا",
                                                                        "علوم وتقنيه",
                                                                        "علوم",
                                                                        "اقتصاد",
                                                                        "الاقتصاد",
                                                                        "مال واعمال",
                                                                        "اعمال",
                                                                        "اسواق",
                                                                        "سياسه",
                                                                        "رياضه",
                                                                        "ثقافه",
                                                                        "ثقافه وفن",
                                                                        "فنون",
                                                                        "فن",
                                                                        "صحه",
                                                                        "منوعات",
                                                                        "اخبار",
                                                                        "الاخبار",
                                                                        "اخر الاخبار",
                                                                        "عاجل",
                                                                        "العالم",
                                                                        "عالم",
                                                                        "عربي",
                                                                        "عربي ودولي",
                                                                        "دولي",
                                                                        "دوليات",
                                                                        "محليات",
                                                                        "حوادث",
                                                                        "مجتمع",
                                                                        "راي",
                                                                        "مقالات",
                                                                        "تقارير",
                                                                        "تحقيقات",
                                                                        "حوارات",
                                                                        "الذكاء الاصطناعي",
                                                                        "ذكاء اصطناعي",
                                                                        "اخبار التقنيه",
                                                                        "اخبار تقنيه",
                                                                        "شركات",
                                                                        "بنوك",
                                                                        "طاقه",
                                                                        "سيارات",
                                                                        "سفر",
                                                                        "فيديو",
                                                                        "صور",
                                                                        "بودكاست",
                                                                        "الرئيسيه",
                                                                        "اخبار عربيه",
                                                                        "اخبار عالميه",
                                                                        "اخبار اقتصاديه",
                                                                        "technology",
                                                                        "tech",
                                                                        "business",
                                                                        "news",
                                                                        "world",
                                                                        "science",
                                                                        "الشرق الاوسط",
                                                                        "افريقيا",
                                                                        "اوروبا",
                                                                        "امريكا",
                                                                        "الاميركتان",
                                                                        "خاص",
                                                                        "حصري",
                                                                        "تحليل"};
  return *words;
}

constexpr absl::string_view kBlockOpenings[] = {
    "اقرا ايضا",     "اقرا المزيد",      "طالع ايضا",      "شاهد ايضا",     "مواضيع ذات صله",
    "مواضيع متعلقه", "مقالات ذات صله",   "مقالات مشابهه",  "اخبار ذات صله", "اخبار متعلقه",
    "روابط ذات صله", "قد يعجبك",         "قد يهمك",        "اخترنا لك",     "اكثر قراءه",
    "الاكثر قراءه",  "الاكثر مشاهده",    "اترك تعليق",     "اضف تعليق",     "اكتب تعليق",
    "read more",     "related articles", "related topics", "leave a"};

constexpr absl::string_view kCaptionOpenings[] = {
    "صوره:",        "الصوره:",       "صوره ",       "صوره ارشيفيه",       "صوره تعبيريه",
    "تصوير:",       "تصوير ",        "مصدر الصوره", "التعليق علي الصوره", "المصدر: رويترز",
    "المصدر: غيتي", "المصدر: getty", "غيتي",        "image source",       "image caption",
    "photo:",       "getty images",  "فيديو:",      "انفوغراف",           "انفوجراف"};
constexpr absl::string_view kCaptionEndings[] = {
    "(رويترز)",  "(الفرنسيه)",     "(ا ف ب)",   "(ا.ف.ب)",         "(د ب ا)",   "(د.ب.ا)",
    "(غيتي)",    "(getty)",        "(ap)",      "(reuters)",       "(afp)",     "(اسوشيتد برس)",
    "(شترستوك)", "(shutterstock)", "(الجزيره)", "(مواقع التواصل)", "(الاناضول)"};
constexpr int kMaxCaptionWords = 30;

template <size_t kSize>
bool StartsWithAny(absl::string_view line, const absl::string_view (&openings)[kSize]) {
  return std::any_of(std::begin(openings), std::end(openings),
                     [line](absl::string_view opening) { return absl::StartsWith(line, opening); });
}

// A word of base64 or another encoding, as trackers leave in pages.
bool HasEncodedWord(absl::string_view folded_line, absl::string_view* rest) {
  for (const absl::string_view word : absl::StrSplit(folded_line, ' ')) {
    if (word.size() < kMinEncodedLength || absl::StrContains(word, "://")) continue;
    const bool encoded = std::all_of(word.begin(), word.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=';
    });
    const bool marks =
        absl::StrContains(word, "=") || absl::StrContains(word, "+") ||
        std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (encoded && marks) {
      *rest = word;
      return true;
    }
  }
  return false;
}

bool IsButtonBar(const Line& line) {
  int buttons = 0;
  int words = 0;
  for (const absl::string_view word : absl::StrSplit(line.folded, ' ', absl::SkipEmpty())) {
    // Counters between the buttons say nothing either way.
    if (word.find_first_not_of("0123456789|") == absl::string_view::npos) continue;
    ++words;
    buttons += ButtonWords().contains(word);
  }
  return words > 0 && words <= kMaxBoilerplateWords && !line.ends_with_stop &&
         ((buttons >= 4 && 2 * buttons >= words) || (buttons >= 2 && 3 * buttons >= 2 * words) ||
          buttons == words);
}

}  // namespace

bool IsBoilerplate(const Line& line) {
  if (line.letters == 0) return line.bars == 0;
  if (line.words > kMaxBoilerplateWords) return false;
  if (StartsWithAny(line.folded, kOpenings)) {
    // "إعلان الشركة عن ..." is prose: openings of one word must be the line.
    const bool one_word =
        absl::StartsWith(line.folded, "اعلان") || absl::StartsWith(line.folded, "اطبع") ||
        absl::StartsWith(line.folded, "الرئيسيه") || absl::StartsWith(line.folded, "هاشتاغ") ||
        absl::StartsWith(line.folded, "شاركها") || absl::StartsWith(line.folded, "من نحن") ||
        absl::StartsWith(line.folded, "subscribe") || absl::StartsWith(line.folded, "cookie");
    return !one_word || line.words <= 3;
  }
  absl::string_view encoded;
  return HasEncodedWord(line.folded, &encoded) || IsButtonBar(line);
}

bool OpensBoilerplateBlock(const Line& line) {
  return line.words <= 6 && StartsWithAny(line.folded, kBlockOpenings);
}

bool IsSectionName(const Line& line) {
  return line.words <= 3 && SectionNames().contains(line.folded);
}

bool IsCaption(const Line& line) {
  if (line.words > kMaxCaptionWords) return false;
  if (StartsWithAny(line.folded, kCaptionOpenings) && !line.ends_with_stop) return true;
  return std::any_of(
      std::begin(kCaptionEndings), std::end(kCaptionEndings),
      [&line](absl::string_view ending) { return absl::EndsWith(line.folded, ending); });
}

}  // namespace isnad::extraction
