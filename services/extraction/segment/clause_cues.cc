#include "services/extraction/segment/clause_cues.h"

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/extraction/text/script.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

const WordSet& Continuations() {
  static const auto* words = new WordSet{
      "حيث",    "مما",     "اذ",     "الذي",   "التي",    "الذين", "اللذان", "اللذين", "اللتان",
      "اللتين", "اللواتي", "اللاتي", "بحيث",   "كي",      "لكي",   "ان",     "بان",    "وان",
      "فيما",   "بما",     "لاسيما", "سيما",   "ولاسيما", "خاصه",  "خصوصا",  "منها",   "منهم",
      "بينها",  "بينهم",   "ابرزها", "ابرزهم", "علما",    "مشيرا", "مضيفا",  "موضحا",  "موكدا",
      "قائلا",  "لافتا",   "مبينا",  "معتبرا", "مشيره",   "مضيفه", "موضحه",  "موكده",  "قائله",
      "لافته",  "مبينه",   "معتبره", "مشددا",  "مشدده",   "منوها", "منوهه",  "محذرا",  "محذره",
      "متوقعا", "متوقعه",  "واصفا",  "واصفه",  "داعيا",   "داعيه", "وذلك",   "اي",     "بدلا",
      "فضلا",   "وفق",     "وفقا",   "بحسب",   "حسب",     "حسبما", "بهدف",   "بغيه"};
  return *words;
}

const WordSet& Subordinators() {
  static const auto* words =
      new WordSet{"بينما", "عندما", "حينما", "لما",    "رغم",    "برغم", "بالرغم", "مع",   "بعد",
                  "قبل",   "في",    "وفي",   "ومع",    "ورغم",   "وبعد", "خلال",   "منذ",  "ومنذ",
                  "وخلال", "من",    "ومن",   "وبينما", "وعندما", "فمع",  "ففي",    "فبعد", "علي",
                  "وعلي",  "وقبل",  "عند",   "وعند",   "اذا",    "واذا", "كلما",   "طالما"};
  return *words;
}

const WordSet& ReportingVerbs() {
  static const auto* words = new WordSet{
      "قال",   "قالت",   "اكد",   "اكدت", "اوضح",  "اوضحت", "اضاف",  "اضافت",  "اعلن",
      "اعلنت", "ذكر",    "ذكرت",  "صرح",  "صرحت",  "اشار",  "اشارت", "شدد",    "شددت",
      "اعتبر", "اعتبرت", "راي",   "رات",  "نفي",   "نفت",   "كشف",   "كشفت",   "زعم",
      "زعمت",  "لفت",    "لفتت",  "تابع", "تابعت", "حذر",   "حذرت",  "نقلت",   "نقل",
      "افاد",  "افادت",  "بين",   "بينت", "يقول",  "تقول",  "يري",   "تري",    "يضيف",
      "تضيف",  "يوكد",   "توكد",  "يوضح", "توضح",  "كتب",   "كتبت",  "استطرد", "ختم",
      "واصل",  "توقع",   "توقعت", "اورد", "اوردت", "نوه",   "نوهت",  "قالوا",  "اضافوا"};
  return *words;
}

const WordSet& CommonPerfects() {
  static const auto* words = new WordSet{
      "كان",   "بدا",  "جاء",  "شهد",   "بلغ",  "وصل",   "اطلق",  "وقع",   "تم",     "جري",
      "ضخ",    "قرر",  "رفض",  "وافق",  "انضم", "غادر",  "عين",   "اقال",  "استقال", "استحوذ",
      "اشتري", "باع",  "دفع",  "خسر",   "ربح",  "ارتفع", "انخفض", "تراجع", "زاد",    "تجاوز",
      "اصبح",  "ظل",   "بات",  "حقق",   "سجل",  "اختار", "تولي",  "ترك",   "قدم",    "طالب",
      "دعا",   "اتهم", "هاجم", "انتقد", "اشاد", "سرح",   "خفض",   "رفع",   "اسس",    "انشا",
      "بني",   "طور",  "واجه", "اثار",  "ادي",  "يبدو",  "ليس",   "ليست",  "لم",     "لن",
      "قد",    "وقد",  "سوف",  "هناك",  "هل",   "يعد"};
  return *words;
}

