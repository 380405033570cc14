#include "services/extraction/reference/document_subject.h"

#include <algorithm>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/reference/mention_rules.h"

namespace isnad::extraction {
namespace {

constexpr int kEarlyPassages = 4;
constexpr double kEarlyWeight = 2;
constexpr double kHeadlineWeight = 3;
// The first organisation of a headline is what it speaks of; the others are what it does with them.
constexpr double kHeadlineOpening = 3;
constexpr double kOutletShare = 0.5;
// For what standing adds to the weight of an entity wherever it is looked for.
constexpr double kHeadlineStanding = 0.15;
constexpr double kLeadStanding = 0.15;
constexpr double kPartStanding = 0.2;
constexpr int kLeadPassages = 2;

bool IsName(const Mention& mention) {
  return mention.entity >= 0 &&
         (mention.kind == MentionKind::kName || mention.kind == MentionKind::kShortName);
}

bool InHeadline(const Analysis& analysis, int passage) {
  return passage >= 0 && passage < static_cast<int>(analysis.passages.size()) &&
         analysis.passages[passage].kind == PassageKind::kHeadline;
}

// What companies do is allowed, fined and counted by these: "المركزي يوافق على اندماج X".
bool IsAuthority(const EntityRecord& entity) {
  for (absl::string_view head :
       {"البنك المركزي", "مصرف", "هيئة", "الهيئة", "وزارة", "محكمة", "المحكمة", "المفوضية"}) {
    if (!absl::StartsWith(entity.label_ar, head)) continue;
    return head != "مصرف" || absl::StrContains(entity.label_ar, "المركزي");
  }
  return false;
}

}  // namespace

bool IsOutlet(const EntityRecord& entity) {
  static const auto* classes = new absl::flat_hash_set<absl::string_view>{
      "NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE", "BROADCASTER", "PODCAST"};
  return classes->contains(entity.entity_class);
}

int DocumentSubject(const Analysis& analysis) {
  std::vector<double> weights(analysis.entities.size(), 0);
  std::vector<int> bylines(analysis.entities.size(), 0);
  std::vector<int> names(analysis.entities.size(), 0);
  bool opened = false;
  for (const Mention& mention : analysis.mentions) {
    if (!IsName(mention)) continue;
    const EntityRecord& entity = analysis.entities[mention.entity];
    if (entity.type != EntityType::kOrganization || mention.rule == kHousePart) continue;
    const int passage = analysis.tokens[mention.tokens.begin].passage;
    double weight = passage < kEarlyPassages ? kEarlyWeight : 1;
    if (InHeadline(analysis, passage)) {
      weight = kHeadlineWeight + (opened ? 0 : kHeadlineOpening);
      opened = true;
    }
    weights[mention.entity] +=
        IsOutlet(entity) || IsAuthority(entity) ? weight * kOutletShare : weight;
    ++names[mention.entity];
    const bool head = passage >= 0 && (analysis.passages[passage].kind == PassageKind::kHeading ||
                                       InHeadline(analysis, passage));
    bylines[mention.entity] += head && passage < kEarlyPassages ? 1 : 0;
  }
  // An outlet that stands above the text alone publishes it: "مدونة «X»".
  for (size_t e = 0; e < weights.size(); ++e) {
    if (IsOutlet(analysis.entities[e]) && names[e] == bylines[e]) weights[e] = 0;
  }
  const auto best = std::max_element(weights.begin(), weights.end());
  return best == weights.end() || *best == 0 ? -1 : static_cast<int>(best - weights.begin());
}

std::vector<double> StandingOf(const Analysis& analysis, int subject) {
  std::vector<double> standing(analysis.entities.size(), 0);
  std::vector<bool> in_headline(standing.size()), in_lead(standing.size());
  for (const Mention& mention : analysis.mentions) {
    if (!IsName(mention) || IsOutlet(analysis.entities[mention.entity])) continue;
    const int passage = analysis.tokens[mention.tokens.begin].passage;
    if (InHeadline(analysis, passage)) {
      in_headline[mention.entity] = true;
    } else if (passage >= 0 && passage < kLeadPassages) {
      in_lead[mention.entity] = true;
    }
  }
  for (size_t e = 0; e < standing.size(); ++e) {
    const EntityRecord& entity = analysis.entities[e];
    if (in_headline[e]) standing[e] += kHeadlineStanding;
    if (in_lead[e]) standing[e] += kLeadStanding;
    const bool part = subject >= 0 && !entity.parent_key.empty() &&
                      entity.parent_key == analysis.entities[subject].lexicon_key;
    if (part) standing[e] += kPartStanding;
  }
  return standing;
}

}  // namespace isnad::extraction
