// The lexicon: text-format files of language and world knowledge, built into the binary or read
// from a directory.
//
// File names carry the kind of content: gazetteer_*.textproto holds a Gazetteer, cues_* NameCues,
// frames_* a FrameFile, bilingual_* a Bilingual, descriptions_* Descriptions and words_* WordLists
// (see lexicon.proto).

#ifndef ISNAD_SERVICES_EXTRACTION_LEXICON_LEXICON_FILES_H_
#define ISNAD_SERVICES_EXTRACTION_LEXICON_LEXICON_FILES_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace isnad::extraction {

// One lexicon file: its name without folder, for example "gazetteer_media.textproto".
struct LexiconFile {
  std::string name;
  std::string content;
};

// Parses `file` as text format into `message`. INVALID_ARGUMENT names file, line and column (both
// counted from 1) of every error.
absl::Status ParseLexiconFile(const LexiconFile& file, google::protobuf::Message* message);

// An immutable set of lexicon files, ordered by name. Thread-safe after construction.
class LexiconFiles {
 public:
  // The files that were built into the binary.
  static LexiconFiles Embedded();

  // All "*.textproto" files directly in `dir`. NOT_FOUND when the directory cannot be read or holds
  // none, INTERNAL when a file cannot be read.
  static absl::StatusOr<LexiconFiles> FromDirectory(absl::string_view dir);

  // A set of the given files, for tests and for lexicons made in memory.
  static LexiconFiles Of(std::vector<LexiconFile> files);

  // Valid as long as this object.
  const std::vector<LexiconFile>& files() const { return files_; }

  // The files whose names start with `prefix`.
  std::vector<LexiconFile> WithPrefix(absl::string_view prefix) const;

  // The files whose names start with `prefix`, each parsed as a `P`.
  template <class P>
  absl::StatusOr<std::vector<P>> Parse(absl::string_view prefix) const {
    std::vector<P> parsed;
    for (const LexiconFile& file : WithPrefix(prefix)) {
      P message;
      absl::Status status = ParseLexiconFile(file, &message);
      if (!status.ok()) return status;
      parsed.push_back(std::move(message));
    }
    return parsed;
  }

  // 16 hexadecimal digits that change when any name or content changes.
  std::string Version() const;

 private:
  LexiconFiles() = default;

  std::vector<LexiconFile> files_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_LEXICON_LEXICON_FILES_H_
