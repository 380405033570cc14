// Questions that ask only for what one article or outlet says.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_SOURCE_LIMIT_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_SOURCE_LIMIT_H_

#include <string>
#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/question.pb.h"

namespace isnad::answering {

// The terms of the words that name the source, "article" and the like left out. Empty when the
// question limits itself to no source.
std::vector<isnad::v1::QueryTerm> SourceTerms(const isnad::v1::QuestionAnalysis& reading,
                                              const std::vector<isnad::v1::Token>& tokens);

// The documents among `hits` (found by SourceTerms) whose headline or opening holds all these words
// or whose publisher stands in the question's words. Empty when the limit names no document: it may
// be a speaker then, who is in the sentence.
std::vector<std::string> LimitDocuments(const isnad::v1::QuestionAnalysis& reading,
                                        const std::vector<isnad::v1::QueryTerm>& terms,
                                        const std::vector<isnad::v1::PassageHit>& hits);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_SOURCE_LIMIT_H_
