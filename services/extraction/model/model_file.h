// A file of learned numbers: named sections of bytes or arrays, read in place.
//
// Layout, all little endian: a header (magic, format version, section count, checksum of what
// follows), a table of sections (name, offset, size), then the sections, each on a 64-byte border.
// Nothing is parsed or copied when a model is opened, so that starting costs the same with any
// size and processes share the pages.

#ifndef ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_FILE_H_
#define ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_FILE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace isnad::extraction {

// Version of the layout above. A reader refuses any other.
constexpr uint32_t kModelFormatVersion = 1;

// An opened model. Cheap to copy; copies share the mapping, which lives as long as any of them.
// Immutable, thread-safe.
class ModelFile {
 public:
  // Maps a file into memory. NOT_FOUND when it cannot be opened; DATA_LOSS when it is no model, is
  // cut short, or its checksum is wrong; FAILED_PRECONDITION for another format version. Reads the
  // whole file once for the checksum.
  static absl::StatusOr<ModelFile> Open(absl::string_view path);

  // Reads a model that is in memory already and stays there, for example one that was built into
  // the binary. `bytes` must start on a 64-byte border. Errors as of Open; the checksum of built-in
  // bytes is not read, because a damaged binary has greater worries.
  static absl::StatusOr<ModelFile> OfBytes(absl::string_view bytes);

  // A section's bytes, valid as long as a copy of this object. NOT_FOUND names the section.
  absl::StatusOr<absl::string_view> Bytes(absl::string_view section) const;

  // A section as an array. DATA_LOSS when its size is no multiple of the element's.
  template <class T>
  absl::StatusOr<absl::Span<const T>> Array(absl::string_view section) const {
    static_assert(std::is_trivially_copyable<T>::value, "sections hold plain numbers");
    auto bytes = Bytes(section);
    if (!bytes.ok()) return bytes.status();
    if (bytes->size() % sizeof(T) != 0) return WrongSize(section, bytes->size(), sizeof(T));
    return absl::MakeConstSpan(reinterpret_cast<const T*>(bytes->data()),
                               bytes->size() / sizeof(T));
  }

  size_t size_bytes() const { return bytes_.size(); }

  // 16 hexadecimal digits that change when any byte does.
  std::string Version() const;

 private:
  ModelFile(absl::string_view bytes, std::shared_ptr<const void> mapping)
      : bytes_(bytes), mapping_(std::move(mapping)) {}

  static absl::Status WrongSize(absl::string_view section, size_t size, size_t element_size);

  absl::string_view bytes_;
  std::shared_ptr<const void> mapping_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_MODEL_MODEL_FILE_H_
