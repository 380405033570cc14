// Joins the short and the full name of one entity: "سديم للحوسبة" and "سديم", "ريم الشاويش" and
// "ريم", "وكالة الفضاء الأوروبية (ESA)" and "ESA".

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_SHORT_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_SHORT_NAMES_H_

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/reference/reference_lexicon.h"

namespace isnad::extraction {

// Changes mentions and entities of the analysis: a name that no lexicon knows becomes a short name
// of the only entity of its type whose full name it opens (or whose given name it is, or behind
// which it stands in parentheses as acronym); words that were no mention so far are added. An
// entity that loses all its mentions goes, and the others are numbered anew by first mention.
// Surnames are the work of the names stage. Linear in the text. Thread-safe.
void LinkShortNames(const ReferenceLexicon& lexicon, Analysis* analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_SHORT_NAMES_H_
