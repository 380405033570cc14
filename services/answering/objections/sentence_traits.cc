#include "services/answering/objections/sentence_traits.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/fact_matcher.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/evidence_gate.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Beyond this the next passage is about something else, or there is none.
constexpr double kClearLead = 0.25;

// Kinds of answers, which are told apart in different ways.
enum class Asked { kFigure, kDate, kPerson, kName, kPlace, kReason, kWords };

Asked AskedOf(v1::AnswerType type) {
  switch (type) {
    case v1::ANSWER_TYPE_MONEY:
    case v1::ANSWER_TYPE_COUNT:
    case v1::ANSWER_TYPE_LENGTH:
      return Asked::kFigure;
    case v1::ANSWER_TYPE_DATE:
      return Asked::kDate;
    case v1::ANSWER_TYPE_PERSON:
      return Asked::kPerson;
    case v1::ANSWER_TYPE_ORGANIZATION:
    case v1::ANSWER_TYPE_PRODUCT:
    case v1::ANSWER_TYPE_NAME:
      return Asked::kName;
    case v1::ANSWER_TYPE_LOCATION:
      return Asked::kPlace;
    case v1::ANSWER_TYPE_REASON:
      return Asked::kReason;
    default:
      return Asked::kWords;
  }
}

// How well the sentence has the word that the relation was read from.
double RelationMatch(const Inquiry& inquiry, const PassageView& view) {
  if (inquiry.reading.relations().empty()) return 0;
  double best = 0;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (inquiry.words.IsWithin(static_cast<int>(i), inquiry.reading.relations(0).trigger())) {
      best = std::max(best, view.best()[i]);
    }
  }
  return best;
}

// The sentence names some other house, and not one that the question does.
bool NamesOtherHouse(const Inquiry& inquiry, const PassageView& view) {
  const auto& links = inquiry.links.links();
  const bool missing = std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return link.asked.entity().type() == v1::ENTITY_TYPE_ORGANIZATION &&
           inquiry.meter.NameShare(view, link) < NameShares::kWordsOnly;
  });
  const auto& mentions = view.passage().mentions();
  return missing &&
         std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
           return mention.entity_type() == v1::ENTITY_TYPE_ORGANIZATION &&
                  !inquiry.links.all().contains(mention.entity());
         });
}

// Names and figures in the sentence that are of the asked kind, with what speaks against them.
struct Spans {
  int number = 0;
  double fit = 0;
  bool suffices = false;
  bool unsure = false;
  bool few_words = false;
  bool lacks_name = false;
  bool lacks_relation = false;
  bool not_end = false;
  bool objected = false;
};

Spans SpansIn(const Inquiry& inquiry, const GatheredEvidence& evidence, const Candidate& sentence) {
  Spans spans;
  for (const Candidate& span : evidence.spans) {
    if (span.document != sentence.document || span.ordinal != sentence.ordinal) continue;
    ++spans.number;
    spans.fit = std::max(spans.fit, span.fit);
    const absl::string_view objection = SpanObjection(inquiry, span);
    spans.suffices |= objection.empty();
    spans.unsure |= objection == "too unsure";
    spans.few_words |= objection == "too few words";
    spans.lacks_name |= objection == "lacks a name";
    spans.lacks_relation |= objection == "lacks the relation";
    spans.not_end |= objection == "not the other end";
  }
  spans.objected = spans.number > 0 && !spans.suffices && !spans.unsure && !spans.few_words &&
                   !spans.lacks_name && !spans.lacks_relation && !spans.not_end;
  return spans;
}

}  // namespace

SentenceTraits TraitsOf(const Inquiry& inquiry, const GatheredEvidence& evidence,
                        const Candidate& sentence, int rank, double lead) {
  const v1::QuestionAnalysis& reading = inquiry.reading;
  const PassageView* view = inquiry.pool.At(sentence.document, sentence.ordinal);
  const Relevance& relevance = sentence.relevance;
  const Asked asked = AskedOf(reading.answer_type());
  const bool typed = asked != Asked::kReason && asked != Asked::kWords;
  const bool told =
      view != nullptr && !reading.relations().empty() &&
      std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
        return fact.type() == reading.relations(0).fact_type() && RestsOn(fact, *view);
      });
  const Spans spans = typed ? SpansIn(inquiry, evidence, sentence) : Spans();
  const absl::string_view objection = StatementObjection(inquiry, sentence);
  const auto is = [](bool holds) { return holds ? 1.0 : 0.0; };
  return {
      {"own_coverage", relevance.own_coverage},
      {"names", relevance.names},
      {"retrieval", relevance.retrieval},
      {"first", is(rank == 0)},
      {"rank", std::min(rank, 5) / 5.0},
      {"lead", std::min(lead, kClearLead)},
      {"figure_of_other_house",
       is(asked == Asked::kFigure && view != nullptr && NamesOtherHouse(inquiry, *view))},
      {"relation_match", view != nullptr ? RelationMatch(inquiry, *view) : 0},
      {"told_by_fact", is(told)},
      {"asks_figure", is(asked == Asked::kFigure)},
      {"asks_date", is(asked == Asked::kDate)},
      {"asks_person", is(asked == Asked::kPerson)},
      {"asks_name", is(asked == Asked::kName)},
      {"asks_place", is(asked == Asked::kPlace)},
      {"asks_reason", is(asked == Asked::kReason)},
      {"span_fit", spans.fit},
      {"span_suffices", is(spans.suffices)},
      {"span_unsure", is(spans.unsure)},
      {"span_few_words", is(spans.few_words)},
      {"span_lacks_name", is(spans.lacks_name)},
      {"span_lacks_relation", is(spans.lacks_relation)},
      {"span_not_end", is(spans.not_end)},
      {"span_objected", is(spans.objected)},
      {"no_span", is(typed && spans.number == 0)},
      {"names_not_near", is(objection == "names not near")},
      {"clause", is(sentence.clause != v1::CLAUSE_KIND_MAIN)},
      {"english", is(inquiry.language == Language::kEnglish)},
  };
}

}  // namespace isnad::answering
