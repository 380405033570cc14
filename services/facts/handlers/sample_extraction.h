// A small extraction for tests.

#ifndef ISNAD_SERVICES_FACTS_HANDLERS_SAMPLE_EXTRACTION_H_
#define ISNAD_SERVICES_FACTS_HANDLERS_SAMPLE_EXTRACTION_H_

#include <string>

#include "isnad/v1/fact_service.pb.h"

namespace isnad::facts {

// Document `id` of two sentences: a lab, known to the lexicon under `lexicon_key`, invested
// `dollars` in a company that the lexicon does not know; and an unnamed group denied a plan of the
// lab. Documents of different ids differ in text and in near-duplicate key.
v1::ApplyExtractionRequest SampleExtraction(const std::string& id,
                                            const std::string& lexicon_key = "nour-lab",
                                            double dollars = 3000000);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_HANDLERS_SAMPLE_EXTRACTION_H_
