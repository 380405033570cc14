#include "services/answering/passages/unknown_name.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool IsInMention(const PassageView& view, int token) {
  return std::any_of(
      view.passage().mentions().begin(), view.passage().mentions().end(),
      [&](const v1::PassageMention& mention) {
        return Range{mention.begin(), mention.end()}.Contains(view.TokenBytes(token));
      });
}

}  // namespace

bool IsAsked(const PassageView& view, int token) {
  return std::any_of(view.matches().begin(), view.matches().end(),
                     [&](const WordMatch& match) { return match.token == token; });
}

bool HasUnknownName(const PassageView& view) {
  int run = 0;
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    const bool name = view.passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PROPN &&
                      !IsInMention(view, token) && !IsAsked(view, token);
    run = name ? run + 1 : 0;
    if (run == 2) return true;
  }
  return false;
}

bool HasUnknownPlace(const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "في",    "قرب",    "بقرب",  "جنوب",   "شمال",   "شرق",    "غرب",     "جنوبي", "شمالي",
      "شرقي",  "غربي",   "وسط",   "حي",     "بحي",    "شارع",   "منطقه",   "بلده",  "ببلده",
      "ضاحيه", "بضاحيه", "مدينه", "بمدينه", "بمنطقه", "محافظه", "بمحافظه", "ارض",   "علي"};
  static const auto* places = new absl::flat_hash_set<absl::string_view>{
      "مدينه",   "بمدينه", "بلده",   "ببلده", "منطقه",  "بمنطقه", "محافظه",
      "بمحافظه", "ضاحيه",  "بضاحيه", "ولايه", "بولايه", "قريه",   "بقريه"};
  constexpr int kReach = 2;
  for (int token = 0; token + 1 < view.passage().tokens_size(); ++token) {
    if (!words->contains(view.passage().tokens(token).surface())) continue;
    for (int next = token + 1; next <= token + kReach && next < view.passage().tokens_size();
         ++next) {
      const v1::PartOfSpeech part = view.passage().tokens(next).part_of_speech();
      if (part == v1::PART_OF_SPEECH_PUNCT && next == token + 1) continue;
      // Behind "the town of" a word that looks like a verb is a name.
      const bool told =
          next == token + 1 && places->contains(view.passage().tokens(token).surface());
      const bool noun = told || part == v1::PART_OF_SPEECH_PROPN ||
                        part == v1::PART_OF_SPEECH_NOUN || part == v1::PART_OF_SPEECH_UNSPECIFIED;
      if (!noun || IsAsked(view, next)) break;
      const Range bytes = view.TokenBytes(next);
      const bool value =
          std::any_of(view.passage().values().begin(), view.passage().values().end(),
                      [&](const v1::Value& found) {
                        return Range{found.span().begin(), found.span().end()}.Contains(bytes);
                      });
      if (value) break;
      return true;
    }
  }
  return false;
}

}  // namespace isnad::answering
