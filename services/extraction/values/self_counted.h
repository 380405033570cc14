// Nouns that say their number themselves: "شهرين", "شركتان", "باحث واحد", "عام ونصف", "دولارين".

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_SELF_COUNTED_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_SELF_COUNTED_H_

#include "absl/types/optional.h"
#include "services/extraction/values/amount_match.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// A dual, a noun with "one", or a length of time without a number at `begin`.
//
// Indefinite duals only ("الشركتين" refers to two known companies). A form that is dual and plural
// alike ("موظفين") counts only when its fatha is written or "اثنين" follows. A lone unit of time
// ("عام") is a length after words of duration (لمدة, خلال, بعد, for, within).
absl::optional<AmountMatch> ParseSelfCounted(const ValueText& text, int begin);

// "الباحثون الثلاثة", "المهندسين الـ12": a definite plural with its number behind it.
absl::optional<AmountMatch> ParseTrailingCount(const ValueText& text, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_SELF_COUNTED_H_
