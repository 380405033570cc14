// All that may be the answer, weighed against each other and against there being none.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_POSSIBLE_ANSWERS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_POSSIBLE_ANSWERS_H_

#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/objections/sentence_traits.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// What the rules would answer.
struct RuledAnswer {
  bool given = false;
  bool from_facts = false;
  bool from_passages = false;
  // The likeliest sentence, quoted where nothing was sure enough.
  bool only_likely = false;
  double confidence = 0;
  // Where it stands, when it is one name, figure or sentence.
  std::string document;
  int ordinal = -1;
  Range place;
};

struct PossibleAnswer {
  enum class Kind { kSpan, kSentence, kRuled, kNone };

  Kind kind = Kind::kNone;
  // A span or statement of the evidence; null for the others.
  const Candidate* candidate = nullptr;
  // Whether it is the one that the rules would give.
  bool ruled = false;
  SentenceTraits traits;
  // Of all possible answers together 1.
  double likelihood = 0;
};

// The best spans and sentences of `evidence`, the rules' answer where it is none of these, and none
// at all, which comes last; otherwise in the order of the evidence.
std::vector<PossibleAnswer> FindPossibleAnswers(const Inquiry& inquiry,
                                                const GatheredEvidence& evidence,
                                                const RuledAnswer& ruled);

// The likeliest one, or null when none is likely enough.
const PossibleAnswer* LikeliestOf(const std::vector<PossibleAnswer>& possible);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_POSSIBLE_ANSWERS_H_
