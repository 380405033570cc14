// The words of a text that a fact is quoted with.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_QUOTE_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_QUOTE_H_

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// The passage of the fact; of a long one, the clauses around its trigger and what its ends and
// roles have there.
ByteRange QuoteAround(const PhraseIndex& index, const FactRecord& fact);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_QUOTE_H_
