#include "services/answering/evidence/candidate_merger.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A source that is this much weaker than the best one does not confirm it.
constexpr double kConfirmMargin = 0.18;

bool ByScore(const Candidate& a, const Candidate& b) { return a.score > b.score; }

void AddCitations(const std::vector<v1::Citation>& more, std::vector<v1::Citation>* citations) {
  for (const v1::Citation& citation : more) {
    const bool known =
        std::any_of(citations->begin(), citations->end(), [&](const v1::Citation& other) {
          return other.document() == citation.document() || other.quote() == citation.quote();
        });
    if (!known) citations->push_back(citation);
  }
}

void Absorb(const Candidate& weaker, Candidate* best) {
  best->from_fact |= weaker.from_fact;
  best->from_passage |= weaker.from_passage;
  if (best->label_ar.empty()) best->label_ar = weaker.label_ar;
  if (best->label_en.empty()) best->label_en = weaker.label_en;
  if (best->entity_type == v1::ENTITY_TYPE_UNSPECIFIED) best->entity_type = weaker.entity_type;
  for (const std::string& fact : weaker.facts) {
    if (std::find(best->facts.begin(), best->facts.end(), fact) == best->facts.end()) {
      best->facts.push_back(fact);
    }
  }
  // What one source has as a fact is not a mere plan because another speaks of it.
  if (weaker.from_fact && weaker.modality == v1::MODALITY_ACTUAL &&
      best->modality != v1::MODALITY_ACTUAL) {
    best->modality = v1::MODALITY_ACTUAL;
  }
}

Candidate MergeGroup(std::vector<Candidate> group) {
  std::stable_sort(group.begin(), group.end(), ByScore);
  Candidate best = group.front();
  const size_t own = best.citations.size();
  double bonus = 0;
  for (size_t i = 1; i < group.size(); ++i) {
    if (group[i].score < group.front().score - kConfirmMargin) continue;
    if (bonus == 0 && group[i].from_fact != group.front().from_fact) {
      // Of facts alike the one whose sentence has the question's words is meant.
      const Candidate& found = group[i].from_fact ? group.front() : group[i];
      bonus = kAgreementBonus + kWordedBonus * found.relevance.own_coverage;
    }
    Absorb(group[i], &best);
    AddCitations(group[i].citations, &best.citations);
  }
  const size_t further = best.citations.size() - own + (own > 0 ? own - 1 : 0);
  best.score += bonus + kSupportBonus * static_cast<double>(std::min<size_t>(further, 3));
  return best;
}

}  // namespace

std::vector<Candidate> MergeCandidates(std::vector<Candidate> candidates) {
  std::vector<std::vector<Candidate>> groups;
  absl::flat_hash_map<std::string, size_t> by_key;
  for (Candidate& candidate : candidates) {
    const auto [place, added] = by_key.try_emplace(candidate.key, groups.size());
    if (added) groups.emplace_back();
    groups[place->second].push_back(std::move(candidate));
  }
  std::vector<Candidate> merged;
  merged.reserve(groups.size());
  for (auto& group : groups) merged.push_back(MergeGroup(std::move(group)));
  std::stable_sort(merged.begin(), merged.end(), ByScore);
  return merged;
}

}  // namespace isnad::answering
