#include "clients/cli/metadata.h"

#include <filesystem>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace isnad::cli {
namespace {

absl::Status WrongLine(absl::string_view file, int line, absl::string_view what) {
  return absl::InvalidArgumentError(absl::StrCat(file, ":", line, ": ", what));
}

absl::optional<absl::Time> ParseDate(const std::string& text) {
  absl::Time time;
  std::string error;
  if (absl::ParseTime("%Y-%m-%d", text, &time, &error)) return time;
  if (absl::ParseTime(absl::RFC3339_full, text, &time, &error)) return time;
  return absl::nullopt;
}

absl::Status SetField(const std::string& key, const std::string& value, std::string* file,
                      ArticleMetadata* out) {
  if (key == "file") {
    *file = value;
  } else if (key == "title") {
    out->title = value;
  } else if (key == "source") {
    out->source = value;
  } else if (key == "url") {
    out->url = value;
  } else if (key == "published_at") {
    out->published_at = ParseDate(value);
    if (!out->published_at) {
      return absl::InvalidArgumentError(absl::StrCat(
          "\"published_at\" is \"", value, "\"; write YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ"));
    }
  } else {
    return absl::InvalidArgumentError(absl::StrCat(
        "unknown key \"", key, "\"; known are file, title, source, url, published_at"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::map<std::string, ArticleMetadata>> ParseMetadata(absl::string_view json_lines,
                                                                     absl::string_view file_name) {
  std::map<std::string, ArticleMetadata> out;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(json_lines, '\n')) {
    ++number;
    line = absl::StripAsciiWhitespace(line);
    if (line.empty()) continue;
    google::protobuf::Struct object;
    const std::string text(line);
    if (!google::protobuf::util::JsonStringToMessage(text, &object).ok()) {
      return WrongLine(file_name, number, "is not a JSON object");
    }
    std::string file;
    ArticleMetadata metadata;
    for (const auto& [key, value] : object.fields()) {
      if (value.kind_case() == google::protobuf::Value::kNullValue) continue;
      if (value.kind_case() != google::protobuf::Value::kStringValue) {
        return WrongLine(file_name, number, absl::StrCat("\"", key, "\" is not a string"));
      }
      absl::Status status = SetField(key, value.string_value(), &file, &metadata);
      if (!status.ok()) return WrongLine(file_name, number, status.message());
    }
    if (file.empty()) return WrongLine(file_name, number, "has no \"file\"");
    out[std::filesystem::path(file).filename().string()] = metadata;
  }
  return out;
}

}  // namespace isnad::cli
