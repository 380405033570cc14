// A key that near-identical texts share, to count copies of one story once.

#ifndef ISNAD_SERVICES_EXTRACTION_PIPELINE_NEAR_DUPLICATE_H_
#define ISNAD_SERVICES_EXTRACTION_PIPELINE_NEAR_DUPLICATE_H_

#include <string>

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// SimHash (Charikar 2002) of 64 bits over shingles of three folded words, boilerplate left out, as
// 16 lower-case hexadecimal digits. Copies of a story differ in few bits.
std::string NearDuplicateKey(const Analysis& analysis);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_PIPELINE_NEAR_DUPLICATE_H_
