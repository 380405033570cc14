// A small store in memory for tests: documents, names, facts, and the reading of a question.

#ifndef ISNAD_SERVICES_ANSWERING_TESTING_SCENE_H_
#define ISNAD_SERVICES_ANSWERING_TESTING_SCENE_H_

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "isnad/v1/entity.pb.h"
#include "isnad/v1/fact.pb.h"
#include "services/answering/backend/fact_source.h"
#include "services/answering/backend/question_analyzer.h"

namespace isnad::answering {

// Passages are cut into words at spaces and marks; surface and stem terms are the words themselves,
// so that a question's terms are words of the text. Not thread safe while it is set up.
class Scene final : public FactSource, public QuestionAnalyzer {
 public:
  // A name in the texts added from now on. Its key is its spelling.
  void AddEntity(const std::string& id, const std::string& spelling, isnad::v1::EntityType type,
                 const std::string& entity_class, const std::string& label_en);

  // A passage at the end of a document; its text follows that of the passage before.
  void AddPassage(const std::string& document, const std::string& text,
                  isnad::v1::PassageKind kind = isnad::v1::PASSAGE_KIND_BODY);

  // A value at `words` of the last passage, from text format without the span.
  void AddValue(const std::string& words, const std::string& value);

  // Makes a verb of `word` of the last passage.
  void AddVerb(const std::string& word);

  // A clause at `words` of the last passage; its marker is `marker`, right before it.
  void AddClause(isnad::v1::ClauseKind kind, const std::string& words,
                 const std::string& marker = "");

  // A fact with the last passage as its evidence, from text format; `roles` are its roles with
  // their words there.
  void AddFact(const std::string& fact,
               const std::vector<std::pair<std::string, std::string>>& roles = {});

  // The reading that every question gets, from text format. Words of `terms` (separated by spaces)
  // become literal terms of one word each; "|" joins alternatives; a word before "@" has its
  // weight.
  void ReadAs(const std::string& reading, const std::string& terms);

  // The words of the question itself, separated by spaces, after ReadAs.
  void SayQuestion(const std::string& words);

  absl::StatusOr<AnalyzedQuestion> Analyze(const server::RpcContext& rpc,
                                           absl::string_view question,
                                           absl::Time now) const override;
  absl::StatusOr<std::vector<isnad::v1::EntityMatch>> SearchEntities(
      const server::RpcContext& rpc, const ReadOptions& options,
      const std::vector<std::string>& folded_keys) const override;
  absl::StatusOr<isnad::v1::Entity> GetEntity(const server::RpcContext& rpc,
                                              const ReadOptions& options,
                                              const std::string& name) const override;
  absl::StatusOr<std::vector<isnad::v1::Fact>> ListFacts(const server::RpcContext& rpc,
                                                         const ReadOptions& options,
                                                         const std::string& filter,
                                                         int max_facts) const override;
  absl::StatusOr<std::vector<isnad::v1::Conflict>> ListConflicts(
      const server::RpcContext& rpc, const std::vector<std::string>& facts,
      int max_conflicts) const override;
  std::unique_ptr<BegunSearch> BeginSearch(const server::RpcContext& rpc,
                                           const ReadOptions& options,
                                           const PassageQuery& query) const override;

  // The texts of the documents by name, to check quotes against.
  const std::map<std::string, std::string>& texts() const { return texts_; }

 private:
  isnad::v1::Passage& last() { return *hits_.back().mutable_passage(); }
  std::pair<int, int> Find(const std::string& words);

  std::vector<std::pair<std::string, isnad::v1::Entity>> entities_;
  std::map<std::string, std::string> texts_;
  std::vector<isnad::v1::PassageHit> hits_;
  std::vector<isnad::v1::Fact> facts_;
  AnalyzedQuestion question_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_TESTING_SCENE_H_
