// What makes two claims one fact.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FACT_KEY_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FACT_KEY_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// Canonical forms of ends. Entities and values never share one.
std::string EntityRef(absl::string_view entity);
std::string FigureRef(const Figure& figure);
std::string DateRef(const DayInterval& date);
// Free text: case and white space do not count. Nothing is known here about its language.
std::string TextRef(absl::string_view text);

// The stretch of time that claims about one event fall into: the month, quarter, half, year or
// decade that the text gives. Empty when nothing is known or when the date is merely assumed to be
// that of the publication, which says nothing about the event.
std::string IntervalBucket(const absl::optional<DayInterval>& valid);

enum class Symmetry { kDirected, kSymmetric };

// The key of the fact: 32 hexadecimal digits of a SHA-256 over type, ends, compared figure,
// polarity, modality and interval bucket. The ends of a symmetric type may change places. The
// compared figure is part of what a fact claims about its object: "invested 14.3 billion in X" and
// "invested 15 billion in X" are two facts, or there would be nothing to contradict. `key` of
// `identity` is not read.
std::string FactKey(const FactIdentity& identity, const absl::optional<DayInterval>& valid,
                    Symmetry symmetry);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FACT_KEY_H_
