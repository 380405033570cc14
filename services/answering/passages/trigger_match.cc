#include "services/answering/passages/trigger_match.h"

#include <algorithm>

namespace isnad::answering {
namespace {

// A match by a word of the same meaning is not the question's own.
constexpr double kOwnWord = 0.85;

}  // namespace

bool SharesTrigger(const PassageView& view, const isnad::v1::Evidence& evidence) {
  for (const isnad::v1::RoleSpan& role : evidence.role_spans()) {
    if (role.role() != "trigger") continue;
    return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
      const Range token = view.TokenBytes(match.token);
      return match.strength >= kOwnWord && token.begin < role.span().end() &&
             role.span().begin() < token.end;
    });
  }
  return false;
}

}  // namespace isnad::answering
