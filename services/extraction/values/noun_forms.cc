#include "services/extraction/values/noun_forms.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kTaMarbuta = "ة";

// What endings are added to: the ta marbuta opens, hamza on the line takes its seat by itself.
std::string OpenStem(absl::string_view singular) {
  if (absl::EndsWith(singular, kTaMarbuta)) {
    return absl::StrCat(absl::StripSuffix(singular, kTaMarbuta), "ت");
  }
  return std::string(singular);
}

void AddPlural(absl::string_view plural, absl::string_view singular, NounForms* forms) {
  if (plural == "@in") {
    forms->emplace_back(absl::StrCat(singular, "ون"), NounForm::kPlural);
    forms->emplace_back(absl::StrCat(singular, "ين"), NounForm::kDualOrPlural);
    forms->emplace_back(absl::StrCat(singular, "و"), NounForm::kPlural);
    forms->emplace_back(absl::StrCat(singular, "ي"), NounForm::kDualOrPlural);
  } else if (plural == "@at") {
    forms->emplace_back(absl::StrCat(absl::StripSuffix(singular, kTaMarbuta), "ات"),
                        NounForm::kPlural);
  } else if (!plural.empty()) {
    forms->emplace_back(plural, NounForm::kPlural);
  }
}

}  // namespace

NounForms ArabicForms(absl::string_view singular, absl::string_view plurals) {
  NounForms forms;
  const std::string stem = OpenStem(singular);
  const std::vector<absl::string_view> plural_list =
      absl::StrSplit(plurals, ' ', absl::SkipEmpty());
  for (absl::string_view plural : plural_list) AddPlural(plural, singular, &forms);
  for (absl::string_view ending : {"ان", "ين", "ا", "ي"}) {
    // A masculine accusative looks like the nominative dual construct: شهرا.
    if (ending == "ا" && stem == singular) continue;
    // Adjectival feminine or construct forms of a masculine noun are too ambiguous: مليوني.
    forms.emplace_back(absl::StrCat(stem, ending), NounForm::kDual);
  }
  forms.emplace_back(singular, NounForm::kSingular);
  // Before a pronoun: شركتها.
  if (stem != singular) forms.emplace_back(stem, NounForm::kSingular);
  return forms;
}

NounForms EnglishForms(absl::string_view noun) {
  const std::vector<std::string> forms = absl::StrSplit(noun, '/');
  const std::string& singular = forms[0];
  if (forms.size() > 1) {
    return {{singular, NounForm::kSingular}, {forms[1], NounForm::kPlural}};
  }
  std::string plural = absl::StrCat(singular, "s");
  if (absl::EndsWith(singular, "y") && !absl::EndsWith(singular, "ay") &&
      !absl::EndsWith(singular, "ey")) {
    plural = absl::StrCat(absl::StripSuffix(singular, "y"), "ies");
  } else if (absl::EndsWith(singular, "s") || absl::EndsWith(singular, "ch") ||
             absl::EndsWith(singular, "sh") || absl::EndsWith(singular, "x")) {
    plural = absl::StrCat(singular, "es");
  }
  return {{singular, NounForm::kSingular}, {plural, NounForm::kPlural}};
}

}  // namespace isnad::extraction
