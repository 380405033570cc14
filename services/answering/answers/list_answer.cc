#include "services/answering/answers/list_answer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/answers/direct_answer.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/evidence_gate.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kMostItems = 15;
// Most words between two items of one enumeration.
constexpr int kEnumerationGap = 4;
// Items from facts this much weaker than the best are of something else.
constexpr double kFactMargin = 0.15;
constexpr double kRelationMargin = 0.5;
constexpr double kCoordinatedMargin = 0.3;

// Words between two ranges of a passage, punctuation not counted; a large number across a verb.
int WordsBetween(const PassageView& view, Range a, Range b) {
  if (b.begin < a.begin) std::swap(a, b);
  int words = 0;
  for (int token = view.TokenAt(a.end); token < view.passage().tokens_size(); ++token) {
    const Range bytes = view.TokenBytes(token);
    if (bytes.begin >= b.begin) break;
    if (bytes.begin < a.end) continue;
    const v1::PartOfSpeech part = view.passage().tokens(token).part_of_speech();
    if (part == v1::PART_OF_SPEECH_VERB) return 1000;
    if (part != v1::PART_OF_SPEECH_PUNCT) ++words;
  }
  return words;
}

bool InSamePassage(const Candidate& a, const Candidate& b) {
  return a.document == b.document && a.ordinal == b.ordinal;
}

// Items of a bulleted list stand under one heading.
bool InSameList(const Inquiry& inquiry, const Candidate& a, const Candidate& b) {
  if (a.document != b.document) return false;
  const PassageView* left = inquiry.pool.At(a.document, a.ordinal);
  const PassageView* right = inquiry.pool.At(b.document, b.ordinal);
  return left != nullptr && right != nullptr &&
         left->passage().kind() == v1::PASSAGE_KIND_LIST_ITEM &&
         right->passage().kind() == v1::PASSAGE_KIND_LIST_ITEM &&
         left->passage().heading_ordinal() == right->passage().heading_ordinal();
}

class ListBuilder {
 public:
  ListBuilder(const Inquiry& inquiry, const std::vector<Candidate>& spans)
      : inquiry_(inquiry), spans_(spans) {}

  std::vector<Candidate> Build() {
    for (const Candidate& candidate : spans_) {
      if (!SpanSuffices(inquiry_, candidate)) continue;
      items_.push_back(candidate);
      break;
    }
    if (items_.empty()) return items_;
    const double best = items_.front().score;
    for (bool grown = true; grown && items_.size() < kMostItems;) {
      grown = false;
      for (const Candidate& candidate : spans_) {
        if (IsListed(candidate) || !Belongs(candidate, best)) continue;
        items_.push_back(candidate);
        grown = true;
        break;
      }
    }
    std::stable_sort(items_.begin() + 1, items_.end(), [](const Candidate& a, const Candidate& b) {
      return a.document == b.document && a.place.begin < b.place.begin;
    });
    return items_;
  }

 private:
  bool IsListed(const Candidate& candidate) const {
    return std::any_of(items_.begin(), items_.end(),
                       [&](const Candidate& item) { return item.key == candidate.key; });
  }

  bool Belongs(const Candidate& candidate, double best) const {
    if (candidate.fit < items_.front().fit - 0.35) return false;
    // A fact of the very relation with all that the question gives is of nothing else.
    const bool of_relation = candidate.primary && candidate.fillers >= kAllFillers;
    const double margin = of_relation ? kRelationMargin : kFactMargin;
    if (candidate.from_fact && items_.front().from_fact && candidate.score >= best - margin) {
      return SpanSuffices(inquiry_, candidate);
    }
    if (candidate.score < best - kCoordinatedMargin) return false;
    return std::any_of(items_.begin(), items_.end(), [&](const Candidate& item) {
      if (InSameList(inquiry_, item, candidate)) return true;
      if (!InSamePassage(item, candidate)) return false;
      const PassageView* view = inquiry_.pool.At(item.document, item.ordinal);
      return view != nullptr && WordsBetween(*view, item.place, candidate.place) <= kEnumerationGap;
    });
  }

  const Inquiry& inquiry_;
  const std::vector<Candidate>& spans_;
  std::vector<Candidate> items_;
};

}  // namespace

Draft AnswerWithList(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const v1::AnswerType type = inquiry.reading.answer_type();
  if (!AsksForEntity(type) && !AsksForValue(type)) return AnswerWithStatement(inquiry, evidence);
  const std::vector<Candidate> items = ListBuilder(inquiry, evidence.spans).Build();
  Draft draft;
  if (items.empty()) return AnswerWithTellingSentence(inquiry, evidence);
  if (items.size() > 1) draft.parts.push_back({absl::StrCat(items.size(), ": "), {}, {}, 0});
  size_t used = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) {
      draft.parts.push_back({inquiry.language == Language::kArabic ? "، " : ", ", {}, {}, 0});
    }
    DraftPart part;
    part.text = CandidateText(items[i], inquiry.language);
    used += CharacterCount(part.text) + 2;
    part.citations = items[i].citations;
    part.facts = items[i].facts;
    part.confidence = ConfidenceOf(items[i].score);
    draft.parts.push_back(std::move(part));
    draft.from_facts |= items[i].from_fact;
    draft.from_passages |= items[i].from_passage;
  }
  draft.confidence = ConfidenceOf(items.front().score);
  const bool long_kind =
      inquiry.reading.kind() == v1::QUESTION_KIND_LIST || inquiry.reading.plural();
  const bool part = inquiry.scope == Scope::kPart;
  const size_t limit = items.size() > 1 && long_kind ? kLongAnswer
                       : part                        ? kShortAnswer / 2
                                                     : kShortAnswer;
  if (items.size() == 1) {
    draft.entity = items.front().entity;
    draft.place = AnswerPlace{items.front().document, items.front().ordinal, items.front().place};
  }
  if (used + 60 < limit && !items.front().excerpt.empty()) {
    DraftPart words;
    words.text =
        absl::StrCat(" — ", Quoted(TrimEnds(CutAtWord(items.front().excerpt, limit - used - 12))));
    words.citations.push_back(items.front().citations.front());
    words.confidence = draft.confidence;
    draft.parts.push_back(std::move(words));
  }
  return draft;
}

}  // namespace isnad::answering
