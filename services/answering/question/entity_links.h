// The question's names as the store knows them.

#ifndef ISNAD_SERVICES_ANSWERING_QUESTION_ENTITY_LINKS_H_
#define ISNAD_SERVICES_ANSWERING_QUESTION_ENTITY_LINKS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/question.pb.h"

namespace isnad::answering {

// A name of the question with the stored entities that it may mean, best first.
struct LinkedName {
  isnad::v1::QuestionEntity asked;
  std::vector<isnad::v1::Entity> entities;
  // Resource names of `entities`.
  absl::flat_hash_set<std::string> names;

  bool stored() const { return !entities.empty(); }
};

// Immutable, so thread safe.
class EntityLinks {
 public:
  EntityLinks() = default;

  // Links by the folded keys that entity and name share. Matches of another type are left out
  // unless one of the types is unknown; weaker matches than the best are left out, too. Names in
  // the words for the source are no part of what is asked; a single Arabic word that only its form
  // betrays as a name and that the store does not know is taken for an ordinary word.
  EntityLinks(const isnad::v1::QuestionAnalysis& reading,
              const std::vector<isnad::v1::EntityMatch>& matches);

  // All keys to search for, without repetition, in order.
  static std::vector<std::string> KeysOf(const isnad::v1::QuestionAnalysis& reading);

  const std::vector<LinkedName>& links() const { return links_; }

  // The link with a local id ("e1"), null when there is none.
  const LinkedName* Find(absl::string_view local_id) const;

  // Resource names of everything the question names.
  const absl::flat_hash_set<std::string>& all() const { return all_; }

 private:
  std::vector<LinkedName> links_;
  absl::flat_hash_set<std::string> all_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_QUESTION_ENTITY_LINKS_H_
