// Finds the passages of an article: headline, headings, sentences, list items, table rows, and what
// is no article at all.

#ifndef ISNAD_SERVICES_EXTRACTION_SEGMENT_SEGMENTER_H_
#define ISNAD_SERVICES_EXTRACTION_SEGMENT_SEGMENTER_H_

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// The first stage: fills `Analysis::passages` with byte ranges, kinds, paragraphs and headings;
// token ranges stay empty. Every byte of the text that is not white space belongs to exactly one
// passage, and passages are in text order.
//
// `title` is the article's title as the source gave it, or empty; the line that repeats it, even
// loosely, is the headline. Without one a short first line without a full stop that longer text
// follows is the headline. The first body sentence is kLead.
//
// Works on a question or a single sentence as well: one kLead passage. Stateless, thread-safe,
// linear in the length of the text; survives any bytes.
class Segmenter {
 public:
  void Segment(absl::string_view title, Analysis* analysis) const;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_SEGMENT_SEGMENTER_H_
