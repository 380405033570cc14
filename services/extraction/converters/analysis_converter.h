// An analysis to the messages of the contract.

#ifndef ISNAD_SERVICES_EXTRACTION_CONVERTERS_ANALYSIS_CONVERTER_H_
#define ISNAD_SERVICES_EXTRACTION_CONVERTERS_ANALYSIS_CONVERTER_H_

#include <string>
#include <vector>

#include "google/protobuf/repeated_field.h"
#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/passage.pb.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Id of an entity inside a response: "e1" for index 0.
std::string LocalEntityId(int entity);

void ClauseToProto(const Analysis& analysis, const Clause& clause, isnad::v1::Clause* out);
void PassagesToProto(const Analysis& analysis, const std::string& analyzer_version,
                     google::protobuf::RepeatedPtrField<isnad::v1::Passage>* out);
void TokensToProto(const Analysis& analysis,
                   google::protobuf::RepeatedPtrField<isnad::v1::Token>* out);
void MentionsToProto(const Analysis& analysis,
                     google::protobuf::RepeatedPtrField<isnad::v1::Mention>* out);
void EntitiesToProto(const Analysis& analysis,
                     google::protobuf::RepeatedPtrField<isnad::v1::ExtractedEntity>* out);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CONVERTERS_ANALYSIS_CONVERTER_H_
