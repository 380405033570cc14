#include "services/answering/objections/likely_sentence.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/event_figures.h"
#include "services/answering/objections/event_objections.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/objections/relation_objections.h"
#include "services/answering/objections/sentence_weights.h"
#include "services/answering/passages/assertion_cues.h"
#include "services/answering/passages/unknown_name.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Passages that are considered, best first.
constexpr size_t kPassages = 6;
constexpr double kLeastLikelihood = 0.57;

// Objections that speak of doubt. The others say that a name or figure is something else.
bool IsDoubt(absl::string_view objection) {
  static const auto* doubts = new absl::flat_hash_set<absl::string_view>{"",
                                                                         "too unsure",
                                                                         "too few words",
                                                                         "lacks a name",
                                                                         "lacks the relation",
                                                                         "figure of others",
                                                                         "names not near",
                                                                         "not the other end",
                                                                         "words not seen",
                                                                         "of another relation",
                                                                         "lacks who acts"};
  return doubts->contains(objection);
}

// The sentence has a name or figure of the asked kind that may be the one.
bool HasPossibleSpan(const Inquiry& inquiry, const GatheredEvidence& evidence,
                     const Candidate& sentence, const PassageView& view) {
  bool any = false;
  for (const Candidate& span : evidence.spans) {
    if (span.document != sentence.document || span.ordinal != sentence.ordinal) continue;
    if (IsDoubt(SpanObjection(inquiry, span))) return true;
    any = true;
  }
  if (any) return false;
  const v1::QuestionAnalysis& reading = inquiry.reading;
  // Places and names are often such as no lexicon knows.
  if (reading.answer_type() == v1::ANSWER_TYPE_LOCATION) {
    return reading.answer_class().empty() && HasUnknownPlace(view);
  }
  return AsksForEntity(reading.answer_type()) && HasUnknownName(view);
}

bool IsNamedIn(const Inquiry& inquiry, const LinkedName& link, const PassageView* view) {
  return view != nullptr && inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly;
}

// Somebody is named whom the question does not name.
bool NamesOther(const Inquiry& inquiry, const PassageView& view, v1::EntityType type) {
  const auto& mentions = view.passage().mentions();
  return std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
    return mention.entity_type() == type && !inquiry.links.all().contains(mention.entity());
  });
}

// Where the sentence leaves out whom the question names, one before it has told of them: a text
// goes back to what it has named, not forward.
bool GoesBackTo(const Inquiry& inquiry, const LinkedName& link, const PassageView& view) {
  const std::string& document = view.document().name();
  const int ordinal = view.passage().ordinal();
  for (const int before :
       {ordinal, ordinal - 1, ordinal - 2, view.passage().heading_ordinal(), 0}) {
    if (IsNamedIn(inquiry, link, inquiry.pool.At(document, before))) return true;
  }
  return false;
}

// A figure beside another person than the one whom the question names is that person's; one beside
// another house is that house's, unless the sentence names somebody whom the question does.
bool IsFigureOfAnother(const Inquiry& inquiry, const PassageView& view) {
  const auto& links = inquiry.links.links();
  const auto missing = [&](const LinkedName& link) { return !IsNamedIn(inquiry, link, &view); };
  const bool person_missing = std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return link.asked.entity().type() == v1::ENTITY_TYPE_PERSON && missing(link);
  });
  if (person_missing && NamesOther(inquiry, view, v1::ENTITY_TYPE_PERSON)) return true;
  return links.size() > 1 && std::all_of(links.begin(), links.end(), missing) &&
         NamesOther(inquiry, view, v1::ENTITY_TYPE_ORGANIZATION);
}

// The sentence may have the figure or date of what is asked about.
bool MayTellValue(const Inquiry& inquiry, const Candidate& sentence, const PassageView& view) {
  const auto& links = inquiry.links.links();
  if (!std::all_of(links.begin(), links.end(),
                   [&](const LinkedName& link) { return GoesBackTo(inquiry, link, view); })) {
    return false;
  }
  // An article has many dates: without a word of what happened then, one is any of them.
  if (inquiry.reading.answer_type() == v1::ANSWER_TYPE_DATE &&
      (LacksRelation(inquiry, sentence) || sentence.relevance.own_coverage < kLeastCoverage)) {
    return false;
  }
  // What somebody denies may be the very figure.
  if (AssertionOf(view, inquiry.words, view.range()) == Assertion::kDenied) return false;
  return !IsFigureOfAnother(inquiry, view) && !TellsOtherEvent(inquiry, sentence);
}

