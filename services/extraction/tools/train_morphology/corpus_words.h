// Counts the words of raw text for the training of the morphology models.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CORPUS_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CORPUS_WORDS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {

// Calls `visit` with every line of a text file, decompressed when the name ends in ".xz" (with the
// xz program, which must be installed). Lines that begin with "<" are mark-up and left out.
// NOT_FOUND when the file cannot be read.
absl::Status VisitLines(const std::string& path,
                        const std::function<void(absl::string_view)>& visit);

// Calls `visit` with every run of Arabic letters of a line, without vowel marks.
void VisitArabicWords(absl::string_view line, const std::function<void(absl::string_view)>& visit);

// How often words occur.
class WordCounts {
 public:
  struct Entry {
    std::string word;  // as first seen
    uint32_t count = 0;
  };

  // Adds the words of a file (see VisitLines).
  absl::Status AddFile(const std::string& path);
  void Add(absl::string_view word, uint32_t count);

  // By LetterWord hash.
  const absl::flat_hash_map<uint64_t, Entry>& entries() const { return entries_; }
  uint32_t Count(uint64_t hash) const {
    const auto found = entries_.find(hash);
    return found == entries_.end() ? 0 : found->second.count;
  }

 private:
  absl::flat_hash_map<uint64_t, Entry> entries_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_CORPUS_WORDS_H_
