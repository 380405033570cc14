#include "services/answering/answers/timeline_answer.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/compose/date_text.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/passages/excerpt.h"
#include "services/answering/question/time_limit.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kMostEvents = 7;
// So many dated events tell a chronology by themselves.
constexpr size_t kEnoughDated = 3;
// Number, full stop, quotation marks and line break of an event.
constexpr size_t kFrame = 8;
// Events of the article that tells most of it count more: a chronology is one story.
constexpr double kStoryBonus = 0.15;
constexpr size_t kStoryEvents = 5;
// A longer stretch leaves no choice of words.
constexpr size_t kLongestTelling = 90;
// Places of one sentence that are quoted as one, in characters.
constexpr size_t kTogether = 110;
// Words before a date that still opens its sentence.
constexpr int kLeading = 1;
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
// Of a date near the question's words, against one far from them; of one outside the time asked
// for.
constexpr double kNearBonus = 0.1;
constexpr double kOutOfTime = 0.3;
constexpr double kFactBonus = 0.06;
constexpr size_t kMostFactBonuses = 2;

struct Event {
  v1::DateInterval date;
  // Its sentence opens with the date.
  bool leads = false;
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

// The dates of a passage, each as the sentence has it.
std::vector<v1::Value> DatesOf(const PassageView& view) {
  std::vector<v1::Value> dates;
  for (const v1::Value& value : view.passage().values()) {
    if (value.has_date() && !DayKey(value.date()).empty()) dates.push_back(value);
  }
  return dates;
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

// How near the words of the question stand to the date: of several dates of a sentence, that of
// what is asked about.
double NearnessOf(const Inquiry& inquiry, const PassageView& view, Range place) {
  constexpr double kReach = 6.0;
  const int at = view.TokenAt(place.begin);
  double sum = 0;
  double all = 0;
  for (const WordMatch& match : view.matches()) {
    const double weight = match.strength * inquiry.words.words()[match.word].importance;
    sum += weight * std::exp(-std::abs(at - match.token) / kReach);
    all += weight;
  }
  return all > 0 ? sum / all : 0;
}

// What the passage tells without regard to any date.
Event EventAt(const Inquiry& inquiry, const Candidate& statement, const PassageView& view) {
  Event event;
  event.score = kStatementShare * statement.score + kNamesShare * statement.relevance.names;
  event.document = statement.document;
  event.ordinal = statement.ordinal;
  for (const v1::Fact& fact : inquiry.facts) {
    if (fact.evidence_size() == 0 || fact.polarity() == v1::POLARITY_DENIED) continue;
    const v1::Evidence& source = fact.evidence(0);
    if (source.document() != event.document || source.passage_ordinal() != event.ordinal) continue;
    event.facts.push_back(fact.name());
    if (!DayKey(fact.valid_interval()).empty()) event.date = fact.valid_interval();
  }
  event.day = DayKey(event.date);
  const Range figure = FirstFigure(view);
  if (!figure.empty()) event.score += kFigureBonus;
  event.score += kFactBonus * static_cast<double>(std::min(event.facts.size(), kMostFactBonuses));
  // Figures are what readers of a chronology look for.
  event.telling = figure.empty() ? statement.place : figure;
  if (figure.empty() && CharacterCount(view.Text(event.telling)) > kLongestTelling) {
    event.telling = {event.telling.begin, event.telling.begin + 1};
  }
  return event;
}

// Both places where they stand close, else the first.
Range Together(const PassageView& view, Range first, Range second) {
  const Range both = {std::min(first.begin, second.begin), std::max(first.end, second.end)};
  return CharacterCount(view.Text(both)) <= kTogether ? both : first;
}

// The events of passages, one for each of their dates; facts lend their dates to passages without.
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
    const Event whole = EventAt(inquiry, statement, *view);
    const std::vector<v1::Value> dates = DatesOf(*view);
    if (dates.empty()) {
      events.push_back(whole);
      if (!whole.day.empty()) events.back().score += kDatedBonus;
      continue;
    }
    for (const v1::Value& date : dates) {
      Event event = whole;
      event.date = date.date();
      event.day = DayKey(event.date);
      if (inquiry.reading.has_time_limit() && !Overlap(inquiry.reading.time_limit(), event.date)) {
        event.score -= kOutOfTime;
      }
      event.score += kDatedBonus;
      const Range place = {date.span().begin(), date.span().end()};
      // "May 2031: the first stone": a stage of a list of stages.
      const bool leads = view->TokenAt(place.begin) <= kLeading;
      if (leads) {
        event.score += kNearBonus;
        event.leads = true;
      } else if (dates.size() > 1) {
        event.score += kNearBonus * (NearnessOf(inquiry, *view, place) - 0.5);
      }
      // Without a word of the question, the words at its date say most.
      if ((dates.size() > 1 && !leads) || view->matches().empty()) event.telling = place;
      events.push_back(std::move(event));
    }
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.score > b.score; });
  return events;
}

