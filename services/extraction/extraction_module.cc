#include "services/extraction/extraction_module.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/handlers/extraction_handler.h"
#include "services/server/status/status_macros.h"

namespace isnad::extraction {
absl::StatusOr<std::unique_ptr<ExtractionModule>> ExtractionModule::Create(
    const config::ExtractionConfig& config) {
  const double least = config.least_confidence();
  if (!(least >= 0 && least < 1)) {
    return absl::InvalidArgumentError(absl::StrCat(
        "least_confidence: ", least, " is no probability; give a number over 0 and under 1"));
  }
  absl::StatusOr<LexiconFiles> lexicon =
      config.lexicon_dir().empty() ? absl::StatusOr<LexiconFiles>(LexiconFiles::Embedded())
                                   : LexiconFiles::FromDirectory(config.lexicon_dir());
  if (!lexicon.ok()) return lexicon.status();
  absl::StatusOr<ModelSet> models = config.model_dir().empty()
                                        ? ModelSet::Embedded()
                                        : ModelSet::FromDirectory(config.model_dir());
  if (!models.ok()) return models.status();
  auto module = std::unique_ptr<ExtractionModule>(
      new ExtractionModule(*std::move(lexicon), *std::move(models)));
  module->least_confidence_ = least;
  ISNAD_ASSIGN_OR_RETURN(module->analyzer_, Analyzer::Create(module->lexicon_, module->models_));
  return module;
}

std::unique_ptr<grpc::Service> ExtractionModule::NewHandler(server::RpcRuntime* runtime) const {
  return NewExtractionHandler(analyzer_.get(), &lexicon_, &models_, least_confidence_, runtime);
}

}  // namespace isnad::extraction
