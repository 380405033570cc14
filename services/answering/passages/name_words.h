// Whether words of a passage make up a name.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_NAME_WORDS_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_NAME_WORDS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "isnad/v1/passage.pb.h"

namespace isnad::answering {

// Whether the words at `tokens` of the passage are enough of the folded name `key`: of a person the
// last word, of anything else the first one that is not only a kind of thing ("بنك", "group").
bool BearsName(const isnad::v1::Passage& passage, const std::vector<int>& tokens,
               absl::string_view key, bool person);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_NAME_WORDS_H_
