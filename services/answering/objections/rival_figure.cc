#include "services/answering/objections/rival_figure.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/compose/unit_nouns.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/objections/put_off_dates.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/word_set.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A contradicting figure this much weaker is of something else.
constexpr double kRivalMargin = 0.08;
// The same where the store knows that both cannot hold.
constexpr double kConflictMargin = 0.3;
// The same for another article, which must also speak of most of what is asked.
constexpr double kArticleMargin = 0.12;
constexpr double kArticleCoverage = 0.65;
// Figures farther apart than so many words are not set against each other.
constexpr int kContrastReach = 22;
// A voice stands at most so many words before its figure, or after it.
constexpr int kVoiceReach = 10;

using Words = WordSet;

const Words& Contrasts() {
  static const auto* words = new Words{"فيما", "بينما", "حين",     "لكن", "لكنه", "لكنها", "غير",
                                       "بيد",  "مقابل", "المقابل", "الا", "اما",  "بل"};
  return *words;
}

const Words& Voices() {
  static const auto* words = new Words{
      "قال",    "قالت",  "يقول",  "تقول",    "يقولون", "تحدث",  "تحدثت", "تحدثوا", "يتحدث",
      "تتحدث",  "ذكر",   "ذكرت",  "يذكر",    "تذكر",   "اكد",   "اكدت",  "يوكد",   "توكد",
      "قدر",    "قدرت",  "يقدر",  "تقدر",    "يقدرون", "قدرها", "قدره",  "افاد",   "افادت",
      "زعم",    "زعمت",  "يزعم",  "تزعم",    "اعلن",   "اعلنت", "تصر",   "يصر",    "تري",
      "يري",    "اوردت", "اورد",  "احصت",    "احصي",   "بحسب",  "حسب",   "وفق",    "وفقا",
      "بحسبها", "بحسبه", "روايه", "تقديرات", "تقدير",  "نقلت",  "نقل",   "كشف",    "كشفت"};
  return *words;
}

bool IsOneOf(const PassageView& view, int token, const Words& words) {
  return HoldsWord(words, SurfaceAt(view, token));
}

bool AnyIn(const PassageView& view, int begin, int end, const Words& words) {
  for (int token = std::max(0, begin); token < std::min(end, view.passage().tokens_size());
       ++token) {
    if (IsOneOf(view, token, words)) return true;
  }
  return false;
}

// Whether both count or measure alike; a figure without a unit borrows that of the other.
bool SameUnit(const v1::Value& a, const v1::Value& b) {
  if (a.kind_case() != b.kind_case()) return false;
  if (!a.has_quantity()) return true;
  const v1::Quantity& left = a.quantity();
  const v1::Quantity& right = b.quantity();
  if (left.unit() == right.unit() || left.unit_key() == right.unit_key()) return true;
  if (left.unit().empty() || right.unit().empty()) return true;
  return IsPeopleUnit(left.unit_key()) && IsPeopleUnit(right.unit_key());
}

bool SharesConflict(const Inquiry& inquiry, const Candidate& a, const Candidate& b) {
  const auto holds = [](const v1::Conflict& conflict, const Candidate& candidate) {
    return std::any_of(conflict.facts().begin(), conflict.facts().end(),
                       [&](const std::string& fact) {
                         return std::find(candidate.facts.begin(), candidate.facts.end(), fact) !=
                                candidate.facts.end();
                       });
  };
  return std::any_of(
      inquiry.conflicts.begin(), inquiry.conflicts.end(),
      [&](const v1::Conflict& conflict) { return holds(conflict, a) && holds(conflict, b); });
}

// Accounts of one thing differ, but not tenfold: then they are of different things.
bool AreComparable(const v1::Value& a, const v1::Value& b) {
  constexpr double kMostTimes = 5;
  return AreWithin(kMostTimes, a, b);
}

// Another article that speaks of what is asked, and of everybody named, as closely as the best one.
bool IsOfAnotherArticle(const Inquiry& inquiry, const Candidate& other, const Candidate& best) {
  if (other.document == best.document || other.value.has_date()) return false;
  if (!AreComparable(other.value, best.value)) return false;
  const double coverage = std::max(kArticleCoverage, best.relevance.coverage - 0.1);
  return other.score >= best.score - kArticleMargin && other.relevance.coverage >= coverage &&
         other.relevance.names >= NameShares::kWordsOnly && SpanSuffices(inquiry, other);
}

}  // namespace

bool MayDiffer(const v1::Value& a, const v1::Value& b) {
  if (!SameUnit(a, b)) return false;
  return a.has_date() || AreComparable(a, b);
}

bool AreSetAgainst(const Inquiry& inquiry, const Candidate& a, const Candidate& b) {
  if (a.document != b.document || a.ordinal != b.ordinal) return false;
  const PassageView* view = inquiry.pool.At(a.document, a.ordinal);
  if (view == nullptr || a.place.empty() || b.place.empty()) return false;
  const bool in_order = a.place.begin < b.place.begin;
  const int first = view->TokenAt((in_order ? a : b).place.end);
  const int second = view->TokenAt((in_order ? b : a).place.begin);
  if (second <= first || second - first > kContrastReach) return false;
  if (!AnyIn(*view, first, second, Contrasts())) return false;
  return AnyIn(*view, std::max(first, second - kVoiceReach), second + kVoiceReach, Voices());
}

const Candidate* FindRival(const Inquiry& inquiry, const std::vector<Candidate>& figures,
                           const Candidate& best) {
  if (best.kind != Candidate::Kind::kValue) return nullptr;
  for (const Candidate& other : figures) {
    if (&other == &best || other.kind != Candidate::Kind::kValue) continue;
    if (!SameUnit(best.value, other.value) || Agree(other.value, best.value)) continue;
    if (IsPutOff(inquiry, other)) continue;
    const bool facts = best.from_fact && other.from_fact;
    if (facts && other.score >= best.score - kRivalMargin) return &other;
    if (facts && other.score >= best.score - kConflictMargin &&
        SharesConflict(inquiry, best, other)) {
      return &other;
    }
    if (AreSetAgainst(inquiry, best, other) || IsOfAnotherArticle(inquiry, other, best)) {
      return &other;
    }
  }
  return nullptr;
}

}  // namespace isnad::answering
