// Where people come from who change houses.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_MOVES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_MOVES_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// Who joins from somewhere, has a former post elsewhere or leaves one house for another was hired
// from there. Takes away what names no recruit where others do, and staff that are recruits.
void AddHiredFrom(std::vector<FactRecord>* facts);

// Who is given a post and had one elsewhere, or spent years there, was hired from there; who comes
// from elsewhere ("X, القادم من Y") and is given a post joins the house that gives it, unless the
// text says that he joins one. `facts` are those of a whole text.
void AddJoined(std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_MOVES_H_
