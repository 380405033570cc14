// The extraction service as a part that a process hosts.

#ifndef ISNAD_SERVICES_EXTRACTION_EXTRACTION_MODULE_H_
#define ISNAD_SERVICES_EXTRACTION_EXTRACTION_MODULE_H_

#include <grpcpp/impl/service_type.h>

#include <memory>

#include "absl/status/statusor.h"
#include "services/extraction/config/extraction_config.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/server/rpc/rpc_runtime.h"

namespace isnad::extraction {

// Holds the lexicons, the models and the analyser. Outlives its handlers.
class ExtractionModule {
 public:
  // Loads the lexicons and maps the models. INVALID_ARGUMENT names the entry or field that is
  // wrong; NOT_FOUND when a folder is; DATA_LOSS when a model is damaged.
  static absl::StatusOr<std::unique_ptr<ExtractionModule>> Create(
      const config::ExtractionConfig& config);

  // A handler of isnad.v1.ExtractionService. Several may exist at a time.
  std::unique_ptr<grpc::Service> NewHandler(server::RpcRuntime* runtime) const;

  const Analyzer& analyzer() const { return *analyzer_; }

 private:
  ExtractionModule(LexiconFiles lexicon, ModelSet models)
      : lexicon_(std::move(lexicon)), models_(std::move(models)) {}

  LexiconFiles lexicon_;
  ModelSet models_;
  double least_confidence_ = 0;
  std::unique_ptr<Analyzer> analyzer_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_EXTRACTION_MODULE_H_
