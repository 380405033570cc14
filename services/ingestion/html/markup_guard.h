// Bounds on markup, checked before it is parsed.
//
// An HTML5 parser takes time that grows with the square of nesting depth and of attributes per
// tag. This guard counts both in one linear pass that mimics a tokenizer.

#ifndef ISNAD_SERVICES_INGESTION_HTML_MARKUP_GUARD_H_
#define ISNAD_SERVICES_INGESTION_HTML_MARKUP_GUARD_H_

#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace isnad::ingestion {

constexpr size_t kMaxTags = 250 * 1000;
constexpr size_t kMaxDepth = 400;
constexpr size_t kMaxAttributesPerTag = 1000;

// Returns CONTENT_TOO_LARGE when `html` has more than `kMaxTags` tags, nests more than `kMaxDepth`
// elements that need an end tag, or has a tag with more than `kMaxAttributesPerTag` attributes.
// Thread safe; linear time.
absl::Status CheckMarkup(absl::string_view html);

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_HTML_MARKUP_GUARD_H_
