#include "services/extraction/model/model_set.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "services/extraction/model/embedded_models.h"
#include "services/extraction/model/model_layout.h"

namespace isnad::extraction {

absl::StatusOr<ModelSet> ModelSet::Embedded() {
  ModelSet set;
  for (const EmbeddedFile* model = isnad_embedded_models; model->name != nullptr; ++model) {
    auto file = ModelFile::OfBytes(model->content());
    if (!file.ok()) return file.status();
    set.models_.emplace(std::filesystem::path(model->name).stem().string(), *std::move(file));
  }
  return set;
}

absl::StatusOr<ModelSet> ModelSet::FromDirectory(absl::string_view dir) {
  ModelSet set;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(dir), error)) {
    if (entry.path().extension() != ".model") continue;
    auto file = ModelFile::Open(entry.path().string());
    if (!file.ok()) return file.status();
    set.models_.emplace(entry.path().stem().string(), *std::move(file));
  }
  if (error) return absl::NotFoundError(absl::StrCat("models in ", dir, ": ", error.message()));
  if (set.models_.empty()) {
    return absl::NotFoundError(absl::StrCat("models in ", dir, ": no file ends in .model"));
  }
  return set;
}

absl::StatusOr<ModelFile> ModelSet::Find(absl::string_view name) const {
  const auto found = models_.find(std::string(name));
  if (found != models_.end()) return found->second;
  return absl::NotFoundError(absl::StrCat(
      "there is no model \"", name,
      "\", only: ", absl::StrJoin(models_, ", ", [](std::string* out, const auto& model) {
        absl::StrAppend(out, model.first);
      })));
}

ModelSet ModelSet::Without(absl::string_view name) const {
  ModelSet out = *this;
  out.models_.erase(std::string(name));
  return out;
}

ModelSet ModelSet::With(absl::string_view name, ModelFile model) const {
  ModelSet out = *this;
  out.models_.insert_or_assign(std::string(name), std::move(model));
  return out;
}

std::string ModelSet::Version() const {
  std::string all;
  for (const auto& [name, file] : models_) absl::StrAppend(&all, name, "=", file.Version(), ";");
  return absl::StrFormat("%016x", model_layout::Checksum(all));
}

}  // namespace isnad::extraction
