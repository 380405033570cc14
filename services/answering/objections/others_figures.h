// Figures of a passage that the store knows to be somebody else's.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_OTHERS_FIGURES_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_OTHERS_FIGURES_H_

#include <string>
#include <vector>

#include "isnad/v1/fact.pb.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The same holds for names where a fact of the very kind that is asked for has them.

// A filter for the facts of the documents of the best figures that no fact of the question's own
// supports; empty when there is nothing to check.
std::string FiguresFilter(const Inquiry& inquiry, const std::vector<Candidate>& spans);

// Removes the figures that `facts` give to others than whom the question names, where the sentence
// does not name these: who asks what X paid is not told what Y paid in the sentence before.
void DropOthersFigures(const Inquiry& inquiry, const std::vector<isnad::v1::Fact>& facts,
                       std::vector<Candidate>* spans);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_OTHERS_FIGURES_H_
