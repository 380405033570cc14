// Turns matches of the grammars into value mentions.

#ifndef ISNAD_SERVICES_EXTRACTION_VALUES_MENTION_BUILDER_H_
#define ISNAD_SERVICES_EXTRACTION_VALUES_MENTION_BUILDER_H_

#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/values/amount_match.h"
#include "services/extraction/values/bound_words.h"
#include "services/extraction/values/date_match.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {

// The mention of an amount with its bound, or nullopt when the number says too little to be one: a
// pronoun "one", a word with another everyday sense, a number that looks like a year.
absl::optional<ValueMention> BuildMention(const ValueText& text, const BoundWords& bounds,
                                          const AmountMatch& amount);

// The mention of a date.
ValueMention BuildMention(const ValueText& text, const DateMatch& date);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_VALUES_MENTION_BUILDER_H_
