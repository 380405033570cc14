#include "services/extraction/relations/former_houses.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace isnad::extraction {
namespace {

constexpr double kAcrossPenalty = 0.7;
// Sentences between the departure and the arrival.
constexpr int kReach = 8;

bool IsEntity(const ArgumentRecord& end) { return end.kind == ArgumentRecord::Kind::kEntity; }

bool IsFormer(const FactRecord& post) {
  return std::any_of(post.roles.begin(), post.roles.end(),
                     [](const ArgumentRecord& role) { return role.role == "former"; });
}

// "had joined in 2013": before what the text tells of.
bool IsLongPast(const PhraseIndex& index, const FactRecord& join) {
  const TokenRange words = index.analysis().passages[join.passage].tokens;
  for (int i = words.begin; i < words.end; ++i) {
    if (index.token(i).range.begin >= join.trigger.begin) return false;
    if (index.token(i).base == "كان" || index.token(i).base == "كانت") return true;
  }
  return false;
}

}  // namespace

void SettleHousesLeft(std::vector<FactRecord>* facts) {
  for (FactRecord& left : *facts) {
    if (left.type != "LEFT" || left.object.resolution_rule != "document-subject") continue;
    for (const FactRecord& post : *facts) {
      if (post.type != "HOLDS_ROLE" || post.subject.entity != left.subject.entity) continue;
      if (!IsEntity(post.object) || !post.object.resolution_rule.empty() || IsFormer(post))
        continue;
      left.object = post.object;
      left.object.resolution_rule = "post-held";
      left.cross_sentence = false;
      break;
    }
  }
}

void AddHiresAcrossSentences(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  absl::flat_hash_map<int, std::vector<const FactRecord*>> departures;  // by person
  absl::flat_hash_map<int, std::vector<int>> origins;                   // houses hired from
  for (const FactRecord& fact : *facts) {
    if (!IsEntity(fact.subject) || !IsEntity(fact.object)) continue;
    if (fact.type == "HIRED_FROM") origins[fact.subject.entity].push_back(fact.object.entity);
    const bool left = fact.type == "LEFT" && fact.polarity == Polarity::kAsserted &&
                      fact.modality == Modality::kActual;
    if (left) departures[fact.subject.entity].push_back(&fact);
  }
  std::vector<FactRecord> derived;
  for (const FactRecord& join : *facts) {
    if (join.type != "JOINED" || join.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(join.subject) || !IsEntity(join.object)) continue;
    if (IsLongPast(index, join)) continue;
    const auto departure = departures.find(join.subject.entity);
    if (departure == departures.end()) continue;
    for (const FactRecord* left : departure->second) {
      const int since = join.passage - left->passage;
      if (since < 0 || since > kReach || left->object.entity == join.object.entity) continue;
      // Whoever left what he joins later came back.
      std::vector<int>& known = origins[join.subject.entity];
      if (std::find(known.begin(), known.end(), left->object.entity) != known.end()) continue;
      known.push_back(left->object.entity);
      FactRecord fact = join;
      fact.type = "HIRED_FROM";
      fact.rule = "HIRED_FROM/left-before";
      fact.object = left->object;
      fact.object.role = "object";
      fact.roles.clear();
      fact.cross_sentence = true;
      fact.LowerConfidence("follows from what two sentences say", kAcrossPenalty);
      derived.push_back(std::move(fact));
    }
  }
  for (FactRecord& fact : derived) facts->push_back(std::move(fact));
}

}  // namespace isnad::extraction
