// What a sentence or a fact answers to a question of yes or no.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_FINDING_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_FINDING_H_

#include "isnad/v1/fact.pb.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

enum class Verdict {
  kYes,
  // It is denied.
  kNo,
  // It is said of others, or with another figure.
  kOtherwise,
  kPlanned,
  kAlleged,
};

struct Finding {
  Verdict verdict = Verdict::kYes;
  Candidate candidate;
};

// The verdict with the whole of a sentence for its words.
Finding FindingAt(const Candidate& candidate, const PassageView& view, Verdict verdict);

// Whether the question gives sums or numbers, and whether each is met in the sentence.
bool GivesFigures(const Inquiry& inquiry);
bool HasGivenFigures(const Inquiry& inquiry, const PassageView& view);
// The same of a fact whose sentence was not found: one of its parts is that figure.
bool HasGivenFigures(const Inquiry& inquiry, const isnad::v1::Fact& fact);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_FINDING_H_
