#include "services/answering/domain/timeline_answer.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/answering/compose/date_text.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/domain/candidate_text.h"
#include "services/answering/domain/evidence_gate.h"
#include "services/answering/domain/excerpt.h"
#include "services/answering/domain/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kMostEvents = 5;
constexpr size_t kEventCharacters = 128;
// Events this much weaker than the best are beside the question.
constexpr double kMargin = 0.3;
// Chronologies ask by names rather than by words for what happened: events with a date, a figure
// or facts count more.
constexpr double kStatementShare = 0.4;
constexpr double kNamesShare = 0.3;
constexpr double kDatedBonus = 0.08;
constexpr double kFigureBonus = 0.12;
constexpr double kFactBonus = 0.06;
constexpr size_t kMostFactBonuses = 2;

struct Event {
  v1::DateInterval date;
  // A sortable day, empty when no date is known.
  std::string day;
  std::string words;
  double score = 0;
  std::string document;
  int ordinal = 0;
  std::vector<v1::Citation> citations;
  std::vector<std::string> facts;
};

std::string DayKey(const v1::DateInterval& date) {
  if (!date.has_start_date() || date.basis() == v1::DATE_BASIS_ASSUMED) return "";
  return absl::StrFormat("%04d-%02d-%02d", date.start_date().year(), date.start_date().month(),
                         date.start_date().day());
}

v1::DateInterval FirstDate(const PassageView& view) {
  for (const v1::Value& value : view.passage().values()) {
    if (value.has_date() && !DayKey(value.date()).empty()) return value.date();
  }
  return {};
}

// The first amount or length, empty when there is none.
Range FirstFigure(const PassageView& view) {
  for (const v1::Value& value : view.passage().values()) {
    if (value.has_money() || value.has_length()) {
      return {value.span().begin(), value.span().end()};
    }
  }
  return {};
}

bool IsHeading(v1::PassageKind kind) {
  return kind == v1::PASSAGE_KIND_HEADING || kind == v1::PASSAGE_KIND_CAPTION ||
         kind == v1::PASSAGE_KIND_HEADLINE;
}

// The events of passages; facts lend their dates to the passages of their evidence.
std::vector<Event> EventsOf(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  std::vector<Event> events;
  for (const Candidate& statement : evidence.statements) {
    const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
    if (view == nullptr || IsHeading(view->passage().kind())) continue;
    if (!inquiry.links.links().empty() && statement.relevance.names < NameShares::kDocument) {
      continue;
    }
    const bool known = std::any_of(events.begin(), events.end(), [&](const Event& event) {
      return event.document == statement.document && event.ordinal == statement.ordinal;
    });
    if (known) continue;
    Event event;
    event.score = kStatementShare * statement.score + kNamesShare * statement.relevance.names;
    event.document = statement.document;
    event.ordinal = statement.ordinal;
    event.date = FirstDate(*view);
    for (const v1::Fact& fact : inquiry.facts) {
      if (fact.evidence_size() == 0 || fact.polarity() == v1::POLARITY_DENIED) continue;
      const v1::Evidence& source = fact.evidence(0);
      if (source.document() != event.document || source.passage_ordinal() != event.ordinal)
        continue;
      event.facts.push_back(fact.name());
      if (!DayKey(fact.valid_interval()).empty()) event.date = fact.valid_interval();
    }
    event.day = DayKey(event.date);
    if (!event.day.empty()) event.score += kDatedBonus;
    const Range figure = FirstFigure(*view);
    if (!figure.empty()) event.score += kFigureBonus;
    event.score += kFactBonus * static_cast<double>(std::min(event.facts.size(), kMostFactBonuses));
    // Figures are what readers of a chronology look for.
    const Range words =
        Excerpt(*view, inquiry.words, figure.empty() ? statement.place : figure, kEventCharacters);
    event.words = std::string(view->Text(words));
    event.citations.push_back(view->Cite(words));
    events.push_back(std::move(event));
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.score > b.score; });
  return events;
}

void Order(std::vector<Event>* events) {
  const bool dated = std::all_of(events->begin(), events->end(),
                                 [](const Event& event) { return !event.day.empty(); });
  std::stable_sort(events->begin(), events->end(), [dated](const Event& a, const Event& b) {
    if (dated && a.day != b.day) return a.day < b.day;
    return std::tie(a.document, a.ordinal) < std::tie(b.document, b.ordinal);
  });
}

}  // namespace

Draft AnswerWithTimeline(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  Draft draft;
  const auto first = std::find_if(
      evidence.statements.begin(), evidence.statements.end(),
      [&](const Candidate& statement) { return StatementSuffices(inquiry, statement); });
  if (first == evidence.statements.end()) return draft;
  std::vector<Event> events = EventsOf(inquiry, evidence);
  if (events.empty()) return draft;
  const double best = events.front().score;
  events.erase(std::remove_if(events.begin(), events.end(),
                              [&](const Event& event) { return event.score < best - kMargin; }),
               events.end());
  if (events.size() > kMostEvents) events.resize(kMostEvents);
  Order(&events);
  size_t used = 0;
  for (const Event& event : events) {
    std::string text = absl::StrCat(draft.parts.empty() ? "" : "\n", draft.parts.size() + 1, ". ");
    if (!event.day.empty()) absl::StrAppend(&text, DateText(event.date, inquiry.language), ": ");
    absl::StrAppend(&text, Quoted(event.words));
    used += CharacterCount(text);
    if (used > kLongAnswer) break;
    draft.parts.push_back(
        {std::move(text), event.citations, event.facts, ConfidenceOf(first->score)});
    draft.from_facts |= !event.facts.empty();
  }
  draft.from_passages = true;
  draft.confidence = ConfidenceOf(first->score);
  return draft;
}

}  // namespace isnad::answering
