// Names of a question that the store knows but for a slip of the hand.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_MISSPELT_NAMES_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_MISSPELT_NAMES_H_

#include <string>
#include <vector>

#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/question.pb.h"

namespace isnad::answering {

// A name that neither a lexicon nor the store knows, with the keys that it may have been meant by.
struct MisspeltName {
  // The key that it is linked by.
  std::string key;
  // Likeliest slips first; the kind of slip of each.
  std::vector<std::string> meant;
  std::vector<int> slips;
};

// Names of the reading that `matches` say nothing of and that are long enough to be told in spite
// of a slip.
std::vector<MisspeltName> FindMisspeltNames(const isnad::v1::QuestionAnalysis& reading,
                                            const std::vector<isnad::v1::EntityMatch>& matches);

// The entity of `found` that has a key meant by the likeliest kind of slip, linked to the name as
// it was typed; nothing when there are two.
std::vector<isnad::v1::EntityMatch> MatchMisspelt(const MisspeltName& name,
                                                  const std::vector<isnad::v1::EntityMatch>& found);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_MISSPELT_NAMES_H_
