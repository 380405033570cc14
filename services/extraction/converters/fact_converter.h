// Extracted facts and fact types to the messages of the contract.

#ifndef ISNAD_SERVICES_EXTRACTION_CONVERTERS_FACT_CONVERTER_H_
#define ISNAD_SERVICES_EXTRACTION_CONVERTERS_FACT_CONVERTER_H_

#include <string>

#include "isnad/v1/extraction.pb.h"
#include "isnad/v1/fact.pb.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// One fact with one evidence. Entities are local ids; see LocalEntityId.
void FactToProto(const Analysis& analysis, const FactRecord& fact,
                 const std::string& extractor_version, isnad::v1::Fact* out);

void FactTypeToProto(const lexicon::FactTypeSchema& schema, isnad::v1::FactType* out);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CONVERTERS_FACT_CONVERTER_H_