const WordSet& ImperfectLookalikes() {
  static const auto* words = new WordSet{
      "يوم",       "يوميا",  "يناير", "يونيو", "يوليو", "يورو",  "يسار",   "يمين",   "يد",
      "ياهو",      "يوتيوب", "يابان", "تقنيه", "تقرير", "تعاون", "تطوير",  "تحديات", "توظيف",
      "تكنولوجيا", "تجربه",  "تحت",   "تلك",   "تاريخ", "تعليق", "تقارير", "تمويل",  "تويتر",
      "تشات",      "تسلا",   "تسريح", "تدريب", "تحالف", "تشاو",  "سباق",   "سوق",    "سلسله",
      "سام",       "سكيل",   "سابق",  "سنوات", "سنه"};
  return *words;
}

const WordSet& Abbreviations() {
  static const auto* words =
      new WordSet{"د",   "م",   "ص",    "ت",   "ج",   "ه",   "ا",    "ق",      "ب",    "ف",
                  "ر",   "س",   "ع",    "مم",  "mr",  "mrs", "ms",   "dr",     "prof", "inc",
                  "ltd", "co",  "corp", "vs",  "no",  "st",  "jr",   "sr",     "gen",  "gov",
                  "sen", "rep", "u.s",  "u.k", "e.g", "i.e", "etc",  "approx", "dept", "fig",
                  "est", "jan", "feb",  "mar", "apr", "aug", "sept", "oct",    "nov",  "dec"};
  return *words;
}

absl::string_view WithoutConjunction(absl::string_view word) {
  if ((absl::StartsWith(word, "و") || absl::StartsWith(word, "ف")) && CountChars(word) > 3) {
    return word.substr(2);
  }
  return word;
}

bool Imperfect(absl::string_view word) {
  if (absl::StartsWith(word, "س") && CountChars(word) > 4) word = word.substr(2);
  const bool prefixed = absl::StartsWith(word, "ي") || absl::StartsWith(word, "ت");
  return prefixed && CountChars(word) >= 4 && !absl::EndsWith(word, "ه") &&
         !absl::EndsWith(word, "ات") && !ImperfectLookalikes().contains(word);
}

}  // namespace

bool ContinuesClause(absl::string_view word, absl::string_view next_word) {
  if (Continuations().contains(word)) return true;
  if (word == "الا") return next_word == "ان" || absl::StartsWith(next_word, "ان");
  if (word == "كما") return next_word == "ان" || next_word == "انه" || next_word == "انها";
  if (word == "وهو" || word == "وهي") {
    return next_word == "ما" || next_word == "امر" || next_word == "الامر";
  }
  if (word == "الامر") return next_word == "الذي";
  if (word == "ما") {
    return next_word == "يعني" || next_word == "جعل" || next_word == "ادي" || next_word == "دفع" ||
           next_word == "يجعل" || next_word == "يشير" || next_word == "يعكس" ||
           next_word == "اثار" || next_word == "يثير" || next_word == "لم";
  }
  return false;
}

bool OpensSubordinate(absl::string_view word) { return Subordinators().contains(word); }

bool LooksLikeFiniteVerb(absl::string_view word) {
  const absl::string_view bare = WithoutConjunction(word);
  for (const absl::string_view candidate : {word, bare}) {
    if (CommonPerfects().contains(candidate) || ReportingVerbs().contains(candidate)) return true;
    if (Imperfect(candidate)) return true;
    // Third person feminine perfect: "اعلنت", but no plural in "ات".
    if (absl::EndsWith(candidate, "ت") && !absl::EndsWith(candidate, "ات") &&
        !absl::StartsWith(candidate, "ال") && CountChars(candidate) >= 4) {
      return true;
    }
  }
  return false;
}

bool IsReportingVerb(absl::string_view word) {
  return ReportingVerbs().contains(word) || ReportingVerbs().contains(WithoutConjunction(word));
}

bool IsLatinLetterName(absl::string_view word) {
  static const auto* names = new absl::flat_hash_set<absl::string_view>{
      "ايه", "اي",  "بي",  "سي", "دي", "اف",   "جي",  "اتش",   "جيه", "كيه",
      "كي",  "ال",  "ام",  "ان", "او", "كيو",  "ار",  "اس",    "تي",  "يو",
      "في",  "اكس", "واي", "زد", "زي", "ايتش", "هتش", "دبليو", "جاي", "كاي"};
  if (names->contains(word)) return true;
  // "وتي.اس", "لتي.اس": one letter is two bytes.
  static const auto* clitics = new absl::flat_hash_set<absl::string_view>{"و", "ل", "ب", "ف", "ك"};
  constexpr size_t kLetter = 2;
  return word.size() > kLetter && clitics->contains(word.substr(0, kLetter)) &&
         names->contains(word.substr(kLetter));
}

bool IsAbbreviation(absl::string_view word) {
  return Abbreviations().contains(word) || (CountChars(word) == 1 && !word.empty());
}

}  // namespace isnad::extraction
