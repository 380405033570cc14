#include "services/extraction/questions/question_signs.h"

namespace isnad::extraction {

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
  };
  for (const char* sign : kSigns) {
    if (text.Contains(range, sign)) return true;
  }
  return false;
}

bool AsksTimeline(const QuestionText& text, TokenRange range) {
  static const char* const kSigns[] = {
      "timeline",         "chronology",      "sequence of events",
      "order of events",  "chronological",   "in order",
      "course of events", "step by step",    "تسلسل الاحداث",
      "التسلسل الزمني",   "تسلسل احداث",     "الترتيب الزمني",
      "ترتيب الاحداث",    "الجدول الزمني",   "زمنيا",
      "تسلسلها الزمني",   "تسلسل زمني",      "بالترتيب",
      "تطورت الاحداث",    "تسلسل",           "ابرز المحطات",
      "اهم المحطات",      "ابرز محطات",      "اهم محطات",
      "milestones",       "key dates",       "key moments",
      "events unfold",    "events unfolded", "unfold",
      "unfolded",         "walk me through",  "سلسل",
      "تسلسلت",           "توالت",            "تتابعت",
      "تعاقبت",           "محطات",            "مراحل مسيره",
      "مراحل",            "خط زمني",          "الخط الزمني",
      "تسلسليا",          "بالتسلسل",
  };
  if (text.Is(range.begin, {"trace", "retrace", "chart"})) return true;
  for (const char* sign : kSigns) {
    if (text.Contains(range, sign)) return true;
  }
  return false;
}

}  // namespace isnad::extraction
