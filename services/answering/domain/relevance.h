// How much the words around a place in a passage are those of the question.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_RELEVANCE_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_RELEVANCE_H_

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "services/answering/domain/entity_links.h"
#include "services/answering/domain/passage_pool.h"
#include "services/answering/domain/passage_view.h"
#include "services/answering/domain/question_words.h"
#include "services/answering/domain/range.h"

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

// Measures relevance to one question. Borrows its arguments. Thread safe.
class RelevanceMeter {
 public:
  RelevanceMeter(const QuestionWords& words, const EntityLinks& links, const PassagePool& pool);

  // The relevance of `place`, which stands in `clause` of the passage.
  Relevance Measure(const PassageView& view, Range clause, Range place) const;

  // Share of one name at the passage: see NameShares.
  double NameShare(const PassageView& view, const LinkedName& link) const;

 private:
  double Coverage(const PassageView& view, Range clause, Range place, bool own) const;
  double Names(const PassageView& view) const;
  double Nearness(const PassageView& view, Range place) const;
  // Whether the passage speaks of what the name stands for.
  bool Names(const PassageView& view, const LinkedName& link) const;
  bool HasWordsOf(const PassageView& view, const LinkedName& link) const;

  const QuestionWords& words_;
  const EntityLinks& links_;
  const PassagePool& pool_;
  // Documents of which some passage has the words of a name that the store does not know, by the
  // name's id.
  absl::flat_hash_map<std::string, absl::flat_hash_set<std::string>> worded_;
  // Ids of names in Latin letters that some passage has in Latin letters, too.
  absl::flat_hash_set<std::string> literal_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_RELEVANCE_H_
