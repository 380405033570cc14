// Words of questions that point to fact types, beyond those in the frame files.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_WORDS_H_

#include <vector>

namespace isnad::extraction {

// How a trigger relates its grammatical ends to those of the fact.
enum class TriggerKind {
  kVerb,          // who acts is the subject, what is acted on the object: "Meta acquired X"
  kReversedVerb,  // who acts is the object: "Meta hired X" for JOINED
  kAgentNoun,     // names the subject, its genitive the object: "founder of X"
  kPatientNoun,   // names the object, its genitive the subject: "the owner of X" for PART_OF
};

// Triggers of a fact type, separated by "|". Confidence from 0 to 1.
struct RelationWordRow {
  const char* fact_type;
  TriggerKind kind;
  double confidence;
  const char* en;
  const char* ar;
};

const std::vector<RelationWordRow>& RelationWords();

// Words of the frame files that point to their fact type only faintly, since they are common in
// other senses; separated by "|".
const char* FaintEnglishWords();
const char* FaintArabicWords();

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_RELATION_WORDS_H_
