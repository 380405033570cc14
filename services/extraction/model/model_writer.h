// Puts a model file together; used by the training tools and by tests.

#ifndef ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_WRITER_H_
#define ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_WRITER_H_

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace isnad::extraction {

// Collects sections and writes them in the order they were added. The same sections give the same
// bytes. Not thread-safe.
class ModelWriter {
 public:
  // `name` has 1 to 47 bytes and was not added before. Every shipped model has the text sections
  // "description", "origin" and "license" (an SPDX identifier), which GetLexiconInfo shows.
  void AddBytes(absl::string_view name, absl::string_view bytes);

  template <class T>
  void AddArray(absl::string_view name, absl::Span<const T> values) {
    static_assert(std::is_trivially_copyable<T>::value, "sections hold plain numbers");
    AddBytes(name, absl::string_view(reinterpret_cast<const char*>(values.data()),
                                     values.size() * sizeof(T)));
  }

  // The whole file.
  std::string Finish() const;

  // Writes the file, replacing what stood at `path`. INTERNAL names the path and the reason.
  absl::Status Write(absl::string_view path) const;

 private:
  std::vector<std::pair<std::string, std::string>> sections_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_WRITER_H_
