// Which of the names in the claim of a question a sentence has.

#ifndef ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_NAMES_H_
#define ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_NAMES_H_

#include "isnad/v1/entity.pb.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {

struct ClaimNames {
  double share = 0;
  bool any_here = false;
  int here = 0;
  bool all_here = true;
  // The missing ones stand in the sentences around, or are the house that speaks.
  bool all_near = true;
  bool all_in_document = true;
  bool person_here = false;
  // A person whom the question names is missing, and another one is there.
  bool other_person = false;
  // Subject and object of the relation that was read first, both given, stand there.
  bool ends_here = false;
  // The one that is missing while all others stand there or around, else null.
  const LinkedName* contrary = nullptr;
};

ClaimNames NamesIn(const Inquiry& inquiry, const PassageView& view);

// What the store says of the name, else what the question does.
isnad::v1::EntityType TypeOf(const LinkedName& link);

// Somebody or something of this kind that the question does not name.
bool HasOther(const Inquiry& inquiry, const PassageView& view, isnad::v1::EntityType type);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_ANSWERS_CLAIM_NAMES_H_
