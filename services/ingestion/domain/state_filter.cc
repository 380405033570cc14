#include "services/ingestion/domain/state_filter.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::ingestion {
namespace {

constexpr size_t kMaxFilterBytes = 1024;

constexpr IngestionState kAllStates[] = {IngestionState::kReceived, IngestionState::kExtracting,
                                         IngestionState::kStored, IngestionState::kDuplicate,
                                         IngestionState::kFailed};

absl::optional<IngestionState> StateNamed(absl::string_view name) {
  absl::ConsumePrefix(&name, "STATE_");
  for (const IngestionState state : kAllStates) {
    if (absl::StripPrefix(IngestionStateName(state), "STATE_") == name) return state;
  }
  return absl::nullopt;
}

class FilterParser {
 public:
  explicit FilterParser(absl::string_view filter)
      : filter_(filter), states_(std::begin(kAllStates), std::end(kAllStates)) {}

  absl::StatusOr<std::vector<IngestionState>> Parse() {
    SkipSpace();
    if (AtEnd()) return states_;
    ISNAD_RETURN_IF_ERROR(ParseTerm());
    while (!AtEnd()) {
      if (TakeWord() != "AND") return Expected("AND or the end", word_begin_);
      SkipSpace();
      ISNAD_RETURN_IF_ERROR(ParseTerm());
    }
    return states_;
  }

 private:
  bool AtEnd() const { return at_ >= filter_.size(); }

  void SkipSpace() {
    while (!AtEnd() && absl::ascii_isspace(static_cast<unsigned char>(filter_[at_]))) ++at_;
  }

  // Takes a run of letters and underscores with the space after it.
  absl::string_view TakeWord() {
    word_begin_ = at_;
    while (!AtEnd() &&
           (absl::ascii_isalnum(static_cast<unsigned char>(filter_[at_])) || filter_[at_] == '_')) {
      ++at_;
    }
    const absl::string_view word = filter_.substr(word_begin_, at_ - word_begin_);
    SkipSpace();
    return word;
  }

  bool TakeSymbol(absl::string_view symbol) {
    if (!absl::StartsWith(filter_.substr(at_), symbol)) return false;
    at_ += symbol.size();
    return true;
  }

  absl::Status ParseTerm() {
    if (TakeWord() != "state") return Expected("the field \"state\"", word_begin_);
    const bool equal = TakeSymbol("=");
    if (!equal && !TakeSymbol("!=")) return Expected("= or !=", at_);
    SkipSpace();
    const size_t begin = at_;
    const bool quoted = TakeSymbol("\"");
    const absl::optional<IngestionState> state = StateNamed(TakeWord());
    if (!state.has_value() || (quoted && !TakeSymbol("\""))) {
      return Expected("one of RECEIVED, EXTRACTING, STORED, DUPLICATE, FAILED", begin);
    }
    SkipSpace();
    states_.erase(std::remove_if(states_.begin(), states_.end(),
                                 [&](IngestionState s) { return (s == *state) != equal; }),
                  states_.end());
    return absl::OkStatus();
  }

  absl::Status Expected(absl::string_view what, size_t position) const {
    const absl::string_view line = filter_;
    return server::InvalidFields(
        {{"filter", absl::StrCat("at position ", position, ": expected ", what, "\n  ", line,
                                 "\n  ", std::string(position, ' '), "^")}},
        "INVALID_FILTER");
  }

  const absl::string_view filter_;
  size_t at_ = 0;
  size_t word_begin_ = 0;
  std::vector<IngestionState> states_;
};

}  // namespace

absl::StatusOr<std::vector<IngestionState>> ParseStateFilter(absl::string_view filter) {
  if (filter.size() > kMaxFilterBytes) {
    return server::InvalidFields({{"filter", absl::StrCat("has ", filter.size(), " bytes; at most ",
                                                          kMaxFilterBytes, " are taken")}},
                                 "INVALID_FILTER");
  }
  return FilterParser(filter).Parse();
}

}  // namespace isnad::ingestion
