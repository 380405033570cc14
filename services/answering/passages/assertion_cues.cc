#include "services/answering/passages/assertion_cues.h"

#include <algorithm>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/passages/word_set.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = WordSet;

// A negative particle counts when a word of the question stands this close after it.
constexpr int kNegationReach = 3;

const Words& Particles() {
  static const auto* words = new Words{"لم",  "لن",   "ليس",   "ليست", "ليسوا", "ولم", "ولن", "فلم",
                                       "فلن", "وليس", "وليست", "لا",   "ولا",   "دون", "عدم"};
  return *words;
}

const Words& Denials() {
  static const auto* words =
      new Words{"نفي",     "نفت",  "نفوا",  "ينفي",  "تنفي",  "ينفون", "نافيا", "نافيه", "ونفي",
                "ونفت",    "انكر", "انكرت", "ينكر",  "تنكر",  "وانكر", "كذب",   "كذبت",  "تكذب",
                "يكذب",    "رفض",  "رفضت",  "يرفض",  "ترفض",  "فند",   "فندت",  "يفند",  "استبعد",
                "استبعدت", "نفيه", "نفيها", "مكذبا", "مكذبه", "نفا",   "دحض",   "دحضت",  "يدحض"};
  return *words;
}

const Words& Plans() {
  static const auto* words =
      new Words{"يعتزم",    "تعتزم", "اعتزام", "يخطط",   "تخطط",    "ينوي",     "تنوي",
                "يدرس",     "تدرس",  "يتوقع",  "تتوقع",  "متوقع",   "متوقعه",   "المتوقع",
                "المتوقعه", "سوف",   "مزمع",   "المزمع", "المرتقب", "المرتقبه", "يعزم",
                "تعزم",     "تسعي",  "يسعي",   "محتمل",  "المحتمل", "المحتمله"};
  return *words;
}

// Who withdraws from something denies it; who denies a withdrawal stands by it. Without "from" the
// same verb says that a figure falls.
const Words& Withdrawals() {
  static const auto* words = new Words{"تراجع", "تراجعت", "يتراجع", "تتراجع", "التراجع"};
  return *words;
}

constexpr int kFromReach = 4;

// After a negative particle these deny whatever the sentence speaks of.
const Words& Truths() {
  static const auto* words = new Words{"صحيح", "صحيحا", "صحيحه", "دقيق",  "دقيقا", "دقيقه",
                                       "وارد", "واردا", "اساس",  "اساسا", "صحه",   "حقيقه"};
  return *words;
}

// The denial without the pronoun that takes up what is denied: "نفتها", "ينفيه".
absl::string_view WithoutPronoun(absl::string_view surface) {
  for (const absl::string_view pronoun : {"هما", "ها", "هم", "ه"}) {
    if (absl::ConsumeSuffix(&surface, pronoun)) break;
  }
  return surface;
}

bool DeniesTruth(const PassageView& view, int particle) {
  return particle + 1 < view.passage().tokens_size() &&
         Truths().contains(view.passage().tokens(particle + 1).surface());
}

// "This is a rumour", "mere nonsense": what is called so is denied.
bool CallsRumour(const PassageView& view, int token) {
  static const auto* rumours =
      new Words{"شايعه", "شايعات", "اشاعه", "اشاعات", "هراء",    "اكاذيب", "كذبه",  "خيال",
                "خرافه", "افتراء", "وهم",   "اوهام",  "تلفيقات", "ملفق",   "ملفقه", "مختلق"};
  static const auto* callers = new Words{"هذه", "هذا",  "تلك",   "ذلك",  "هي",  "هو",   "انها",
                                         "انه", "بانه", "بانها", "مجرد", "محض", "كلها", "كله"};
  if (!rumours->contains(view.passage().tokens(token).surface())) return false;
  if (token == 0) return true;
  const v1::IndexedToken& before = view.passage().tokens(token - 1);
  return callers->contains(before.surface()) ||
         (token < 3 && before.part_of_speech() == v1::PART_OF_SPEECH_PUNCT);
}

