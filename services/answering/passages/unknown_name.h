// Names that no lexicon and no tagger knows, by their form.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_UNKNOWN_NAME_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_UNKNOWN_NAME_H_

#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the passage has two words beside each other that are names by their form, belong to no
// known name and are not the question's own.
bool HasUnknownName(const PassageView& view);

// Whether behind a preposition of place stands a noun that is not the question's own.
bool HasUnknownPlace(const PassageView& view);

// Whether the word is one of the question's.
bool IsAsked(const PassageView& view, int token);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_UNKNOWN_NAME_H_
