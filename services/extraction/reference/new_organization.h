// Organisations that a text names and the names stage does not know.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_NEW_ORGANIZATION_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_NEW_ORGANIZATION_H_

#include <string>
#include <vector>

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Adds an organisation called by the words of `name` and returns its number. `entity_class` is a
// lexicon class, for example "CLUB".
int AddOrganization(ByteRange name, const std::string& entity_class, Analysis* analysis);

// Puts mentions in place of those that they overlap, in text order.
void PutMentions(std::vector<Mention> mentions, Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_NEW_ORGANIZATION_H_
