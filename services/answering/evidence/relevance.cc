#include "services/answering/evidence/relevance.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/passages/dateline.h"
#include "services/answering/passages/first_person.h"
#include "services/answering/passages/name_words.h"
#include "services/answering/passages/table_column.h"

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

bool EndsAsking(const PassageView& view) {
  const absl::string_view text = absl::StripTrailingAsciiWhitespace(view.Text(view.range()));
  return absl::EndsWith(text, "؟") || absl::EndsWith(text, "?");
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
    name_shares_.push_back(SharesOf(link));
  }
  wholes_.reserve(pool_.views().size());
  for (const PassageView& view : pool_.views()) wholes_.push_back(MeasureWhole(view));
}

size_t RelevanceMeter::NumberOf(const PassageView& view) const {
  return static_cast<size_t>(&view - pool_.views().data());
}

Relevance RelevanceMeter::Measure(const PassageView& view, Range clause, Range place) const {
  const Whole& whole = wholes_[NumberOf(view)];
  std::vector<double> shares = whole.own;
  for (const WordMatch& match : view.matches()) {
    if (clause.Contains(view.TokenBytes(match.token))) {
      shares[match.word] = std::max(shares[match.word], match.strength);
    }
  }
  if (whole.header != nullptr) {
    const Range column = HeaderCell(*whole.header, view, place);
    for (const WordMatch& match : whole.header->matches()) {
      if (!column.Contains(whole.header->TokenBytes(match.token))) continue;
      shares[match.word] = std::max(shares[match.word], match.strength);
    }
  }
  Relevance relevance;
  relevance.own_coverage = Covered(shares);
  Raise(whole.around, 1.0, &shares);
  relevance.coverage = Covered(shares);
  relevance.names = whole.names;
  relevance.nearness = Nearness(view, place);
  relevance.retrieval = pool_.top_score() > 0 ? view.score() / pool_.top_score() : 0;
  return relevance;
}

RelevanceMeter::Whole RelevanceMeter::MeasureWhole(const PassageView& view) const {
  Whole whole;
  whole.own.assign(words_.words().size(), 0.0);
  Raise(view.best(), PlaceShares::kSentence, &whole.own);
  whole.header = TableHeader(pool_, view);
  if (whole.header == nullptr) {
    whole.around.assign(words_.words().size(), 0.0);
    const std::string& document = view.document().name();
    for (int step : {-1, 1}) {
      const PassageView* neighbour = pool_.At(document, view.passage().ordinal() + step);
      if (neighbour == nullptr) continue;
      // Who is asked answers in the words of the question.
      const bool asked = step < 0 && EndsAsking(*neighbour);
      Raise(neighbour->best(), asked ? PlaceShares::kSentence : PlaceShares::kNeighbour,
            &whole.around);
    }
    const PassageView* heading = pool_.At(document, view.passage().heading_ordinal());
    if (heading != nullptr) Raise(heading->best(), PlaceShares::kHeading, &whole.around);
  }
  if (!name_shares_.empty()) {
    double sum = 0;
    for (const std::vector<double>& shares : name_shares_) sum += shares[NumberOf(view)];
    whole.names = sum / static_cast<double>(name_shares_.size());
  }
  return whole;
}

// The importance of the content words, each as far as it is covered, of that of all of them.
double RelevanceMeter::Covered(const std::vector<double>& shares) const {
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

namespace {

// Whether the passage speaks of what the name stands for; `borne` says whether it mentions that or
// has its words.
bool Names(const PassageView& view, const LinkedName& link, bool borne) {
  if (TypeOf(link) != v1::ENTITY_TYPE_LOCATION) return borne;
  // The town that a report was sent from is not where things happen.
  const Range telling = {BeginAfterDateline(view), view.range().end};
  if (telling.begin == view.range().begin) return borne || HasAdjectiveOf(view, link);
  return !telling.empty() && view.Mentions(link.names, telling);
}

}  // namespace

namespace {

// The sentence names an organisation that is not the one.
bool NamesOtherHouse(const PassageView& view, const LinkedName& link) {
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& mention) {
                       return mention.entity_type() == v1::ENTITY_TYPE_ORGANIZATION &&
                              !link.names.contains(mention.entity());
                     });
}

}  // namespace

std::vector<double> RelevanceMeter::SharesOf(const LinkedName& link) const {
  const std::vector<PassageView>& views = pool_.views();
  std::vector<bool> mentioned;
  std::vector<bool> named;
  // Documents of which some passage has the words of a name that the store does not know.
  absl::flat_hash_set<absl::string_view> worded;
  for (const PassageView& view : views) {
    mentioned.push_back(view.Mentions(link.names, view.range()));
    const bool words = !mentioned.back() && HasWordsOf(view, link);
    named.push_back(Names(view, link, mentioned.back() || words));
    if (words && !link.stored()) worded.insert(view.document().name());
  }
  const auto is_named = [&](const PassageView* view) {
    return view != nullptr && named[NumberOf(*view)];
  };
  const auto share_of = [&](const PassageView& view) {
    const size_t number = NumberOf(view);
    if (named[number]) return mentioned[number] ? NameShares::kSentence : NameShares::kWordsOnly;
    const std::string& document = view.document().name();
    for (int step : {-1, 1, -2}) {
      if (is_named(pool_.At(document, view.passage().ordinal() + step))) {
        return NameShares::kNeighbour;
      }
    }
    // Rows, items and sentences under a heading speak of what it names.
    if (is_named(pool_.At(document, view.passage().heading_ordinal()))) {
      return NameShares::kNeighbour;
    }
    if (is_named(pool_.At(document, 0)) && TypeOf(link) != v1::ENTITY_TYPE_PERSON &&
        TypeOf(link) != v1::ENTITY_TYPE_LOCATION && !NamesOtherHouse(view, link)) {
      return NameShares::kNeighbour;
    }
    // Who is interviewed says "we" for the house that the headline names.
    if (is_named(pool_.At(document, 0)) && TypeOf(link) != v1::ENTITY_TYPE_PERSON &&
        SpeaksOfOwnHouse(view)) {
      return NameShares::kNeighbour;
    }
    if (pool_.DocumentMentions(document, link.names)) return NameShares::kDocument;
    return worded.contains(document) ? NameShares::kDocument : 0.0;
  };
  std::vector<double> shares;
  for (const PassageView& view : views) shares.push_back(share_of(view));
  return shares;
}

double RelevanceMeter::NameShare(const PassageView& view, const LinkedName& link) const {
  const auto number = static_cast<size_t>(&link - links_.links().data());
  return name_shares_[number][NumberOf(view)];
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