// An article that lists stages by their dates is a chronology itself: of the names where some stage
// names them, else of what the whole article is about.
void PreferStages(const Inquiry& inquiry, std::vector<Event>* events) {
  constexpr int kFewestStages = 3;
  constexpr double kStageBonus = 0.08;
  std::map<std::string, int> stages;
  absl::flat_hash_set<std::string> named;
  const auto names = [&](const Event& event) {
    const PassageView* view = inquiry.pool.At(event.document, event.ordinal);
    return view != nullptr && view->Mentions(inquiry.links.all(), view->range());
  };
  for (const Event& event : *events) {
    if (!event.leads) continue;
    ++stages[event.document];
    if (names(event)) named.insert(event.document);
  }
  for (Event& event : *events) {
    if (!event.leads || stages[event.document] < kFewestStages) continue;
    if (!named.contains(event.document) || names(event)) event.score += kStageBonus;
  }
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
  PreferStages(inquiry, &events);
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

// By day; without one, behind what its article tells before it. Where enough is dated, the rest is
// no part of a chronology.
void Order(std::vector<Event>* events) {
  const auto undated = [](const Event& event) { return event.day.empty(); };
  const auto dated =
      events->size() - static_cast<size_t>(std::count_if(events->begin(), events->end(), undated));
  if (dated >= kEnoughDated) {
    events->erase(std::remove_if(events->begin(), events->end(), undated), events->end());
  }
  std::stable_sort(events->begin(), events->end(), [](const Event& a, const Event& b) {
    return std::tie(a.document, a.ordinal) < std::tie(b.document, b.ordinal);
  });
  std::string day;
  std::string document;
  std::vector<std::pair<std::string, Event>> placed;
  for (Event& event : *events) {
    if (event.document != document) day.clear();
    document = event.document;
    if (!event.day.empty()) day = event.day;
    placed.emplace_back(day, std::move(event));
  }
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  events->clear();
  for (auto& [at, event] : placed) events->push_back(std::move(event));
}

// Two dates of a sentence that stand close are told by quoting it once, under the first.
void MergeSentences(const Inquiry& inquiry, std::vector<Event>* events) {
  std::vector<Event> merged;
  for (Event& event : *events) {
    const PassageView* view = inquiry.pool.At(event.document, event.ordinal);
    const auto same = std::find_if(merged.begin(), merged.end(), [&](const Event& other) {
      return other.document == event.document && other.ordinal == event.ordinal;
    });
    if (view == nullptr || same == merged.end()) {
      merged.push_back(std::move(event));
      continue;
    }
    const Range both = Together(*view, same->telling, event.telling);
    if (both.Contains(event.telling)) {
      same->telling = both;
    } else {
      merged.push_back(std::move(event));
    }
  }
  *events = std::move(merged);
}

// Characters for the words of each event: what numbers and dates leave is shared, and what short
// sentences leave goes to the long ones.
std::vector<size_t> RoomsOf(const Inquiry& inquiry, const std::vector<Event>& events) {
  size_t room = kLongAnswer;
  std::vector<std::pair<size_t, size_t>> lengths;
  for (size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    room -= std::min(room, kFrame);
    if (!event.day.empty()) {
      room -= std::min(room, CharacterCount(DateText(event.date, inquiry.language)) + 2);
    }
    const PassageView* view = inquiry.pool.At(event.document, event.ordinal);
    lengths.emplace_back(view == nullptr ? 0 : CharacterCount(view->Text(view->range())), i);
  }
  std::sort(lengths.begin(), lengths.end());
  std::vector<size_t> rooms(events.size());
  size_t left = events.size();
  for (const auto& [length, i] : lengths) {
    rooms[i] = std::min(length, room / left--);
    room -= rooms[i];
  }
  return rooms;
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
  MergeSentences(inquiry, &events);
  const std::vector<size_t> rooms = RoomsOf(inquiry, events);
  for (size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    const PassageView* view = inquiry.pool.At(event.document, event.ordinal);
    if (view == nullptr) continue;
    const Range words = Excerpt(*view, inquiry.words, event.telling, rooms[i]);
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
