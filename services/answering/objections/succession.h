// Questions about who came after whom.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_SUCCESSION_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_SUCCESSION_H_

#include "absl/strings/string_view.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Whether the name is that of a person, or of somebody who can be nothing else where the question
// asks who came into a post.
bool IsPersonOf(const Inquiry& inquiry, const LinkedName& link);

// Whether the question names a person who is no end of what it asks about: "who heads X after Y".
bool IsBystander(const Inquiry& inquiry, const LinkedName& link);

// Whether the sentence says that somebody takes another's place ("وخلفه", "بدلا من").
bool TellsOfSuccession(const PassageView& view);

// Whether the word is a verb of succeeding that takes up the predecessor ("وسيخلفها").
bool SucceedsByPronoun(absl::string_view surface);

// Whether the question asks who was there before whom it names: "whom did X replace".
bool AsksForPredecessor(const isnad::v1::QuestionAnalysis& reading);

// Whether the sentence names the candidate as the one whose place another takes ("خلفا لفلان"), and
// speaks of everybody whom the question names.
bool TellsPredecessor(const Inquiry& inquiry, const Candidate& candidate);

// Whether the question says in so many words that somebody takes another's place.
bool SaysSuccession(const isnad::v1::QuestionAnalysis& reading);

// Whether the question asks who came in whose place: its words say so, or it names a bystander.
bool AsksForSuccession(const Inquiry& inquiry);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_SUCCESSION_H_
