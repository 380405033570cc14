#include "services/extraction/reference/document_subject.h"

#include <algorithm>
#include <vector>

namespace isnad::extraction {
namespace {

constexpr int kEarlyPassages = 4;
constexpr int kEarlyWeight = 2;
constexpr int kHeadlineWeight = 4;

bool IsName(const Mention& mention) {
  return mention.entity >= 0 &&
         (mention.kind == MentionKind::kName || mention.kind == MentionKind::kShortName);
}

}  // namespace

int DocumentSubject(const Analysis& analysis) {
  std::vector<int> weights(analysis.entities.size(), 0);
  for (const Mention& mention : analysis.mentions) {
    if (!IsName(mention)) continue;
    if (analysis.entities[mention.entity].type != EntityType::kOrganization) continue;
    const int passage = analysis.tokens[mention.tokens.begin].passage;
    const bool headline = passage >= 0 && passage < static_cast<int>(analysis.passages.size()) &&
                          analysis.passages[passage].kind == PassageKind::kHeadline;
    weights[mention.entity] +=
        headline ? kHeadlineWeight : (passage < kEarlyPassages ? kEarlyWeight : 1);
  }
  const auto best = std::max_element(weights.begin(), weights.end());
  return best == weights.end() || *best == 0 ? -1 : static_cast<int>(best - weights.begin());
}

}  // namespace isnad::extraction
