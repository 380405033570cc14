// The words of a text as the search index takes them.

#ifndef ISNAD_SERVICES_EXTRACTION_TERMS_INDEX_TERMS_H_
#define ISNAD_SERVICES_EXTRACTION_TERMS_INDEX_TERMS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// Terms in text order, their letters in one block of memory. Meant to be used again for the next
// text, so that a stream of texts costs no allocation. Thread-compatible.
class IndexTerms {
 public:
  int size() const { return static_cast<int>(terms_.size()); }

  // Bytes of the text that the word stands at.
  ByteRange range(int i) const { return terms_[i].range; }
  // The word as in Token::surface. Valid until the next change of this object.
  absl::string_view surface(int i) const {
    return {arena_.data() + terms_[i].surface, terms_[i].surface_bytes};
  }
  // The word as in Token::stem, empty for function words and links. Valid until the next change.
  absl::string_view stem(int i) const {
    return {arena_.data() + terms_[i].surface + terms_[i].surface_bytes, terms_[i].stem_bytes};
  }

  void Clear() {
    terms_.clear();
    used_ = 0;
  }

 private:
  friend class TermReader;  // fills it

  // The stem stands right behind the surface.
  struct Term {
    ByteRange range;
    uint32_t surface = 0;
    uint32_t surface_bytes = 0;
    uint32_t stem_bytes = 0;
  };

  // Memory for `bytes` more bytes behind those in use.
  char* Room(size_t bytes) {
    if (used_ + bytes > arena_.size()) arena_.resize(2 * (used_ + bytes));
    return &arena_[used_];
  }

  std::vector<Term> terms_;
  std::string arena_;
  size_t used_ = 0;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TERMS_INDEX_TERMS_H_
