// A file whose bytes are part of the program: embedded_files.bzl makes tables of these.

#ifndef ISNAD_SERVICES_EMBEDDED_EMBEDDED_FILE_H_
#define ISNAD_SERVICES_EMBEDDED_EMBEDDED_FILE_H_

#include <cstddef>

#include "absl/strings/string_view.h"

namespace isnad {

// The layout is that of the generated assembly: three pointers.
struct EmbeddedFile {
  const char* name;   // without folder; null in the element that ends a table
  const char* begin;  // on a 64-byte border
  const char* end;

  // The bytes are pages of the executable, read from disk only when touched.
  absl::string_view content() const {
    return absl::string_view(begin, static_cast<std::size_t>(end - begin));
  }
};

}  // namespace isnad

#endif  // ISNAD_SERVICES_EMBEDDED_EMBEDDED_FILE_H_
