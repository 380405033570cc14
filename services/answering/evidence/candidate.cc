#include "services/answering/evidence/candidate.h"

#include <cmath>

#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {

double ConfidenceOf(double score) { return 1.0 / (1.0 + std::exp(-kSlope * (score - kMiddle))); }

}  // namespace isnad::answering
