// The parts of a round-up, each about somebody else.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_TOPIC_SECTIONS_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_TOPIC_SECTIONS_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// A round-up tells of one house after the other: under lines that are hardly more than a name ("■
// X", "منصة «Y»:"), or in paragraphs most of which open with an organisation not heard of before.
// There "the company" is the one of its section. Other texts are one section about their subject
// (see DocumentSubject).
class TopicSections {
 public:
  // The analysis must have names.
  explicit TopicSections(const Analysis& analysis);

  // The entity that the words of a passage are about; -1 when there is none. Passages outside of
  // all sections are about the subject of the text.
  int SubjectOf(int passage) const;
  // First passage of the section of a passage; 0 outside of all sections.
  int FirstPassageOf(int passage) const;
  // Whether the passage stands under a line that names the subject of its section.
  bool IsLabelled(int passage) const;
  // The entity that the whole text is about, or -1.
  int document_subject() const { return document_subject_; }

 private:
  struct Section {
    int first = 0;
    int subject = -1;
  };

  int document_subject_;
  bool labelled_ = false;
  std::vector<Section> sections_;  // by passage; empty when the text is no round-up
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_TOPIC_SECTIONS_H_
