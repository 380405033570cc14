// What is polite in a question and asks for nothing.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_COURTESIES_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_COURTESIES_H_

#include <string>

namespace isnad::extraction {

// Overwrites with spaces what only wraps a question ("Could you tell me ...", "لو سمحت ...",
// "..., من فضلك؟") and how people are addressed ("Mr. Brown", "الدكتور سامي"), and says the asking
// words plainly that stand for a shorter one ("the name of the person who", "ما إذا كانت"). All
// other bytes stay where they are.
void BlankCourtesies(std::string* question);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_COURTESIES_H_