// "Asked about it, he replied: we never spoke to them". To say nothing of it denies nothing.
bool RepliesNo(const PassageView& view) {
  constexpr int kReach = 4;
  static const auto* replies = new Words{"رد", "ردت", "اجاب", "اجابت", "يرد", "ترد", "الرد"};
  static const auto* noes = new Words{"لم", "لن", "لا", "ليس", "كلا", "ليست", "لسنا"};
  static const auto* silences =
      new Words{"نعلق", "اعلق", "تعليق", "نعرف", "اعرف", "نعلم", "اعلم", "ادري", "ندري"};
  // "Asked about it, she laughed and said: no".
  static const auto* askings = new Words{"سيل", "سيلت", "سالنا", "سالناه", "سالناها", "سوال"};
  static const auto* sayings = new Words{"قال", "قالت", "قايلا", "قايله"};
  const int size = view.passage().tokens_size();
  bool asked = false;
  for (int token = 0; token < size; ++token) {
    asked |= HoldsWord(*askings, view.passage().tokens(token).surface());
    const bool says = asked && HoldsWord(*sayings, view.passage().tokens(token).surface());
    if (!says && !HoldsWord(*replies, view.passage().tokens(token).surface())) continue;
    bool opened = false;
    for (int next = token + 1; next < std::min(size, token + kReach + 1); ++next) {
      const v1::IndexedToken& word = view.passage().tokens(next);
      if (opened && noes->contains(word.surface())) {
        return next + 1 == size || !silences->contains(view.passage().tokens(next + 1).surface());
      }
      opened = word.surface() == "قايلا" || word.surface() == "قايله" || word.surface() == "قال" ||
               word.surface() == "بالقول" || word.part_of_speech() == v1::PART_OF_SPEECH_PUNCT;
    }
  }
  return false;
}

// "The reply came from her: I am still here."
bool RepliesThatItStays(const PassageView& view) {
  static const auto* replies = new Words{"رد", "ردت", "الرد", "رده", "ردها", "اجاب", "اجابت"};
  static const auto* stays =
      new Words{"مازلت", "مازلنا", "زلت", "زلنا", "ازال", "نزال", "باق", "باقيه", "باقون"};
  bool replied = false;
  for (const v1::IndexedToken& token : view.passage().tokens()) {
    if (replied && HoldsWord(*stays, token.surface())) return true;
    replied |= HoldsWord(*replies, token.surface());
  }
  return false;
}

bool IsAsked(const PassageView& view, int token) {
  return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
    return match.token == token && match.strength >= 0.5;
  });
}

// Who fails or calls something off did not do it.
const Words& Failures() {
  static const auto* words =
      new Words{"فشل",  "فشلت",  "اخفق", "اخفقت", "تعثرت", "انهارت", "بالرفض", "الرفض", "رفضا",
                "رفضه", "رفضها", "تعذر", "سقطت",  "باءت",  "تراجعت", "امتنع",  "امتنعت"};
  return *words;
}

// "Of this kind", "that": what was told before in the same sentence.
const Words& Pointers() {
  static const auto* words =
      new Words{"القبيل",  "ذلك", "الامر",   "الخبر",    "النبا",    "هذا",
                "الانباء", "صحه", "التقرير", "التقارير", "الشايعات", "المزاعم"};
  return *words;
}

bool ContrastsAt(const PassageView& view, int token) {
  static const auto* words =
      new Words{"لكن", "لكنه", "لكنها", "لكنهم", "بينما", "فيما", "غير", "بيد", "الا", "بل"};
  return HoldsWord(*words, view.passage().tokens(token).surface());
}

// "Denied a dismissal, explaining that they left": what is explained is affirmed.
bool ExplainsAt(const PassageView& view, int token) {
  static const auto* words = new Words{"موضحا", "موضحه", "موكدا", "موكده", "مبينا", "مبينه",
                                       "مشيرا", "مشيره", "لافتا", "لافته", "مضيفا", "مضيفه"};
  // "And said": what comes is told, not denied.
  static const auto* tellings =
      new Words{"وقال", "وقالت", "واكد", "واكدت", "واوضح", "واوضحت", "واضاف", "واضافت"};
  const absl::string_view surface = view.passage().tokens(token).surface();
  return HoldsWord(*words, surface) || tellings->contains(surface);
}

// "Is still" negates nothing.
bool GoesOn(const PassageView& view, int particle) {
  static const auto* words =
      new Words{"يزال", "تزال", "يزالون", "زال", "زالت", "سيما", "شك", "بد", "بينهم"};
  return particle + 1 < view.passage().tokens_size() &&
         HoldsWord(*words, view.passage().tokens(particle + 1).surface());
}

// The question has a denial of its own at this word: "did X deny", "لماذا نفت". That it asks for an
// admission does not make a denial its own word.
bool IsOwnDenial(const PassageView& view, const QuestionWords& words, int token) {
  static const auto* english = new Words{
      "deny",     "denies",  "denied",   "denial",  "refute",    "refuted", "reject",   "rejects",
      "rejected", "refuse",  "refused",  "dismiss", "dismissed", "rule",    "ruled",    "turn",
      "turned",   "decline", "declined", "spurn",   "spurned",   "rebuff",  "rebuffed", "denying"};
  const absl::string_view surface = view.passage().tokens(token).surface();
  const bool denial =
      HoldsWord(Denials(), surface) || HoldsWord(Denials(), WithoutPronoun(surface));
  return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
    if (match.token != token || match.strength < 0.5) return false;
    if (!denial) return true;
    const std::string& own = words.words()[match.word].surface;
    return own.empty() || english->contains(own) || HoldsWord(Denials(), own) ||
           HoldsWord(Denials(), WithoutPronoun(own));
  });
}

