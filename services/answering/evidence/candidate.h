// A possible answer, or part of one.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_CANDIDATE_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_CANDIDATE_H_

#include <string>
#include <vector>

#include "isnad/v1/answer.pb.h"
#include "isnad/v1/entity.pb.h"
#include "isnad/v1/fact.pb.h"
#include "isnad/v1/passage.pb.h"
#include "isnad/v1/value.pb.h"
#include "services/answering/evidence/relevance.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

struct Candidate {
  enum class Kind {
    // A stored entity.
    kEntity,
    // A figure, date or length.
    kValue,
    // Words of a document.
    kWords,
  };

  Kind kind = Kind::kWords;
  // Equal for equal answers: the entity's name, the value normalised, the words.
  std::string key;
  // Resource name, for kEntity.
  std::string entity;
  isnad::v1::EntityType entity_type = isnad::v1::ENTITY_TYPE_UNSPECIFIED;
  std::string entity_class;
  // For kValue.
  isnad::v1::Value value;
  // The answer as the source words it.
  std::string words;
  // Names of the entity, where known.
  std::string label_ar;
  std::string label_en;
  // The words around, verbatim, for display.
  std::string excerpt;
  isnad::v1::ClauseKind clause = isnad::v1::CLAUSE_KIND_UNSPECIFIED;

  Relevance relevance;
  // How well type and class are what was asked for, from 0 to 1.
  double fit = 0;
  double score = 0;

  bool from_fact = false;
  // For facts: of the relation that was read first, and how well its given ends agree.
  bool primary = false;
  double fillers = 0;
  bool from_passage = false;
  isnad::v1::Polarity polarity = isnad::v1::POLARITY_ASSERTED;
  isnad::v1::Modality modality = isnad::v1::MODALITY_ACTUAL;
  // When it holds, where a fact says so.
  isnad::v1::DateInterval date;
  // Who said it, as the article puts it; empty when the article itself speaks.
  std::string attributed_to;

  // Best first; at most one per document after merging.
  std::vector<isnad::v1::Citation> citations;
  // Names of the facts that say so.
  std::vector<std::string> facts;

  // Where the best source has it.
  std::string document;
  int ordinal = 0;
  Range place;
};

// Confidence from 0 to 1 for a score.
double ConfidenceOf(double score);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_CANDIDATE_H_
