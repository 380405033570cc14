// Parts of a house that are called after it, or told by kind beside its name.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTS_BY_NAME_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTS_BY_NAME_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// "Y's lab of applied research", "Y AI": the name says whose part it is, once in a text, where Y is
// named there, too. Nothing is added where `facts`, those of a whole text, say of what it is a
// part.
void AddPartsByName(const PhraseIndex& index, std::vector<FactRecord>* facts);

// "the robotics unit of X": the words say whose part it is, once in a text, where a fact that is
// believed speaks of the part. Posts whose title names the part ("head of the robotics unit at X")
// are in it. Expects the confidence of `facts` judged.
void AddPartsByKind(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PARTS_BY_NAME_H_
