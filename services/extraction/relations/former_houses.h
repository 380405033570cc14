// Where people come from who leave or join, told by other facts about them.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FORMER_HOUSES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FORMER_HOUSES_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"

namespace isnad::extraction {

// For the facts of one passage: who leaves a house that the words do not name leaves the one where
// the same words give him a post ("resigned X, who led a team at Y").
void SettleHousesLeft(const Analysis& analysis, std::vector<FactRecord>* facts);

// For the facts of a whole text: who left one house in one sentence and joins another in one near
// it was hired from the first. Linear in the facts about each person.
void AddHiresAcrossSentences(const PhraseIndex& index, std::vector<FactRecord>* facts);

// For the facts of a whole text: who joins another house than the one that the text is about, with
// nothing said of where from, leaves that one. After AddHiresAcrossSentences.
void AddDeparturesFromHouseOfText(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FORMER_HOUSES_H_
