#include "services/answering/passages/dateline.h"

#include <algorithm>

#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A dateline has a town, a date and the agency.
constexpr int kMostBytes = 110;
// Who writes, and where, in so many words.
constexpr int kBylineWords = 8;

bool HasVerb(const PassageView& view, int begin, int end) {
  return std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                     [&](const v1::IndexedToken& token) {
                       return token.part_of_speech() == v1::PART_OF_SPEECH_VERB &&
                              token.begin() >= begin && token.end() <= end;
                     });
}

}  // namespace

int BeginAfterDateline(const PassageView& view) {
  const Range whole = view.range();
  const absl::string_view text = view.Text(whole);
  for (const absl::string_view dash : {" - ", " – ", " — ", " ـ "}) {
    const size_t at = text.find(dash);
    if (at == absl::string_view::npos || at > kMostBytes) continue;
    const int end = whole.begin + static_cast<int>(at + dash.size());
    if (HasVerb(view, whole.begin, end)) continue;
    const bool byline =
        view.passage().tokens_size() <= kBylineWords && !HasVerb(view, end, whole.end);
    return byline ? whole.end : end;
  }
  return whole.begin;
}

}  // namespace isnad::answering
