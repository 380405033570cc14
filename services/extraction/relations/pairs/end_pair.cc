#include "services/extraction/relations/pairs/end_pair.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"

namespace isnad::extraction {
namespace {

// Ends further apart are rarely told of together, in tokens.
constexpr int kReach = 40;
// A passage with more names is a list of them.
constexpr size_t kMostMentions = 24;

bool AreNear(TokenRange a, TokenRange b) {
  return std::max(a.begin, b.begin) - std::min(a.end, b.end) <= kReach;
}

}  // namespace

EntityType TypeOf(const Analysis& analysis, int mention) {
  return analysis.entities[analysis.mentions[mention].entity].type;
}

TokenRange SubjectTokens(const Analysis& analysis, const EndPair& pair) {
  return analysis.mentions[pair.subject].tokens;
}

TokenRange OtherTokens(const Analysis& analysis, const EndPair& pair) {
  return pair.object >= 0 ? analysis.mentions[pair.object].tokens
                          : analysis.values[pair.value].tokens;
}

EndPairs::EndPairs(const PhraseIndex* index)
    : analysis_(index->analysis()),
      mentions_(analysis_.passages.size()),
      values_(analysis_.passages.size()),
      implied_(index) {
  for (size_t i = 0; i < analysis_.mentions.size(); ++i) {
    const Mention& mention = analysis_.mentions[i];
    const int passage = analysis_.tokens[mention.tokens.begin].passage;
    if (mention.entity >= 0 && passage >= 0) mentions_[passage].push_back(static_cast<int>(i));
  }
  for (size_t i = 0; i < analysis_.values.size(); ++i) {
    const ValueMention& value = analysis_.values[i];
    const int passage = analysis_.tokens[value.tokens.begin].passage;
    const bool figure = value.kind == ValueKind::kMoney || value.kind == ValueKind::kQuantity;
    // "Stone" is a name, though it spells "sixty".
    const int mention = index->MentionAt(value.tokens.begin);
    const bool named =
        mention >= 0 && analysis_.mentions[mention].kind != MentionKind::kDescription;
    if (figure && passage >= 0 && !named) values_[passage].push_back(static_cast<int>(i));
  }
}

void EndPairs::AddImplied(int passage, std::vector<EndPair>* out) const {
  for (const int house : implied_.In(passage)) {
    absl::flat_hash_set<int> seen;
    for (const int mention : mentions_[passage]) {
      const EntityType type = TypeOf(analysis_, mention);
      if (type == EntityType::kUnknown) continue;
      // Where it is spoken of first tells most.
      if (!seen.insert(analysis_.mentions[mention].entity).second) continue;
      out->push_back({passage, house, mention, -1, EndPair::Implied::kSubject});
      if (type == EntityType::kLocation) continue;
      out->push_back({passage, mention, house, -1, EndPair::Implied::kObject});
    }
    for (const int value : values_[passage]) {
      out->push_back({passage, house, -1, value, EndPair::Implied::kSubject});
    }
  }
}

std::vector<EndPair> EndPairs::Of(int passage) const {
  std::vector<EndPair> out;
  const std::vector<int>& mentions = mentions_[passage];
  if (mentions.size() > kMostMentions) return out;
  for (const int subject : mentions) {
    const EntityType type = TypeOf(analysis_, subject);
    if (type == EntityType::kLocation || type == EntityType::kUnknown) continue;
    const Mention& first = analysis_.mentions[subject];
    for (const int object : mentions) {
      const Mention& second = analysis_.mentions[object];
      if (first.entity == second.entity || first.tokens.overlaps(second.tokens)) continue;
      if (TypeOf(analysis_, object) == EntityType::kUnknown) continue;
      if (AreNear(first.tokens, second.tokens)) {
        out.push_back({passage, subject, object, -1, EndPair::Implied::kNone});
      }
    }
    for (const int value : values_[passage]) {
      if (AreNear(first.tokens, analysis_.values[value].tokens)) {
        out.push_back({passage, subject, -1, value, EndPair::Implied::kNone});
      }
    }
  }
  AddImplied(passage, &out);
  return out;
}

}  // namespace isnad::extraction
