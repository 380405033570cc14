// What is known about files beside their bytes: a JSON Lines file next to a corpus.

#ifndef ISNAD_CLIENTS_CLI_METADATA_H_
#define ISNAD_CLIENTS_CLI_METADATA_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"

namespace isnad::cli {

struct ArticleMetadata {
  std::string title;
  std::string source;
  std::string url;
  absl::optional<absl::Time> published_at;
};

// Reads lines of {"file", "title", "source", "url", "published_at"}; all but "file" are optional,
// "published_at" is YYYY-MM-DD or RFC 3339. Keyed by file name without folder. INVALID_ARGUMENT
// names the line and what is wrong with it: no JSON object, no file, an unknown key, a bad date.
absl::StatusOr<std::map<std::string, ArticleMetadata>> ParseMetadata(absl::string_view json_lines,
                                                                     absl::string_view file_name);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_METADATA_H_
