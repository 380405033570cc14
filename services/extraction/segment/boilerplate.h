// Knows the lines that news sites wrap around an article.

#ifndef ISNAD_SERVICES_EXTRACTION_SEGMENT_BOILERPLATE_H_
#define ISNAD_SERVICES_EXTRACTION_SEGMENT_BOILERPLATE_H_

#include "services/extraction/segment/line.h"

namespace isnad::extraction {

// True for share bars, comment forms, subscription and cookie lines, tags, counters, copyright,
// links to other articles, encoded garbage and lines without a letter. Judges the line by itself,
// and errs towards false for anything that could be a sentence. Thread-safe.
bool IsBoilerplate(const Line& line);

// True for the heading of a block of links or forms ("اقرأ أيضا", "أخبار ذات صلة"): short lines
// that follow it belong to the block.
bool OpensBoilerplateBlock(const Line& line);

// True for a section name that stands alone above an article ("تقنية", "اقتصاد").
bool IsSectionName(const Line& line);

// True for the line under or over a picture, and for a photo credit.
bool IsCaption(const Line& line);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_SEGMENT_BOILERPLATE_H_
