#include "services/facts/domain/apply_extraction.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/facts/domain/alike_names.h"
#include "services/facts/domain/conflict_detection.h"
#include "services/facts/domain/entity_resolution.h"
#include "services/facts/domain/errors.h"
#include "services/facts/domain/fact_key.h"
#include "services/facts/domain/fact_state.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

const char* StateName(DocumentState state) {
  switch (state) {
    case DocumentState::kSuperseded:
      return "superseded";
    case DocumentState::kRetracted:
      return "retracted";
    default:
      return "active";
  }
}

// One extraction on its way into the store.
class Application {
 public:
  Application(const ExtractionInput& input, WriteTransaction& store)
      : input_(input), store_(store) {}

  absl::StatusOr<AppliedExtraction> Run() {
    ISNAD_ASSIGN_OR_RETURN(const bool replayed, PutDocument());
    if (replayed) return Result(true);
    ISNAD_RETURN_IF_ERROR(EndFormerExtraction(input_.document.id));
    ISNAD_RETURN_IF_ERROR(ReplaceOlderDocument());
    extraction_.document = input_.document.id;
    extraction_.extractor_version = input_.extractor_version;
    extraction_.passage_count = static_cast<int>(input_.passages.size());
    ISNAD_ASSIGN_OR_RETURN(extraction_.id, store_.InsertExtraction(extraction_));
    for (const FactTypeRecord& type : input_.fact_types) {
      types_[type.name] = type;
      ISNAD_RETURN_IF_ERROR(store_.PutFactType(type));
    }
    ISNAD_RETURN_IF_ERROR(PutEntities());
    ISNAD_RETURN_IF_ERROR(PutPassages());
    ISNAD_RETURN_IF_ERROR(PutFacts());
    ISNAD_RETURN_IF_ERROR(EndIfReplaced());
    ISNAD_RETURN_IF_ERROR(RefreshFacts());
    extraction_.fact_count = static_cast<int>(identities_.size());
    ISNAD_RETURN_IF_ERROR(store_.SetExtractionCounts(extraction_));
    return Result(false);
  }

 private:
  // Returns whether everything is stored already.
  absl::StatusOr<bool> PutDocument() {
    const DocumentRecord& document = input_.document;
    const std::string name = absl::StrCat("documents/", document.id);
    const absl::StatusOr<DocumentRecord> stored = store_.GetDocument(document.id, Detail::kBasic);
    if (absl::IsNotFound(stored.status())) {
      ISNAD_RETURN_IF_ERROR(store_.InsertDocument(document));
      return false;
    }
    ISNAD_RETURN_IF_ERROR(stored.status());
    if (stored->content_hash != document.content_hash) return DocumentContentDiffers(name);
    ISNAD_ASSIGN_OR_RETURN(const absl::optional<ExtractionRecord> same_version,
                           store_.FindExtraction(document.id, input_.extractor_version));
    if (same_version.has_value()) {
      extraction_ = *same_version;
      return true;
    }
    if (stored->state == DocumentState::kPurged) return DocumentPurged(name);
    if (stored->state != DocumentState::kActive) {
      return DocumentNotActive(name, StateName(stored->state));
    }
    return false;
  }

