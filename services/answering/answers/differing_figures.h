// Figures that sources give differently.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_DIFFERING_FIGURES_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_DIFFERING_FIGURES_H_

#include <vector>

#include "isnad/v1/analysis.pb.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The figures for what the question asks that cannot all hold, best first; one where all agree or
// but one is told; none where none is sure.
std::vector<Candidate> DifferingFigures(const Inquiry& inquiry,
                                        const std::vector<Candidate>& spans);

// "According to both", "اذكر الرقمين": one account alone is not what is asked for, and would pass
// for all there is.
bool AsksForAccounts(const std::vector<isnad::v1::Token>& tokens);

// The sentence itself has another figure that may be the other account.
bool TellsAnotherFigure(const Inquiry& inquiry, const Candidate& figure);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_DIFFERING_FIGURES_H_