// "Has launched no more than one", "لم تطرح سوى منتج": what is excepted is affirmed.
bool Excepts(const PassageView& view, int particle) {
  constexpr int kReach = 7;
  static const auto* words = new Words{"سوي", "الا"};
  const int end = std::min(view.passage().tokens_size(), particle + kReach);
  for (int token = particle + 1; token < end; ++token) {
    if (view.passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PUNCT) return false;
    if (words->contains(view.passage().tokens(token).surface())) {
      // "But that" begins something else.
      return token + 1 == end || view.passage().tokens(token + 1).surface() != "ان";
    }
  }
  return false;
}

bool NegatesAskedWord(const PassageView& view, const QuestionWords& words, int particle) {
  if (Excepts(view, particle)) return false;
  for (const WordMatch& match : view.matches()) {
    const int distance = match.token - particle;
    if (distance < 1 || distance > kNegationReach || match.strength < 0.5) continue;
    if (words.words()[match.word].role != QuestionWord::Role::kName) return true;
  }
  return false;
}

}  // namespace

namespace {

bool Withdraws(const PassageView& view, int token) {
  if (!HoldsWord(Withdrawals(), view.passage().tokens(token).surface())) return false;
  const int end = std::min(token + 1 + kFromReach, view.passage().tokens_size());
  for (int next = token + 1; next < end; ++next) {
    const absl::string_view surface = view.passage().tokens(next).surface();
    if (surface == "عن" || surface == "عنه" || surface == "عنها") return true;
  }
  return false;
}

}  // namespace

Assertion AssertionOf(const PassageView& view, const QuestionWords& words, Range range) {
  Assertion assertion = Assertion::kAsserted;
  bool denied = false;
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    if (!range.Contains(view.TokenBytes(token)) || IsOwnDenial(view, words, token)) continue;
    const absl::string_view surface = view.passage().tokens(token).surface();
    const bool particle = HoldsWord(Particles(), surface);
    if ((particle || surface == "غير") && DeniesTruth(view, token)) {
      return Assertion::kDenied;
    }
    if (particle && NegatesAskedWord(view, words, token)) return Assertion::kDenied;
    if (Withdraws(view, token)) {
      return denied ? Assertion::kAsserted : Assertion::kDenied;
    }
    denied |= HoldsWord(Denials(), surface) || HoldsWord(Denials(), WithoutPronoun(surface));
    if (Plans().contains(surface)) assertion = Assertion::kPlanned;
  }
  return denied ? Assertion::kDenied : assertion;
}

bool DeniesClaim(const PassageView& view, const QuestionWords& words) {
  if (RepliesNo(view)) return true;
  constexpr double kDeniedShare = 0.5;
  constexpr int kContrastReach = 8;
  const int size = view.passage().tokens_size();
  std::vector<double> weights(size, 0.0);
  double all = 0;
  for (const WordMatch& match : view.matches()) {
    // Names stand in a sentence whatever it says of them.
    if (words.words()[match.word].role == QuestionWord::Role::kName) continue;
    const double weight = match.strength * words.words()[match.word].importance;
    if (weight <= weights[match.token]) continue;
    all += weight - weights[match.token];
    weights[match.token] = weight;
  }
  for (int token = 0; token < size; ++token) {
    if (IsOwnDenial(view, words, token)) continue;
    const absl::string_view surface = view.passage().tokens(token).surface();
    const bool particle = HoldsWord(Particles(), surface);
    if ((particle || surface == "غير") && DeniesTruth(view, token)) return true;
    if (CallsRumour(view, token)) return true;
    // "Not binding": of an adjective.
    if (surface == "غير" && IsAsked(view, token + 1)) return true;
    if (particle && !GoesOn(view, token) && NegatesAskedWord(view, words, token)) return true;
    if (HoldsWord(Failures(), surface)) return true;
    const bool verb = HoldsWord(Denials(), surface);
    if (!verb) {
      if (WithoutPronoun(surface).size() < surface.size() &&
          HoldsWord(Denials(), WithoutPronoun(surface))) {
        return true;
      }
      continue;
    }
    double denied = 0;
    for (int next = token + 1; next < size && !ContrastsAt(view, next) && !ExplainsAt(view, next);
         ++next) {
      if (HoldsWord(Pointers(), view.passage().tokens(next).surface())) return true;
      denied += weights[next];
    }
    if (denied >= kDeniedShare * all) return true;
    // "But a spokesman of X denied any offer": what was told before the contrast is denied.
    for (int before = token - 1; before >= std::max(0, token - kContrastReach); --before) {
      if (denied > 0 && ContrastsAt(view, before)) return true;
    }
  }
  return false;
}

