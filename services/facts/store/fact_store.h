// The storage interface of the fact service. Engines implement it; the domain uses nothing else.
//
// Promises that every engine keeps, and that the conformance suite checks:
//  * A write transaction is atomic and isolated: all of it is seen or nothing. When `Write` has
//    returned OK its effects survive a crash of the process and of the machine.
//  * Write transactions are totally ordered, and their times rise strictly. A time is never given
//    to a write after a read has been answered as of that time: reads as of a time are stable.
//  * A snapshot sees one state; later writes do not change what it answers.
//  * Nothing that was recorded is lost to reads as of an earlier time, except what was purged.
//
// Thread safety: a FactStore is safe for concurrent use; snapshots and transactions belong to one
// thread. Errors: UNAVAILABLE when the engine cannot work (disk full, database gone, lock held too
// long), DEADLINE_EXCEEDED when the time given was not enough, DATA_LOSS when stored bytes do not
// read back, ABORTED when a transaction lost to another.

#ifndef ISNAD_SERVICES_FACTS_STORE_FACT_STORE_H_
#define ISNAD_SERVICES_FACTS_STORE_FACT_STORE_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "absl/types/optional.h"
#include "services/facts/store/query.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// A consistent view of the store as of one time.
class Snapshot {
 public:
  virtual ~Snapshot() = default;

  // NOT_FOUND when the document was not stored. The text only in kFull.
  virtual absl::StatusOr<DocumentRecord> GetDocument(const std::string& id, Detail detail) = 0;
  // Newest publication first.
  virtual absl::StatusOr<Page<DocumentRecord>> ListDocuments(const PageQuery& query) = 0;
  // Passages of the extraction that counted, in order, with bytes.
  virtual absl::StatusOr<std::vector<PassageRecord>> GetPassages(const std::string& document) = 0;

  // The entity that `id` was merged into, or `id`.
  virtual absl::StatusOr<std::string> Canonical(const std::string& id) = 0;
  // All entities that read as the same one as `id`, it included.
  virtual absl::StatusOr<std::vector<std::string>> SameEntities(const std::string& id) = 0;
  // The row itself, no merge followed; counts and aliases cover what was merged into it.
  virtual absl::StatusOr<EntityRecord> GetEntity(const std::string& id, Detail detail) = 0;
  virtual absl::StatusOr<Page<EntityRecord>> ListEntities(const PageQuery& query,
                                                          Detail detail) = 0;
  // Best first.
  virtual absl::StatusOr<std::vector<EntityMatchRecord>> SearchEntities(
      const EntitySearch& search) = 0;

  // Spellings with one of the match keys, of entities of the type (any if 0), oldest entities
  // first; at most `limit` of each key.
  virtual absl::StatusOr<std::vector<AliasCandidate>> FindAliases(
      const std::vector<std::string>& match_keys, int type, int limit) = 0;

  // Also finds facts that no longer stand; NOT_FOUND when it was not recorded.
  virtual absl::StatusOr<FactRecord> GetFact(const std::string& key) = 0;
  // Facts that stand.
  virtual absl::StatusOr<Page<FactRecord>> ListFacts(const PageQuery& query) = 0;
  // Live evidence, best first; what each claims with Detail::kFull only.
  virtual absl::StatusOr<std::vector<EvidenceRecord>> GetEvidence(const std::string& fact,
                                                                  Detail detail) = 0;

  // One for each key, as far as it was recorded. Without conflicts.
  virtual absl::StatusOr<std::vector<absl::optional<FactRecord>>> FindFacts(
      const std::vector<std::string>& keys) = 0;
  // Live evidence of each fact, best first.
  virtual absl::StatusOr<std::vector<std::vector<EvidenceRecord>>> FindEvidence(
      const std::vector<std::string>& facts) = 0;
  // Facts that stand, for each query.
  virtual absl::StatusOr<std::vector<std::vector<FactRecord>>> FindFigures(
      const std::vector<FigureQuery>& queries) = 0;

