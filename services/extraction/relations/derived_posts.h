// Posts that follow from, or are said better by, other facts of the same words.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_POSTS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_POSTS_H_

#include <vector>

#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"

namespace isnad::extraction {

// Takes away posts held that the words say are given: "X was appointed director of Y" tells of a
// change, not of a post that X has.
void DropPostsGiven(std::vector<FactRecord>* facts);

// "X runs [تتولى إدارة] Y": a post that X holds, not one that X is given.
void HoldPostsInPresent(const PhraseIndex& index, std::vector<FactRecord>* facts);

// "Y appointed X chief executive of Z": the post is at Z, whoever gives it.
void GiveHousesOfPosts(const PhraseIndex& index, const RoleIndex& roles,
                       std::vector<FactRecord>* facts);

// "will fill [سيشغل] the post of X": a post that somebody is given, not yet one held.
void GivePostsAhead(std::vector<FactRecord>* facts);

// Takes away posts of founders in a house that the words do not name, where the same words say that
// they founded it, unless another title follows: "the founder and chief executive". `facts` are
// those of a whole text.
void DropPostsOfFounders(const PhraseIndex& index, const RoleIndex& roles,
                         std::vector<FactRecord>* facts);

// Takes away posts of staff that are counted: "900 people work at Y" is nobody's post.
void DropPostsOfStaff(std::vector<FactRecord>* facts);

// Whoever leaves a house held there the post that the words give him: "the engineer X left Y".
void AddFormerPosts(const PhraseIndex& index, const RoleIndex& roles,
                    std::vector<FactRecord>* facts);

// "X joined Y as vice president [نائبا للرئيس]": X is given the post there.
void AddPostsOfJoiners(const PhraseIndex& index, const RoleIndex& roles,
                       std::vector<FactRecord>* facts);

// "X and her former colleague at Y, Z": X was there as well.
void AddColleagues(const PhraseIndex& index, std::vector<FactRecord>* facts);

// Whom somebody follows in a post held it.
void AddPredecessors(const PhraseIndex& index, std::vector<FactRecord>* facts);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVED_POSTS_H_
