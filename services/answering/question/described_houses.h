// What a question describes instead of naming it: "the Swedish studio".

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_DESCRIBED_HOUSES_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_DESCRIBED_HOUSES_H_

#include <string>
#include <vector>

#include "isnad/v1/entity.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/passages/passage_pool.h"
#include "services/answering/passages/question_words.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {

// The resource name of what the passages describe so, beside its name, more closely than anything
// else; empty when nothing is, or several are alike. Documents that do not mention what the
// question names besides are left out. `described` is an entity of the question.
std::string FindDescribed(const isnad::v1::QuestionEntity& described, const EntityLinks& links,
                          const QuestionWords& words, const PassagePool& pool);

// Makes the description a name of `entity`; places inside it are none of the question's own.
void NameDescribed(const std::string& id, const isnad::v1::Entity& entity,
                   isnad::v1::QuestionAnalysis* reading);

// The entities of the question that are only described. One that overlaps a name is left out.
std::vector<isnad::v1::QuestionEntity> DescribedIn(const isnad::v1::QuestionAnalysis& reading);

// Takes all descriptions that are no names yet for ordinary words.
void ForgetDescribed(isnad::v1::QuestionAnalysis* reading);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_DESCRIBED_HOUSES_H_
