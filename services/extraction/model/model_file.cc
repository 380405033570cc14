#include "services/extraction/model/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/extraction/model/model_layout.h"

namespace isnad::extraction {
namespace {

using model_layout::Header;
using model_layout::Section;

// A mapping of a file, undone when the last model that uses it is gone.
class Mapping {
 public:
  Mapping(void* data, size_t size) : data_(data), size_(size) {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { munmap(data_, size_); }

  absl::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_;
  size_t size_;
};

absl::Status Damaged(absl::string_view what) {
  return absl::DataLossError(absl::StrCat("model: ", what));
}

const Header& HeaderOf(absl::string_view bytes) {
  return *reinterpret_cast<const Header*>(bytes.data());
}

absl::Span<const Section> SectionsOf(absl::string_view bytes) {
  return absl::MakeConstSpan(reinterpret_cast<const Section*>(bytes.data() + sizeof(Header)),
                             HeaderOf(bytes).section_count);
}

absl::Status CheckSections(absl::string_view bytes) {
  if ((bytes.size() - sizeof(Header)) / sizeof(Section) < HeaderOf(bytes).section_count) {
    return Damaged("its table of sections is cut short");
  }
  for (const Section& section : SectionsOf(bytes)) {
    const bool inside = section.offset <= bytes.size() &&
                        section.size <= bytes.size() - section.offset &&
                        section.offset % model_layout::kAlignment == 0;
    if (!inside) return Damaged("a section lies outside the file");
    if (section.name[sizeof(section.name) - 1] != '\0') return Damaged("a section has no name");
  }
  return absl::OkStatus();
}

absl::Status CheckHeader(absl::string_view bytes) {
  if (bytes.size() < sizeof(Header)) return Damaged("too short for a header");
  const Header& header = HeaderOf(bytes);
  if (std::memcmp(header.magic, model_layout::kMagic, sizeof(header.magic)) != 0) {
    return Damaged("does not begin like a model file");
  }
  if (header.format_version != kModelFormatVersion) {
    return absl::FailedPreconditionError(
        absl::StrCat("model: has format version ", header.format_version, ", this program reads ",
                     kModelFormatVersion, "; train it again"));
  }
  if (header.size != bytes.size()) {
    return Damaged(absl::StrCat("has ", bytes.size(), " bytes, its header says ", header.size));
  }
  return CheckSections(bytes);
}

}  // namespace

absl::StatusOr<ModelFile> ModelFile::Open(absl::string_view path) {
  const std::string name(path);
  const int file = open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return absl::NotFoundError(absl::StrCat("model ", path, ": ", std::strerror(errno)));
  }
  struct stat status;
  const bool sized = fstat(file, &status) == 0 && status.st_size > 0;
  void* data = sized ? mmap(nullptr, status.st_size, PROT_READ, MAP_SHARED, file, 0) : MAP_FAILED;
  close(file);
  if (data == MAP_FAILED) return Damaged(absl::StrCat(path, " is empty or cannot be mapped"));
  auto mapping = std::make_shared<const Mapping>(data, status.st_size);
  const absl::string_view bytes = mapping->bytes();
  absl::Status checked = CheckHeader(bytes);
  if (checked.ok() &&
      model_layout::Checksum(bytes.substr(sizeof(Header))) != HeaderOf(bytes).checksum) {
    checked = Damaged("its checksum is wrong");
  }
  if (!checked.ok()) {
    return absl::Status(checked.code(), absl::StrCat(checked.message(), " (", path, ")"));
  }
  return ModelFile(bytes, std::move(mapping));
}

absl::StatusOr<ModelFile> ModelFile::OfBytes(absl::string_view bytes) {
  if (reinterpret_cast<uintptr_t>(bytes.data()) % model_layout::kAlignment != 0) {
    return absl::InvalidArgumentError("model: bytes in memory must start on a 64-byte border");
  }
  if (absl::Status checked = CheckHeader(bytes); !checked.ok()) return checked;
  return ModelFile(bytes, nullptr);
}

absl::StatusOr<absl::string_view> ModelFile::Bytes(absl::string_view section) const {
  for (const Section& candidate : SectionsOf(bytes_)) {
    if (section == candidate.name) return bytes_.substr(candidate.offset, candidate.size);
  }
  return absl::NotFoundError(absl::StrCat("model: has no section \"", section, "\""));
}

std::string ModelFile::Version() const {
  return absl::StrFormat("%016x", HeaderOf(bytes_).checksum);
}

absl::Status ModelFile::WrongSize(absl::string_view section, size_t size, size_t element_size) {
  return Damaged(absl::StrCat("section \"", section, "\" has ", size,
                              " bytes, no multiple of its elements' ", element_size));
}

}  // namespace isnad::extraction
