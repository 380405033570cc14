#include "services/answering/domain/assertion_cues.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = absl::flat_hash_set<absl::string_view>;

// A negative particle counts when a word of the question stands this close after it.
constexpr int kNegationReach = 3;

const Words& Particles() {
  static const auto* words = new Words{"لم",  "لن",   "ليس",   "ليست", "ليسوا", "ولم", "ولن", "فلم",
                                       "فلن", "وليس", "وليست", "لا",   "ولا",   "دون", "عدم"};
  return *words;
}

const Words& Denials() {
  static const auto* words =
      new Words{"نفي",  "نفت",  "نفوا",   "ينفي",    "تنفي", "ينفون", "نافيا", "نافيه",
                "ونفي", "ونفت", "انكر",   "انكرت",   "ينكر", "تنكر",  "وانكر", "كذب",
                "كذبت", "تكذب", "يكذب",   "رفض",     "رفضت", "يرفض",  "ترفض",  "فند",
                "فندت", "يفند", "استبعد", "استبعدت", "نفيه", "نفيها", "تراجع", "تراجعت"};
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

bool IsAsked(const PassageView& view, int token) {
  return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
    return match.token == token && match.strength >= 0.5;
  });
}

bool NegatesAskedWord(const PassageView& view, const QuestionWords& words, int particle) {
  for (const WordMatch& match : view.matches()) {
    const int distance = match.token - particle;
    if (distance < 1 || distance > kNegationReach || match.strength < 0.5) continue;
    if (words.words()[match.word].role != QuestionWord::Role::kName) return true;
  }
  return false;
}

}  // namespace

Assertion AssertionOf(const PassageView& view, const QuestionWords& words, Range range) {
  Assertion assertion = Assertion::kAsserted;
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    if (!range.Contains(view.TokenBytes(token)) || IsAsked(view, token)) continue;
    const absl::string_view surface = view.passage().tokens(token).surface();
    if (Denials().contains(surface)) return Assertion::kDenied;
    if (Particles().contains(surface) && NegatesAskedWord(view, words, token)) {
      return Assertion::kDenied;
    }
    if (Plans().contains(surface)) assertion = Assertion::kPlanned;
  }
  return assertion;
}

}  // namespace isnad::answering
