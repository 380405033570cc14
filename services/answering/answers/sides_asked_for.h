// Sides that the question itself names: its alternatives, its speakers; and the names that articles
// give differently.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_SIDES_ASKED_FOR_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_SIDES_ASKED_FOR_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The names that different articles give, best first.
std::vector<Candidate> DifferingNames(const Inquiry& inquiry, const std::vector<Candidate>& spans);

// The best statement for each alternative that the question offers.
std::vector<Candidate> SidesOfAlternatives(const Inquiry& inquiry,
                                           const std::vector<Candidate>& statements,
                                           const std::vector<isnad::v1::Token>& tokens);

// Whether the question asks what each of several people says.
bool AsksEachSpeaker(const Inquiry& inquiry, const std::vector<isnad::v1::Token>& tokens);

// The best statement of each person whom the question names.
std::vector<Candidate> SidesOfSpeakers(const Inquiry& inquiry,
                                       const std::vector<Candidate>& statements);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_SIDES_ASKED_FOR_H_
