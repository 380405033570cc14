// A passage found, with the places where it meets the question.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_PASSAGE_VIEW_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_PASSAGE_VIEW_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "isnad/v1/answer.pb.h"
#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/passage.pb.h"
#include "services/answering/passages/question_words.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// A question word at a word of the passage.
struct WordMatch {
  int word = 0;   // index into QuestionWords::words()
  int token = 0;  // index into Passage.tokens
  double strength = 0;
};

// A view of a hit, which must outlive it. Immutable, so thread safe.
class PassageView {
 public:
  PassageView(const isnad::v1::PassageHit* hit, const QuestionWords& words);

  const isnad::v1::Passage& passage() const { return hit_->passage(); }
  const isnad::v1::Document& document() const { return hit_->document(); }
  double score() const { return hit_->score(); }
  Range range() const { return {passage().span().begin(), passage().span().end()}; }
  const std::vector<WordMatch>& matches() const { return matches_; }

  // Best strength per question word.
  const std::vector<double>& best() const { return best_; }

  // The words at `range`, which must lie inside the passage.
  absl::string_view Text(Range range) const;

  Range TokenBytes(int token) const;

  // First token that ends after `begin`.
  int TokenAt(int begin) const;

  // Whether one of the entities is mentioned inside `range`.
  bool Mentions(const absl::flat_hash_set<std::string>& entities, Range range) const;

  // The smallest clause of one of the main kinds around `range`; the passage when there is none.
  Range ClauseAround(Range range) const;

  // Cites the words at `range`.
  isnad::v1::Citation Cite(Range range) const;

 private:
  const isnad::v1::PassageHit* hit_;
  std::vector<WordMatch> matches_;
  std::vector<double> best_;
};

// Whether the passage is a row of a table.
inline bool IsTableRow(const PassageView& view) {
  return view.passage().kind() == isnad::v1::PASSAGE_KIND_TABLE_ROW;
}

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_PASSAGE_VIEW_H_
