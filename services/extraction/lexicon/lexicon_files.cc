#include "services/extraction/lexicon/lexicon_files.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/text_format.h"
#include "services/extraction/lexicon/embedded_lexicon.h"

namespace isnad::extraction {
namespace {

// Gathers "file:line:column: message" lines.
class PositionedErrors : public google::protobuf::io::ErrorCollector {
 public:
  explicit PositionedErrors(absl::string_view file) : file_(file) {}

  void AddError(int line, int column, const std::string& message) override {
    lines_.push_back(absl::StrCat(file_, ":", line + 1, ":", column + 1, ": ", message));
  }

  std::string Joined() const { return absl::StrJoin(lines_, "\n"); }

 private:
  std::string file_;
  std::vector<std::string> lines_;
};

// FNV-1a, 64 bits.
uint64_t HashInto(uint64_t hash, absl::string_view bytes) {
  for (unsigned char c : bytes) hash = (hash ^ c) * 1099511628211ull;
  return (hash ^ 0xff) * 1099511628211ull;
}

}  // namespace

absl::Status ParseLexiconFile(const LexiconFile& file, google::protobuf::Message* message) {
  PositionedErrors errors(file.name);
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&errors);
  if (parser.ParseFromString(file.content, message)) return absl::OkStatus();
  return absl::InvalidArgumentError(errors.Joined());
}

LexiconFiles LexiconFiles::Of(std::vector<LexiconFile> files) {
  std::sort(files.begin(), files.end(),
            [](const LexiconFile& a, const LexiconFile& b) { return a.name < b.name; });
  LexiconFiles result;
  result.files_ = std::move(files);
  return result;
}

LexiconFiles LexiconFiles::Embedded() {
  std::vector<LexiconFile> files;
  for (const EmbeddedFile* file = isnad_embedded_lexicon; file->name != nullptr; ++file) {
    files.push_back({file->name, std::string(file->content())});
  }
  return Of(std::move(files));
}

absl::StatusOr<LexiconFiles> LexiconFiles::FromDirectory(absl::string_view dir) {
  std::error_code error;
  std::filesystem::directory_iterator entries(std::string(dir), error);
  if (error) {
    return absl::NotFoundError(
        absl::StrCat("cannot read the lexicon directory \"", dir, "\": ", error.message()));
  }
  std::vector<LexiconFile> files;
  const std::filesystem::directory_iterator end;
  for (; !error && entries != end; entries.increment(error)) {
    if (entries->path().extension() != ".textproto") continue;
    std::ifstream in(entries->path(), std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) {
      return absl::InternalError(absl::StrCat("cannot read ", entries->path().string()));
    }
    files.push_back({entries->path().filename().string(), std::move(content)});
  }
  if (files.empty()) {
    return absl::NotFoundError(absl::StrCat("no *.textproto file in \"", dir, "\""));
  }
  return Of(std::move(files));
}

std::vector<LexiconFile> LexiconFiles::WithPrefix(absl::string_view prefix) const {
  std::vector<LexiconFile> matching;
  std::copy_if(files_.begin(), files_.end(), std::back_inserter(matching),
               [prefix](const LexiconFile& file) { return absl::StartsWith(file.name, prefix); });
  return matching;
}

std::string LexiconFiles::Version() const {
  uint64_t hash = 14695981039346656037ull;
  for (const LexiconFile& file : files_) hash = HashInto(HashInto(hash, file.name), file.content);
  return absl::StrCat(absl::Hex(hash, absl::kZeroPad16));
}

}  // namespace isnad::extraction
