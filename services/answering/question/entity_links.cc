#include "services/answering/question/entity_links.h"

#include <algorithm>

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Matches this much worse than the best one are other entities.
constexpr double kScoreMargin = 0.15;
// Of another type than the question seems to mean.
constexpr double kOtherTypeShare = 0.7;

// How well an entity bears a name of the question: 0 when no key is shared.
double Affinity(const v1::ExtractedEntityReference& asked, bool known,
                const v1::EntityMatch& match) {
  const v1::Entity& entity = match.entity();
  const bool other_type = asked.type() != v1::ENTITY_TYPE_UNSPECIFIED &&
                          entity.type() != v1::ENTITY_TYPE_UNSPECIFIED &&
                          asked.type() != entity.type();
  // The type of a name that no lexicon has is a guess from a few words.
  if (other_type && known) return 0;
  double best = 0;
  for (const v1::Alias& alias : entity.aliases()) {
    const bool shared = std::find(asked.folded_keys().begin(), asked.folded_keys().end(),
                                  alias.folded_key()) != asked.folded_keys().end();
    if (!shared) continue;
    best = std::max(best, alias.kind() == v1::Alias::KIND_SHORT ? 0.6 : 1.0);
  }
  // The store knows the name in another spelling or script.
  if (std::find(asked.folded_keys().begin(), asked.folded_keys().end(), match.matched_key()) !=
      asked.folded_keys().end()) {
    best = std::max(best, match.score());
  }
  return other_type ? kOtherTypeShare * best : best;
}

// Whether the name tells where to look rather than what is asked.
bool NamesSource(const v1::QuestionAnalysis& reading, const v1::QuestionEntity& asked) {
  return asked.span().begin() < reading.source_limit().end() &&
         reading.source_limit().begin() < asked.span().end();
}

}  // namespace

EntityLinks::EntityLinks(const v1::QuestionAnalysis& reading,
                         const std::vector<v1::EntityMatch>& matches) {
  for (const v1::QuestionEntity& asked : reading.entities()) {
    if (NamesSource(reading, asked)) continue;
    LinkedName link;
    link.asked = asked;
    std::vector<std::pair<double, const v1::Entity*>> ranked;
    for (const v1::EntityMatch& match : matches) {
      const double affinity = Affinity(asked.entity(), asked.known(), match);
      if (affinity > 0) ranked.emplace_back(affinity, &match.entity());
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [affinity, entity] : ranked) {
      if (affinity < ranked.front().first - kScoreMargin) break;
      if (!link.names.insert(entity->name()).second) continue;
      link.entities.push_back(*entity);
      all_.insert(entity->name());
    }
    if (link.stored() || asked.certain()) links_.push_back(std::move(link));
  }
}

std::vector<std::string> EntityLinks::KeysOf(const v1::QuestionAnalysis& reading) {
  std::vector<std::string> keys;
  absl::flat_hash_set<std::string> seen;
  for (const v1::QuestionEntity& asked : reading.entities()) {
    for (const std::string& key : asked.entity().folded_keys()) {
      if (!key.empty() && seen.insert(key).second) keys.push_back(key);
    }
  }
  return keys;
}

const LinkedName* EntityLinks::Find(absl::string_view local_id) const {
  for (const LinkedName& link : links_) {
    if (link.asked.entity().id() == local_id) return &link;
  }
  return nullptr;
}

}  // namespace isnad::answering
