// Decides what each line of an article is.

#ifndef ISNAD_SERVICES_EXTRACTION_SEGMENT_LINE_KINDS_H_
#define ISNAD_SERVICES_EXTRACTION_SEGMENT_LINE_KINDS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/segment/line.h"

namespace isnad::extraction {

// One kind per line; kBody stands for prose that is still to be split into sentences. kLead and
// kQuote are never given. `title` may be empty. Thread-safe.
std::vector<PassageKind> ClassifyLines(absl::string_view title, absl::string_view text,
                                       const std::vector<Line>& lines);

// Bytes of a headline that was run together with the first paragraph ("HEADLINE .. first words"),
// up to but not including the two dots; empty when there is none. `lines` of an article whose later
// headings, or whose title, repeat the phrase.
ByteRange HeadlineInsideFirstLine(absl::string_view title, absl::string_view text,
                                  const std::vector<Line>& lines);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_SEGMENT_LINE_KINDS_H_
