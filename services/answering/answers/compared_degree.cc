#include "services/answering/answers/compared_degree.h"

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

const absl::flat_hash_map<absl::string_view, Degree>& Words() {
  static const auto* words = [] {
    auto* map = new absl::flat_hash_map<absl::string_view, Degree>;
    for (const absl::string_view word :
         {"more",    "higher", "larger",   "bigger", "greater", "most",   "highest", "largest",
          "biggest", "longer", "costlier", "exceed", "exceeds", "اكبر",   "اكثر",    "اعلي",
          "اطول",    "اغلي",   "تفوق",     "يفوق",   "الاكثر",  "الاكبر", "الاعلي",  "ازيد"}) {
      (*map)[word] = Degree::kMore;
    }
    for (const absl::string_view word :
         {"less", "fewer", "lower", "smaller", "cheaper", "least", "lowest", "fewest", "اقل",
          "اصغر", "ادني", "ارخص", "الاقل", "الاصغر", "الادني"}) {
      (*map)[word] = Degree::kLess;
    }
    for (const absl::string_view word : {"earlier", "sooner", "earliest", "first", "ابكر", "اسبق",
                                         "اولا", "الابكر", "الاسبق", "سبق", "سبقت"}) {
      (*map)[word] = Degree::kEarlier;
    }
    for (const absl::string_view word : {"later", "latest", "ابعد", "احدث", "تاخر", "لاحقا"}) {
      (*map)[word] = Degree::kLater;
    }
    return map;
  }();
  return *words;
}

}  // namespace

ComparedDegree DegreeOf(const std::vector<v1::Token>& tokens) {
  ComparedDegree compared;
  for (const v1::Token& token : tokens) {
    const auto found = Words().find(token.surface());
    if (found == Words().end()) continue;
    const ComparedDegree here = {found->second, token.span().begin()};
    const bool amounts_before = compared.degree != Degree::kNone && !compared.in_time();
    if (!here.in_time() || !amounts_before) compared = here;
  }
  return compared;
}

}  // namespace isnad::answering