bool Contests(const PassageView& view) {
  static const auto* words =
      new Words{"شكك",     "شككت",   "يشكك",  "تشكك", "رد",    "ردت",  "ردا",     "يرد",  "ترد",
                "اعترض",   "اعترضت", "كاذبه", "كاذب", "كذبته", "كذبه", "المقابل", "تنفي", "مزاعم",
                "ادعاءات", "نافيا",  "نافيه", "وصفه", "وصفته", "ناقض", "ناقضت"};
  if (CallsUntrue(view) || DeniesByPronoun(view)) return true;
  return std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                     [&](const v1::IndexedToken& token) {
                       return HoldsWord(Denials(), token.surface()) ||
                              HoldsWord(*words, token.surface());
                     });
}

bool SetsRight(const PassageView& view) {
  static const auto* words =
      new Words{"الحقيقي", "الحقيقيه", "الفعلي", "الفعليه", "خلافا", "بخلاف",  "تصويب", "تصحيح",
                "والصحيح", "الصحيح",   "مضلل",   "مضلله",   "مغلوط", "مغلوطه", "مبالغ"};
  static const auto* told =
      new Words{"كتب",  "كتبت", "شاع", "اشيع", "يشاع", "تردد", "ورد",  "نشر", "نشرت", "قيل",
                "يقال", "روج",  "زعم", "اعلن", "ذكر",  "ذكرت", "قالت", "قال", "يقول", "تقول"};
  const auto& tokens = view.passage().tokens();
  for (int token = 0; token < tokens.size(); ++token) {
    if (HoldsWord(*words, tokens[token].surface())) return true;
    const bool as = tokens[token].surface() == "كما" || tokens[token].surface() == "مثلما";
    if (as && token + 1 < tokens.size() && HoldsWord(*told, tokens[token + 1].surface()))
      return true;
  }
  return false;
}

bool PlansAsked(const PassageView& view, const QuestionWords& words) {
  constexpr int kReach = 3;
  for (const WordMatch& match : view.matches()) {
    if (match.strength < 0.5 || words.words()[match.word].role == QuestionWord::Role::kName) {
      continue;
    }
    for (int token = std::max(0, match.token - kReach); token < match.token; ++token) {
      if (Plans().contains(view.passage().tokens(token).surface()) && !IsAsked(view, token)) {
        return true;
      }
    }
  }
  return false;
}

bool IsDeniedAt(const PassageView& view, int token) {
  // "denied on Monday that it had bought": the object and a time may stand between.
  constexpr int kDenialReach = 6;
  for (int before = token - 1; before >= std::max(0, token - kDenialReach); --before) {
    if (ContrastsAt(view, before)) return false;
    const absl::string_view surface = view.passage().tokens(before).surface();
    if (HoldsWord(Denials(), surface)) return true;
    if (token - before <= kNegationReach && HoldsWord(Particles(), surface)) return true;
  }
  return false;
}

namespace {

// "Has released nothing but X" tells of X.
bool MakesException(const PassageView& view, int particle) {
  constexpr int kReach = 8;
  const int end = std::min(view.passage().tokens_size(), particle + kReach);
  for (int token = particle + 1; token < end; ++token) {
    const absl::string_view surface = view.passage().tokens(token).surface();
    if (surface == "سوي" || surface == "الا") return true;
    if (view.passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PUNCT) return false;
  }
  return false;
}

}  // namespace

bool NegatesAsked(const PassageView& view, const QuestionWords& words) {
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    if (HoldsWord(Particles(), view.passage().tokens(token).surface()) && !IsAsked(view, token) &&
        !MakesException(view, token) && NegatesAskedWord(view, words, token)) {
      return true;
    }
  }
  return false;
}

bool DeniesWithdrawal(const PassageView& view) {
  bool denied = false;
  for (const v1::IndexedToken& token : view.passage().tokens()) {
    if (denied && HoldsWord(Withdrawals(), token.surface())) return true;
    denied |= HoldsWord(Denials(), token.surface());
  }
  return false;
}

