#include "services/answering/domain/relevance.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "services/answering/domain/dateline.h"
#include "services/answering/domain/first_person.h"
#include "services/answering/domain/name_words.h"
#include "services/answering/domain/score_weights.h"
#include "services/answering/domain/table_column.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Distance in words at which a match counts a third.
constexpr double kNearnessReach = 9.0;

bool IsContent(const QuestionWord& word) {
  return word.role == QuestionWord::Role::kContent || word.role == QuestionWord::Role::kFocus;
}

v1::EntityType TypeOf(const LinkedName& link) {
  return link.stored() ? link.entities.front().type() : link.asked.entity().type();
}

void Raise(const std::vector<double>& best, double share, std::vector<double>* shares) {
  for (size_t i = 0; i < best.size(); ++i) (*shares)[i] = std::max((*shares)[i], best[i] * share);
}

}  // namespace

Relevance RelevanceMeter::Measure(const PassageView& view, Range clause, Range place) const {
  Relevance relevance;
  relevance.coverage = Coverage(view, clause, place, /*own=*/false);
  relevance.own_coverage = Coverage(view, clause, place, /*own=*/true);
  relevance.names = Names(view);
  relevance.nearness = Nearness(view, place);
  relevance.retrieval = pool_.top_score() > 0 ? view.score() / pool_.top_score() : 0;
  return relevance;
}

double RelevanceMeter::Coverage(const PassageView& view, Range clause, Range place,
                                bool own) const {
  std::vector<double> shares(words_.words().size(), 0.0);
  Raise(view.best(), PlaceShares::kSentence, &shares);
  for (const WordMatch& match : view.matches()) {
    if (clause.Contains(view.TokenBytes(match.token))) {
      shares[match.word] = std::max(shares[match.word], match.strength);
    }
  }
  const PassageView* header = TableHeader(pool_, view);
  if (header != nullptr) {
    const Range column = HeaderCell(*header, view, place);
    for (const WordMatch& match : header->matches()) {
      if (!column.Contains(header->TokenBytes(match.token))) continue;
      shares[match.word] = std::max(shares[match.word], match.strength);
    }
  } else if (!own) {
    const std::string& document = view.document().name();
    for (int step : {-1, 1}) {
      const PassageView* neighbour = pool_.At(document, view.passage().ordinal() + step);
      if (neighbour != nullptr) Raise(neighbour->best(), PlaceShares::kNeighbour, &shares);
    }
    const PassageView* heading = pool_.At(document, view.passage().heading_ordinal());
    if (heading != nullptr) Raise(heading->best(), PlaceShares::kHeading, &shares);
  }
  double sum = 0;
  double all = 0;
  for (size_t i = 0; i < shares.size(); ++i) {
    const QuestionWord& word = words_.words()[i];
    if (!IsContent(word)) continue;
    sum += word.importance * shares[i];
    all += word.importance;
  }
  return all > 0 ? sum / all : 0.5;
}

double RelevanceMeter::Names(const PassageView& view) const {
  if (links_.links().empty()) return 1.0;
  double sum = 0;
  for (const LinkedName& link : links_.links()) sum += NameShare(view, link);
  return sum / static_cast<double>(links_.links().size());
}

namespace {

// The word is the last name of somebody else whom the sentence names in full.
bool IsOfNamesake(const PassageView& view, const LinkedName& link, int token) {
  if (!link.stored() || TypeOf(link) != v1::ENTITY_TYPE_PERSON) return false;
  const Range at = view.TokenBytes(token);
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& mention) {
                       return mention.entity_type() == v1::ENTITY_TYPE_PERSON &&
                              !link.names.contains(mention.entity()) &&
                              mention.begin() < at.begin && at.end <= mention.end();
                     });
}

}  // namespace

bool RelevanceMeter::HasWordsOf(const PassageView& view, const LinkedName& link) const {
  std::vector<int> tokens;
  for (const WordMatch& match : view.matches()) {
    const QuestionWord& word = words_.words()[match.word];
    if (word.role == QuestionWord::Role::kName && match.strength >= 0.5 &&
        !IsOfNamesake(view, link, match.token)) {
      tokens.push_back(match.token);
    }
  }
  if (tokens.empty()) return false;
  const bool person = link.asked.entity().type() == v1::ENTITY_TYPE_PERSON;
  for (const std::string& key : link.asked.entity().folded_keys()) {
    if (BearsName(view.passage(), tokens, key, person)) return true;
  }
  return false;
}

bool RelevanceMeter::Names(const PassageView& view, const LinkedName& link) const {
  if (TypeOf(link) != v1::ENTITY_TYPE_LOCATION) {
    return view.Mentions(link.names, view.range()) || HasWordsOf(view, link);
  }
  // The town that a report was sent from is not where things happen.
  const Range telling = {BeginAfterDateline(view), view.range().end};
  if (telling.begin == view.range().begin) {
    return view.Mentions(link.names, view.range()) || HasWordsOf(view, link);
  }
  return !telling.empty() && view.Mentions(link.names, telling);
}

double RelevanceMeter::NameShare(const PassageView& view, const LinkedName& link) const {
  if (Names(view, link)) {
    return view.Mentions(link.names, view.range()) ? NameShares::kSentence : NameShares::kWordsOnly;
  }
  const std::string& document = view.document().name();
  for (int step : {-1, 1, -2}) {
    const PassageView* neighbour = pool_.At(document, view.passage().ordinal() + step);
    if (neighbour != nullptr && Names(*neighbour, link)) return NameShares::kNeighbour;
  }
  // Rows, items and sentences under a heading speak of what it names.
  const PassageView* heading = pool_.At(document, view.passage().heading_ordinal());
  if (heading != nullptr && Names(*heading, link)) return NameShares::kNeighbour;
  // Who is interviewed says "we" for the house that the headline names.
  const PassageView* headline = pool_.At(document, 0);
  if (headline != nullptr && TypeOf(link) != v1::ENTITY_TYPE_PERSON && SpeaksOfOwnHouse(view) &&
      Names(*headline, link)) {
    return NameShares::kNeighbour;
  }
  return pool_.DocumentMentions(document, link.names) ? NameShares::kDocument : 0.0;
}

double RelevanceMeter::Nearness(const PassageView& view, Range place) const {
  const int first = view.TokenAt(place.begin);
  const int last = std::max(first, view.TokenAt(place.end - 1));
  std::vector<double> best(words_.words().size(), 0.0);
  for (const WordMatch& match : view.matches()) {
    if (place.Contains(view.TokenBytes(match.token))) continue;
    const int distance = match.token < first  ? first - match.token
                         : match.token > last ? match.token - last
                                              : 0;
    best[match.word] =
        std::max(best[match.word], match.strength * std::exp(-distance / kNearnessReach));
  }
  double sum = 0;
  double all = 0;
  for (size_t i = 0; i < best.size(); ++i) {
    sum += words_.words()[i].importance * best[i];
    all += words_.words()[i].importance;
  }
  return all > 0 ? sum / all : 0;
}

}  // namespace isnad::answering
