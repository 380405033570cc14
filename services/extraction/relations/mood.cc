#include "services/extraction/relations/mood.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

constexpr int kReach = 8;

// Folded stems: a word that begins with one of them, after the imperfect prefix, counts.
const WordSet& PlanWords() {
  static const auto* set =
      new WordSet{"يعتزم",   "تعتزم", "اعتزم", "يعتزمون", "ينوي",    "تنوي",  "يخطط",   "تخطط",
                  "يخططون",  "خطط",   "خطه",   "خطتها",   "خططها",   "خططه",  "المقرر", "مقررا",
                  "المتوقع", "يتوقع", "تتوقع", "المرتقب", "المنتظر", "يستعد", "تستعد",  "استعداد",
                  "يهدف",    "تهدف",  "سوف",   "بصدد",    "اعتزام",  "تعهد",  "تعهدت",  "وعد",
                  "وعدت",    "ينتظر", "يرجح",  "المحتمل", "يفكر",    "تفكر",  "تدرس",   "يدرس",
                  "نيتها",   "نيته",  "عزمها", "عزمه",    "يامل",    "تامل",  "تطمح",   "يطمح"};
  return *set;
}

const WordSet& AttemptWords() {
  static const auto* set =
      new WordSet{"حاول", "حاولت", "يحاول", "تحاول", "محاوله", "محاولات", "محاولته", "محاولتها",
                  "تسعي", "يسعي",  "سعي",   "سعت",   "مساعي",  "مساعيها", "محادثات", "مفاوضات"};
  return *set;
}

const WordSet& DenialWords() {
  static const auto* set =
      new WordSet{"نفي",  "نفت",    "ينفي",    "تنفي", "انكر", "انكرت", "عدم",  "كذب",
                  "كذبت", "استبعد", "استبعدت", "رفض",  "رفضت", "نافيا", "نافيه"};
  return *set;
}

const WordSet& HearsayWords() {
  static const auto* set = new WordSet{
      "يقال", "قيل",     "زعم",   "زعمت", "يزعم", "مزاعم", "شايعات", "شايعه", "تردد", "يشاع",
      "اشيع", "تسريبات", "مسربه", "ادعي", "ادعت", "مزعوم", "قد",     "يحتمل", "ربما"};
  return *set;
}

bool In(const Token& token, const WordSet& set) {
  return set.contains(token.surface) || set.contains(token.base) || set.contains(token.lemma);
}

bool HasFuturePrefix(const Token& token) {
  return std::find(token.proclitics.begin(), token.proclitics.end(), "س") != token.proclitics.end();
}

// "قد" before an imperfect verb says "may"; before a perfect it only stresses.
bool IsDoubt(const PhraseIndex& index, int i, int trigger) {
  const std::string& word = index.token(i).surface;
  if (word != "قد") return true;
  return i == trigger - 1 && (absl::StartsWith(index.token(trigger).base, "ي") ||
                              absl::StartsWith(index.token(trigger).base, "ت"));
}

}  // namespace

Mood MoodOf(const PhraseIndex& index, TokenRange trigger) {
  Mood mood;
  if (HasFuturePrefix(index.token(trigger.begin))) mood.modality = Modality::kPlanned;
  const TokenRange passage = index.PassageTokens(trigger.begin);
  for (int i = trigger.begin - 1; i >= passage.begin && i >= trigger.begin - kReach; --i) {
    if (index.IsStrongBoundary(i)) break;
    const Token& token = index.token(i);
    const int distance = trigger.begin - i;
    if (index.IsNegation(i) && distance <= 2) {
      mood.polarity = Polarity::kDenied;
      if (token.surface == "لن") mood.modality = Modality::kPlanned;
    }
    if (In(token, DenialWords()) && distance <= 5) mood.polarity = Polarity::kDenied;
    if (In(token, PlanWords()) || In(token, AttemptWords()) ||
        (HasFuturePrefix(token) && index.IsVerb(i) && distance <= 5)) {
      mood.modality = Modality::kPlanned;
    }
    if (In(token, HearsayWords()) && IsDoubt(index, i, trigger.begin) &&
        mood.modality == Modality::kActual) {
      mood.modality = Modality::kAlleged;
    }
  }
  return mood;
}

}  // namespace isnad::extraction
