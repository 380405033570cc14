#include "services/answering/objections/event_figures.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/claimed_ends.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Verbs that bring a figure to another verb, or only its tense.
bool IsAuxiliary(absl::string_view surface) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "كان",   "كانت",   "وكان",   "وكانت",  "يكون", "تكون", "ليس",  "ليست",  "تم",
      "تمت",   "يتم",    "جري",    "جرت",    "بلغ",  "بلغت", "يبلغ", "تبلغ",  "يصل",
      "تصل",   "وصل",    "وصلت",   "قدر",    "قدرت", "يقدر", "تقدر", "تناهز", "يناهز",
      "تجاوز", "تجاوزت", "يتجاوز", "تتجاوز", "يفوق", "تفوق"};
  return words->contains(surface);
}

// Figures of a sentence, as they stand to the words of the asked relation.
class Figures {
 public:
  Figures(const Inquiry& inquiry, const PassageView& view)
      : inquiry_(inquiry),
        view_(view),
        relation_(ClaimedEnds(inquiry, ClaimedEnds::Of::kEvents).TellingWords(view)) {}

  // A word of the relation stands with the figure, and no verb between them.
  bool StandsWithRelation(Range place, bool date) const {
    const int first = view_.TokenAt(place.begin);
    const int last = view_.TokenAt(place.end - 1);
    return std::any_of(relation_.begin(), relation_.end(), [&](int word) {
      if (first <= word && word <= last) return true;
      const bool before = last < word;
      return before ? !IsParted(last, word, !date) : !IsParted(word, first, false);
    });
  }

  // Whether some other figure of the kind that is asked for stands with the relation.
  bool HasBetter(const v1::Value& than) const {
    const double fit = ValueFit(inquiry_.reading, than);
    return std::any_of(
        view_.passage().values().begin(), view_.passage().values().end(),
        [&](const v1::Value& value) {
          return value.kind_case() == than.kind_case() && ValueKey(value) != ValueKey(than) &&
                 ValueFit(inquiry_.reading, value) >= fit &&
                 StandsWithRelation({value.span().begin(), value.span().end()}, value.has_date());
        });
  }

 private:
  // Another verb, or a mark where it counts, stands between two tokens.
  bool IsParted(int from, int to, bool by_marks) const {
    for (int token = from + 1; token < to; ++token) {
      const v1::IndexedToken& word = view_.passage().tokens(token);
      if (by_marks && word.part_of_speech() == v1::PART_OF_SPEECH_PUNCT) return true;
      if (word.part_of_speech() != v1::PART_OF_SPEECH_VERB || IsAuxiliary(word.surface())) continue;
      const bool name = std::any_of(
          view_.passage().mentions().begin(), view_.passage().mentions().end(),
          [&](const v1::PassageMention& mention) {
            return Range{mention.begin(), mention.end()}.Contains(view_.TokenBytes(token));
          });
      if (name) continue;
      if (std::find(relation_.begin(), relation_.end(), token) == relation_.end()) return true;
    }
    return false;
  }

  const Inquiry& inquiry_;
  const PassageView& view_;
  std::vector<int> relation_;
};

// "A put in 600 million, while B paid 250": the figure right behind a name of the question, in a
// passage about the others, is of that one.
bool IsOfNameBefore(const Inquiry& inquiry, const PassageView& view, const Candidate& candidate) {
  constexpr int kReach = 3;
  if (candidate.value.has_date()) return false;
  const int figure = view.TokenAt(candidate.place.begin);
  const v1::PassageMention* nearest = nullptr;
  for (const v1::PassageMention& mention : view.passage().mentions()) {
    const int end = view.TokenAt(mention.end() - 1);
    if (end < figure && figure - end <= kReach) nearest = &mention;
  }
  if (nearest == nullptr) return false;
  const LinkedName* before = nullptr;
  for (const LinkedName& link : inquiry.links.links()) {
    if (link.names.contains(nearest->entity())) before = &link;
  }
  if (before == nullptr) return false;
  // Not so where somebody else stands behind it: "B paid 250 for C".
  const int size = view.passage().tokens_size();
  const int last = view.TokenAt(candidate.place.end - 1);
  int end = last + 1;
  while (end < size && end - last <= 2 * kReach &&
         view.passage().tokens(end).part_of_speech() != v1::PART_OF_SPEECH_PUNCT) {
    ++end;
  }
  for (const v1::PassageMention& mention : view.passage().mentions()) {
    const int at = view.TokenAt(mention.begin());
    if (at > last && at < end && !inquiry.links.all().contains(mention.entity())) return false;
  }
  const auto& links = inquiry.links.links();
  return std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return &link == before || inquiry.meter.NameShare(view, link) >= NameShares::kNeighbour;
  });
}

}  // namespace

bool IsOfOtherEvent(const Inquiry& inquiry, const Candidate& candidate) {
  if (!AsksForValue(inquiry.reading.answer_type())) return false;
  const ClaimedEnds ends(inquiry, ClaimedEnds::Of::kEvents);
  if (candidate.from_fact) {
    return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
      return !candidate.facts.empty() && fact.name() == candidate.facts.front() &&
             !ends.MayTellFigure(fact);
    });
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && !ends.MayTellFigureIn(*view) &&
         !IsOfNameBefore(inquiry, *view, candidate);
}

namespace {

// "X resigned last week and went to Y, and Z will take over": the date of a fact stands behind one
// verb, and others part it from the fact's own.
bool IsDateOfVerbBefore(const v1::Fact& fact, const PassageView& view, Range place) {
  const auto is_verb = [&](int token) {
    const v1::IndexedToken& word = view.passage().tokens(token);
    return word.part_of_speech() == v1::PART_OF_SPEECH_VERB && !IsAuxiliary(word.surface());
  };
  for (const v1::RoleSpan& span : fact.evidence(0).role_spans()) {
    if (span.role() != "trigger") continue;
    const Range own = {span.span().begin(), span.span().end()};
    if (!view.range().Contains(own)) return false;
    const int trigger = view.TokenAt(own.begin);
    const int date = view.TokenAt(place.begin);
    if (date >= trigger) return false;
    bool before = false;
    for (int token = 0; token < date; ++token) before |= is_verb(token);
    bool between = false;
    for (int token = date + 1; token < trigger; ++token) between |= is_verb(token);
    return before && between;
  }
  return false;
}

}  // namespace

bool IsOfOtherVerb(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.kind != Candidate::Kind::kValue || inquiry.reading.relations().empty()) {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || IsTableRow(*view) || !view->range().Contains(candidate.place)) {
    return false;
  }
  if (candidate.from_fact && candidate.value.has_date()) {
    for (const v1::Fact& fact : inquiry.facts) {
      if (candidate.facts.empty() || fact.name() != candidate.facts.front()) continue;
      if (!fact.evidence().empty() && IsDateOfVerbBefore(fact, *view, candidate.place)) return true;
    }
  }
  if (!ClaimedEnds(inquiry, ClaimedEnds::Of::kEvents).given()) return false;
  const Figures figures(inquiry, *view);
  return !figures.StandsWithRelation(candidate.place, candidate.value.has_date()) &&
         figures.HasBetter(candidate.value);
}

bool TellsOtherEvent(const Inquiry& inquiry, const Candidate& sentence) {
  if (!AsksForValue(inquiry.reading.answer_type())) return false;
  const PassageView* view = inquiry.pool.At(sentence.document, sentence.ordinal);
  return view != nullptr && !ClaimedEnds(inquiry, ClaimedEnds::Of::kEvents).MayTellFigureIn(*view);
}

}  // namespace isnad::answering
