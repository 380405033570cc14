// Cuts filter text into tokens.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_TOKEN_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_TOKEN_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace isnad::facts {

struct FilterToken {
  enum class Kind {
    kWord,      // Letters, digits and _ - . / + and everything beyond ASCII, without quotes.
    kString,    // Between double quotes, with \" and \\ inside.
    kOperator,  // = != < <= > >= :
    kOpen,
    kClose,
    kEnd,
    kBroken,  // Something else; `text` says what is wrong.
  };
  Kind kind = Kind::kEnd;
  std::string text;
  size_t begin = 0;  // Byte in the filter.
};

// The tokens, the last of which is kEnd or kBroken.
std::vector<FilterToken> TokenizeFilter(absl::string_view filter);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_FILTER_FILTER_TOKEN_H_
