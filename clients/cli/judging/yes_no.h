// Whether an answer says yes or no.

#ifndef ISNAD_CLIENTS_CLI_JUDGING_YES_NO_H_
#define ISNAD_CLIENTS_CLI_JUDGING_YES_NO_H_

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"

namespace isnad::cli {

enum class YesNo { kYes, kNo };

// By the first word, in Arabic or English: نعم، أجل، بلى، yes; لا، كلا، no. Unset for other words.
absl::optional<YesNo> ReadYesNo(absl::string_view answer);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_JUDGING_YES_NO_H_
