// Names of a question that the store knows but for a slip of the hand.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_MISSPELT_NAMES_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_MISSPELT_NAMES_H_

#include <string>
#include <vector>

#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/question.pb.h"

namespace isnad::answering {

// A name that neither a lexicon nor the store knows, with the keys that it may have been meant by:
// without the word for what kind of house it is ("Group"), and before a slip of the hand.
struct MisspeltName {
  // The key that it is linked by.
  std::string key;
  // Likeliest first, and how likely each is: less from rank to rank.
  std::vector<std::string> meant;
  std::vector<int> ranks;
};

// Names of the reading that `matches` say nothing of and that are long enough to be told in spite
// of a slip.
std::vector<MisspeltName> FindMisspeltNames(const isnad::v1::QuestionAnalysis& reading,
                                            const std::vector<isnad::v1::EntityMatch>& matches);

// The entity of `found` that has the likeliest of the keys, or one that sounds alike, linked to the
// name as it was typed; nothing when there are two.
std::vector<isnad::v1::EntityMatch> MatchMisspelt(const MisspeltName& name,
                                                  const std::vector<isnad::v1::EntityMatch>& found);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_MISSPELT_NAMES_H_
