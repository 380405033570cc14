#include "services/facts/domain/passage_ranking.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

#include "services/facts/ranking/bm25.h"

namespace isnad::facts {
namespace {

constexpr double kEntityBoost = 2.0;
constexpr double kHeadlineFactor = 1.05;
constexpr double kLeadFactor = 1.03;

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
  const TermStatistics& statistics = candidates.statistics;
  std::vector<double> idf(terms.size());
  for (size_t i = 0; i < terms.size(); ++i) {
    idf[i] = InverseFrequency(statistics.document_frequencies[i], statistics.passage_count);
  }
  std::vector<size_t> by_word(terms.size());
  std::iota(by_word.begin(), by_word.end(), size_t{0});
  std::stable_sort(by_word.begin(), by_word.end(),
                   [&](size_t a, size_t b) { return terms[a].word < terms[b].word; });
  std::vector<RankedPassage> ranked;
  ranked.reserve(candidates.passages.size());
  for (size_t c = 0; c < candidates.passages.size(); ++c) {
    const PassageRecord& passage = candidates.passages[c].passage;
    const std::vector<int>& counts = candidates.passages[c].term_counts;
    const double norm = LengthNorm(candidates.passages[c].length, statistics.mean_length);
    RankedPassage result;
    result.candidate = c;
    for (size_t i = 0; i < by_word.size();) {
      const int word = terms[by_word[i]].word;
      bool matched = false;
      double best = 0;
      for (; i < by_word.size() && terms[by_word[i]].word == word; ++i) {
        const size_t term = by_word[i];
        if (counts[term] == 0) continue;
        matched = true;
        best = std::max(best, terms[term].weight * idf[term] * TermGain(counts[term], norm));
      }
      if (!matched) continue;
      result.matched_words.push_back(word);
      result.score += best;
    }
    result.score = (result.score + EntityGain(passage, entities)) * KindFactor(passage.kind);
    ranked.push_back(std::move(result));
  }
  std::sort(ranked.begin(), ranked.end(), [&](const RankedPassage& a, const RankedPassage& b) {
    const PassageRecord& x = candidates.passages[a.candidate].passage;
    const PassageRecord& y = candidates.passages[b.candidate].passage;
    return std::make_tuple(-a.score, std::cref(x.document), x.ordinal, x.id) <
           std::make_tuple(-b.score, std::cref(y.document), y.ordinal, y.id);
  });
  return ranked;
}

}  // namespace isnad::facts
