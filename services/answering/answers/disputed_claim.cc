#include "services/answering/answers/disputed_claim.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/answering/answers/side.h"
#include "services/answering/passages/assertion_cues.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr double kNamesMargin = 0.15;  // of further accounts
// How much farther down a claim may stand whose denial is right beside it.
constexpr double kDisputeMargin = 0.35;
constexpr double kDeniedBonus = 0.2;
constexpr size_t kDisputesRead = 12;
constexpr double kNamesWorth = 0.3;
// The sentence right before a denial is what it denies, other things being equal.
constexpr double kBefore = 0.2;

bool IsHeadline(const PassageView& view) {
  return view.passage().kind() == v1::PASSAGE_KIND_HEADLINE ||
         view.passage().kind() == v1::PASSAGE_KIND_HEADING;
}

Candidate SideAt(const Candidate& like, const PassageView& view) {
  Candidate side = like;
  side.ordinal = view.passage().ordinal();
  side.place = view.range();
  side.words = side.excerpt = side.key = std::string(view.Text(view.range()));
  side.citations = {view.Cite(view.range())};
  return side;
}

// The sentence that contests what `view` says: right behind it, or before it where `view` is the
// contesting one. Null when nobody contests it there.
const PassageView* ContestedBeside(const Inquiry& inquiry, const PassageView& view) {
  const auto at = [&](int step) -> const PassageView* {
    const PassageView* beside =
        inquiry.pool.At(view.document().name(), view.passage().ordinal() + step);
    return beside == nullptr || IsHeadline(*beside) ? nullptr : beside;
  };
  if (!Contests(view)) {
    for (int step : {1, 2}) {
      const PassageView* beside = at(step);
      if (beside == nullptr) return nullptr;
      if (Contests(*beside)) return beside;
    }
    return nullptr;
  }
  // What is contested mostly comes before, unless a sentence behind speaks more of the question.
  const PassageView* best = nullptr;
  double most = 0;
  for (int step : {-1, -2, 1, 2}) {
    const PassageView* beside = at(step);
    if (beside == nullptr) continue;
    const Relevance relevance = inquiry.meter.Measure(*beside, beside->range(), beside->range());
    const double worth = relevance.own_coverage + relevance.names + (step == -1 ? kBefore : 0);
    if (worth <= most) continue;
    most = worth;
    best = beside;
  }
  return best;
}

}  // namespace

std::vector<Candidate> Dispute(const Inquiry& inquiry, const std::vector<Candidate>& statements) {
  std::vector<Candidate> sides;
  double most = 0;
  size_t read = 0;
  for (const Candidate& statement : statements) {
    if (++read > kDisputesRead || statement.score < statements.front().score - kDisputeMargin) {
      break;
    }
    const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
    if (view == nullptr || IsHeadline(*view)) continue;
    const PassageView* beside = ContestedBeside(inquiry, *view);
    const bool contests = Contests(*view);
    if (beside == nullptr && !contests) continue;
    const double worth = statement.score + kDeniedBonus + kNamesWorth * statement.relevance.names;
    if (worth <= most) continue;
    most = worth;
    sides = {SideAt(statement, *view)};
    if (beside != nullptr) sides.push_back(SideAt(statement, *beside));
    if (contests && sides.size() > 1) std::swap(sides[0], sides[1]);
  }
  if (most < statements.front().score + kNamesWorth * statements.front().relevance.names) {
    sides.clear();
  }
  return sides;
}

std::vector<Candidate> ClaimAndDenial(const Inquiry& inquiry,
                                      const std::vector<Candidate>& statements) {
  std::vector<Candidate> sides;
  if (statements.empty()) return sides;
  const double least = statements.front().score - kSideMargin;
  for (const bool denied : {false, true}) {
    for (const Candidate& statement : statements) {
      if (statement.score < least) break;
      const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
      if (view == nullptr || IsTaken(sides, statement)) continue;
      // Another side of it speaks of the same names.
      if (!sides.empty() &&
          statement.relevance.names < sides.front().relevance.names - kNamesMargin) {
        continue;
      }
      const Assertion assertion = AssertionOf(*view, inquiry.words, view->range());
      if ((assertion == Assertion::kDenied) != denied) continue;
      sides.push_back(statement);
      break;
    }
  }
  for (const Candidate& statement : statements) {
    if (sides.size() >= kMostSides || statement.score < least) break;
    const bool same_document = std::any_of(sides.begin(), sides.end(), [&](const Candidate& side) {
      return side.document == statement.document;
    });
    const bool named =
        sides.empty() || statement.relevance.names >= sides.front().relevance.names - kNamesMargin;
    if (!same_document && named) sides.push_back(statement);
  }
  return sides;
}

}  // namespace isnad::answering
