#include "clients/cli/article_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace isnad::cli {
namespace {

namespace fs = std::filesystem;

bool IsArticleName(const fs::path& path) {
  const std::string extension = absl::AsciiStrToLower(path.extension().string());
  const bool hidden = path.filename().string().rfind('.', 0) == 0;
  return !hidden && (extension == ".txt" || extension == ".html" || extension == ".htm");
}

std::string FileUri(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::weakly_canonical(path, error);
  return absl::StrCat("file://", (error ? fs::absolute(path) : absolute).generic_string());
}

}  // namespace

absl::StatusOr<std::vector<ArticleFile>> FindArticles(const std::string& path) {
  if (path == "-") return std::vector<ArticleFile>{{"-", "stdin:/-"}};
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error || !fs::exists(status)) {
    return absl::NotFoundError(absl::StrCat("\"", path, "\" does not exist"));
  }
  if (!fs::is_directory(status)) {
    return std::vector<ArticleFile>{{path, FileUri(path)}};
  }
  std::vector<ArticleFile> out;
  for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
       it.increment(error)) {
    if (!it->is_regular_file() || !IsArticleName(it->path())) continue;
    out.push_back({it->path().string(), FileUri(it->path())});
  }
  if (error) {
    return absl::NotFoundError(absl::StrCat("\"", path, "\" cannot be read: ", error.message()));
  }
  if (out.empty()) {
    return absl::NotFoundError(absl::StrCat("\"", path, "\" holds no .txt, .html or .htm file"));
  }
  std::sort(out.begin(), out.end(),
            [](const ArticleFile& a, const ArticleFile& b) { return a.path < b.path; });
  return out;
}

absl::StatusOr<std::string> ReadBytes(const std::string& path, size_t max_bytes) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) return absl::NotFoundError(absl::StrCat("\"", path, "\" cannot be opened"));
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::string out;
  char buffer[1 << 16];
  while (in.read(buffer, sizeof(buffer)) || in.gcount() > 0) {
    out.append(buffer, static_cast<size_t>(in.gcount()));
    if (out.size() > max_bytes) {
      return absl::InvalidArgumentError(absl::StrCat("\"", path, "\" has more than ", max_bytes,
                                                     " bytes, the most that an article may have"));
    }
  }
  return out;
}

}  // namespace isnad::cli
