// Spans of a text that was put in other words before it was read, as spans of that text.

#ifndef ISNAD_SERVICES_EXTRACTION_CONVERTERS_SOURCE_SPANS_H_
#define ISNAD_SERVICES_EXTRACTION_CONVERTERS_SOURCE_SPANS_H_

#include <google/protobuf/message.h>

#include "absl/strings/string_view.h"
#include "services/extraction/text/offset_map.h"

namespace isnad::extraction {

// Moves every isnad.v1.Span in `message`, and every message with `begin` and `end` like one, to
// the bytes of `source` that it came from, and quotes these.
void ToSourceSpans(const OffsetMap& to_source, absl::string_view source,
                   google::protobuf::Message* message);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_CONVERTERS_SOURCE_SPANS_H_
