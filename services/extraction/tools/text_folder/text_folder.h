// The texts of a folder.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TEXT_FOLDER_TEXT_FOLDER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TEXT_FOLDER_TEXT_FOLDER_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace isnad::extraction {

struct TextFile {
  std::filesystem::path path;
  std::string content;  // bytes as they are
};

// The files "*.txt" of a folder that is there, by name. NOT_FOUND when one cannot be opened.
absl::StatusOr<std::vector<TextFile>> ReadTextFolder(const std::filesystem::path& folder);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TEXT_FOLDER_TEXT_FOLDER_H_
