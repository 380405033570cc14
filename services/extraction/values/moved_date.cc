#include "services/extraction/values/moved_date.h"

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

using Words = absl::flat_hash_set<absl::string_view>;

// A verb of moving stands at most so many words before the first date, a negative particle before
// the word for "before".
constexpr int kMoveReach = 22;
constexpr int kDenialReach = 9;

bool IsOneOf(const Words& words, absl::string_view surface) {
  if (words.contains(surface)) return true;
  for (const absl::string_view joined : {"و", "ف"}) {
    if (surface.substr(0, joined.size()) == joined &&
        words.contains(surface.substr(joined.size()))) {
      return true;
    }
  }
  return false;
}

bool EndsSentence(const ValueWord& word) {
  static const auto* marks = new Words{".", "!", "؟", "?", "؛", ";", ":"};
  return !word.exists() || marks->contains(word.surface());
}

}  // namespace

bool BeginsMove(const ValueText& text, int from) {
  static const auto* moves =
      new Words{"تاجيل",   "تاجيله", "تاجيلها", "تاجل",  "تاجلت", "اجل",   "اجلت",  "اجلته",
                "اجلتها",  "يوجل",   "توجل",    "سيوجل", "ستوجل", "ارجا",  "ارجات", "ارجاته",
                "ارجاتها", "ارجاء",  "ارجيء",   "يرجي",  "ترجي",  "ارجي",  "تاخر",  "تاخرت",
                "تاخير",   "تاخيره", "تاخيرها", "يتاخر", "تتاخر", "اخرت",  "نقل",   "نقلت",
                "زحزحه",   "تغيير",  "تغير",    "قدم",   "قدمت",  "تقديم", "موعده", "موعدها"};
  for (int at = from - 1; at >= from - kMoveReach; --at) {
    if (EndsSentence(text[at])) return false;
    if (IsOneOf(*moves, text[at].surface())) return true;
  }
  return false;
}

bool IsNotBefore(const ValueText& text, int before) {
  static const auto* noes = new Words{"لن", "لا", "لم", "ليس", "ليست"};
  for (int at = before - 1; at >= before - kDenialReach; --at) {
    if (EndsSentence(text[at]) || text[at].surface() == "،") return false;
    if (IsOneOf(*noes, text[at].surface())) return true;
  }
  return false;
}

}  // namespace isnad::extraction
