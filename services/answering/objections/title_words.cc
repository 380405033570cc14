#include "services/answering/objections/title_words.h"

#include <algorithm>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace isnad::answering {
namespace {

using Words = std::vector<absl::string_view>;

// Folded, without article and endings.
const absl::flat_hash_map<absl::string_view, Words>& WordsOfTitles() {
  static const auto* words = new absl::flat_hash_map<absl::string_view, Words>{
      {"CHIEF_EXECUTIVE", {"تنفيذي", "عام", "ceo", "منتدب"}},
      {"CHIEF_FINANCIAL_OFFICER", {"مالي", "ماليين", "cfo"}},
      {"CHIEF_TECHNOLOGY_OFFICER", {"تقني", "تقنيات", "تقنيين", "تكنولوجيا", "تكنولوجي", "cto"}},
      {"CHIEF_OPERATING_OFFICER", {"عمليات", "تشغيل", "تشغيلي", "coo"}},
      {"CHIEF_SCIENTIST", {"علماء", "عالم"}},
      {"CHIEF_AI_SCIENTIST", {"علماء", "عالم"}},
      {"CHIEF_PRODUCT_OFFICER", {"منتج", "منتجات"}},
      {"CHIEF_MARKETING_OFFICER", {"تسويق", "تسويقي"}},
      {"CHIEF_RESEARCH_OFFICER", {"ابحاث", "بحوث", "بحث"}},
      {"CHIEF_DESIGN_OFFICER", {"تصميم"}},
      {"CHIEF_LEGAL_OFFICER", {"قانوني", "قانونيين", "مستشار"}},
      {"CHIEF_COMMERCIAL_OFFICER", {"تجاري", "تجاريين"}},
      {"CHIEF_PEOPLE_OFFICER", {"بشري", "موظفين"}},
  };
  return *words;
}

// The word without what is written together with it in front, and its adjectival ending.
bool IsFormOf(absl::string_view surface, absl::string_view word) {
  for (const absl::string_view letter : {"و", "ف"}) {
    if (absl::ConsumePrefix(&surface, letter)) break;
  }
  for (const absl::string_view letters : {"لل", "بال", "ال", "ل", "ب"}) {
    if (absl::ConsumePrefix(&surface, letters)) break;
  }
  if (!absl::ConsumePrefix(&surface, word)) return false;
  for (const absl::string_view ending : {"", "ا", "ه", "ها", "هم", "تها", "ته"}) {
    if (surface == ending) return true;
  }
  return false;
}

}  // namespace

bool MayNameTitle(const isnad::v1::Passage& passage, absl::string_view title_key) {
  const auto found = WordsOfTitles().find(title_key);
  if (found == WordsOfTitles().end()) return true;
  return std::any_of(
      passage.tokens().begin(), passage.tokens().end(), [&](const isnad::v1::IndexedToken& token) {
        return std::any_of(found->second.begin(), found->second.end(), [&](absl::string_view word) {
          return token.surface() == word || IsFormOf(token.surface(), word);
        });
      });
}

bool HasWordOfTitle(absl::string_view title, absl::string_view title_key) {
  const auto found = WordsOfTitles().find(title_key);
  return found != WordsOfTitles().end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](absl::string_view word) { return absl::StrContains(title, word); });
}

}  // namespace isnad::answering
