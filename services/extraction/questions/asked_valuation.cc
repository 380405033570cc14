#include "services/extraction/questions/asked_valuation.h"

namespace isnad::extraction {
namespace {

bool IsNameAt(const QuestionText& text, TokenRange range, int token) {
  return token >= range.begin && token < range.end && text.words()[token].mention >= 0;
}

// The noun between the worth and the name: "قيمة شركة X".
bool IsHouseNoun(const QuestionText& text, int token) {
  return text.Is(token, {"شركه", "الشركه", "مجموعه", "بنك", "منصه", "مختبر", "تطبيق"});
}

bool AsksInArabic(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t + 1 < range.end; ++t) {
    if (text.Is(t, {"قيمت", "قيم", "تقيم", "يقيم", "قومت"}) && IsNameAt(text, range, t + 1)) {
      return text.words()[t].mention < 0;
    }
    if (!text.Is(t, {"قدرت", "تقدر", "قدر", "يقدر", "تبلغ", "بلغت", "وصلت", "تصل", "اصبحت"}) ||
        !text.Is(t + 1, {"قيمه"})) {
      continue;
    }
    const int behind = IsHouseNoun(text, t + 2) ? t + 3 : t + 2;
    if (IsNameAt(text, range, behind)) return true;
  }
  return false;
}

// "X is worth", "was X valued at": the name stands right before the word or its verb.
bool AsksInEnglish(const QuestionText& text, TokenRange range) {
  for (int t = range.begin + 1; t < range.end; ++t) {
    if (!text.Is(t, {"valued", "worth"})) continue;
    const bool copula = text.Is(t - 1, {"is", "was", "been", "be", "now", "being"});
    int name = copula ? t - 2 : t - 1;
    if (!IsNameAt(text, range, name)) continue;
    while (IsNameAt(text, range, name)) --name;
    // "The deal between X and Y is worth".
    if (name < range.begin || !text.Is(name, {"between", "and", "of", "in", "with", "for", "by",
                                              "'s", "from", "to", "at"})) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool AsksForValuation(const QuestionText& text, TokenRange range) {
  return text.arabic() ? AsksInArabic(text, range) : AsksInEnglish(text, range);
}

}  // namespace isnad::extraction