// Why somebody did something is told where the person is spoken of.
bool SpeaksOfPersons(const Inquiry& inquiry, const PassageView& view) {
  const auto& links = inquiry.links.links();
  return std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return link.asked.entity().type() != v1::ENTITY_TYPE_PERSON ||
           inquiry.meter.NameShare(view, link) >= NameShares::kNeighbour;
  });
}

bool MayAnswer(const Inquiry& inquiry, const GatheredEvidence& evidence, const Candidate& sentence,
               const PassageView& view) {
  const v1::PassageKind kind = view.passage().kind();
  if (kind == v1::PASSAGE_KIND_HEADLINE || kind == v1::PASSAGE_KIND_HEADING) return false;
  const v1::AnswerType type = inquiry.reading.answer_type();
  if (type == v1::ANSWER_TYPE_REASON) {
    return !LacksCause(inquiry, sentence) && SpeaksOfPersons(inquiry, view);
  }
  if (AsksForValue(type) && !MayTellValue(inquiry, sentence, view)) return false;
  if (AsksForEntity(type) || AsksForValue(type)) {
    return HasPossibleSpan(inquiry, evidence, sentence, view);
  }
  const absl::string_view objection = StatementObjection(inquiry, sentence);
  return objection.empty() || objection == "too unsure" || objection == "names not near";
}

// An age or a salary is told in words of its own, and no sentence beside the name will do; kinds of
// sums are told by their noun, without which a sum counts as one of another kind.
bool AsksForDetail(const v1::QuestionAnalysis& reading) {
  static const auto* sums = new absl::flat_hash_set<absl::string_view>{
      "VALUATION", "REVENUE", "PROFIT", "LOSS", "DEBT", "FINE", "BUDGET", "CAPITAL"};
  return !reading.asked_attribute().empty() && !sums->contains(reading.asked_attribute());
}

// What it has is at another end of the relation than what is asked for. Such sentences are
// considered, since they show what tells likely ones from others, but none is quoted.
bool IsAtOtherEnd(const LikelySentence& possible) {
  return std::any_of(possible.traits.begin(), possible.traits.end(), [](const auto& trait) {
    return trait.first == "span_not_end" && trait.second > 0;
  });
}

}  // namespace

std::vector<LikelySentence> PossibleSentences(const Inquiry& inquiry,
                                              const GatheredEvidence& evidence) {
  std::vector<const Candidate*> best;
  for (const Candidate& sentence : evidence.statements) {
    if (best.size() == kPassages) break;
    const bool known = std::any_of(best.begin(), best.end(), [&](const Candidate* other) {
      return other->document == sentence.document && other->ordinal == sentence.ordinal;
    });
    if (!known) best.push_back(&sentence);
  }
  std::vector<LikelySentence> possible;
  if (AsksForDetail(inquiry.reading)) return possible;
  for (size_t i = 0; i < best.size(); ++i) {
    const PassageView* view = inquiry.pool.At(best[i]->document, best[i]->ordinal);
    if (view == nullptr || !MayAnswer(inquiry, evidence, *best[i], *view)) continue;
    const double rival = i > 0 ? best[0]->score : best.size() > 1 ? best[1]->score : 0;
    LikelySentence likely;
    likely.sentence = best[i];
    likely.traits =
        TraitsOf(inquiry, evidence, *best[i], static_cast<int>(i), best[i]->score - rival);
    likely.likelihood = LikelihoodOf(likely.traits);
    possible.push_back(std::move(likely));
  }
  return possible;
}

const Candidate* FindLikelySentence(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const Candidate* likeliest = nullptr;
  double most = kLeastLikelihood;
  for (const LikelySentence& possible : PossibleSentences(inquiry, evidence)) {
    if (possible.likelihood < most || IsAtOtherEnd(possible)) continue;
    most = possible.likelihood;
    likeliest = possible.sentence;
  }
  return likeliest;
}

}  // namespace isnad::answering
