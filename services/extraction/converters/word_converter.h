// What words are, from the analysis to the contract.

#ifndef ISNAD_SERVICES_EXTRACTION_CONVERTERS_WORD_CONVERTER_H_
#define ISNAD_SERVICES_EXTRACTION_CONVERTERS_WORD_CONVERTER_H_

#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/passage.pb.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

isnad::v1::PartOfSpeech ToProto(PartOfSpeech part_of_speech);
isnad::v1::Token::Shape ToProto(TokenShape shape);
void ToProto(const WordFeatures& features, isnad::v1::WordFeatures* out);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CONVERTERS_WORD_CONVERTER_H_
