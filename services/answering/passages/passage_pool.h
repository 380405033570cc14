// The passages found for a question, with their neighbours.

#ifndef ISNAD_SERVICES_ANSWERING_PASSAGES_PASSAGE_POOL_H_
#define ISNAD_SERVICES_ANSWERING_PASSAGES_PASSAGE_POOL_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "isnad/v1/fact_service.pb.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/passages/question_words.h"
#include "services/answering/passages/range.h"

namespace isnad::answering {

// Owns the hits. Immutable after construction, so thread safe; views live as long as the pool.
class PassagePool {
 public:
  // Boilerplate is left out.
  PassagePool(std::vector<isnad::v1::PassageHit> hits, const QuestionWords& words);
  PassagePool(const PassagePool&) = delete;
  PassagePool& operator=(const PassagePool&) = delete;

  // Best first.
  const std::vector<PassageView>& views() const { return views_; }
  double top_score() const { return top_score_; }

  // The passage at an ordinal of a document, null when it was not found.
  const PassageView* At(absl::string_view document, int ordinal) const;

  // The passage of a document around a range of its bytes, null when it was not found.
  const PassageView* Around(absl::string_view document, Range place) const;

  // Whether any passage of the document mentions one of the entities.
  bool DocumentMentions(absl::string_view document,
                        const absl::flat_hash_set<std::string>& entities) const;

  // Type and class of an entity as some passage gives them; unspecified when none mentions it.
  std::pair<isnad::v1::EntityType, std::string> KindOf(const std::string& entity) const;

 private:
  std::vector<isnad::v1::PassageHit> hits_;
  std::vector<PassageView> views_;
  // By document, or by entity, whose names are the hits'.
  absl::flat_hash_map<std::pair<absl::string_view, int>, int> by_place_;
  absl::flat_hash_map<absl::string_view, absl::flat_hash_set<absl::string_view>> mentioned_;
  absl::flat_hash_map<absl::string_view, std::pair<isnad::v1::EntityType, absl::string_view>>
      kinds_;
  double top_score_ = 0;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_PASSAGES_PASSAGE_POOL_H_
