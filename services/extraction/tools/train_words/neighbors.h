// Which words stand next to which, and how often.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_NEIGHBORS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_NEIGHBORS_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace isnad::extraction {

// Counts of neighbouring words inside sentences. Immutable, thread-safe.
class Neighbors {
 public:
  struct Count {
    int32_t word;
    int32_t count;
  };

  // `stream` holds words below `word_count` and negative numbers between sentences.
  Neighbors(absl::Span<const int32_t> stream, int word_count);

  // Words right after and right before a word, in ascending order.
  absl::Span<const Count> After(int32_t word) const { return after_.Of(word); }
  absl::Span<const Count> Before(int32_t word) const { return before_.Of(word); }

  int word_count() const { return static_cast<int>(after_.begins.size()) - 1; }

 private:
  struct Table {
    std::vector<uint32_t> begins;  // by word, with one element more
    std::vector<Count> counts;

    absl::Span<const Count> Of(int32_t word) const {
      return absl::MakeConstSpan(counts).subspan(begins[word], begins[word + 1] - begins[word]);
    }
  };

  static Table MakeTable(std::vector<uint64_t> pairs, int word_count);

  Table after_;
  Table before_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_WORDS_NEIGHBORS_H_
