// Finds the members that plural and dual words stand for: كلاهما، الطرفان، الشركتان، بينهما،
// رواتبهم.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_GROUP_RESOLVER_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_GROUP_RESOLVER_H_

#include <string>
#include <vector>

#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Works on the discourse of one text. A group is a chain of names of one type joined by و and
// commas; a pair may also be the only two entities of the kind in the passage and the one before.
// Each member becomes a mention of its own, kind kPronoun, with the same range.
class GroupResolver {
 public:
  explicit GroupResolver(Discourse* discourse);

  // Adds the mentions of a group word at a token; false when it is none or its members are unclear.
  bool Resolve(int token);

 private:
  struct Group {
    std::vector<int> members;
    EntityType type = EntityType::kUnknown;
    int end = 0;  // token behind the last member
  };

  // What a word asks of its members.
  struct Demand {
    WordNumber number = WordNumber::kDual;
    TypeSet types;
    WordGender gender = WordGender::kUnknown;
    int description = -1;
    int stripped_letters = 0;
    bool pair_by_mention = false;  // members need not be joined
    std::string rule;
    double confidence = 0;
  };

  bool ReadDemand(int token, Demand* demand) const;
  bool ReadDual(int token, Demand* demand) const;
  bool Fits(const Demand& demand, int entity) const;
  std::vector<int> JoinedMembers(int token, const Demand& demand) const;
  std::vector<int> OnlyPair(int token, const Demand& demand) const;
  bool HasRival(int from, int to, const Demand& demand) const;

  Discourse& discourse_;
  std::vector<Group> groups_;  // by end
  size_t groups_before_ = 0;   // that end at or before the token at hand
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_GROUP_RESOLVER_H_
