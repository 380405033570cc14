#include "services/answering/answers/differing_figures.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/answering/answers/paired_accounts.h"
#include "services/answering/answers/side.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/corrected_figure.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/objections/figure_objections.h"
#include "services/answering/objections/name_objections.h"
#include "services/answering/objections/relation_objections.h"
#include "services/answering/objections/rival_figure.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// How much weaker a more precise figure may be than the one that rounds it.
constexpr double kPreciseMargin = 0.4;

// The figures that differ from each other beyond approximation and rounding, best first, each from
// a passage of its own or set against the other in one. The most precise of figures that agree
// stands for them.
std::vector<Candidate> SureFigures(const Inquiry& inquiry, const std::vector<Candidate>& spans) {
  std::vector<Candidate> sides;
  for (const Candidate& candidate : spans) {
    if (candidate.kind != Candidate::Kind::kValue) continue;
    if (sides.empty()) {
      if (SpanSuffices(inquiry, candidate)) sides.push_back(candidate);
      continue;
    }
    const auto agreeing = std::find_if(sides.begin(), sides.end(), [&](const Candidate& side) {
      return Agree(side.value, candidate.value);
    });
    if (agreeing != sides.end()) {
      const bool close = candidate.score >= agreeing->score - kPreciseMargin;
      if (close && IsRoundingOf(agreeing->value, candidate.value)) *agreeing = candidate;
      continue;
    }
    if (candidate.score < sides.front().score - kSideMargin) continue;
    // What another sentence counts of somebody else is no other account of this.
    if (IsFigureOfOthers(inquiry, candidate) || LacksNamed(inquiry, candidate) ||
        IsTimeOfNews(inquiry, candidate) || !NamesAreNear(inquiry, candidate, kNameNearBroad)) {
      continue;
    }
    const bool elsewhere = std::none_of(sides.begin(), sides.end(), [&](const Candidate& side) {
      return SamePassage(side, candidate) && !AreSetAgainst(inquiry, side, candidate);
    });
    // A fact outweighs what its own article says besides, but not what another one says.
    const bool as_sure = candidate.from_fact || !sides.front().from_fact ||
                         candidate.document != sides.front().document ||
                         AreSetAgainst(inquiry, sides.front(), candidate);
    if (elsewhere && as_sure && sides.size() < kMostSides) sides.push_back(candidate);
  }
  return sides;
}

// A number of the same kind and size, though what is rounded may allow for both: "about 25
// thousand, or 23 thousand by the papers". A bare number leaves its unit to the one before.
bool IsOtherNumber(const v1::Quantity& a, const v1::Quantity& b) {
  constexpr double kMostTimes = 2;
  if (!a.unit_key().empty() && !b.unit_key().empty() && a.unit_key() != b.unit_key()) return false;
  const double low = std::min(a.amount(), b.amount());
  const double high = std::max(a.amount(), b.amount());
  return low > 0 && high > low && high <= kMostTimes * low;
}

}  // namespace

std::vector<Candidate> DifferingFigures(const Inquiry& inquiry,
                                        const std::vector<Candidate>& spans) {
  std::vector<Candidate> figures = SureFigures(inquiry, spans);
  if (figures.size() == 1) {
    absl::optional<Candidate> other = OtherAccount(inquiry, figures.front(), Accounts::kBoth);
    if (other.has_value()) {
      figures.push_back(AsItsOwnArticleTells(*std::move(other), figures.front(), spans));
    }
  }
  return figures;
}

bool AsksForAccounts(const std::vector<v1::Token>& tokens) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "both",    "each",      "differ",     "differs",    "different", "accounts", "versions",
      "two",     "الروايتين", "الروايتان",  "الروايات",   "الرقمين",   "الرقمان",  "الارقام",
      "الجهتين", "الطرفين",   "المتداولين", "المتداولان", "التقديرين"};
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const v1::Token& token) { return words->contains(token.surface()); });
}

bool TellsAnotherFigure(const Inquiry& inquiry, const Candidate& figure) {
  const PassageView* view = inquiry.pool.At(figure.document, figure.ordinal);
  if (view == nullptr) return true;
  // "Or 23 thousand": what stands behind it is the other account, however it was read.
  const auto& words = view->passage().tokens();
  for (int token = 0; token + 1 < words.size(); ++token) {
    const std::string& next = words[token + 1].surface();
    if (words[token].surface() == "او" && !next.empty() && absl::ascii_isdigit(next[0]))
      return true;
  }
  const auto& values = view->passage().values();
  return std::any_of(values.begin(), values.end(), [&](const v1::Value& other) {
    if (other.kind_case() != figure.value.kind_case()) return false;
    if (other.has_quantity()) return IsOtherNumber(figure.value.quantity(), other.quantity());
    return !Agree(figure.value, other) && MayDiffer(figure.value, other);
  });
}

}  // namespace isnad::answering
