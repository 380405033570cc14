// The lexicon files as they were when the binary was built. The array is generated from data/ by
// embed.bzl.

#ifndef ISNAD_SERVICES_EXTRACTION_LEXICON_EMBEDDED_DATA_H_
#define ISNAD_SERVICES_EXTRACTION_LEXICON_EMBEDDED_DATA_H_

#include <cstddef>

namespace isnad::extraction {

struct EmbeddedFile {
  const char* name;
  const char* content;
  std::size_t size;  // bytes
};

// Ends with an element whose name is null.
extern const EmbeddedFile kEmbeddedFiles[];

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_LEXICON_EMBEDDED_DATA_H_
