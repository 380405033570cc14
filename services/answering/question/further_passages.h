// What else to read of the articles that tell the story a question asks for.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_FURTHER_PASSAGES_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_FURTHER_PASSAGES_H_

#include <string>
#include <vector>

#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/backend/fact_source.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {

// A search of the articles that `hits` speak of the question's names in, for passages that share no
// word with the question: the dated ones for a chronology, those with a figure of the kind asked
// for where accounts of a figure are. An interview or a list of stages names its subject once.
// Without terms where the question asks for neither, or no article is about its names.
PassageQuery FurtherQuery(const isnad::v1::QuestionAnalysis& reading, const EntityLinks& links,
                          const std::vector<isnad::v1::PassageHit>& hits);

// A search of one article for the passages that give causes.
PassageQuery CauseQuery(const std::string& document);

// Adds those of `further` that are not there yet, as found by none of the question's words.
void AddFurther(std::vector<isnad::v1::PassageHit> further,
                std::vector<isnad::v1::PassageHit>* hits);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_FURTHER_PASSAGES_H_