  virtual absl::StatusOr<ConflictRecord> GetConflict(const std::string& id) = 0;
  // Newest first.
  virtual absl::StatusOr<Page<ConflictRecord>> ListConflicts(const PageQuery& query) = 0;

  // Passages that hold any of the terms; the best of them by the engine's own measure when there
  // are more than `candidate_limit`.
  virtual absl::StatusOr<PassageCandidates> FindPassages(const PassageSearch& search) = 0;
  virtual absl::StatusOr<std::string> GetPassageBytes(int64_t passage) = 0;

  // By name.
  virtual absl::StatusOr<Page<SourceRecord>> ListSources(const PageQuery& query) = 0;
  virtual absl::StatusOr<StoreStats> GetStats() = 0;

  // Changes after `sequence`, in order, at most `limit`.
  virtual absl::StatusOr<std::vector<ChangeRecord>> GetChanges(int64_t sequence, int limit) = 0;
  virtual absl::StatusOr<int64_t> LastChange() = 0;
};

// A request that was served before.
struct ServedRequest {
  std::string body_hash;
  Micros time = 0;
};

// A write in progress. Its reads see its own writes.
class WriteTransaction : public Snapshot {
 public:
  // The time under which everything of this transaction is recorded.
  virtual Micros Time() const = 0;

  virtual absl::Status InsertDocument(const DocumentRecord& document) = 0;
  virtual absl::Status SetDocumentState(const std::string& id, DocumentState state,
                                        const std::string& reason) = 0;
  // Whether a document that replaces `id` is stored.
  virtual absl::StatusOr<bool> IsReplaced(const std::string& id) = 0;
  // Empties the document's text and the bytes, terms and quotes of all its passages and evidence,
  // historic ones included.
  virtual absl::Status EraseDocument(const std::string& id) = 0;

  // The run of that extractor version over the document, whether it still counts or not.
  virtual absl::StatusOr<absl::optional<ExtractionRecord>> FindExtraction(
      const std::string& document, const std::string& extractor_version) = 0;
  // The extraction that counts for the document, if any.
  virtual absl::StatusOr<absl::optional<ExtractionRecord>> CurrentExtraction(
      const std::string& document) = 0;
  virtual absl::StatusOr<int64_t> InsertExtraction(const ExtractionRecord& extraction) = 0;
  virtual absl::Status SetExtractionCounts(const ExtractionRecord& extraction) = 0;
  // Ends the extraction: its passages, mentions and evidence no longer count. Returns the facts
  // that lost evidence.
  virtual absl::StatusOr<std::vector<std::string>> EndExtraction(int64_t extraction) = 0;

  // Looks up at once what resolving and storing these entities will ask one by one; their ids are
  // those that they would take. Changes nothing but the time that takes.
  virtual absl::Status KnowEntities(const std::vector<EntityRecord>& entities) = 0;
  virtual absl::StatusOr<absl::optional<std::string>> FindByLexiconKey(const std::string& key) = 0;
  // Entities of the type with this key as a full name, oldest first.
  virtual absl::StatusOr<std::vector<std::string>> FindByFullName(const std::string& folded_key,
                                                                  int type) = 0;
  virtual absl::StatusOr<bool> EntityExists(const std::string& id) = 0;
  virtual absl::Status InsertEntity(const EntityRecord& entity) = 0;
  // Fills labels, class, lexicon key and external ids that were empty.
  virtual absl::Status CompleteEntity(const EntityRecord& entity) = 0;
  // Adds the spellings and counts their uses for the extraction.
  virtual absl::Status AddAliases(const std::string& entity, int64_t extraction,
                                  const std::vector<AliasRecord>& aliases) = 0;
  virtual absl::Status LinkEntity(const std::string& from, const std::string& to,
                                  const std::string& reason) = 0;
  virtual absl::Status UnlinkEntity(const std::string& from, const std::string& reason) = 0;
  virtual absl::Status MarkDistinct(const std::string& one, const std::string& other) = 0;

