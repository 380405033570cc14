// What the loaded models say about themselves.

#ifndef ISNAD_SERVICES_EXTRACTION_HANDLERS_MODEL_SUMMARY_H_
#define ISNAD_SERVICES_EXTRACTION_HANDLERS_MODEL_SUMMARY_H_

#include "google/protobuf/repeated_field.h"
#include "isnad/v1/extraction_service.pb.h"
#include "services/extraction/model/model_set.h"

namespace isnad::extraction {

// One row per model, by name. A text that a model lacks stays empty.
void SummarizeModels(const ModelSet& models,
                     google::protobuf::RepeatedPtrField<isnad::v1::ModelInfo>* out);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_HANDLERS_MODEL_SUMMARY_H_
