// Everything that was gathered to answer one question.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_INQUIRY_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_INQUIRY_H_

#include <vector>

#include "isnad/v1/conflict.pb.h"
#include "isnad/v1/fact.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/compose/language.h"
#include "services/answering/evidence/relevance.h"
#include "services/answering/passages/passage_pool.h"
#include "services/answering/passages/question_words.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {

// Whether a question is worked on as a whole or one part of a double question, whose answer has to
// leave room for the other's.
enum class Scope { kWhole, kPart };

// Borrows everything; lives as long as the question is worked on. Immutable, so thread safe.
struct Inquiry {
  const isnad::v1::QuestionAnalysis& reading;
  // The language of the answer.
  Language language;
  const EntityLinks& links;
  const QuestionWords& words;
  const PassagePool& pool;
  const RelevanceMeter& meter;
  const std::vector<isnad::v1::Fact>& facts;
  const std::vector<isnad::v1::Conflict>& conflicts;
  Scope scope;
  // Confidence below which there is no answer.
  double min_confidence;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_INQUIRY_H_
