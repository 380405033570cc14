// Verbs that decide what an open asking word asks for: "what did X say", "كم دفعت".

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_VERB_CLASSES_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_VERB_CLASSES_H_

#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

enum class VerbClass {
  kSaying,     // say, describe, respond
  kReporting,  // report, publish, reveal: what outlets do
  kPaying,     // pay, invest, cost
  kLasting,    // last, stay, take (time)
  kWorking,    // work, go, move
  kBuying,     // buy, own, acquire
  kPlanning,   // plan, intend, expect
};

// Whether the word at `token` is a form of a verb of the class. False outside the text.
bool IsOfClass(const QuestionText& text, int token, VerbClass verb_class);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_VERB_CLASSES_H_
