#include "services/answering/answers/finding.h"

#include <algorithm>
#include <string>

#include "services/answering/answers/claim_values.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool IsFigure(const v1::Value& value) { return value.has_money() || value.has_quantity(); }

// Whether each sum and number of the question is met by one of `told`, of which `value_of` gives
// the values.
template <typename Told, typename ValueOf>
bool MeetGivenFigures(const Inquiry& inquiry, const Told& told, const ValueOf& value_of) {
  const auto& given = inquiry.reading.values();
  return std::all_of(given.begin(), given.end(), [&](const v1::Value& value) {
    return !IsFigure(value) || std::any_of(told.begin(), told.end(), [&](const auto& one) {
      const v1::Value& found = value_of(one);
      return found.kind_case() == value.kind_case() && Meets(value, found);
    });
  });
}

}  // namespace

Finding FindingAt(const Candidate& candidate, const PassageView& view, Verdict verdict) {
  Finding finding;
  finding.candidate = candidate;
  finding.candidate.ordinal = view.passage().ordinal();
  finding.candidate.place = view.range();
  finding.candidate.excerpt = std::string(view.Text(view.range()));
  finding.candidate.citations = {view.Cite(view.range())};
  finding.verdict = verdict;
  return finding;
}

bool GivesFigures(const Inquiry& inquiry) {
  const auto& given = inquiry.reading.values();
  return std::any_of(given.begin(), given.end(), IsFigure);
}

bool HasGivenFigures(const Inquiry& inquiry, const PassageView& view) {
  return MeetGivenFigures(inquiry, view.passage().values(),
                          [](const v1::Value& value) -> const v1::Value& { return value; });
}

bool HasGivenFigures(const Inquiry& inquiry, const v1::Fact& fact) {
  return MeetGivenFigures(inquiry, fact.roles(), [](const v1::Argument& role) -> const v1::Value& {
    return role.value();
  });
}

}  // namespace isnad::answering
