// The names of a question with their grammatical place around a trigger.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_PARTICIPANTS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_PARTICIPANTS_H_

#include <string>
#include <vector>

#include "services/extraction/questions/asked_thing.h"
#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// How a participant stands to the trigger.
enum class GrammaticalPlace { kAgent, kPatient, kGenitive, kOblique };

// A name in the question, or the gap that the question leaves.
struct Participant {
  // Id of the question's entity; empty for the gap.
  std::string id;
  EntityType type = EntityType::kUnknown;
  TokenRange tokens;
  GrammaticalPlace place = GrammaticalPlace::kAgent;
  // Folded preposition, for kOblique.
  std::string preposition;
  // A pronoun on the verb takes it up: "الشركة التي أسستها سلمى".
  bool resumed = false;
  // It stands before the trigger of an Arabic question.
  bool precedes_arabic_verb = false;
  // Index of the name that this one is joined to by "and", or -1. Joined names fill the same role.
  int joined_to = -1;
};

// A name with its id.
struct NamedEntity {
  std::string id;
  EntityType type = EntityType::kUnknown;
  TokenRange tokens;
};

// The names of `named` as participants of the trigger.
std::vector<Participant> PlaceNames(const QuestionText& text, TokenRange range,
                                    const std::vector<NamedEntity>& named, TokenRange trigger);

// The gap of the question as a participant of the trigger.
Participant PlaceGap(const QuestionText& text, TokenRange range, const Interrogative& asked,
                     const AskedThing& thing, const std::vector<Participant>& names,
                     TokenRange trigger);

// Preposition that governs the word at `token`, looked for across words that describe a name ("من
// شركة أبل"); empty when there is none.
std::string GoverningPreposition(const QuestionText& text, int token, int begin);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_PARTICIPANTS_H_
