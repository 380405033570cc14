// Questions as extraction reads them, for tests.

#ifndef ISNAD_SERVICES_ANSWERING_TESTING_ASKED_H_
#define ISNAD_SERVICES_ANSWERING_TESTING_ASKED_H_

#include <string>

namespace isnad::answering {

constexpr char kWho[] = "kind: QUESTION_KIND_WHO answer_type: ANSWER_TYPE_PERSON ";
constexpr char kMoney[] = "kind: QUESTION_KIND_HOW_MUCH answer_type: ANSWER_TYPE_MONEY ";

// An entity of the question, by its spelling, as text of the message; `type` without its prefix.
std::string Asked(const std::string& id, const std::string& spelling, const std::string& type,
                  bool known = true);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_TESTING_ASKED_H_
