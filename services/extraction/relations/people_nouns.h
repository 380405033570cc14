// Nouns that name people by what they do: "researchers", "staff".

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PEOPLE_NOUNS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PEOPLE_NOUNS_H_

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// A plural or collective noun for people: باحثين، موظفون، مهندسات، فريق.
bool IsPeopleNoun(const Token& token);

// Units of those who work at houses of some trade, pilots or teachers: where employees are counted,
// so are they.
bool IsOccupation(absl::string_view unit);

// A count of people ("three researchers").
bool CountsPeople(const ValueMention& value);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PEOPLE_NOUNS_H_