  absl::Status EndFormerExtraction(const std::string& document) {
    ISNAD_ASSIGN_OR_RETURN(const absl::optional<ExtractionRecord> former,
                           store_.CurrentExtraction(document));
    if (!former.has_value()) return absl::OkStatus();
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> lost, store_.EndExtraction(former->id));
    changed_.insert(lost.begin(), lost.end());
    return absl::OkStatus();
  }

  absl::Status ReplaceOlderDocument() {
    const std::string& older = input_.document.supersedes;
    if (older.empty() || older == input_.document.id) return absl::OkStatus();
    const absl::StatusOr<DocumentRecord> stored = store_.GetDocument(older, Detail::kBasic);
    if (absl::IsNotFound(stored.status())) return absl::OkStatus();
    ISNAD_RETURN_IF_ERROR(stored.status());
    if (stored->state != DocumentState::kActive) return absl::OkStatus();
    ISNAD_RETURN_IF_ERROR(EndFormerExtraction(older));
    return store_.SetDocumentState(older, DocumentState::kSuperseded,
                                   absl::StrCat("replaced by documents/", input_.document.id));
  }

  // A correction may arrive before what it corrects.
  absl::Status EndIfReplaced() {
    ISNAD_ASSIGN_OR_RETURN(const bool replaced, store_.IsReplaced(input_.document.id));
    if (!replaced) return absl::OkStatus();
    ISNAD_RETURN_IF_ERROR(EndFormerExtraction(input_.document.id));
    new_evidence_.clear();
    return store_.SetDocumentState(input_.document.id, DocumentState::kSuperseded,
                                   "replaced before it was stored");
  }

  absl::Status PutEntities() {
    std::vector<EntityRecord> entities;
    for (const InputEntity& input : input_.entities) {
      entities.push_back(input.entity);
      entities.back().id = ProposedId(input.entity, input_.document.id);
    }
    ISNAD_RETURN_IF_ERROR(store_.KnowEntities(entities));
    for (const InputEntity& input : input_.entities) {
      ISNAD_ASSIGN_OR_RETURN(const std::string id,
                             ResolveEntity(input.entity, input_.document.id, store_));
      std::vector<AliasRecord> aliases = input.entity.aliases;
      for (AliasRecord& alias : aliases) {
        // What a lexicon lists beyond that is known to the extraction of questions, too.
        const bool listed_only = !input.entity.lexicon_key.empty() && alias.mention_count == 0 &&
                                 alias.kind != AliasKind::kCanonical;
        if (!listed_only) alias.match_keys = MatchKeys(alias.surface, input.entity.type);
      }
      ISNAD_RETURN_IF_ERROR(store_.AddAliases(id, extraction_.id, aliases));
      ids_[input.local_id] = id;
      labels_[id] = input.entity.label_ar.empty() ? input.entity.label_en : input.entity.label_ar;
    }
    return absl::OkStatus();
  }

  absl::Status PutPassages() {
    for (PassageRecord passage : input_.passages) {
      passage.document = input_.document.id;
      passage.extraction = extraction_.id;
      for (std::string& mention : passage.mentions) mention = Stored(mention);
      ISNAD_RETURN_IF_ERROR(store_.InsertPassage(passage));
    }
    return absl::OkStatus();
  }

  std::string Stored(const std::string& local_id) const {
    const auto found = ids_.find(local_id);
    return found == ids_.end() ? std::string() : found->second;
  }

  void Resolve(Argument* argument) const {
    if (argument->entity.empty()) return;
    argument->entity = Stored(argument->entity);
    const auto label = labels_.find(argument->entity);
    if (argument->display_text.empty() && label != labels_.end()) {
      argument->display_text = label->second;
    }
  }

  FactIdentity Identify(const InputFact& fact, const Claim& claim) const {
    FactIdentity identity;
    identity.type = fact.type;
    identity.polarity = fact.polarity;
    identity.modality = fact.modality;
    identity.subject_entity = claim.subject.entity;
    identity.subject_ref =
        claim.subject.entity.empty() ? fact.subject_ref : EntityRef(claim.subject.entity);
    if (claim.object.has_value()) {
      identity.object_entity = claim.object->entity;
      identity.object_ref =
          claim.object->entity.empty() ? fact.object_ref : EntityRef(claim.object->entity);
    }
    const auto type = types_.find(fact.type);
    const std::string compared = type == types_.end() || type->second.comparable_role.empty()
                                     ? "object"
                                     : type->second.comparable_role;
    for (const auto& figure : fact.figures) {
      if (figure.first == compared && !identity.figure.has_value()) {
        identity.figure = figure.second;
      }
    }
    const bool symmetric = type != types_.end() && type->second.symmetric;
    identity.key =
        FactKey(identity, claim.valid, symmetric ? Symmetry::kSymmetric : Symmetry::kDirected);
    return identity;
  }

  // The evidence of an input fact, and what that is evidence of.
  std::pair<FactIdentity, EvidenceRecord> Read(const InputFact& fact) const {
    Claim claim = fact.claim;
    Resolve(&claim.subject);
    if (claim.object.has_value()) Resolve(&*claim.object);
    for (Argument& role : claim.roles) Resolve(&role);
    FactIdentity identity = Identify(fact, claim);
    EvidenceRecord evidence = fact.evidence;
    evidence.fact = identity.key;
    evidence.document = input_.document.id;
    evidence.extraction = extraction_.id;
    evidence.speaker = Stored(evidence.speaker);
    evidence.claim = std::move(claim);
    return {std::move(identity), std::move(evidence)};
  }

  absl::Status PutFacts() {
    std::vector<EvidenceRecord> all;
    for (const InputFact& fact : input_.facts) {
      std::pair<FactIdentity, EvidenceRecord> read = Read(fact);
      changed_.insert(read.first.key);
      identities_.emplace(read.first.key, std::move(read.first));
      all.push_back(std::move(read.second));
    }
    const std::vector<std::string> keys(changed_.begin(), changed_.end());
    ISNAD_ASSIGN_OR_RETURN(const std::vector<absl::optional<FactRecord>> stored,
                           store_.FindFacts(keys));
    for (size_t i = 0; i < keys.size(); ++i) {
      FactRecord fact = stored[i].value_or(FactRecord());
      const auto identity = identities_.find(keys[i]);
      // The row of a fact that was purged has no ends any more.
      if (identity != identities_.end()) fact.identity = identity->second;
      if (!stored[i].has_value()) {
        fact.state.stands = false;
        new_evidence_[keys[i]];
      }
      before_.push_back(std::move(fact));
    }
    for (const auto& entry : identities_) {
      ISNAD_RETURN_IF_ERROR(store_.InsertFact(entry.second));
    }
    for (EvidenceRecord& evidence : all) {
      ISNAD_RETURN_IF_ERROR(store_.InsertEvidence(evidence));
      const auto known = new_evidence_.find(evidence.fact);
      if (known != new_evidence_.end()) known->second.push_back(WithDocument(std::move(evidence)));
    }
    return absl::OkStatus();
  }

  // As it reads from the store.
  EvidenceRecord WithDocument(EvidenceRecord evidence) const {
    const DocumentRecord& document = input_.document;
    evidence.near_duplicate_key = document.near_duplicate_key;
    evidence.content_hash = document.content_hash;
    evidence.publish_time = document.publish_time;
    evidence.source_uri = document.source_uri;
    evidence.document_title = document.title;
    evidence.document_url = document.url;
    evidence.publisher = document.publisher;
    return evidence;
  }

  absl::Status RefreshFacts() {
    for (auto& entry : new_evidence_) {
      std::stable_sort(entry.second.begin(), entry.second.end(),
                       [](const EvidenceRecord& a, const EvidenceRecord& b) {
                         return a.confidence > b.confidence;
                       });
    }
    ISNAD_ASSIGN_OR_RETURN(const std::vector<RefreshedFact> refreshed,
                           facts::RefreshFacts(std::move(before_), new_evidence_, store_));
    for (const RefreshedFact& fact : refreshed) {
      if (fact.change == FactChange::kAdded) ++extraction_.new_fact_count;
    }
    return RefreshConflicts(refreshed, Cause::kNewEvidence, store_);
  }

  absl::StatusOr<AppliedExtraction> Result(bool replayed) {
    AppliedExtraction result;
    ISNAD_ASSIGN_OR_RETURN(result.document, store_.GetDocument(input_.document.id, Detail::kBasic));
    result.fact_count = extraction_.fact_count;
    result.new_fact_count = extraction_.new_fact_count;
    result.passage_count = extraction_.passage_count;
    result.replayed = replayed;
    return result;
  }

  const ExtractionInput& input_;
  WriteTransaction& store_;
  ExtractionRecord extraction_;
  std::map<std::string, FactTypeRecord> types_;
  std::map<std::string, std::string> ids_;          // By local id.
  std::map<std::string, std::string> labels_;       // By stored id.
  std::set<std::string> changed_;                   // Facts that gained or lost evidence.
  std::map<std::string, FactIdentity> identities_;  // Of the facts of the input, by key.
  std::vector<FactRecord> before_;                  // The changed facts, as they were.
  // All evidence of facts that were not stored before.
  std::map<std::string, std::vector<EvidenceRecord>> new_evidence_;
};

}  // namespace

absl::StatusOr<AppliedExtraction> ApplyExtraction(const ExtractionInput& input,
                                                  WriteTransaction& store) {
  return Application(input, store).Run();
}

}  // namespace isnad::facts
