// The article files that a path names.

#ifndef ISNAD_CLIENTS_CLI_ARTICLE_FILES_H_
#define ISNAD_CLIENTS_CLI_ARTICLE_FILES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace isnad::cli {

struct ArticleFile {
  std::string path;        // "-" for standard input
  std::string source_uri;  // ends in the file's name
};

// A file itself; the .txt, .html and .htm files of a folder, at any depth, by name; standard input.
// NOT_FOUND when the path does not exist or the folder holds no article.
absl::StatusOr<std::vector<ArticleFile>> FindArticles(const std::string& path);

// All bytes of a file or of standard input. NOT_FOUND when it cannot be opened, INVALID_ARGUMENT
// when it has more than `max_bytes`.
absl::StatusOr<std::string> ReadBytes(const std::string& path, size_t max_bytes);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_ARTICLE_FILES_H_
