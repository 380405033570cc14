// How much the words around a place in a passage are those of the question.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_RELEVANCE_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_RELEVANCE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "services/answering/passages/passage_pool.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/question_words.h"
#include "services/answering/passages/range.h"
#include "services/answering/question/entity_links.h"

namespace isnad::answering {

// Each from 0 to 1.
struct Relevance {
  // Weighted share of the content words in the clause and around it.
  double coverage = 0;
  // The same, counting only the passage itself.
  double own_coverage = 0;
  // Share of the question's names; 1 when it has none.
  double names = 0;
  // How close matched words stand to the place.
  double nearness = 0;
  // Score of the passage against the best one's.
  double retrieval = 0;
};

// Measures relevance of the passages of a pool to one question. Borrows its arguments. Thread safe.
class RelevanceMeter {
 public:
  RelevanceMeter(const QuestionWords& words, const EntityLinks& links, const PassagePool& pool);

  // The relevance of `place`, which stands in `clause` of the passage.
  Relevance Measure(const PassageView& view, Range clause, Range place) const;

  // Share of one of the links at the passage: see NameShares.
  double NameShare(const PassageView& view, const LinkedName& link) const;

 private:
  // What holds of a passage whatever place in it is meant, by question word.
  struct Whole {
    // Shares that the passage itself has in words that stand in other clauses.
    std::vector<double> own;
    // Those of the passages around it; empty in tables, of which each column has a heading.
    std::vector<double> around;
    const PassageView* header = nullptr;  // The first row of its table; null outside tables.
    double names = 1.0;
  };

  Whole MeasureWhole(const PassageView& view) const;
  double Covered(const std::vector<double>& shares) const;
  double Nearness(const PassageView& view, Range place) const;
  // Shares of a name at all passages.
  std::vector<double> SharesOf(const LinkedName& link) const;
  bool HasWordsOf(const PassageView& view, const LinkedName& link) const;
  size_t NumberOf(const PassageView& view) const;

  const QuestionWords& words_;
  const EntityLinks& links_;
  const PassagePool& pool_;
  // Ids of names in Latin letters that some passage has in Latin letters, too.
  absl::flat_hash_set<std::string> literal_;
  // By number of the link, then of the passage. Each is asked for again and again.
  std::vector<std::vector<double>> name_shares_;
  std::vector<Whole> wholes_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_RELEVANCE_H_
