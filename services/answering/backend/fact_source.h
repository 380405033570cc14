// Where entities, facts and passages come from.

#ifndef ISNAD_SERVICES_ANSWERING_BACKEND_FACT_SOURCE_H_
#define ISNAD_SERVICES_ANSWERING_BACKEND_FACT_SOURCE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "isnad/v1/conflict.pb.h"
#include "isnad/v1/entity.pb.h"
#include "isnad/v1/fact.pb.h"
#include "isnad/v1/fact_service.pb.h"
#include "isnad/v1/passage.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/server/rpc/rpc_context.h"

namespace isnad::answering {

// What every read of one question shares.
struct ReadOptions {
  // Read what was recorded at this time; now if unset.
  absl::optional<absl::Time> as_of;
};

// What to search passages by.
struct PassageQuery {
  std::vector<isnad::v1::QueryTerm> terms;
  // Names of entities; passages that mention them rank higher.
  std::vector<std::string> entities;
  // Only passages of these documents; all if empty.
  std::vector<std::string> documents;
  int max_passages = 60;
};

// Reads the store. Each method is one call to the service behind and fails as that does. Thread
// safe.
class FactSource {
 public:
  virtual ~FactSource() = default;

  // Entities by folded keys of their spellings, best match first.
  virtual absl::StatusOr<std::vector<isnad::v1::EntityMatch>> SearchEntities(
      const server::RpcContext& rpc, const ReadOptions& options,
      const std::vector<std::string>& folded_keys) const = 0;

  // One entity with its aliases. NOT_FOUND when there is none of that name.
  virtual absl::StatusOr<isnad::v1::Entity> GetEntity(const server::RpcContext& rpc,
                                                      const ReadOptions& options,
                                                      const std::string& name) const = 0;

  // Facts with evidence by an AIP-160 filter, best supported first.
  virtual absl::StatusOr<std::vector<isnad::v1::Fact>> ListFacts(const server::RpcContext& rpc,
                                                                 const ReadOptions& options,
                                                                 const std::string& filter,
                                                                 int max_facts) const = 0;

  // Open conflicts of any of the facts, which are at most kMostContested, newest first.
  static constexpr size_t kMostContested = 40;
  virtual absl::StatusOr<std::vector<isnad::v1::Conflict>> ListConflicts(
      const server::RpcContext& rpc, const std::vector<std::string>& facts,
      int max_conflicts) const = 0;

  // A search for passages that was begun. Destroying it gives it up.
  class BegunSearch {
   public:
    virtual ~BegunSearch() = default;

    // Waits for the passages, best first. To be called once.
    virtual absl::StatusOr<std::vector<isnad::v1::PassageHit>> Take() = 0;
  };

  // Begins to search passages by terms, so that the caller can do something else meanwhile.
  virtual std::unique_ptr<BegunSearch> BeginSearch(const server::RpcContext& rpc,
                                                   const ReadOptions& options,
                                                   const PassageQuery& query) const = 0;

  absl::StatusOr<std::vector<isnad::v1::PassageHit>> SearchPassages(
      const server::RpcContext& rpc, const ReadOptions& options, const PassageQuery& query) const {
    return BeginSearch(rpc, options, query)->Take();
  }
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_BACKEND_FACT_SOURCE_H_
