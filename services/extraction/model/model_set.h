// The models a process works with, by name.

#ifndef ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_SET_H_
#define ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_SET_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/model/model_file.h"

namespace isnad::extraction {

// Immutable after creation, thread-safe, cheap to copy.
class ModelSet {
 public:
  // The models that were built into the binary. Errors as of ModelFile::OfBytes.
  static absl::StatusOr<ModelSet> Embedded();

  // Maps every "*.model" file directly in `dir`. NOT_FOUND when the directory cannot be read or
  // holds none; else the first file's error.
  static absl::StatusOr<ModelSet> FromDirectory(absl::string_view dir);

  // The model of that name, for example "names" for names.model. NOT_FOUND lists the names there
  // are.
  absl::StatusOr<ModelFile> Find(absl::string_view name) const;

  // The set without the model of that name.
  ModelSet Without(absl::string_view name) const;

  // The set with a model under that name, in place of the one there was.
  ModelSet With(absl::string_view name, ModelFile model) const;

  // 16 hexadecimal digits that change when any model does.
  std::string Version() const;

  // The models, by name.
  const std::map<std::string, ModelFile>& models() const { return models_; }

 private:
  std::map<std::string, ModelFile> models_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_SET_H_
