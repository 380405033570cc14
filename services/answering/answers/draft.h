// An answer before it is written out, or a refusal.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_DRAFT_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_DRAFT_H_

#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "isnad/v1/answer.pb.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// A part of the answer's text.
struct DraftPart {
  std::string text;
  // What it rests on; empty for words that join parts.
  std::vector<isnad::v1::Citation> citations;
  std::vector<std::string> facts;
  double confidence = 0;
};

// Where an answer stands.
struct AnswerPlace {
  std::string document;
  int ordinal = 0;
  Range place;
};

struct Draft {
  // Joined without anything between them.
  std::vector<DraftPart> parts;
  double confidence = 0;
  bool conflicting = false;
  // The routes that gave it.
  bool from_facts = false;
  bool from_passages = false;
  // The likeliest sentence, quoted where nothing was sure enough.
  bool only_likely = false;
  // How likely it is among all possible answers, where these were weighed against each other.
  absl::optional<double> likelihood;
  // Resource name of the one entity that answers, where one does: the next part may go on about it.
  std::string entity;
  // Where the one name, figure or sentence stands that answers, where one does.
  absl::optional<AnswerPlace> place;
  // Set instead of parts.
  absl::optional<isnad::v1::Refusal> refusal;

  bool answered() const { return !refusal.has_value() && !parts.empty(); }
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_DRAFT_H_
