// How well sentences, their articles and all that was found meet the question, measured.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_MATCH_TRAITS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_MATCH_TRAITS_H_

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/objections/sentence_traits.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// What is asked for, in a word: "money", "person", "reason", or "words" where nothing singles it
// out.
absl::string_view AskedName(isnad::v1::AnswerType type);

// Borrows the inquiry. Immutable.
class MatchTraits {
 public:
  explicit MatchTraits(const Inquiry& inquiry);

  // What speaks for there being no answer at all.
  SentenceTraits OfQuestion(const GatheredEvidence& evidence) const;

  // What the sentence and its article have of the question; `view` is null when it was not found.
  SentenceTraits OfSentence(const PassageView* view) const;

 private:
  struct Document {
    std::vector<double> words;  // best match of each word of the question
    std::vector<double> names;  // best share of each of its names
    double match = 0;           // of words and names together, from 0 to 1
  };

  const Inquiry& inquiry_;
  std::vector<double> shares_;  // what each word counts for
  absl::flat_hash_map<absl::string_view, Document> documents_;
  double best_match_ = 0;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_MATCH_TRAITS_H_
