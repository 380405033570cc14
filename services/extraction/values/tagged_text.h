// Test support: a text with its values in a short notation.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_TAGGED_TEXT_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_TAGGED_TEXT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/values/value_tagger.h"

namespace isnad::extraction {

// One passage of `text`, tokenised; language "ar" when it holds Arabic letters, else "en".
Analysis Tokenised(absl::string_view text, absl::optional<CivilDate> reference_date);

// Tags `text` and writes its values as "quote=value" joined by "; ".
//
// Values: "14300000000 USD", "600 EMPLOYEE", "50 PERCENT", "3 widgets" (unit without key), "7"
// (bare), "2 MONTH"; after them "~" about, ">=" at least, "<=" at most, "10..15 USD" for a range.
// Dates: "2025-04-01/2025-05-01 month pub", an open side is empty, basis "said" or "pub", "? month"
// when unresolved.
std::string TagText(const ValueTagger& tagger, absl::string_view text,
                    absl::optional<CivilDate> reference_date);

// A value in the notation of TagText.
std::string Notation(const ValueMention& value);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_TAGGED_TEXT_H_
