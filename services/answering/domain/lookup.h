// Looks up what one question asks and answers from what was found.

#ifndef ISNAD_SERVICES_ANSWERING_DOMAIN_LOOKUP_H_
#define ISNAD_SERVICES_ANSWERING_DOMAIN_LOOKUP_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "isnad/v1/analysis.pb.h"
#include "isnad/v1/answer.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/answers/draft.h"
#include "services/answering/backend/fact_source.h"
#include "services/answering/compose/language.h"
#include "services/answering/domain/answerer_limits.h"
#include "services/answering/evidence/gathered_evidence.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/objections/possible_answers.h"
#include "services/answering/passages/range.h"
#include "services/answering/question/entity_links.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::answering {

// The lookups of one request. Not thread safe; one per request.
class Lookup {
 public:
  Lookup(const server::RpcContext& rpc, const FactSource& facts, ReadOptions options,
         const AnswererLimits& limits, Language language,
         const std::vector<isnad::v1::Token>& tokens, bool tell_steps)
      : rpc_(rpc),
        facts_(facts),
        options_(options),
        limits_(limits),
        language_(language),
        tokens_(tokens),
        tell_steps_(tell_steps) {}

  // Finds the names of the question, its parts' included, in one call. To be called first.
  absl::Status LinkNames(const isnad::v1::QuestionAnalysis& reading);

  // The draft for a question or one of its parts; a refusal when nothing suffices.
  absl::StatusOr<Draft> Answer(const isnad::v1::QuestionAnalysis& question, Scope scope);

  // The same for a part that goes on about what an earlier part was answered with, the resource
  // name of an entity: "who replaced X, and where did she come from?" As above where the part does
  // not lean on it.
  absl::StatusOr<Draft> AnswerAbout(const isnad::v1::QuestionAnalysis& part,
                                    const std::string& entity);

  // The same for a part that is asked about the names inside `stretch` alone.
  absl::StatusOr<Draft> AnswerAlone(const isnad::v1::QuestionAnalysis& part, Range stretch);

  // The same from the sentence that answered the part before it, or the next one: a refusal where
  // these say nothing of the kind. `before` is the draft of an earlier call.
  absl::StatusOr<Draft> AnswerBesides(const isnad::v1::QuestionAnalysis& part, const Draft& before);

  // What was looked up, in order; nothing unless steps are to be told.
  std::vector<isnad::v1::PlanStep> TakeSteps() { return std::move(steps_); }

 private:
  struct Found {
    std::vector<isnad::v1::Fact> facts;
    std::vector<isnad::v1::PassageHit> hits;
  };

  // Facts and passages about what is asked, of these documents only if any are given.
  absl::StatusOr<Found> Find(const isnad::v1::QuestionAnalysis& reading, const EntityLinks& links,
                             const std::vector<std::string>& documents);
  absl::StatusOr<std::vector<std::string>> FindLimitDocuments(
      const isnad::v1::QuestionAnalysis& reading);
  // Labels of the entities that may be named in the answer.
  absl::Status Label(std::vector<Candidate>* spans);
  // Answers `question`, whose names stand in `named`.
  absl::StatusOr<Draft> AnswerNamed(const isnad::v1::QuestionAnalysis& question,
                                    const std::vector<isnad::v1::Token>& named, Scope scope);
  // The same once its descriptions are names or forgotten.
  absl::StatusOr<Draft> AnswerResolved(isnad::v1::QuestionAnalysis reading, EntityLinks links,
                                       Found found, Scope scope);
  // Looks for names that nothing is known of with their letters put right.
  absl::Status LinkMisspelt();
  // Adds what a chronology or accounts of a figure need of the articles found.
  absl::Status ReadOn(const isnad::v1::QuestionAnalysis& reading, const EntityLinks& links,
                      Found* found);
  // Makes names of the descriptions in the question whose meaning the passages tell, and ordinary
  // words of the others. Returns whether there are any names now.
  absl::StatusOr<bool> NameDescriptions(const EntityLinks& links,
                                        const std::vector<isnad::v1::PassageHit>& hits,
                                        isnad::v1::QuestionAnalysis* reading);
  // Keeps the sentence at `place`, and the one behind it, for the next part.
  void Remember(const PassagePool& pool, const AnswerPlace& place);
  absl::StatusOr<Draft> Compose(const Inquiry& inquiry, const GatheredEvidence& evidence);
  // The likeliest of what the rules answer, of what else was found, and of no answer at all.
  absl::StatusOr<Draft> Choose(const Inquiry& inquiry, const GatheredEvidence& evidence,
                               Draft ruled);
  void AddCandidateSteps(const Inquiry& inquiry, const GatheredEvidence& evidence);
  void AddChoiceSteps(const Inquiry& inquiry, const std::vector<PossibleAnswer>& possible,
                      const Draft& ruled);
  void AddStep(std::string route, std::string query, size_t results, std::string outcome);

  const server::RpcContext& rpc_;
  const FactSource& facts_;
  const ReadOptions options_;
  const AnswererLimits& limits_;
  const Language language_;
  const std::vector<isnad::v1::Token>& tokens_;
  const bool tell_steps_;
  std::vector<isnad::v1::EntityMatch> matches_;
  // Entities whose labels were read, by resource name.
  absl::flat_hash_map<std::string, isnad::v1::Entity> labelled_;
  isnad::v1::QuestionAnalysis whole_;
  // The sentences of the answers so far, and those behind them.
  std::vector<isnad::v1::PassageHit> answered_;
  std::vector<isnad::v1::PlanStep> steps_;
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_DOMAIN_LOOKUP_H_
