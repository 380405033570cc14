#include "services/extraction/handlers/model_summary.h"

#include <string>

#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

std::string TextOf(const ModelFile& model, absl::string_view section) {
  const absl::StatusOr<absl::string_view> bytes = model.Bytes(section);
  return bytes.ok() ? std::string(*bytes) : "";
}

}  // namespace

void SummarizeModels(const ModelSet& models,
                     google::protobuf::RepeatedPtrField<isnad::v1::ModelInfo>* out) {
  for (const auto& [name, model] : models.models()) {
    isnad::v1::ModelInfo* info = out->Add();
    info->set_model(name);
    info->set_description(TextOf(model, "description"));
    info->set_origin(TextOf(model, "origin"));
    info->set_license(TextOf(model, "license"));
    info->set_version(model.Version());
    info->set_size_bytes(static_cast<int64_t>(model.size_bytes()));
  }
}

}  // namespace isnad::extraction
