#include "services/answering/passages/house_noun.h"

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {

bool IsHouseNoun(const PassageView& view, Range place) {
  static const auto* nouns = new absl::flat_hash_set<absl::string_view>{
      "الشركه", "المجموعه", "المختبر",   "المعمل",   "البنك",   "المصرف",  "الموسسه",
      "المنصه", "التطبيق",  "الاستوديو", "الستوديو", "الناقله", "المشغل",  "الصندوق",
      "المتجر", "السلسله",  "الوزاره",   "الهييه",   "الوكاله", "الجامعه", "الفريق"};
  const int token = view.TokenAt(place.begin);
  return view.TokenAt(place.end - 1) == token &&
         nouns->contains(view.passage().tokens(token).surface());
}

}  // namespace isnad::answering
