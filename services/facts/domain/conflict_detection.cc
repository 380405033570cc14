#include "services/facts/domain/conflict_detection.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/facts/domain/conflict_explanation.h"
#include "services/facts/domain/conflict_rules.h"
#include "services/facts/domain/fact_key.h"
#include "services/server/digest/sha256.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

constexpr size_t kConflictIdDigits = 24;

std::string ConflictId(const std::string& type, const Disagreement& disagreement) {
  return server::Sha256Hex(
             absl::StrCat(type, "|", static_cast<int>(disagreement.kind), "|", disagreement.anchor))
      .substr(0, kConflictIdDigits);
}

absl::StatusOr<std::string> CanonicalRef(const std::string& ref, WriteTransaction& store) {
  if (!absl::StartsWith(ref, "e:")) return ref;
  ISNAD_ASSIGN_OR_RETURN(const std::string root, store.Canonical(ref.substr(2)));
  return EntityRef(root);
}

// All refs that read as `ref`.
absl::StatusOr<std::vector<std::string>> SameRefs(const std::string& ref, WriteTransaction& store) {
  if (!absl::StartsWith(ref, "e:")) return std::vector<std::string>{ref};
  ISNAD_ASSIGN_OR_RETURN(std::vector<std::string> same, store.SameEntities(ref.substr(2)));
  for (std::string& id : same) id = EntityRef(id);
  return same;
}

absl::StatusOr<ComparedFact> Compared(const FactRecord& fact, WriteTransaction& store) {
  ComparedFact compared;
  compared.key = fact.identity.key;
  ISNAD_ASSIGN_OR_RETURN(compared.subject_ref, CanonicalRef(fact.identity.subject_ref, store));
  ISNAD_ASSIGN_OR_RETURN(compared.object_ref, CanonicalRef(fact.identity.object_ref, store));
  compared.polarity = fact.identity.polarity;
  compared.modality = fact.identity.modality;
  compared.figure = fact.identity.figure;
  compared.valid = fact.state.claim.valid;
  return compared;
}

// The facts that may disagree with `fact`, itself included when it stands.
absl::StatusOr<std::map<std::string, FactRecord>> Neighbours(const FactTypeRecord& type,
                                                             const FactRecord& fact,
                                                             WriteTransaction& store) {
  std::map<std::string, FactRecord> neighbours;
  const auto add = [&](const std::vector<std::string>& subjects,
                       const std::vector<std::string>& objects) -> absl::Status {
    ISNAD_ASSIGN_OR_RETURN(std::vector<FactRecord> found,
                           store.FindFactsByEnds(type.name, subjects, objects));
    for (FactRecord& row : found) neighbours.emplace(row.identity.key, std::move(row));
    return absl::OkStatus();
  };
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> subjects,
                         SameRefs(fact.identity.subject_ref, store));
  ISNAD_RETURN_IF_ERROR(add(subjects, {}));
  if (type.symmetric) ISNAD_RETURN_IF_ERROR(add({}, subjects));
  if ((type.single_subject || type.symmetric) && !fact.identity.object_ref.empty()) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> objects,
                           SameRefs(fact.identity.object_ref, store));
    ISNAD_RETURN_IF_ERROR(add({}, objects));
    if (type.symmetric) ISNAD_RETURN_IF_ERROR(add(objects, {}));
  }
  return neighbours;
}

// Conflicts that were worked out, by id, so that none is worked out twice.
class Refresh {
 public:
  Refresh(const std::vector<std::string>& facts, Cause cause, WriteTransaction& store)
      : changed_(facts.begin(), facts.end()), cause_(cause), store_(store) {}

  absl::Status Run(const std::vector<std::string>& facts) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> before, store_.FindConflictsOf(facts));
    for (const std::string& key : facts) ISNAD_RETURN_IF_ERROR(RefreshFact(key));
    for (const std::string& id : before) {
      if (done_.count(id) != 0) continue;
      ISNAD_ASSIGN_OR_RETURN(ConflictRecord gone, store_.GetConflict(id));
      gone.facts.clear();
      ISNAD_RETURN_IF_ERROR(store_.PutConflict(gone, WriteTransaction::Reopen::kNo));
    }
    return absl::OkStatus();
  }

 private:
  absl::Status RefreshFact(const std::string& key) {
    ISNAD_ASSIGN_OR_RETURN(const FactRecord fact, store_.GetFact(key));
    ISNAD_ASSIGN_OR_RETURN(const absl::optional<FactTypeRecord> type,
                           store_.GetFactType(fact.identity.type));
    if (!type.has_value() || !IsIdentified(fact.identity.subject_ref)) return absl::OkStatus();
    using Facts = std::map<std::string, FactRecord>;
    ISNAD_ASSIGN_OR_RETURN(const Facts neighbours, Neighbours(*type, fact, store_));
    std::vector<ComparedFact> compared;
    for (const auto& entry : neighbours) {
      ISNAD_ASSIGN_OR_RETURN(ComparedFact one, Compared(entry.second, store_));
      compared.push_back(std::move(one));
    }
    std::map<std::string, ConflictRecord> found;
    ISNAD_ASSIGN_OR_RETURN(const ComparedFact self, Compared(fact, store_));
    for (const Disagreement& possible : PossibleDisagreements(*type, self)) {
      found[ConflictId(type->name, possible)].kind = possible.kind;
    }
    for (size_t i = 0; i < compared.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        const absl::optional<Disagreement> both = Disagree(*type, compared[i], compared[j]);
        if (!both.has_value()) continue;
        const auto conflict = found.find(ConflictId(type->name, *both));
        if (conflict == found.end()) continue;
        conflict->second.facts.push_back(compared[i].key);
        conflict->second.facts.push_back(compared[j].key);
      }
    }
    for (auto& entry : found) {
      entry.second.id = entry.first;
      ISNAD_RETURN_IF_ERROR(Put(type->name, neighbours, std::move(entry.second)));
    }
    return absl::OkStatus();
  }

  absl::Status Put(const std::string& type, const std::map<std::string, FactRecord>& facts,
                   ConflictRecord conflict) {
    if (!done_.insert(conflict.id).second) return absl::OkStatus();
    std::sort(conflict.facts.begin(), conflict.facts.end());
    conflict.facts.erase(std::unique(conflict.facts.begin(), conflict.facts.end()),
                         conflict.facts.end());
    const absl::StatusOr<ConflictRecord> stored = store_.GetConflict(conflict.id);
    if (!stored.ok() && !absl::IsNotFound(stored.status())) return stored.status();
    if (conflict.facts.empty() && !stored.ok()) return absl::OkStatus();
    std::vector<const FactRecord*> members;
    bool touched = false;
    for (const std::string& key : conflict.facts) {
      members.push_back(&facts.at(key));
      touched = touched || changed_.count(key) != 0;
    }
    ISNAD_RETURN_IF_ERROR(ExplainConflict(type, members, store_, &conflict));
    const bool reopen = cause_ == Cause::kNewEvidence && touched && stored.ok() &&
                        stored->state == ConflictState::kResolved;
    return store_.PutConflict(
        conflict, reopen ? WriteTransaction::Reopen::kYes : WriteTransaction::Reopen::kNo);
  }

  const std::set<std::string> changed_;
  const Cause cause_;
  WriteTransaction& store_;
  std::set<std::string> done_;
};

}  // namespace

absl::Status RefreshConflicts(const std::vector<std::string>& facts, Cause cause,
                              WriteTransaction& store) {
  return Refresh(facts, cause, store).Run(facts);
}

}  // namespace isnad::facts
