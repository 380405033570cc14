// ExtractionService over an Analyzer.

#ifndef ISNAD_SERVICES_EXTRACTION_HANDLERS_EXTRACTION_HANDLER_H_
#define ISNAD_SERVICES_EXTRACTION_HANDLERS_EXTRACTION_HANDLER_H_

#include <memory>

#include "isnad/v1/extraction_service.grpc.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::extraction {

// Borrows its arguments, which must outlive it. Facts of a lower confidence than
// `least_confidence`, or than the lexicon asks for their type if it is 0, are explained but not
// extracted. Thread-safe.
std::unique_ptr<isnad::v1::ExtractionService::Service> NewExtractionHandler(
    const Analyzer* analyzer, const LexiconFiles* lexicon, const ModelSet* models,
    double least_confidence, server::RpcRuntime* runtime);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_HANDLERS_EXTRACTION_HANDLER_H_
