// What job titles a passage gives to the ends of a pair.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_TITLES_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_TITLES_H_

#include <string>
#include <vector>

#include "services/extraction/relations/phrase_index.h"
#include "services/extraction/relations/role_index.h"

namespace isnad::extraction {

// Whose a title of the passage is, seen from a person.
enum class TitleHolder { kNoTitles, kOthers, kNobody, kPerson };
// Of what a title of the passage is, seen from an organisation.
enum class TitleHouse { kNone, kOfOthers, kOfNobody, kOfPerson };

// How the titles of a passage join a person and an organisation.
struct TitleTie {
  TitleHolder holder = TitleHolder::kNoTitles;
  TitleHouse house = TitleHouse::kNone;
  bool former = false;
  // Lexicon key of the title that joins them, or of the person's; empty without.
  std::string key;
};

// Borrows the indexes. For one thread: the titles of the passage that was asked last are
// remembered.
class PairTitles {
 public:
  PairTitles(const PhraseIndex* index, const RoleIndex* roles);

  // Entities, of which either may be -1.
  TitleTie Between(int passage, int person, int organization);

  // Whether a token opens a title.
  bool OpensTitle(int token) const { return roles_.BeginningAt(token) != nullptr; }

 private:
  struct Title {
    const RolePhrase* role;
    int person;        // entity beside it, or -1
    int organization;  // entity that it is of, or -1
  };

  const std::vector<Title>& In(int passage);
  int EntityOf(int mention) const;

  const PhraseIndex& index_;
  const RoleIndex& roles_;
  int passage_ = -1;
  std::vector<Title> titles_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_PAIRS_PAIR_TITLES_H_