bool CallsUntrue(const PassageView& view) {
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    const absl::string_view surface = view.passage().tokens(token).surface();
    if ((surface == "غير" || HoldsWord(Particles(), surface)) && DeniesTruth(view, token))
      return true;
    if (CallsRumour(view, token)) return true;
  }
  return false;
}

bool DeniesReport(const PassageView& view) {
  constexpr int kReportReach = 3;
  static const auto* reports = new Words{
      "الخبر",   "النبا",   "الانباء", "التقرير", "التقارير",  "الرقم",   "ذلك", "هذا",
      "هذه",     "الامر",   "صحه",     "الشايعه", "الشايعات",  "المزاعم", "ما",  "التكهنات",
      "الارقام", "الرواية", "الروايه", "الادعاء", "الادعاءات", "الاخبار", "تلك"};
  if (CallsUntrue(view) || DeniesByPronoun(view) || RepliesThatItStays(view)) return true;
  const int size = view.passage().tokens_size();
  for (int token = 0; token < size; ++token) {
    if (!HoldsWord(Denials(), view.passage().tokens(token).surface())) continue;
    const int end = std::min(size, token + kReportReach + 1);
    for (int next = token + 1; next < end; ++next) {
      if (reports->contains(view.passage().tokens(next).surface())) return true;
    }
  }
  return false;
}

bool ExplainsBefore(const PassageView& view, int token) {
  for (int before = 0; before < token; ++before) {
    if (ExplainsAt(view, before)) return true;
  }
  return false;
}

bool DeniesDealings(const PassageView& view) {
  constexpr int kReach = 9;
  static const auto* existence = new Words{"وجود", "اي", "ايه"};
  static const auto* dealings =
      new Words{"محادثات", "مفاوضات", "مباحثات", "مشاورات", "اتصالات", "عرض",  "عروض",   "اتفاق",
                "صفقه",    "نيه",     "نوايا",   "خطط",     "خطه",     "خلاف", "خلافات", "نزاع"};
  const int size = view.passage().tokens_size();
  for (int token = 0; token < size; ++token) {
    if (!HoldsWord(Denials(), view.passage().tokens(token).surface())) continue;
    bool any = false;
    for (int next = token + 1; next < std::min(size, token + kReach + 1); ++next) {
      const absl::string_view surface = view.passage().tokens(next).surface();
      if (any && dealings->contains(surface)) return true;
      any |= existence->contains(surface);
    }
  }
  return false;
}

bool ReportsRumour(const PassageView& view) {
  static const auto* words = new Words{"شايعه",    "شايعات", "الشايعات", "اشاعه",   "اشاعات",
                                       "الاشاعات", "يشاع",   "اشيع",     "الشايعه", "الاشاعه"};
  return std::any_of(
      view.passage().tokens().begin(), view.passage().tokens().end(),
      [](const v1::IndexedToken& token) { return HoldsWord(*words, token.surface()); });
}

bool TellsOfFuture(const PassageView& view) {
  static const auto* next =
      new Words{"القادم", "القادمه", "المقبل", "المقبله", "التالي", "التاليه", "قادم", "قادمه",
                "الجيل",  "بصدد",    "يستعد",  "تستعد",   "ينتظر",  "المنتظر", "تعكف", "يعكف",
                "يطور",   "تطور",    "تطوير",  "موعد",    "خطط",    "خطه",     "تجهز", "يجهز"};
  return std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                     [&](const v1::IndexedToken& token) {
                       absl::string_view surface = token.surface();
                       if (HoldsWord(Plans(), surface) || HoldsWord(*next, surface)) return true;
                       absl::ConsumePrefix(&surface, "و");
                       return token.part_of_speech() == v1::PART_OF_SPEECH_VERB &&
                              (absl::StartsWith(surface, "سي") || absl::StartsWith(surface, "ست"));
                     });
}

namespace {

bool IsDenialWithPronoun(absl::string_view surface) {
  const absl::string_view bare = WithoutPronoun(surface);
  return bare.size() < surface.size() && !HoldsWord(Denials(), surface) &&
         HoldsWord(Denials(), bare);
}

}  // namespace

bool DeniesByPronoun(const PassageView& view) {
  return std::any_of(
      view.passage().tokens().begin(), view.passage().tokens().end(),
      [](const v1::IndexedToken& token) { return IsDenialWithPronoun(token.surface()); });
}

bool DeniesByPronoun(const PassageView& view, const QuestionWords& words) {
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    if (IsDenialWithPronoun(view.passage().tokens(token).surface()) &&
        !IsOwnDenial(view, words, token)) {
      return true;
    }
  }
  return false;
}

}  // namespace isnad::answering
