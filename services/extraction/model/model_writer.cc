#include "services/extraction/model/model_writer.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/model/model_layout.h"

namespace isnad::extraction {

using model_layout::AlignUp;
using model_layout::Header;
using model_layout::Section;

void ModelWriter::AddBytes(absl::string_view name, absl::string_view bytes) {
  sections_.emplace_back(std::string(name), std::string(bytes));
}

std::string ModelWriter::Finish() const {
  uint64_t offset = AlignUp(sizeof(Header) + sections_.size() * sizeof(Section));
  std::vector<Section> table;
  for (const auto& [name, bytes] : sections_) {
    Section section = {};
    std::memcpy(section.name, name.data(), std::min(name.size(), sizeof(section.name) - 1));
    section.offset = offset;
    section.size = bytes.size();
    table.push_back(section);
    offset = AlignUp(offset + bytes.size());
  }
  std::string file(offset, '\0');
  for (size_t i = 0; i < table.size(); ++i) {
    std::memcpy(&file[sizeof(Header) + i * sizeof(Section)], &table[i], sizeof(Section));
    sections_[i].second.copy(&file[table[i].offset], table[i].size);
  }
  Header header = {};
  std::memcpy(header.magic, model_layout::kMagic, sizeof(header.magic));
  header.format_version = kModelFormatVersion;
  header.section_count = static_cast<uint32_t>(table.size());
  header.size = file.size();
  header.checksum = model_layout::Checksum(absl::string_view(file).substr(sizeof(Header)));
  std::memcpy(&file[0], &header, sizeof(header));
  return file;
}

absl::Status ModelWriter::Write(absl::string_view path) const {
  const std::string bytes = Finish();
  const std::string name(path);
  std::FILE* file = std::fopen(name.c_str(), "wb");
  const bool written =
      file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool closed = file != nullptr && std::fclose(file) == 0;
  if (written && closed) return absl::OkStatus();
  return absl::InternalError(absl::StrCat("cannot write ", path, ": ", std::strerror(errno)));
}

}  // namespace isnad::extraction
