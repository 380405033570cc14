// Whether a passage holds the words of the speaker whom the question names.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_SPEAKER_FIT_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_SPEAKER_FIT_H_

#include <map>
#include <string>
#include <utility>

#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// Read off the facts of speech (STATED, DENIED, CRITICIZED): a question after what X said is not
// answered by what Y said about X. Borrows nothing after construction.
class SpeakerFit {
 public:
  explicit SpeakerFit(const Inquiry& inquiry);

  // 1 when the asked speaker speaks in the passage by the question's own verb, less by another, -1
  // when only others do, 0 when nothing is known or the question names no speaker.
  double Of(const std::string& document, int ordinal) const;

 private:
  std::map<std::pair<std::string, int>, double> by_passage_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_SPEAKER_FIT_H_
