#include "services/extraction/questions/noun_question.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

// Adjectives before the noun.
constexpr int kReach = 3;

bool IsEnglishNoun(const QuestionText& text, int token) {
  return text.Is(
      token, {"price",   "cost",         "name",      "number",    "date",     "value",  "size",
              "amount",  "total",        "headcount", "valuation", "location", "reason", "salary",
              "share",   "stake",        "capacity",  "budget",    "revenue",  "profit", "age",
              "address", "headquarters", "seat",      "fine"});
}

bool IsArabicNoun(const QuestionText& text, int token) {
  return text.Is(token, {"سعر",  "ثمن",   "اسم",   "عدد",     "تاريخ", "قيمه", "حجم", "مبلغ",
                         "موعد", "كلفه",  "تكلفه", "مقر",     "سبب",   "راتب", "حصه", "نسبه",
                         "عمر",  "ارباح", "خساير", "ايرادات", "تقييم", "قدره", "مده", "مكان"});
}

}  // namespace

int AskingNounAt(const QuestionText& text, TokenRange range) {
  if (text.arabic()) return IsArabicNoun(text, range.begin) ? range.begin : -1;
  for (int t = range.begin; t < std::min(range.end, range.begin + kReach); ++t) {
    if (text.words()[t].mention >= 0 || text.words()[t].punctuation) return -1;
    // "The price fell?" tells what happened.
    if (IsEnglishNoun(text, t)) return text.Is(t + 1, {"of", "for", "at", "in", "behind"}) ? t : -1;
  }
  return -1;
}

}  // namespace isnad::extraction
