#include "services/answering/objections/explanation.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/relation_objections.h"
#include "services/answering/passages/word_set.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Share of the question's words with which a sentence tells what happened.
constexpr double kTells = 0.4;

bool IsWordOfCause(absl::string_view surface) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "السبب", "سببه",  "سببها", "اسبابه", "اسبابها", "بسبب",  "جراء",  "لان",   "لانه",
      "لانها", "لاننا", "لانهم", "لاني",   "مبررا",   "مبرره", "معللا", "معلله", "مرجعا",
      "مرجعه", "عازيا", "عازيه", "برر",    "بررت",    "علل",   "عللت",  "فسر",   "فسرت",
      "عزا",   "عزت",   "ارجع",  "ارجعت",  "يعزو",    "تعزو",  "مرده",  "مردها", "مرد"};
  return HoldsWord(*words, surface);
}

// "The decision has nothing to do with X but with Y".
bool ContrastsCauses(const PassageView& view) {
  bool denied = false;
  for (const v1::IndexedToken& token : view.passage().tokens()) {
    if (denied && (token.surface() == "بل" || token.surface() == "وانما")) return true;
    denied |= token.surface() == "علاقه" || token.surface() == "صله";
  }
  return false;
}

}  // namespace

bool Explains(const PassageView& view) {
  const v1::PassageKind kind = view.passage().kind();
  if (kind == v1::PASSAGE_KIND_HEADLINE || kind == v1::PASSAGE_KIND_HEADING) return false;
  const auto& tokens = view.passage().tokens();
  return std::any_of(
             tokens.begin(), tokens.end(),
             [](const v1::IndexedToken& token) { return IsWordOfCause(token.surface()); }) ||
         ContrastsCauses(view);
}

const PassageView* ExplanationBehind(const Inquiry& inquiry, const Candidate& candidate) {
  for (const int step : {1, 2}) {
    const PassageView* next = inquiry.pool.At(candidate.document, candidate.ordinal + step);
    if (next != nullptr && Explains(*next)) return next;
  }
  return nullptr;
}

bool TellsWhatIsExplained(const Inquiry& inquiry, const Candidate& candidate) {
  const auto& links = inquiry.links.links();
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && !links.empty() &&
         (candidate.relevance.own_coverage >= kTells || !LacksRelation(inquiry, candidate)) &&
         std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
           return inquiry.meter.NameShare(*view, link) >= NameShares::kNeighbour;
         });
}

}  // namespace isnad::answering
