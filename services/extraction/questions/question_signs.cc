#include "services/extraction/questions/question_signs.h"

#include "services/extraction/questions/two_tellers.h"

namespace isnad::extraction {
namespace {

// "By the company's announcement and by people close to it", "the memo's version and the union's":
// two who tell the same thing, each in his own way.
bool NamesTwoTellers(const QuestionText& text, TokenRange range) {
  int teller = -1;
  int according = -1;
  for (int t = range.begin; t < range.end; ++t) {
    if (text.Is(t, {"version", "account"}) && text.Is(t + 1, {"and"})) return true;
    // "According to the company and according to the union".
    if (text.Is(t, {"according"}) && text.Is(t + 1, {"to"})) {
      if (according >= 0 && text.Is(t - 1, {"and"})) return true;
      according = t;
    }
    if (!text.Is(t, {"by"})) continue;
    if (teller >= 0 && text.Is(t - 1, {"and"})) return true;
    // After a comma it tells by whom something is told, not by whom it was done.
    if (t > range.begin && text.words()[t - 1].punctuation) teller = t;
  }
  return false;
}

bool IsTeller(const QuestionText& text, int token) {
  return text.HasKey(token, {"account", "report", "article", "source", "paper", "newspaper",
                             "outlet", "press", "medium", "version", "estimate", "agency", "روايه",
                             "تقرير", "مقال", "مصدر", "صحيفه", "تقدير", "وكاله"}) ||
         text.Is(token, {"accounts", "reports", "outlets", "media", "الروايات", "روايات",
                         "التقارير", "تقارير", "المقالات", "المصادر", "مصادر", "الصحف", "صحف",
                         "التقديرات", "تقديرات", "الوكالات", "الاعلام", "الانباء"});
}

// "How do the papers' accounts differ", "كيف تتباين تقديرات الصحف": those who tell, and that they
// do not tell the same.
bool SetsTellersApart(const QuestionText& text, TokenRange range) {
  bool tellers = false;
  bool apart = false;
  for (int t = range.begin; t < range.end; ++t) {
    const bool names_one = text.Is(t - 1, {"بحسب", "حسب", "وفق"}) ||
                           text.Is(t - 2, {"وفقا", "according"}) || text.Is(t - 3, {"according"});
    tellers |= !names_one && IsTeller(text, t);
    apart |= text.Is(t, {"differ", "differs", "differed", "diverge", "diverges", "diverged", "vary",
                         "varies", "varied", "clash", "clashes", "conflict", "disagree",
                         "contradict", "contradicts"}) ||
             text.Is(t, {"تختلف",  "اختلفت", "تتباين", "تباينت", "تتضارب", "تضاربت", "تتعارض",
                         "تعارضت", "تتناقض", "تناقضت", "تتفاوت", "تفاوتت", "يختلف",  "يتباين",
                         "اختلاف", "تباين",  "تضارب",  "تعارض",  "تناقض",  "تفاوت"});
  }
  return tellers && apart;
}

}  // namespace

bool AsksConflict(const QuestionText& text, TokenRange range) {
  static const char* const kSigns[] = {
      "both positions",
      "both sides",
      "both views",
      "both accounts",
      "both versions",
      "conflicting reports",
      "articles disagree",
      "sources disagree",
      "reports disagree",
      "articles differ",
      "reports differ",
      "sources differ",
      "different articles",
      "different sources",
      "different reports",
      "do the articles agree",
      "the articles contradict",
      "the various articles",
      "conflicting figures",
      "different accounts",
      "various accounts",
      "differing accounts",
      "both figures",
      "each side",
      "بحسب كل طرف",
      "كل رواية",
      "الروايتان",
      "اختلاف الروايات",
      "الطرفين",
      "الطرفان",
      "الجهتين",
      "الجهتان",
      "الجانبين",
      "المصدرين",
      "conflicting",
      "المقالات المختلفه",
      "المصادر المختلفه",
      "التقارير المختلفه",
      "مختلف المقالات",
      "مختلف المصادر",
      "مختلف التقارير",
      "تختلف المقالات",
      "اختلفت المقالات",
      "تختلف المصادر",
      "اختلفت المصادر",
      "تتفق المقالات",
      "تتفق المصادر",
      "تتناقض المقالات",
      "تناقضت المقالات",
      "تتعارض المقالات",
      "كلا الموقفين",
      "وجهتي النظر",
      "الروايات المختلفه",
      "تختلف التقارير",
      "تتضارب",
      "تضاربت",
      "الخلاف بين المقالات",
      "كلتا الروايتين",
      "الروايتين",
      "تتناقض المصادر",
      "اختلفت التقارير",
      "الموقفين",
      "الموقفان",
      "الرقمان",
      "الرقمين",
      "الروايات المتضاربه",
      "روايات متضاربه",
      "ارقام متضاربه",
      "موقفان",
      "روايتان",
      "روايتين",
      "بماذا تختلف",
      "فيم تختلف",
      "فيما تختلف",
      "كيف تختلف",
      "كيف اختلفت",
      "بم تختلف",
      "تختلف روايه",
      "اختلفت روايه",
      "ما حقيقه",
      "disagree",
      "disagrees",
      "in dispute",
      "dispute over",
      "is disputed",
      "each side say",
      "differ on",
      "differ about",
      "reports say differently",
      "the claim and the",
      "the charge and the",
      "contradict each other",
      "two versions",
      "two accounts",
      "depending on who",
      "تجمع المصادر",
      "تجمع التقارير",
      "تجمع الروايات",
      "قارن بين الروايات",
      "differently",
      "rival accounts",
      "competing claims",
      "competing accounts",
      "reports agree",
      "sources agree",
      "articles agree",
      "accounts agree",
      "compare the sources",
      "compare the articles",
      "compare the reports",
      "compare the accounts",
      "each article",
      "each source",
      "each report",
      "each account",
      "any disagreement",
      "any discrepancy",
      "any contradiction",
      "any difference between",
      "do the articles say",
      "do the sources say",
      "do the reports say",
      "كل مقال",
      "كل مصدر",
      "كل تقرير",
      "كل صحيفه",
      "تتفق التقارير",
      "تتفق الروايات",
      "اتفقت المصادر",
      "اتفقت المقالات",
      "قارن بين المصادر",
      "قارن بين المقالات",
      "قارن بين الروايات",
      "قارن المصادر",
      "ماذا تقول المقالات",
      "ماذا تقول المصادر",
      "اي خلاف بين",
      "اي اختلاف بين",
      "كلا الرقمين",
      "الروايات",
  };
  for (const char* sign : kSigns) {
    if (text.Contains(range, sign)) return true;
  }
  return NamesTwoTellers(text, range) || SetsTellersApart(text, range) ||
         AsksForDifferingAccounts(text, range);
}

bool AsksTimeline(const QuestionText& text, TokenRange range) {
  static const char* const kSigns[] = {
      "timeline",
      "chronology",
      "sequence of events",
      "order of events",
      "chronological",
      "in order",
      "course of events",
      "step by step",
      "تسلسل الاحداث",
      "التسلسل الزمني",
      "تسلسل احداث",
      "الترتيب الزمني",
      "ترتيب الاحداث",
      "الجدول الزمني",
      "زمنيا",
      "تسلسلها الزمني",
      "تسلسل زمني",
      "بالترتيب",
      "تطورت الاحداث",
      "تسلسل",
      "ابرز المحطات",
      "اهم المحطات",
      "ابرز محطات",
      "اهم محطات",
      "milestones",
      "key dates",
      "key moments",
      "events unfold",
      "events unfolded",
      "unfold",
      "unfolded",
      "walk me through",
      "سلسل",
      "تسلسلت",
      "توالت",
      "تتابعت",
      "تعاقبت",
      "محطات",
      "المحطات التي",
      "محطاته",
      "محطاتها",
      "مراحل مسيره",
      "مراحل",
      "خط زمني",
      "الخط الزمني",
      "تسلسليا",
      "بالتسلسل",
  };
  if (text.Is(range.begin, {"trace", "retrace", "chart", "رتب", "رتبي", "رتبوا"})) return true;
  for (const char* sign : kSigns) {
    if (text.Contains(range, sign)) return true;
  }
  return false;
}

bool AsksReply(const QuestionText& text, TokenRange range) {
  static const char* const kSigns[] = {"reply",   "replies",   "response", "respond",   "rebuttal",
                                       "denial",  "objection", "how does", "how did",   "answer",
                                       "ما رد",   "وما رد",    "بماذا رد", "بماذا ردت", "كيف رد",
                                       "كيف ردت", "موقف",      "وموقف",    "والرد",     "ورد",
                                       "وردها",   "ورده",      "كيف علق",  "كيف علقت"};
  for (const char* sign : kSigns) {
    if (text.Contains(range, sign)) return true;
  }
  return false;
}

}  // namespace isnad::extraction
