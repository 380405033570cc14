#include "services/answering/domain/relevance.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
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

// Some passage has the name as the question does, in Latin letters that no lexicon knows.
bool IsLiteral(const PassagePool& pool, const LinkedName& link) {
  const auto& keys = link.asked.entity().folded_keys();
  if (link.asked.known() || keys.empty() || keys[0].empty() || (keys[0][0] & 0x80) != 0) {
    return false;
  }
  return std::any_of(pool.views().begin(), pool.views().end(), [&](const PassageView& view) {
    std::vector<int> tokens(view.passage().tokens_size());
    std::iota(tokens.begin(), tokens.end(), 0);
    return BearsName(view.passage(), tokens, keys[0], /*person=*/false);
  });
}

void Raise(const std::vector<double>& best, double share, std::vector<double>* shares) {
  for (size_t i = 0; i < best.size(); ++i) (*shares)[i] = std::max((*shares)[i], best[i] * share);
}

}  // namespace

RelevanceMeter::RelevanceMeter(const QuestionWords& words, const EntityLinks& links,
                               const PassagePool& pool)
    : words_(words), links_(links), pool_(pool) {
  for (const LinkedName& link : links_.links()) {
    if (IsLiteral(pool_, link)) literal_.insert(link.asked.entity().id());
    if (link.stored()) continue;
    absl::flat_hash_set<std::string>& documents = worded_[link.asked.entity().id()];
    for (const PassageView& view : pool_.views()) {
      const std::string& document = view.document().name();
      if (!documents.contains(document) && HasWordsOf(view, link)) documents.insert(document);
    }
  }
}

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
  const auto bears = [&](const std::string& key) {
    return BearsName(view.passage(), tokens, key, person);
  };
  const auto& keys = link.asked.entity().folded_keys();
  // Where articles keep the Latin letters of a name, what it may be spelled like is another's.
  if (literal_.contains(link.asked.entity().id())) {
    const auto& entities = link.entities;
    return bears(keys[0]) ||
           std::any_of(entities.begin(), entities.end(), [&](const v1::Entity& entity) {
             return std::any_of(entity.aliases().begin(), entity.aliases().end(),
                                [&](const v1::Alias& alias) { return bears(alias.folded_key()); });
           });
  }
  return std::any_of(keys.begin(), keys.end(), bears);
}

namespace {

// "The American government", "a Saudi fund": the adjective of a country names it.
bool HasAdjectiveOf(const PassageView& view, const LinkedName& link) {
  constexpr size_t kLeastBytes = 6;
  for (const std::string& key : link.asked.entity().folded_keys()) {
    absl::string_view root = key;
    if (root.find(' ') != absl::string_view::npos) continue;
    absl::ConsumePrefix(&root, "ال");
    for (const absl::string_view ending : {"ا", "ه", "ي"}) {
      if (absl::ConsumeSuffix(&root, ending)) break;
    }
    absl::ConsumeSuffix(&root, "ي");
    if (root.size() < kLeastBytes) continue;
    for (const v1::IndexedToken& token : view.passage().tokens()) {
      absl::string_view surface = token.surface();
      if (token.part_of_speech() == v1::PART_OF_SPEECH_VERB) continue;
      absl::ConsumePrefix(&surface, "و");
      if (!absl::ConsumePrefix(&surface, "لل")) {
        absl::ConsumePrefix(&surface, "ب");
        absl::ConsumePrefix(&surface, "ال");
      }
      if (!absl::ConsumePrefix(&surface, root)) continue;
      for (const absl::string_view ending : {"ي", "يه", "يون", "يين", "يا"}) {
        if (surface == ending) return true;
      }
    }
  }
  return false;
}

}  // namespace

bool RelevanceMeter::Names(const PassageView& view, const LinkedName& link) const {
  if (TypeOf(link) != v1::ENTITY_TYPE_LOCATION) {
    return view.Mentions(link.names, view.range()) || HasWordsOf(view, link);
  }
  // The town that a report was sent from is not where things happen.
  const Range telling = {BeginAfterDateline(view), view.range().end};
  if (telling.begin == view.range().begin) {
    return view.Mentions(link.names, view.range()) || HasWordsOf(view, link) ||
           HasAdjectiveOf(view, link);
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
  if (pool_.DocumentMentions(document, link.names)) return NameShares::kDocument;
  const auto worded = worded_.find(link.asked.entity().id());
  return worded != worded_.end() && worded->second.contains(document) ? NameShares::kDocument : 0.0;
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
