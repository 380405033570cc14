#include "services/answering/passages/account_cues.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/passages/word_set.h"

namespace isnad::answering {
namespace {

using Words = WordSet;

// Words from the beginning within which a sentence is set against what comes before.
constexpr int kOpening = 6;

const Words& Tellings() {
  static const auto* words = new Words{
      "قال",    "قالت",   "قالوا", "يقول",   "تقول",   "يقولون", "اكد",     "اكدت",   "يوكد",
      "توكد",   "ذكر",    "ذكرت",  "تذكر",   "افاد",   "افادت",  "تفيد",    "يفيد",   "نقل",
      "نقلت",   "تنقل",   "نقلا",  "بحسب",   "حسب",    "وفق",    "وفقا",    "كتب",    "كتبت",
      "اعلن",   "اعلنت",  "صرح",   "صرحت",   "اوضح",   "اوضحت",  "بين",     "بينت",   "زعم",
      "زعمت",   "يزعم",   "تزعم",  "ادعي",   "ادعت",   "يدعي",   "تدعي",    "اضاف",   "اضافت",
      "اشار",   "اشارت",  "يتحدث", "تتحدث",  "تحدث",   "تحدثت",  "يروي",    "تروي",   "روي",
      "روت",    "كشف",    "كشفت",  "اورد",   "اوردت",  "رد",     "ردت",     "يرد",    "ترد",
      "ردا",    "نفي",    "نفت",   "ينفي",   "تنفي",   "نافيا",  "نافيه",   "يري",    "تري",
      "راي",    "رات",    "يصر",   "تصر",    "اصر",    "اصرت",   "شدد",     "شددت",   "يشدد",
      "وصف",    "وصفت",   "يصف",   "تصف",    "برر",    "بررت",   "عزا",     "عزت",    "ارجع",
      "ارجعت",  "يعزو",   "تعزو",  "اعتبر",  "اعتبرت", "لسان",   "مصدر",    "مصادر",  "متحدث",
      "متحدثه", "ناطق",   "ناطقه", "بيان",   "قدر",    "قدرت",   "قدرها",   "ذهب",    "ذهبت",
      "اعترف",  "اعترفت", "انكر",  "انكرت",  "اتهم",   "اتهمت",  "يتهم",    "تتهم",   "كذب",
      "كذبت",   "فند",    "فندت",  "مصدران", "مصدرين", "المصدر", "المصادر", "مقربون", "مطلعون"};
  return *words;
}

const Words& Contrasts() {
  static const auto* words = new Words{"لكن",     "لكنه", "لكنها", "بينما", "فيما",  "بيد",
                                       "المقابل", "حين",  "خلاف",  "بخلاف", "خلافا", "مقابل"};
  return *words;
}

const Words& Turns() {
  static const auto* words = new Words{
      "جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "بدوره", "بدورها", "ناحيته", "ناحيتها", "اما",
      "رد",   "ردت",   "ردا",   "يرد",   "ترد",    "الرد",  "نفي",    "نفت",    "ينفي",    "تنفي"};
  return *words;
}

// "But", "while", "although": with those of two words, "غير أن", "إلا أن", "على عكس".
bool IsContrastAt(const PassageView& view, int token) {
  const absl::string_view surface = SurfaceAt(view, token);
  if (HoldsWord(Contrasts(), surface)) {
    // "In the case of", "worth": not every such word sets against.
    if (surface == "حين") return SurfaceAt(view, token - 1) == "في";
    if (surface == "المقابل") return true;
    if (surface == "مقابل") return SurfaceAt(view, token + 1).empty();
    return true;
  }
  static const auto* buts = new Words{"غير", "الا"};
  static const auto* thats = new Words{"ان", "انه", "انها", "انهم"};
  static const auto* contraries = new Words{"عكس", "نقيض", "النقيض", "العكس"};
  const absl::string_view next = SurfaceAt(view, token + 1);
  return (HoldsWord(*buts, surface) && thats->contains(next)) ||
         (surface == "علي" && contraries->contains(next));
}

int CountTellings(const PassageView& view, int begin, int end) {
  int tellings = 0;
  for (int token = begin; token < end; ++token) {
    if (HoldsWord(Tellings(), SurfaceAt(view, token))) ++tellings;
  }
  return tellings;
}

}  // namespace

bool GivesAccount(const PassageView& view) {
  return CountTellings(view, 0, view.passage().tokens_size()) > 0;
}

bool OpensAgainst(const PassageView& view) {
  const int end = std::min(kOpening, view.passage().tokens_size());
  for (int token = 0; token < end; ++token) {
    if (IsContrastAt(view, token) || HoldsWord(Turns(), SurfaceAt(view, token))) return true;
  }
  return false;
}

bool HoldsTwoAccounts(const PassageView& view) {
  const int size = view.passage().tokens_size();
  const bool of_others = SpeaksOfOtherAccounts(view);
  for (int token = kOpening; token < size; ++token) {
    if (!of_others && !IsContrastAt(view, token)) continue;
    if (CountTellings(view, 0, token) > 0 && CountTellings(view, token, size) > 0) return true;
  }
  return false;
}

bool SaysNothingOfIt(const PassageView& view) {
  constexpr int kReach = 5;
  static const auto* refusals =
      new Words{"رفض",  "رفضت", "امتنع", "امتنعت", "احجم", "احجمت", "ترد",  "يرد",
                "تعلق", "يعلق", "نعلق",  "تعقب",   "يعقب", "تستجب", "يستجب"};
  static const auto* comments = new Words{"التعليق", "تعليق",   "التعقيب", "طلب",       "الشايعات",
                                          "شايعات",  "الادلاء", "اسيله",   "استفسارات", "الرد"};
  const int size = view.passage().tokens_size();
  for (int token = 0; token < size; ++token) {
    const absl::string_view surface = SurfaceAt(view, token);
    // Who has said something before that is not silent.
    if (!HoldsWord(*refusals, surface)) {
      if (HoldsWord(Tellings(), surface) && token > kOpening) return false;
      continue;
    }
    for (int next = token + 1; next < std::min(size, token + kReach); ++next) {
      if (HoldsWord(*comments, SurfaceAt(view, next))) return true;
    }
  }
  return false;
}

bool SpeaksOfOtherAccounts(const PassageView& view) {
  static const auto* told = new Words{"روايه", "الروايه", "روايات", "الروايات", "القصه",
                                      "تقرير", "التقرير", "تقارير", "الارقام",  "المصادر"};
  static const auto* other = new Words{"مغايره",  "مغاير",  "مختلفه",  "اخري",  "تتعارض", "يتعارض",
                                       "يتناقض",  "تتناقض", "متضاربه", "تختلف", "تتضارب", "تتباين",
                                       "متباينه", "نحو",    "سابق",    "سابقه", "مناقضه"};
  bool account = false;
  bool differs = false;
  for (const isnad::v1::IndexedToken& token : view.passage().tokens()) {
    account |= HoldsWord(*told, token.surface());
    differs |= HoldsWord(*other, token.surface());
  }
  return account && differs;
}

}  // namespace isnad::answering
