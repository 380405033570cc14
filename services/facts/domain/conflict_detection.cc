#include "services/facts/domain/conflict_detection.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/facts/domain/compared_fact.h"
#include "services/facts/domain/conflict_explanation.h"
#include "services/facts/domain/conflict_rules.h"
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

// What is to be asked for the facts that may disagree with `fact`.
absl::StatusOr<std::vector<RivalQuery>> RivalsOf(const FactRecord& fact, const FactTypeRecord& type,
                                                 WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> subjects,
                         SameRefs(fact.identity.subject_ref, store));
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> objects,
                         SameRefs(fact.identity.object_ref, store));
  const bool figure = absl::StartsWith(fact.identity.object_ref, "n:");
  std::vector<RivalQuery> queries = {
      {type.name, subjects, figure ? std::vector<std::string>{""} : objects}};
  if (type.symmetric) queries.push_back({type.name, objects, subjects});
  if (type.single_object) queries.push_back({type.name, subjects, {}});
  if (type.single_subject && IsIdentified(fact.identity.object_ref)) {
    queries.push_back({type.name, {}, objects});
  }
  return queries;
}

// What changes about one conflict.
struct Plan {
  ConflictKind kind = ConflictKind::kValue;
  std::set<std::string> members;  // Facts that are known to disagree with another one.
  std::set<std::string> leaving;
  // Whether facts that did not change may have lost the last one that disagreed with them.
  bool shrinks = false;
  bool touched = false;  // By a fact with news that is part of it.
};

class Refresh {
 public:
  Refresh(const std::vector<RefreshedFact>& facts, Cause cause, WriteTransaction& store)
      : changed_(facts), cause_(cause), store_(store) {
    for (const RefreshedFact& changed : facts) keys_.push_back(changed.fact.identity.key);
  }

  absl::Status Run() {
    ISNAD_ASSIGN_OR_RETURN(before_, store_.FindConflictsOf(keys_));
    ISNAD_RETURN_IF_ERROR(FindRivals());
    for (size_t i = 0; i < keys_.size(); ++i) ISNAD_RETURN_IF_ERROR(PlanFor(i));
    return CarryOut();
  }

 private:
  // Facts without a known type or an identified subject disagree with nothing.
  absl::StatusOr<const FactTypeRecord*> TypeOf(const FactRecord& fact) {
    const std::string& name = fact.identity.type;
    auto known = types_.find(name);
    if (known == types_.end()) {
      ISNAD_ASSIGN_OR_RETURN(absl::optional<FactTypeRecord> type, store_.GetFactType(name));
      known = types_.emplace(name, std::move(type)).first;
    }
    return known->second.has_value() ? &*known->second : nullptr;
  }

  absl::Status FindRivals() {
    std::vector<RivalQuery> queries;
    std::vector<size_t> of;
    rivals_.resize(keys_.size());
    for (size_t i = 0; i < keys_.size(); ++i) {
      if (!changed_[i].compares_anew) continue;
      const FactRecord& fact = changed_[i].fact;
      if (!fact.state.stands || !IsIdentified(fact.identity.subject_ref)) continue;
      ISNAD_ASSIGN_OR_RETURN(const FactTypeRecord* const type, TypeOf(fact));
      if (type == nullptr) continue;
      ISNAD_ASSIGN_OR_RETURN(std::vector<RivalQuery> own, RivalsOf(fact, *type, store_));
      for (RivalQuery& query : own) {
        queries.push_back(std::move(query));
        of.push_back(i);
      }
    }
    ISNAD_ASSIGN_OR_RETURN(std::vector<std::vector<FactRecord>> found, store_.FindRivals(queries));
    for (size_t i = 0; i < found.size(); ++i) {
      for (FactRecord& rival : found[i]) rivals_[of[i]].push_back(std::move(rival));
    }
    return absl::OkStatus();
  }

  absl::Status PlanFor(size_t i) {
    const std::string& key = keys_[i];
    if (!changed_[i].compares_anew) {
      // Still part of what it was part of.
      for (const std::string& id : before_[i]) {
        plans_[id].members.insert(key);
        plans_[id].touched = true;
      }
      return absl::OkStatus();
    }
    std::set<std::string> now;
    if (!rivals_[i].empty()) {
      ISNAD_ASSIGN_OR_RETURN(const ComparedFact self, Compared(changed_[i].fact, store_));
      ISNAD_ASSIGN_OR_RETURN(const FactTypeRecord* const type, TypeOf(changed_[i].fact));
      for (const FactRecord& rival : rivals_[i]) {
        ISNAD_ASSIGN_OR_RETURN(const ComparedFact other, Compared(rival, store_));
        const absl::optional<Disagreement> both = Disagree(*type, self, other);
        if (!both.has_value()) continue;
        const std::string id = ConflictId(type->name, *both);
        Plan& plan = plans_[id];
        plan.kind = both->kind;
        plan.members.insert(key);
        plan.members.insert(other.key);
        plan.touched = true;
        now.insert(id);
      }
    }
    for (const std::string& id : before_[i]) {
      Plan& plan = plans_[id];
      plan.shrinks = true;
      if (now.count(id) == 0) plan.leaving.insert(key);
    }
    return absl::OkStatus();
  }

