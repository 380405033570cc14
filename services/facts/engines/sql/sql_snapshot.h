// Snapshots and transactions over the row files of this folder.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_SQL_SNAPSHOT_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_SQL_SNAPSHOT_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/conflict_rows.h"
#include "services/facts/engines/sql/document_rows.h"
#include "services/facts/engines/sql/entity_rows.h"
#include "services/facts/engines/sql/evidence_rows.h"
#include "services/facts/engines/sql/fact_lookups.h"
#include "services/facts/engines/sql/fact_rows.h"
#include "services/facts/engines/sql/merge_rows.h"
#include "services/facts/engines/sql/passage_rows.h"
#include "services/facts/engines/sql/stats_rows.h"
#include "services/facts/engines/sql/view.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts::sql {

// Implements the reads of `Interface` (Snapshot or WriteTransaction) over a view.
template <typename Interface>
class Reads : public Interface {
 public:
  explicit Reads(View view) : view_(std::move(view)) {}

  absl::StatusOr<DocumentRecord> GetDocument(const std::string& id, Detail detail) override {
    return ReadDocument(view_, id, detail);
  }
  absl::StatusOr<Page<DocumentRecord>> ListDocuments(const PageQuery& query) override {
    return ReadDocuments(view_, query);
  }
  absl::StatusOr<std::vector<PassageRecord>> GetPassages(const std::string& document) override {
    return ReadPassages(view_, document);
  }
  absl::StatusOr<std::string> Canonical(const std::string& id) override {
    return ReadCanonical(view_, id);
  }
  absl::StatusOr<std::vector<std::string>> SameEntities(const std::string& id) override {
    return ReadSameEntities(view_, id);
  }
  absl::StatusOr<EntityRecord> GetEntity(const std::string& id, Detail detail) override {
    return ReadEntity(view_, id, detail);
  }
  absl::StatusOr<Page<EntityRecord>> ListEntities(const PageQuery& query, Detail detail) override {
    return ReadEntities(view_, query, detail);
  }
  absl::StatusOr<std::vector<EntityMatchRecord>> SearchEntities(
      const EntitySearch& search) override {
    return FindEntities(view_, search);
  }
  absl::StatusOr<std::vector<AliasCandidate>> FindAliases(
      const std::vector<std::string>& match_keys, int type, int limit) override {
    return ReadAliasesByMatchKey(view_, match_keys, type, limit);
  }
  absl::StatusOr<FactRecord> GetFact(const std::string& key) override {
    absl::StatusOr<absl::optional<FactRecord>> fact = ReadFact(view_, key);
    if (!fact.ok()) return fact.status();
    if (!fact->has_value()) return absl::NotFoundError(absl::StrCat("no fact ", key));
    return **std::move(fact);
  }
  absl::StatusOr<Page<FactRecord>> ListFacts(const PageQuery& query) override {
    return ReadFacts(view_, query);
  }
  absl::StatusOr<std::vector<EvidenceRecord>> GetEvidence(const std::string& fact,
                                                          Detail detail) override {
    return ReadEvidence(view_, fact, detail);
  }
  absl::StatusOr<std::vector<absl::optional<FactRecord>>> FindFacts(
      const std::vector<std::string>& keys) override {
    return ReadFactsByKey(view_, keys);
  }
  absl::StatusOr<std::vector<std::vector<EvidenceRecord>>> FindEvidence(
      const std::vector<std::string>& facts) override {
    return ReadEvidenceOf(view_, facts);
  }
  absl::StatusOr<std::vector<std::vector<FactRecord>>> FindFigures(
      const std::vector<FigureQuery>& queries) override {
    return ReadFigures(view_, queries);
  }
  absl::StatusOr<ConflictRecord> GetConflict(const std::string& id) override {
    return ReadConflict(view_, id);
  }
  absl::StatusOr<Page<ConflictRecord>> ListConflicts(const PageQuery& query) override {
    return ReadConflicts(view_, query);
  }
  absl::StatusOr<PassageCandidates> FindPassages(const PassageSearch& search) override {
    return ReadCandidates(view_, search);
  }
  absl::StatusOr<std::string> GetPassageBytes(int64_t passage) override {
    return ReadPassageBytes(view_, passage);
  }
  absl::StatusOr<Page<SourceRecord>> ListSources(const PageQuery& query) override {
    return ReadSources(view_, query);
  }
  absl::StatusOr<StoreStats> GetStats() override { return ReadStats(view_); }
  absl::StatusOr<std::vector<ChangeRecord>> GetChanges(int64_t sequence, int limit) override {
    return ReadChanges(view_, sequence, limit);
  }
  absl::StatusOr<int64_t> LastChange() override { return ReadLastChange(view_); }

 protected:
  View view_;
};

class SqlTransaction final : public Reads<WriteTransaction> {
 public:
  using Reads::Reads;

