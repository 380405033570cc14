// Where job titles stand and how far the words that say of what they are reach: "the chief
// executive [of the company X]".

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_ROLE_INDEX_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_ROLE_INDEX_H_

#include <vector>

#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_phrases.h"

namespace isnad::extraction {

// Borrows the phrase index. Immutable.
class RoleIndex {
 public:
  RoleIndex(const PhraseIndex* index, std::vector<RolePhrase> roles);

  // All titles in text order, each with its complement in `tokens`.
  const std::vector<RolePhrase>& roles() const { return roles_; }

  // The title that begins at a token, or nullptr.
  const RolePhrase* BeginningAt(int token) const;
  // The title whose words or complement hold a token, or nullptr.
  const RolePhrase* Covering(int token) const;

  // The organisation that the complement of a title names, as a mention, or -1.
  int OrganizationOf(const RolePhrase& role) const;
  // The person that the title stands beside, as a mention: right before it, behind a comma or in
  // front of a parenthesis, else right after what it is of. -1 when there is none.
  int PersonBeside(const RolePhrase& role) const;
  // Whether the title describes somebody in passing ("X, the chief executive of Y"), rather than
  // says what somebody becomes ("as chief executive of Y").
  bool IsAttributive(const RolePhrase& role) const;

  // The person named right after the title and what it is of, or -1.
  int PersonAfter(const RolePhrase& role) const;

 private:
  // First token after the words that say of what the title is.
  int ComplementEnd(const RolePhrase& role) const;
  int PersonBefore(const RolePhrase& role) const;

  const PhraseIndex& index_;
  std::vector<RolePhrase> roles_;
  std::vector<int> covering_;  // by token: index into roles_ or -1
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_ROLE_INDEX_H_
