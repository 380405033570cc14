#include "services/extraction/relations/people_nouns.h"

#include <algorithm>
#include <iterator>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

// Folded stems of sound plurals; the endings tell the plural from the singular.
constexpr absl::string_view kStems[] = {
    "باحث",   "موظف",   "مهندس", "عامل",   "مسوول", "مطور", "مبرمج",   "موسس",  "متخصص",
    "تنفيذي", "قيادي",  "مدير",  "مستشار", "محلل",  "مصمم", "اكاديمي", "متدرب", "مغادر",
    "منضم",   "مستقيل", "راحل",  "منتقل",  "قادم",  "فني",  "اختصاصي"};

const absl::flat_hash_set<absl::string_view>& BrokenPlurals() {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "علماء", "خبراء", "كبار", "مدراء", "كوادر", "عقول",  "كفاءات", "عمال",   "اعضاء",
      "شركاء", "قاده",  "رواد", "نخبه",  "زملاء", "اشخاص", "مواهب",  "رووساء", "رؤساء"};
  return *set;
}

}  // namespace

bool IsPeopleNoun(const Token& token) {
  if (BrokenPlurals().contains(token.base)) return true;
  return std::any_of(std::begin(kStems), std::end(kStems), [&](absl::string_view stem) {
    if (!absl::StartsWith(token.base, stem)) return false;
    const absl::string_view ending = absl::string_view(token.base).substr(stem.size());
    return ending == "ين" || ending == "ون" || ending == "ات" || ending == "ي" || ending == "و" ||
           ending == "ان" || ending == "يه";
  });
}

bool IsOccupation(absl::string_view unit) {
  static const auto* units = new absl::flat_hash_set<absl::string_view>{
      "JOURNALIST", "EDITOR",  "PHOTOGRAPHER", "PRESENTER", "TEACHER",  "TECHNICIAN", "PILOT",
      "CREW",       "DRIVER",  "COURIER",      "NURSE",     "DOCTOR",   "DESIGNER",   "ANALYST",
      "ACCOUNTANT", "TRAINEE", "CONSULTANT",   "LAWYER",    "COLLEAGUE"};
  return units->contains(unit);
}

bool CountsPeople(const ValueMention& value) {
  static const auto* units = new absl::flat_hash_set<absl::string_view>{
      "EMPLOYEE",   "RESEARCHER", "SCIENTIST", "ENGINEER", "DEVELOPER",
      "PROGRAMMER", "EXPERT",     "PERSON",    "MEMBER",   "MAN",
      "WOMAN",      "MANAGER",    "EXECUTIVE", "FOUNDER",  "CONTRACTOR"};
  const std::string& unit = value.quantity.unit_key;
  return value.kind == ValueKind::kQuantity && (units->contains(unit) || IsOccupation(unit));
}

}  // namespace isnad::extraction