  Micros Time() const override { return view_.now; }
  absl::Status InsertDocument(const DocumentRecord& document) override {
    return WriteDocument(view_, document);
  }
  absl::Status SetDocumentState(const std::string& id, DocumentState state,
                                const std::string& reason) override {
    return WriteDocumentState(view_, id, state, reason);
  }
  absl::StatusOr<bool> IsReplaced(const std::string& id) override {
    return ReadIsReplaced(view_, id);
  }
  absl::Status EraseDocument(const std::string& id) override {
    return EraseDocumentRows(view_, id);
  }
  absl::StatusOr<absl::optional<ExtractionRecord>> FindExtraction(
      const std::string& document, const std::string& extractor_version) override {
    return ReadExtraction(view_, document, extractor_version);
  }
  absl::StatusOr<absl::optional<ExtractionRecord>> CurrentExtraction(
      const std::string& document) override {
    return ReadCurrentExtraction(view_, document);
  }
  absl::StatusOr<int64_t> InsertExtraction(const ExtractionRecord& extraction) override {
    return WriteExtraction(view_, extraction);
  }
  absl::Status SetExtractionCounts(const ExtractionRecord& extraction) override {
    return WriteExtractionCounts(view_, extraction);
  }
  absl::StatusOr<std::vector<std::string>> EndExtraction(int64_t extraction) override {
    return EndExtractionRows(view_, extraction);
  }
  absl::Status KnowEntities(const std::vector<EntityRecord>& entities) override {
    return sql::KnowEntities(view_, entities);
  }
  absl::StatusOr<absl::optional<std::string>> FindByLexiconKey(const std::string& key) override {
    return ReadByLexiconKey(view_, key);
  }
  absl::StatusOr<std::vector<std::string>> FindByFullName(const std::string& folded_key,
                                                          int type) override {
    return ReadByFullName(view_, folded_key, type);
  }
  absl::StatusOr<bool> EntityExists(const std::string& id) override {
    return ReadEntityExists(view_, id);
  }
  absl::Status InsertEntity(const EntityRecord& entity) override {
    return WriteEntity(view_, entity);
  }
  absl::Status CompleteEntity(const EntityRecord& entity) override {
    return CompleteEntityRow(view_, entity);
  }
  absl::Status AddAliases(const std::string& entity, int64_t extraction,
                          const std::vector<AliasRecord>& aliases) override {
    return WriteAliases(view_, entity, extraction, aliases);
  }
  absl::Status LinkEntity(const std::string& from, const std::string& to,
                          const std::string& reason) override {
    return WriteLink(view_, from, to, reason);
  }
  absl::Status UnlinkEntity(const std::string& from, const std::string& reason) override {
    return EndLink(view_, from, reason);
  }
  absl::Status MarkDistinct(const std::string& one, const std::string& other) override {
    return WriteDistinct(view_, one, other);
  }
  absl::Status InsertPassage(const PassageRecord& passage) override {
    return WritePassage(view_, passage);
  }
  absl::Status InsertFact(const FactIdentity& identity) override {
    return WriteFact(view_, identity);
  }
  absl::Status PutFactState(const std::string& key, const FactState& state,
                            FactChange change) override {
    return WriteFactState(view_, key, state, change);
  }
  absl::Status InsertEvidence(const EvidenceRecord& evidence) override {
    return WriteEvidence(view_, evidence);
  }
  absl::Status PutFactType(const FactTypeRecord& type) override {
    return WriteFactType(view_, type);
  }
  absl::StatusOr<absl::optional<FactTypeRecord>> GetFactType(const std::string& name) override {
    return ReadFactType(view_, name);
  }
  absl::StatusOr<std::vector<std::vector<FactRecord>>> FindRivals(
      const std::vector<RivalQuery>& queries) override {
    return ReadRivals(view_, queries);
  }
  absl::StatusOr<std::vector<std::string>> FindFactsOf(
      const std::vector<std::string>& entities) override {
    return ReadFactsOf(view_, entities);
  }
  absl::StatusOr<std::vector<std::vector<std::string>>> FindConflictsOf(
      const std::vector<std::string>& facts) override {
    return ReadConflictsOf(view_, facts);
  }
  absl::StatusOr<std::vector<absl::optional<ConflictRecord>>> FindConflicts(
      const std::vector<std::string>& ids) override {
    return ReadConflictHeads(view_, ids);
  }
  absl::StatusOr<std::vector<std::string>> FindConflictMembers(const std::string& id,
                                                               int limit) override {
    return ReadConflictMembers(view_, id, limit);
  }
  absl::Status ChangeConflict(const std::string& id, ConflictKind kind,
                              const std::vector<std::string>& joining,
                              const std::vector<std::string>& leaving) override {
    return WriteConflictChange(view_, id, kind, joining, leaving);
  }
  absl::Status SetConflictExplanation(const std::string& id, const std::string& english,
                                      const std::string& arabic) override {
    return WriteExplanation(view_, id, english, arabic);
  }
  absl::Status ReopenConflict(const std::string& id) override { return WriteReopening(view_, id); }
  absl::Status ResolveConflict(const std::string& id, const std::string& preferred_fact,
                               const std::string& resolution) override {
    return WriteResolution(view_, id, preferred_fact, resolution);
  }
  absl::StatusOr<absl::optional<ServedRequest>> FindRequest(const std::string& id) override {
    return ReadRequest(view_, id);
  }
  absl::Status InsertRequest(const std::string& id, const std::string& body_hash) override {
    return WriteRequest(view_, id, body_hash);
  }
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_SQL_SNAPSHOT_H_