  virtual absl::Status InsertPassage(const PassageRecord& passage) = 0;

  virtual absl::Status InsertFact(const FactIdentity& identity) = 0;
  virtual absl::Status PutFactState(const std::string& key, const FactState& state,
                                    FactChange change) = 0;
  virtual absl::Status InsertEvidence(const EvidenceRecord& evidence) = 0;

  virtual absl::Status PutFactType(const FactTypeRecord& type) = 0;
  virtual absl::StatusOr<absl::optional<FactTypeRecord>> GetFactType(const std::string& name) = 0;
  // Facts that stand, for each query.
  virtual absl::StatusOr<std::vector<std::vector<FactRecord>>> FindRivals(
      const std::vector<RivalQuery>& queries) = 0;
  // Facts that stand and have one of the entities at an end.
  virtual absl::StatusOr<std::vector<std::string>> FindFactsOf(
      const std::vector<std::string>& entities) = 0;

  // Ids of the conflicts that each of the facts is part of.
  virtual absl::StatusOr<std::vector<std::vector<std::string>>> FindConflictsOf(
      const std::vector<std::string>& facts) = 0;
  // One for each id, without facts; also those that no fact is part of any more.
  virtual absl::StatusOr<std::vector<absl::optional<ConflictRecord>>> FindConflicts(
      const std::vector<std::string>& ids) = 0;
  // Keys of facts in the conflict, those recorded first before others, at most `limit`.
  virtual absl::StatusOr<std::vector<std::string>> FindConflictMembers(const std::string& id,
                                                                       int limit) = 0;
  // Creates the conflict, open, if there is none of that id and kind. Facts join that are not part
  // of it, and leave that are; a conflict without any is hidden.
  virtual absl::Status ChangeConflict(const std::string& id, ConflictKind kind,
                                      const std::vector<std::string>& joining,
                                      const std::vector<std::string>& leaving) = 0;
  virtual absl::Status SetConflictExplanation(const std::string& id, const std::string& english,
                                              const std::string& arabic) = 0;
  virtual absl::Status ReopenConflict(const std::string& id) = 0;
  virtual absl::Status ResolveConflict(const std::string& id, const std::string& preferred_fact,
                                       const std::string& resolution) = 0;

  virtual absl::StatusOr<absl::optional<ServedRequest>> FindRequest(const std::string& id) = 0;
  virtual absl::Status InsertRequest(const std::string& id, const std::string& body_hash) = 0;
};

class FactStore {
 public:
  virtual ~FactStore() = default;

  // Runs `write` in one transaction, which is committed when it returns OK and left without trace
  // when not. `write` may be run again after a lost race, so it must have no other effects. After
  // an error with code UNAVAILABLE or DEADLINE_EXCEEDED the transaction may have been committed
  // all the same, when the database could not say so any more: writes are meant to be repeatable.
  // An engine with a server gives up at `deadline`; an embedded one only waits no longer than that.
  virtual absl::Status Write(const std::function<absl::Status(WriteTransaction&)>& write,
                             absl::Time deadline) = 0;
  absl::Status Write(const std::function<absl::Status(WriteTransaction&)>& write) {
    return Write(write, absl::InfiniteFuture());
  }

  // A view as of `time`, or of the newest state for kLatest: all that was written before this call,
  // and maybe what is written until the view is first asked something. Holds a reader until
  // destroyed. The deadline is as of `Write`, and covers what the view is asked later.
  virtual absl::StatusOr<std::unique_ptr<Snapshot>> Read(Micros time, absl::Time deadline) = 0;
  absl::StatusOr<std::unique_ptr<Snapshot>> Read(Micros time) {
    return Read(time, absl::InfiniteFuture());
  }

  // Waits until a change after `sequence` may exist or `timeout` has passed.
  virtual void WaitForChange(int64_t sequence, absl::Duration timeout) = 0;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_STORE_FACT_STORE_H_
