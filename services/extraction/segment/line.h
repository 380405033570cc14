// The lines of a text, measured for the segmenter.

#ifndef ISNAD_SERVICES_EXTRACTION_SEGMENT_LINE_H_
#define ISNAD_SERVICES_EXTRACTION_SEGMENT_LINE_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// A line that is not blank.
struct Line {
  ByteRange range;              // without white space at the ends
  std::string folded;           // see text/fold.h; empty for lines of more than 40 words
  int words = 0;                // space-separated pieces
  int chars = 0;                // without marks and invisible characters
  int letters = 0;              // Arabic and Latin
  int bars = 0;                 // '|' and tabs: table columns
  bool ends_with_stop = false;  // full stop, ellipsis or exclamation mark, before closing quotes
  bool ends_with_question = false;
  bool ends_with_colon = false;
  bool blank_before = false;  // an empty line or the start of the text precedes it
};

// Splits at every kind of line break, but joins the lines of a text that was wrapped at a fixed
// column: no line is longer than 100 characters, and where no blank line follows nearly every line
// is so full that the next word would not have fitted. Survives any bytes. Thread-safe.
std::vector<Line> SplitLines(absl::string_view text);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_SEGMENT_LINE_H_
