// Whether the post, title or move of what was found is the one asked for.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_POST_OBJECTIONS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_POST_OBJECTIONS_H_

#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"

namespace isnad::answering {

// The question gives a job title, and no word of it stands near the fact that is to fill it.
bool IsOtherRole(const Inquiry& inquiry, const Candidate& candidate);

// A post that is asked for at a house which the question names, and that the fact has at another.
bool IsPostElsewhere(const Inquiry& inquiry, const Candidate& candidate);

// The question names a post.
bool AsksForPost(const isnad::v1::QuestionAnalysis& reading);

// Who runs or takes over something is asked for, and the fact is that somebody speaks for it.
bool OnlySpeaks(const Inquiry& inquiry, const Candidate& candidate);

// Who comes to a post is asked for, and the words before the name say that he leaves it.
bool IsLeaving(const Inquiry& inquiry, const Candidate& candidate);

// The question gives a job title whose words the sentence does not have: the head of finance is
// not the head of the company.
bool LacksTitle(const Inquiry& inquiry, const Candidate& candidate);

// "Its founder" is of whom the sentence is about, and that is not whom the question names.
bool IsTitleOfOthers(const Inquiry& inquiry, const Candidate& candidate);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_POST_OBJECTIONS_H_
