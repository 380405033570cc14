#include "services/facts/domain/passage_ranking.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>
#include <unordered_map>

namespace isnad::facts {
namespace {

constexpr double kSaturation = 1.2;
constexpr double kLengthInfluence = 0.75;
constexpr double kEntityBoost = 2.0;
constexpr double kHeadlineFactor = 1.05;
constexpr double kLeadFactor = 1.03;

double InverseFrequency(const TermStatistics& statistics, size_t term) {
  const double frequency = static_cast<double>(statistics.document_frequencies[term]);
  const double total = std::max(static_cast<double>(statistics.passage_count), frequency);
  return std::log1p((total - frequency + 0.5) / (frequency + 0.5));
}

// Terms of a search by field and text.
class TermIndex {
 public:
  explicit TermIndex(const std::vector<SearchTerm>& terms) {
    for (size_t i = 0; i < terms.size(); ++i) {
      (terms[i].field == TermField::kSurface ? surface_ : stem_)[terms[i].term].push_back(i);
    }
  }

  void Count(const PassageRecord& passage, std::vector<int>* counts) const {
    Count(surface_, passage.surface_terms, counts);
    Count(stem_, passage.stem_terms, counts);
  }

 private:
  using Terms = std::unordered_map<std::string, std::vector<size_t>>;

  static void Count(const Terms& wanted, const std::vector<std::string>& present,
                    std::vector<int>* counts) {
    for (const std::string& term : present) {
      const auto found = wanted.find(term);
      if (found == wanted.end()) continue;
      for (const size_t i : found->second) ++(*counts)[i];
    }
  }

  Terms surface_;
  Terms stem_;
};

double EntityGain(const PassageRecord& passage,
                  const std::vector<std::set<std::string>>& entities) {
  double gain = 0;
  for (const std::set<std::string>& same : entities) {
    const bool mentioned =
        std::any_of(passage.mentions.begin(), passage.mentions.end(),
                    [&same](const std::string& id) { return same.count(id) != 0; });
    if (mentioned) gain += kEntityBoost;
  }
  return gain;
}

double KindFactor(int kind) {
  if (kind == static_cast<int>(PassageKind::kHeadline)) return kHeadlineFactor;
  if (kind == static_cast<int>(PassageKind::kLead)) return kLeadFactor;
  return 1.0;
}

}  // namespace

std::vector<RankedPassage> RankPassages(const PassageCandidates& candidates,
                                        const std::vector<SearchTerm>& terms,
                                        const std::vector<std::set<std::string>>& entities) {
  const TermIndex index(terms);
  std::vector<double> idf(terms.size());
  for (size_t i = 0; i < terms.size(); ++i) {
    idf[i] = InverseFrequency(candidates.statistics, i);
  }
  const double mean_length = std::max(candidates.statistics.mean_length, 1.0);
  std::vector<RankedPassage> ranked;
  for (size_t c = 0; c < candidates.passages.size(); ++c) {
    const PassageRecord& passage = candidates.passages[c];
    std::vector<int> counts(terms.size(), 0);
    index.Count(passage, &counts);
    const double length = static_cast<double>(passage.stem_terms.size()) / mean_length;
    const double norm = kSaturation * (1 - kLengthInfluence + kLengthInfluence * length);
    std::map<int, double> best_of_word;
    for (size_t i = 0; i < terms.size(); ++i) {
      if (counts[i] == 0) continue;
      const double gain =
          terms[i].weight * idf[i] * counts[i] * (kSaturation + 1) / (counts[i] + norm);
      double& best = best_of_word[terms[i].word];
      best = std::max(best, gain);
    }
    RankedPassage result;
    result.candidate = c;
    for (const auto& word : best_of_word) {
      result.matched_words.push_back(word.first);
      result.score += word.second;
    }
    result.score = (result.score + EntityGain(passage, entities)) * KindFactor(passage.kind);
    ranked.push_back(std::move(result));
  }
  std::sort(ranked.begin(), ranked.end(), [&](const RankedPassage& a, const RankedPassage& b) {
    const PassageRecord& x = candidates.passages[a.candidate];
    const PassageRecord& y = candidates.passages[b.candidate];
    return std::make_tuple(-a.score, std::cref(x.document), x.ordinal, x.id) <
           std::make_tuple(-b.score, std::cref(y.document), y.ordinal, y.id);
  });
  return ranked;
}

}  // namespace isnad::facts
