// Verbs of "we" in the perfect, which are spelled like nouns with "our": "فصلنا أربعين", "عيّنّا".

#ifndef ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FIRST_PERSON_VERBS_H_
#define ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FIRST_PERSON_VERBS_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/morphology/word_table.h"

namespace isnad::extraction {

// Makes verbs of the tokens of an analysed text that end in the pronoun of "we", open a clause and
// are perfects without it. News speaks of itself so seldom that taggers take them for nouns and
// names; whoever is quoted or interviewed does nothing else.
void ReadFirstPersonVerbs(const WordTable& table, Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MORPHOLOGY_FIRST_PERSON_VERBS_H_
