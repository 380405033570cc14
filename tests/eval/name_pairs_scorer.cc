#include "tests/eval/name_pairs_scorer.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/extraction/tools/train_letter_costs/name_pairs.h"
#include "services/matching/letter_costs.h"
#include "services/matching/name_matcher.h"
#include "services/matching/spelling_distance.h"

namespace isnad::eval {
namespace {

using extraction::NamePair;
using matching::SpelledWord;

constexpr size_t kRanked = 5;

// A distinct Arabic name that queries are answered with.
struct Candidate {
  std::string written;
  SpelledWord word;
};

// One Latin name with all that the file pairs with it, as candidates' letters.
struct NameQuery {
  std::string written;
  SpelledWord word;
  std::set<std::string> right;
};

struct Tally {
  int64_t queries = 0;
  int64_t first = 0;
  int64_t among_five = 0;
  int64_t sharing_key = 0;
  int64_t met = 0;
  int64_t first_by_key = 0;
  std::vector<std::string> misses;
};

class Ranking {
 public:
  Ranking(const std::vector<NamePair>& pairs, const NamePairsOptions& options)
      : distance_(matching::LetterCosts::Embedded()) {
    std::map<std::string, size_t> query_of;
    std::set<std::string> seen;
    for (const NamePair& pair : pairs) {
      const bool asked = pair.held_out || options.queries == NamePairsOptions::Queries::kAll;
      if (asked) {
        const auto entry = query_of.try_emplace(pair.latin_spelling.letters, queries_.size());
        if (entry.second) {
          queries_.push_back({pair.latin, distance_.Prepare(pair.latin_spelling), {}});
        }
        queries_[entry.first->second].right.insert(pair.arabic_spelling.letters);
      }
      const bool whole = options.candidates == NamePairsOptions::Candidates::kWholeFile;
      if ((asked || whole) && seen.insert(pair.arabic_spelling.letters).second) {
        candidates_.push_back({pair.arabic, distance_.Prepare(pair.arabic_spelling)});
      }
    }
    // Spellings of a query that stand in other lines of the file are right, too.
    for (const NamePair& pair : pairs) {
      const auto query = query_of.find(pair.latin_spelling.letters);
      if (query != query_of.end()) {
        queries_[query->second].right.insert(pair.arabic_spelling.letters);
      }
    }
    for (size_t i = 0; i < candidates_.size(); ++i) {
      for (const std::string& key : matching::NameMatcher::Keys(candidates_[i].written)) {
        by_key_[key].push_back(i);
      }
    }
  }

  Tally Run(int most_queries) const {
    Tally tally;
    const size_t step = most_queries <= 0 ? 1 : std::max<size_t>(1, queries_.size() / most_queries);
    for (size_t i = 0; i < queries_.size(); i += step) Ask(queries_[i], &tally);
    return tally;
  }

  size_t candidate_count() const { return candidates_.size(); }

 private:
  void Ask(const NameQuery& query, Tally* tally) const {
    std::vector<std::pair<float, size_t>> ranked;
    ranked.reserve(candidates_.size());
    for (size_t i = 0; i < candidates_.size(); ++i) {
      ranked.push_back({-distance_.Compare(query.word, candidates_[i].word).evidence, i});
    }
    const size_t top = std::min(kRanked, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + top, ranked.end());
    const auto is_right = [&](size_t candidate) {
      return query.right.count(candidates_[candidate].word.spelling.letters) > 0;
    };
    ++tally->queries;
    const bool first = !ranked.empty() && is_right(ranked[0].second);
    tally->first += first;
    tally->among_five += std::any_of(ranked.begin(), ranked.begin() + top,
                                     [&](const auto& entry) { return is_right(entry.second); });
    std::set<size_t> met;
    for (const std::string& key : matching::NameMatcher::Keys(query.written)) {
      const auto found = by_key_.find(key);
      if (found != by_key_.end()) met.insert(found->second.begin(), found->second.end());
    }
    tally->met += static_cast<int64_t>(met.size());
    tally->sharing_key += std::any_of(met.begin(), met.end(), is_right);
    const auto best = std::min_element(met.begin(), met.end(), [&](size_t a, size_t b) {
      return distance_.Compare(query.word, candidates_[a].word).evidence >
             distance_.Compare(query.word, candidates_[b].word).evidence;
    });
    tally->first_by_key += best != met.end() && is_right(*best);
    if (!first && !ranked.empty()) {
      tally->misses.push_back(
          absl::StrCat(query.written, ": found ", candidates_[ranked[0].second].written));
    }
  }

  matching::SpellingDistance distance_;
  std::vector<NameQuery> queries_;
  std::vector<Candidate> candidates_;
  std::map<std::string, std::vector<size_t>> by_key_;
};

}  // namespace

absl::StatusOr<Report> ScoreNamePairs(absl::string_view path, const NamePairsOptions& options) {
  const auto pairs = extraction::ReadNamePairs(std::string(path));
  if (!pairs.ok()) return pairs.status();
  const Ranking ranking(*pairs, options);
  Tally tally = ranking.Run(options.most_queries);
  Report report;
  report.title = absl::StrFormat(
      "name pairs of %s: %s queries among %d Arabic names, %.1f of them share a key", path,
      options.queries == NamePairsOptions::Queries::kAll ? "all" : "held-out",
      ranking.candidate_count(),
      tally.queries == 0 ? 0.0 : static_cast<double>(tally.met) / tally.queries);
  report.scores = {{"rank 5", tally.queries, tally.queries, tally.among_five},
                   {"keys", tally.queries, tally.met, tally.sharing_key},
                   {"keys, rank 1", tally.queries, tally.queries, tally.first_by_key},
                   {"rank 1", tally.queries, tally.queries, tally.first}};
  report.misses = std::move(tally.misses);
  return report;
}

}  // namespace isnad::eval
