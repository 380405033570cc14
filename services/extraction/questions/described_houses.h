// Houses and wares that a question describes instead of naming them.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_DESCRIBED_HOUSES_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_DESCRIBED_HOUSES_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// "The Swedish studio", "شركة النقل السعودية الناشئة": whom it stands for only the articles tell.
struct DescribedHouse {
  TokenRange tokens;
  EntityType type = EntityType::kOrganization;
};

// Definite descriptions with more than their noun, in text order. One beside a name ("the chip
// maker X") says more of that name and is left out.
std::vector<DescribedHouse> FindDescribedHouses(const QuestionText& text);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_DESCRIBED_HOUSES_H_
