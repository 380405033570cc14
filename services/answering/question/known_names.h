// Names in a question that only the store can know: no lexicon has them and nothing in the
// question's form betrays them.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_KNOWN_NAMES_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_KNOWN_NAMES_H_

#include <string>
#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/question.pb.h"

namespace isnad::answering {

// Keys of every run of up to four words that may be a name, longest first.
std::vector<std::string> PossibleNames(const std::vector<isnad::v1::Token>& tokens);

// Adds to `reading` the names among `matches` that the question spells exactly: several words of
// any stored name but a place's, single words that are a person's (or any name where the question
// has none). A longer stored name replaces the part of it that was read as a name ("نادي الفرات"
// for the river) and keeps its id. New names take the open end of relations that ask for the
// other one.
void AddKnownNames(const std::vector<isnad::v1::Token>& tokens,
                   const std::vector<isnad::v1::EntityMatch>& matches,
                   isnad::v1::QuestionAnalysis* reading);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_KNOWN_NAMES_H_
