// Decides which end or role of a fact each participant of a question fills.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ROLE_ASSIGNMENT_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ROLE_ASSIGNMENT_H_

#include <string>
#include <vector>

#include "services/extraction/questions/participants.h"
#include "services/extraction/questions/relation_index.h"

namespace isnad::extraction {

// Role names by participant, in their order; empty where a participant fills none.
struct RoleAssignment {
  std::vector<std::string> roles;
  double score = 0;
};

// The assignment of distinct roles that fits syntax and types best. Exhaustive over at most
// kMaxParticipants participants; later ones get no role.
inline constexpr int kMaxParticipants = 5;
RoleAssignment AssignRoles(const RelationTrigger& trigger,
                           const std::vector<Participant>& participants);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ROLE_ASSIGNMENT_H_