  // Facts of a conflict that nothing disagrees with any more, `plan` carried out.
  absl::Status FindAbandoned(const std::string& id, Plan* plan) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> stored,
                           store_.FindConflictMembers(id, kMostRivals + 1));
    // So many do not all disagree with the one that changed alone.
    if (static_cast<int>(stored.size()) > kMostRivals) return absl::OkStatus();
    std::set<std::string> keys(stored.begin(), stored.end());
    keys.insert(plan->members.begin(), plan->members.end());
    for (const std::string& key : plan->leaving) keys.erase(key);
    const std::vector<std::string> left(keys.begin(), keys.end());
    ISNAD_ASSIGN_OR_RETURN(const std::vector<absl::optional<FactRecord>> records,
                           store_.FindFacts(left));
    std::vector<ComparedFact> compared;
    for (const absl::optional<FactRecord>& record : records) {
      ISNAD_ASSIGN_OR_RETURN(ComparedFact one, Compared(*record, store_));
      compared.push_back(std::move(one));
    }
    for (size_t i = 0; i < left.size(); ++i) {
      if (plan->members.count(left[i]) != 0) continue;
      ISNAD_ASSIGN_OR_RETURN(const FactTypeRecord* const type, TypeOf(*records[i]));
      const bool disputed =
          type != nullptr && std::any_of(compared.begin(), compared.end(), [&](const auto& other) {
            const absl::optional<Disagreement> both = Disagree(*type, compared[i], other);
            return both.has_value() && ConflictId(type->name, *both) == id;
          });
      if (!disputed) plan->leaving.insert(left[i]);
    }
    return absl::OkStatus();
  }

  absl::Status CarryOut() {
    std::vector<std::string> ids;
    std::set<std::string> members;
    for (auto& [id, plan] : plans_) {
      ids.push_back(id);
      for (const std::string& key : plan.members) plan.leaving.erase(key);
      if (plan.shrinks) ISNAD_RETURN_IF_ERROR(FindAbandoned(id, &plan));
      members.insert(plan.members.begin(), plan.members.end());
    }
    ISNAD_ASSIGN_OR_RETURN(const auto heads, store_.FindConflicts(ids));
    ISNAD_ASSIGN_OR_RETURN(const std::set<Membership> present, PresentAmong(members));
    for (size_t i = 0; i < ids.size(); ++i) {
      ISNAD_RETURN_IF_ERROR(CarryOut(ids[i], plans_[ids[i]], heads[i], present));
    }
    return absl::OkStatus();
  }

  using Membership = std::pair<std::string, std::string>;  // A fact and a conflict.

  absl::StatusOr<std::set<Membership>> PresentAmong(const std::set<std::string>& facts) {
    const std::vector<std::string> keys(facts.begin(), facts.end());
    ISNAD_ASSIGN_OR_RETURN(const auto conflicts, store_.FindConflictsOf(keys));
    std::set<Membership> present;
    for (size_t i = 0; i < keys.size(); ++i) {
      for (const std::string& id : conflicts[i]) present.insert({keys[i], id});
    }
    return present;
  }

  absl::Status CarryOut(const std::string& id, const Plan& plan,
                        const absl::optional<ConflictRecord>& stored,
                        const std::set<Membership>& present) {
    std::vector<std::string> joining;
    for (const std::string& key : plan.members) {
      if (present.count({key, id}) == 0) joining.push_back(key);
    }
    const std::vector<std::string> leaving(plan.leaving.begin(), plan.leaving.end());
    const ConflictKind kind = stored.has_value() ? stored->kind : plan.kind;
    if (!joining.empty() || !leaving.empty()) {
      ISNAD_RETURN_IF_ERROR(store_.ChangeConflict(id, kind, joining, leaving));
    }
    ISNAD_RETURN_IF_ERROR(Explain(id, kind, plan, joining));
    const bool reopen = cause_ == Cause::kNewEvidence && plan.touched && stored.has_value() &&
                        stored->state == ConflictState::kResolved;
    return reopen ? store_.ReopenConflict(id) : absl::OkStatus();
  }

  // Anew when one of the facts in the explanation has news.
  absl::Status Explain(const std::string& id, ConflictKind kind, const Plan& plan,
                       const std::vector<std::string>& joining) {
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> first,
                           store_.FindConflictMembers(id, kMostFactsExplained));
    const bool news = std::any_of(first.begin(), first.end(), [&](const std::string& key) {
      return std::find(joining.begin(), joining.end(), key) != joining.end() ||
             std::find(keys_.begin(), keys_.end(), key) != keys_.end();
    });
    if (first.empty() || (!news && plan.leaving.empty())) return absl::OkStatus();
    ISNAD_ASSIGN_OR_RETURN(const std::vector<absl::optional<FactRecord>> records,
                           store_.FindFacts(first));
    std::vector<FactRecord> facts;
    for (const absl::optional<FactRecord>& record : records) facts.push_back(*record);
    ISNAD_ASSIGN_OR_RETURN(const ConflictExplanation explanation,
                           ExplainConflict(kind, facts, store_));
    return store_.SetConflictExplanation(id, explanation.english, explanation.arabic);
  }

  const std::vector<RefreshedFact>& changed_;
  const Cause cause_;
  WriteTransaction& store_;
  // By the number of the changed fact.
  std::vector<std::string> keys_;
  std::vector<std::vector<std::string>> before_;  // Conflicts that it was part of.
  std::vector<std::vector<FactRecord>> rivals_;
  std::map<std::string, absl::optional<FactTypeRecord>> types_;
  std::map<std::string, Plan> plans_;  // By conflict.
};

}  // namespace

absl::Status RefreshConflicts(const std::vector<RefreshedFact>& facts, Cause cause,
                              WriteTransaction& store) {
  if (facts.empty()) return absl::OkStatus();
  return Refresh(facts, cause, store).Run();
}

}  // namespace isnad::facts
