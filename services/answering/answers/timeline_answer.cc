#include "services/answering/answers/timeline_answer.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/compose/date_text.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/passages/excerpt.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kMostEvents = 5;
// Number, full stop, quotation marks and line break of an event.
constexpr size_t kFrame = 8;
// Events of the article that tells most of it count more: a chronology is one story.
constexpr double kStoryBonus = 0.15;
constexpr size_t kStoryEvents = 5;
// A longer stretch leaves no choice of words.
constexpr size_t kLongestTelling = 90;
// What an event adds to the question's words that the events before it leave out.
constexpr double kGainShare = 0.5;
// Events this much weaker than the best are beside the question.
constexpr double kMargin = 0.3;
// Chronologies ask by names rather than by words for what happened: events with a date, a figure
// or facts count more.
constexpr double kStatementShare = 0.4;
constexpr double kNamesShare = 0.3;
constexpr double kDatedBonus = 0.14;
constexpr double kFigureBonus = 0.12;
constexpr double kFactBonus = 0.06;
constexpr size_t kMostFactBonuses = 2;

struct Event {
  v1::DateInterval date;
  // A sortable day, empty when no date is known.
  std::string day;
  // What its excerpt must hold.
  Range telling;
  double score = 0;
  std::string document;
  int ordinal = 0;
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
    event.telling = figure.empty() ? statement.place : figure;
    if (figure.empty() && CharacterCount(view->Text(event.telling)) > kLongestTelling) {
      event.telling = {event.telling.begin, event.telling.begin + 1};
    }
    events.push_back(std::move(event));
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.score > b.score; });
  return events;
}

// The article with the best events.
std::string StoryOf(const std::vector<Event>& events) {
  std::map<std::string, std::pair<size_t, double>> sums;
  for (const Event& event : events) {
    auto& [count, sum] = sums[event.document];
    if (count++ < kStoryEvents) sum += event.score;
  }
  std::string best;
  double most = 0;
  for (const auto& [document, sum] : sums) {
    if (sum.second <= most) continue;
    most = sum.second;
    best = document;
  }
  return best;
}

// The share of the question's words that the sentence of an event adds to `covered`.
double Gain(const Inquiry& inquiry, const Event& event, std::vector<double>* covered, bool take) {
  const PassageView* view = inquiry.pool.At(event.document, event.ordinal);
  const double all = inquiry.words.content_importance();
  if (view == nullptr || all <= 0) return 0;
  double gain = 0;
  for (size_t i = 0; i < covered->size(); ++i) {
    const QuestionWord& word = inquiry.words.words()[i];
    const double more = view->best()[i] - (*covered)[i];
    if (more <= 0) continue;
    if (word.role != QuestionWord::Role::kName) gain += more * word.importance;
    if (take) (*covered)[i] = view->best()[i];
  }
  return gain / all;
}

// The events to tell: the best ones, each with what it adds to those before.
std::vector<Event> Choose(const Inquiry& inquiry, std::vector<Event> events) {
  const std::string story = StoryOf(events);
  for (Event& event : events) event.score += event.document == story ? kStoryBonus : 0;
  double best = 0;
  for (const Event& event : events) best = std::max(best, event.score);
  std::vector<Event> chosen;
  std::vector<double> covered(inquiry.words.words().size(), 0.0);
  while (chosen.size() < kMostEvents && !events.empty()) {
    size_t next = 0;
    double most = -1;
    for (size_t i = 0; i < events.size(); ++i) {
      const double worth = events[i].score + kGainShare * Gain(inquiry, events[i], &covered, false);
      if (worth <= most) continue;
      most = worth;
      next = i;
    }
    if (most < best - kMargin) break;
    Gain(inquiry, events[next], &covered, true);
    chosen.push_back(std::move(events[next]));
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(next));
  }
  return chosen;
}

void Order(std::vector<Event>* events) {
  const bool dated = std::all_of(events->begin(), events->end(),
                                 [](const Event& event) { return !event.day.empty(); });
  std::stable_sort(events->begin(), events->end(), [dated](const Event& a, const Event& b) {
    // Undated ones stand where their article has them, between the dated ones.
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
  events = Choose(inquiry, std::move(events));
  Order(&events);
  // What numbers and dates leave is shared by the words.
  size_t room = kLongAnswer;
  for (const Event& event : events) {
    room -= std::min(room, kFrame);
    if (!event.day.empty()) {
      room -= std::min(room, CharacterCount(DateText(event.date, inquiry.language)) + 2);
    }
  }
  const size_t share = room / events.size();
  for (const Event& event : events) {
    const PassageView* view = inquiry.pool.At(event.document, event.ordinal);
    if (view == nullptr) continue;
    const Range words = Excerpt(*view, inquiry.words, event.telling, share);
    std::string text = absl::StrCat(draft.parts.empty() ? "" : "\n", draft.parts.size() + 1, ". ");
    if (!event.day.empty()) absl::StrAppend(&text, DateText(event.date, inquiry.language), ": ");
    absl::StrAppend(&text, Quoted(view->Text(words)));
    draft.parts.push_back(
        {std::move(text), {view->Cite(words)}, event.facts, ConfidenceOf(first->score)});
    draft.from_facts |= !event.facts.empty();
  }
  draft.from_passages = true;
  draft.confidence = ConfidenceOf(first->score);
  return draft;
}

}  // namespace isnad::answering
