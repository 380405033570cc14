// A text in other words, with the way back.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_TEXT_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_TEXT_H_

#include <string>

#include "services/extraction/text/offset_map.h"

namespace isnad::extraction {

struct PlainText {
  std::string text;
  // From bytes of `text` to those of the text as it was given.
  OffsetMap to_source;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_PLAIN_TEXT_H_
