#include "services/extraction/tools/text_folder/text_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace isnad::extraction {

absl::StatusOr<std::vector<TextFile>> ReadTextFolder(const std::filesystem::path& folder) {
  std::vector<TextFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back({entry.path(), ""});
  }
  std::sort(files.begin(), files.end(),
            [](const TextFile& one, const TextFile& other) { return one.path < other.path; });
  for (TextFile& file : files) {
    std::ifstream in(file.path, std::ios::binary);
    if (!in) return absl::NotFoundError(absl::StrCat("cannot open ", file.path.string()));
    file.content.assign(std::istreambuf_iterator<char>(in), {});
  }
  return files;
}

}  // namespace isnad::extraction
