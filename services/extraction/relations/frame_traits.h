// What a frame's type and construction say of it whatever the text: which frames are read
// elsewhere, and what they demand of their participants.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_TRAITS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_TRAITS_H_

#include "absl/strings/string_view.h"
#include "services/extraction/relations/frame_lexicon.h"

namespace isnad::extraction {

// Every trigger is asked for these several times, and a view knows the length of what it is
// compared with, a string looks for its end.
inline absl::string_view TypeOf(const CompiledFrame& frame) { return frame.type; }
inline absl::string_view RoleOf(const CompiledSlot& slot) { return slot.role; }

// Speech with a verb is read by SpeechFinder; event nouns of it are frames like any other.
bool IsReadAsSpeech(const CompiledFrame& frame);

// A product comes out or is to.
bool IsRelease(const CompiledFrame& frame);

// A product comes out, is to or is late.
bool IsReleaseOrDelay(const CompiledFrame& frame);

// Those who act together act on each other: "X and Y compete", "X and Y announced a partnership".
bool IsMutual(const CompiledFrame& frame);

// Somebody takes the post that another one had.
bool IsSuccession(const CompiledFrame& frame);

// Without the organisation the fact says little: "the engineer X", "X left".
bool NeedsOrganization(const CompiledFrame& frame);

// Somebody gets a post that he has from then on: "won a seat on the board".
bool BeginsPost(const CompiledFrame& frame);

// Who led a funding round or took part in it, whoever raised the money.
bool TellsOfRound(const CompiledFrame& frame);

// An object that is whatever organisation the text is about when nothing else tells.
bool MayBeTopic(const CompiledSlot& slot);
// "Between X and Y": one preposition governs both ends.
bool SharesBetween(const CompiledFrame& frame);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FRAME_TRAITS_H_
