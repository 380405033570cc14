#include "services/extraction/names/form_of_address.h"

#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

// Those in the construct state, which take no article.
bool IsConstruct(absl::string_view word) {
  return IsOneOf(word, {"معالي", "سعاده", "فضيله", "سماحه", "لاله", "للا", "مولاي"});
}

}  // namespace

bool IsFormOfAddress(absl::string_view base) {
  return IsConstruct(base) ||
         IsOneOf(base,
                 {"دكتور",  "دكتوره",  "بروفيسور", "بروفيسوره", "بروفسور", "بروفسوره", "استاذ",
                  "استاذه", "مهندس",   "مهندسه",   "سيد",       "سيده",    "شيخ",      "شيخه",
                  "مستشار", "مستشاره", "محامي",    "محاميه",    "كابتن",   "انسه",     "حاج",
                  "حاجه",   "عميد",    "اخ",       "طبيب",      "طبيبه"});
}

bool AddressesName(absl::string_view surface) {
  if (IsConstruct(surface)) return true;
  return absl::StartsWith(surface, "ال") && IsFormOfAddress(WithoutArticle(surface));
}

}  // namespace isnad::extraction
