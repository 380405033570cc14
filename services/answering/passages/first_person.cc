#include "services/answering/passages/first_person.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace isnad::answering {

namespace v1 = isnad::v1;

bool SpeaksOfOwnHouse(const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "نحن",  "عندنا", "لدينا",  "معنا",  "اننا",    "لاننا",  "شركتنا", "فريقنا", "موظفونا",
      "لنا",  "منا",   "الينا",  "علينا", "موظفينا", "عملنا",  "لكننا",  "مديرنا", "عملاونا",
      "انكم", "عندكم", "شراءكم", "لديكم", "شركتكم",  "مديركم", "فريقكم", "معكم",   "موظفيكم"};
  // Shorter verbs may end so in their own right ("اهتم").
  constexpr size_t kShortestWe = 8;
  constexpr size_t kShortestYou = 10;
  return std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                     [&](const v1::IndexedToken& token) {
                       absl::string_view surface = token.surface();
                       if (words->contains(surface)) return true;
                       if (token.part_of_speech() == v1::PART_OF_SPEECH_VERB &&
                           ((surface.size() >= kShortestWe && absl::EndsWith(surface, "نا")) ||
                            (surface.size() >= kShortestYou && absl::EndsWith(surface, "تم")))) {
                         return true;
                       }
                       return absl::ConsumePrefix(&surface, "و") && words->contains(surface);
                     });
}

}  // namespace isnad::answering
