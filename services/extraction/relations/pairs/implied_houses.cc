#include "services/extraction/relations/pairs/implied_houses.h"

#include <algorithm>
#include <numeric>

#include "absl/container/flat_hash_set.h"

namespace isnad::extraction {
namespace {

// How often the text mentions each organisation, by entity.
std::vector<int> UsesOfHouses(const Analysis& analysis) {
  std::vector<int> uses(analysis.entities.size());
  for (const Mention& mention : analysis.mentions) {
    const bool house =
        mention.entity >= 0 && analysis.entities[mention.entity].type == EntityType::kOrganization;
    if (house) ++uses[mention.entity];
  }
  return uses;
}

}  // namespace

ImpliedHouses::ImpliedHouses(const PhraseIndex* index)
    : houses_(index->analysis().passages.size()) {
  const Analysis& analysis = index->analysis();
  const std::vector<int> uses = UsesOfHouses(analysis);
  const auto most = std::max_element(uses.begin(), uses.end());
  if (most == uses.end() || *most == 0) return;
  const int foremost = static_cast<int>(most - uses.begin());
  std::vector<std::vector<int>> named_in(analysis.passages.size());
  for (const Mention& mention : analysis.mentions) {
    const int passage = index->token(mention.tokens.begin).passage;
    if (mention.entity >= 0 && passage >= 0) named_in[passage].push_back(mention.entity);
  }
  int last = -1;
  for (size_t p = 0; p < analysis.passages.size(); ++p) {
    const TokenRange tokens = analysis.passages[p].tokens;
    if (tokens.empty()) continue;
    absl::flat_hash_set<int> named(named_in[p].begin(), named_in[p].end());
    for (const int entity : {index->SubjectAt(tokens.begin), last, foremost}) {
      if (entity < 0 || uses[entity] == 0 || !named.insert(entity).second) continue;
      const int mention = index->NearestMention(entity, tokens.begin);
      if (mention >= 0) houses_[p].push_back(mention);
    }
    for (const int entity : named_in[p]) {
      if (uses[entity] > 0) last = entity;
    }
  }
}

HouseStandings::HouseStandings(const PhraseIndex* index)
    : index_(*index),
      analysis_(index->analysis()),
      uses_(UsesOfHouses(analysis_)),
      sorted_(uses_),
      all_uses_(std::accumulate(uses_.begin(), uses_.end(), 0)) {
  std::sort(sorted_.begin(), sorted_.end());
}

const HouseStanding& HouseStandings::Of(int passage, int mention) {
  if (passage != passage_ || mention != mention_) {
    passage_ = passage;
    mention_ = mention;
    last_ = Measure(passage, mention);
  }
  return last_;
}

const HouseStandings::Since& HouseStandings::ReadTo(int token, int mention) {
  Since& since = since_[mention];
  const std::vector<Mention>& mentions = analysis_.mentions;
  const bool read_further =
      since.next > 0 && mentions[since.next - 1].tokens.begin >= token;  // for another passage
  if (since.next == 0 || read_further) since = {static_cast<size_t>(mention) + 1, {}};
  const Mention& house = mentions[mention];
  for (; since.next < mentions.size(); ++since.next) {
    const Mention& other = mentions[since.next];
    if (other.tokens.begin >= token) break;
    if (other.entity >= 0 && uses_[other.entity] > 0 && other.entity != house.entity &&
        other.tokens.begin > house.tokens.begin) {
      since.houses.insert(other.entity);
    }
  }
  return since;
}

HouseStanding HouseStandings::Measure(int passage, int mention) {
  HouseStanding out;
  const Mention& house = analysis_.mentions[mention];
  const int uses = uses_[house.entity];
  out.ranked_before =
      static_cast<int>(sorted_.end() - std::upper_bound(sorted_.begin(), sorted_.end(), uses));
  out.share = static_cast<double>(uses) / std::max(all_uses_, 1);
  const TokenRange tokens = analysis_.passages[passage].tokens;
  out.back = passage - index_.token(house.tokens.begin).passage;
  out.is_subject = index_.SubjectAt(tokens.begin) == house.entity;
  const Since& since = ReadTo(tokens.begin, mention);
  out.others_since = static_cast<int>(since.houses.size());
  absl::flat_hash_set<int> houses_here, people_here;
  for (size_t i = since.next; i < analysis_.mentions.size(); ++i) {
    const Mention& other = analysis_.mentions[i];
    if (other.tokens.begin >= tokens.end) break;
    if (other.entity < 0 || other.entity == house.entity ||
        other.tokens.begin <= house.tokens.begin) {
      continue;
    }
    const EntityType type = analysis_.entities[other.entity].type;
    if (type == EntityType::kOrganization) houses_here.insert(other.entity);
    if (type == EntityType::kPerson) people_here.insert(other.entity);
  }
  out.houses_here = static_cast<int>(houses_here.size());
  out.people_here = static_cast<int>(people_here.size());
  return out;
}

}  // namespace isnad::extraction
