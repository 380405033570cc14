#include "services/extraction/questions/asked_accounts.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

// Words between the figures and that they were told.
constexpr int kToldReach = 6;

bool IsFiguresNoun(const QuestionText& text, int token) {
  return text.Is(
      token,
      {"figures", "numbers",   "amounts",     "sums",       "estimates", "valuations", "prices",
       "shares",  "stakes",    "percentages", "capacities", "dates",     "totals",     "counts",
       "costs",   "deadlines", "المبالغ",     "مبالغ",      "الارقام",   "ارقام",      "النسب",
       "نسب",     "التقديرات", "تقديرات",     "القيم",      "الاسعار",   "المواعيد",   "التواريخ",
       "الاعداد", "الحصص",     "السعات",      "القدرات",    "التقييمات", "الحصائل",    "التكاليف"});
}

bool IsTold(const QuestionText& text, int token) {
  return text.Is(token, {"given",     "quoted", "cited",       "reported", "mentioned", "put",
                         "published", "named",  "circulating", "stated",   "offered",   "ذكرت",
                         "المذكوره",  "تذكر",   "المنشوره",    "نشرت",     "وردت",      "الوارده",
                         "ترد",       "قيلت",   "المتداوله",   "تداولتها", "اوردتها",   "تداولت",
                         "المعلنه",   "اعلنت",  "رويت",        "تتحدث",    "تعطي",      "اعطيت"});
}

}  // namespace

bool AsksForFiguresTold(const QuestionText& text, const Interrogative& asked) {
  if (asked.word != AskingWord::kWhat && asked.word != AskingWord::kWhich) return false;
  if (!IsFiguresNoun(text, asked.noun_at)) return false;
  for (int t = asked.noun_at + 1; t <= asked.noun_at + kToldReach && t < text.size(); ++t) {
    if (text.words()[t].punctuation) return false;
    if (IsTold(text, t)) return true;
  }
  return false;
}

AnswerType TypeAgreedOn(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    const bool embedded = text.Is(t - 1, {"on", "about", "over", "علي", "حول", "بشان", "في"});
    if (!embedded) continue;
    if (text.Is(t, {"how"})) {
      if (text.Is(t + 1, {"long"})) return AnswerType::kLength;
      if (text.Is(t + 1, {"many"})) return AnswerType::kCount;
      if (text.Is(t + 1, {"much"})) return AnswerType::kMoney;
    }
    if (text.Is(t, {"when", "متي", "موعد", "الموعد", "تاريخ", "التاريخ", "الشهر", "شهر", "العام",
                    "السنه", "اليوم"})) {
      return AnswerType::kDate;
    }
    if (text.Is(t, {"which", "what", "the"}) &&
        text.Is(t + 1, {"month", "year", "date", "day", "quarter"})) {
      return AnswerType::kDate;
    }
    if (text.Is(t, {"كم", "عدد", "العدد"})) return AnswerType::kCount;
    if (text.Is(t, {"مده", "المده"})) return AnswerType::kLength;
    if (text.Is(t, {"قيمه", "القيمه", "مبلغ", "المبلغ", "كلفه", "تكلفه", "ثمن", "سعر", "الثمن"})) {
      return AnswerType::kMoney;
    }
  }
  return AnswerType::kUnspecified;
}

}  // namespace isnad::extraction
