// How far, in tokens, the parts of SlotFiller look from a trigger.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_SLOT_REACH_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_SLOT_REACH_H_

namespace isnad::extraction {

// Words that a noun phrase may hold between its head and the name.
inline constexpr int kPhraseReach = 6;
// After a job title the name may stand behind what the title is about.
inline constexpr int kTitleReach = 12;
inline constexpr int kBackwardReach = 14;
inline constexpr int kMaxTextTokens = 8;
// How far after the trigger a preposition or a title is looked for.
inline constexpr int kForwardReach = 24;
// Words from a verb to the one who acts.
inline constexpr int kSubjectReach = 6;

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_SLOT_REACH_H_
