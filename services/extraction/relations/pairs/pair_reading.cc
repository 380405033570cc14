#include "services/extraction/relations/pairs/pair_reading.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

// A pair less likely than this is no candidate: log odds of 12 in 100.
constexpr float kLeastLogOdds = -2;
// Passages with the same ends that are looked at: a text with more says the same over and over.
constexpr size_t kMostPlaces = 32;

// The other end of a pair, as one number for entities and values.
int OtherOf(const Analysis& analysis, const EndPair& pair) {
  return pair.object >= 0 ? analysis.mentions[pair.object].entity : -1 - pair.value;
}

// The other ends that the words of a fact give: its object and its figures.
std::vector<int> OthersOf(const FactRecord& fact) {
  std::vector<int> out;
  if (fact.object.kind == ArgumentRecord::Kind::kEntity) out.push_back(fact.object.entity);
  if (fact.object.kind == ArgumentRecord::Kind::kValue) out.push_back(-1 - fact.object.value);
  if (!out.empty()) return out;
  for (const ArgumentRecord& role : fact.roles) {
    const bool figure = role.role == "amount" || role.role == "count";
    if (figure && role.kind == ArgumentRecord::Kind::kValue) out.push_back(-1 - role.value);
  }
  return out;
}

}  // namespace

PairReading::PairReading(const PhraseIndex* index, const RoleIndex* roles, const FrameWords* words,
                         const WordDistribution* distribution, const PairModel* model)
    : index_(*index),
      analysis_(index->analysis()),
      model_(*model),
      features_(index, roles, words, distribution),
      scorer_(index->size(), &features_, model),
      scored_(analysis_.passages.size()),
      likely_(analysis_.passages.size()) {
  for (size_t i = 0; i < model_.types().size(); ++i) types_[model_.types()[i]] = i;
}

void PairReading::ReadAll() {
  const EndPairs pairs(&index_);
  for (size_t p = 0; p < analysis_.passages.size(); ++p) {
    if (analysis_.passages[p].kind == PassageKind::kBoilerplate) continue;
    ReadPassage(pairs, static_cast<int>(p));
  }
}

void PairReading::ReadPassage(const EndPairs& pairs, int passage) {
  PairDescription description;
  std::vector<float> log_odds;
  std::vector<Scored>& scored = scored_[passage];
  for (const EndPair& pair : pairs.Of(passage)) {
    features_.Of(pair, &description);
    scorer_.Score(description, &log_odds);
    for (size_t t = 0; t < log_odds.size(); ++t) {
      if (log_odds[t] < kLeastLogOdds) continue;
      likely_[passage].push_back({pair, t, log_odds[t]});
    }
    const int subject = analysis_.mentions[pair.subject].entity;
    const int other = OtherOf(analysis_, pair);
    const auto same = std::find_if(scored.begin(), scored.end(), [&](const Scored& one) {
      return one.subject == subject && one.other == other;
    });
    if (same == scored.end()) {
      places_[{subject, other}].push_back({passage, static_cast<int>(scored.size())});
      scored.push_back({subject, other, log_odds, pair.implied == EndPair::Implied::kNone});
      continue;
    }
    // Pairs with an end that the passage does not name come last.
    for (size_t t = 0; t < log_odds.size(); ++t) {
      same->log_odds[t] = std::max(same->log_odds[t], log_odds[t]);
    }
  }
  std::stable_sort(
      likely_[passage].begin(), likely_[passage].end(),
      [](const LikelyPair& a, const LikelyPair& b) { return a.log_odds > b.log_odds; });
}

int PairReading::TellingToken(const LikelyPair& likely) {
  PairDescription description;
  features_.Of(likely.pair, &description);
  return scorer_.TellingToken(description, likely.type);
}

absl::optional<size_t> PairReading::TypeOf(absl::string_view type) const {
  const auto found = types_.find(type);
  if (found == types_.end()) return absl::nullopt;
  return found->second;
}

absl::optional<float> PairReading::Elsewhere(int subject, int other, size_t type,
                                             int passage) const {
  absl::optional<float> best;
  const auto places = places_.find(std::make_pair(subject, other));
  if (places == places_.end()) return best;
  const size_t most = std::min(places->second.size(), kMostPlaces);
  for (size_t i = 0; i < most; ++i) {
    const auto [where, at] = places->second[i];
    if (where == passage || !scored_[where][at].named) continue;
    const float odds = scored_[where][at].log_odds[type];
    if (!best.has_value() || odds > *best) best = odds;
  }
  return best;
}

absl::optional<PairVerdict> PairReading::Of(const FactRecord& fact) const {
  const absl::optional<size_t> type = TypeOf(fact.type);
  if (!type.has_value() || fact.passage < 0) return absl::nullopt;
  if (fact.subject.kind != ArgumentRecord::Kind::kEntity) return absl::nullopt;
  const std::vector<int> others = OthersOf(fact);
  const auto is_of = [&](int subject, int other) {
    return subject == fact.subject.entity &&
           std::find(others.begin(), others.end(), other) != others.end();
  };
  absl::optional<PairVerdict> out;
  std::vector<float> of_types;
  const auto take_best = [](float odds, absl::optional<float>* best) {
    if (!best->has_value() || **best < odds) *best = odds;
  };
  absl::optional<float> other_object, other_subject;
  for (const Scored& one : scored_[fact.passage]) {
    const float odds = one.log_odds[*type];
    const bool turned = IsSymmetric(fact.type) && one.other >= 0 && is_of(one.other, one.subject);
    if (is_of(one.subject, one.other) || turned) {
      if (!out.has_value()) {
        out.emplace();
        out->log_odds = odds;
        of_types = one.log_odds;
      }
      out->log_odds = std::max(out->log_odds, odds);
      for (size_t t = 0; t < of_types.size(); ++t) {
        of_types[t] = std::max(of_types[t], one.log_odds[t]);
      }
    } else if (!one.named) {
      continue;
    } else if (one.subject == fact.subject.entity) {
      take_best(odds, &other_object);
    } else if (std::find(others.begin(), others.end(), one.other) != others.end()) {
      take_best(odds, &other_subject);
    }
  }
  if (!out.has_value()) return absl::nullopt;
  for (const int other : others) {
    const auto told = Elsewhere(fact.subject.entity, other, *type, fact.passage);
    if (told.has_value()) take_best(*told, &out->elsewhere);
  }
  out->other_object = other_object;
  out->other_subject = other_subject;
  out->other_type_log_odds = -100;
  for (size_t t = 0; t < of_types.size(); ++t) {
    if (t == *type || of_types[t] <= out->other_type_log_odds) continue;
    out->other_type_log_odds = of_types[t];
    out->other_type = model_.types()[t];
  }
  return out;
}

}  // namespace isnad::extraction
