// Common nouns that a pronoun could stand for as well as for a name.

#ifndef ISNAD_SERVICES_EXTRACTION_REFERENCE_RIVAL_NOUNS_H_
#define ISNAD_SERVICES_EXTRACTION_REFERENCE_RIVAL_NOUNS_H_

#include <array>
#include <vector>

#include "services/extraction/reference/discourse.h"

namespace isnad::extraction {

// Counts them for the discourse of one text, which must outlive it. Not thread-safe.
class RivalNouns {
 public:
  explicit RivalNouns(const Discourse* discourse) : discourse_(*discourse), counts_(1) {}

  // Nouns from one token up to another that a singular pronoun of that gender agrees with. What the
  // tokens before `to` stand for must be settled.
  int Count(int from, int to, WordGender gender) { return Between(from, to, gender, false); }

  // Those of a person or body that can own and act.
  int CountAgents(int from, int to, WordGender gender) { return Between(from, to, gender, true); }

  // The last of them before a token, not before `first`; -1 when there is none.
  int Last(int first, int before, WordGender gender) const;

  // The token is a noun of a person or body that can own and act.
  bool IsAgent(int token) const;

 private:
  int Between(int from, int to, WordGender gender, bool agents_only);
  bool IsNoun(int token) const;

  const Discourse& discourse_;
  // Nouns before each token, masculine and feminine, of all nouns and of agents.
  std::vector<std::array<int, 4>> counts_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_REFERENCE_RIVAL_NOUNS_H_
