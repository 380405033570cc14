#include "services/facts/domain/fact_state.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/facts/domain/independence.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

const std::set<std::string>& OutletClasses() {
  static const auto* const kClasses = new std::set<std::string>{
      "NEWSPAPER", "NEWS_SITE", "NEWS_AGENCY", "MAGAZINE", "BROADCASTER", "PODCAST"};
  return *kClasses;
}

bool BetterDated(const absl::optional<DayInterval>& candidate,
                 const absl::optional<DayInterval>& current) {
  if (!candidate.has_value()) return false;
  if (!current.has_value()) return true;
  return current->basis == DateBasis::kAssumed && candidate->basis != DateBasis::kAssumed;
}

// Names and words by which the fact is found. Entities are there under both labels.
absl::StatusOr<std::string> SearchText(const Claim& claim, WriteTransaction& store) {
  std::vector<const Argument*> arguments = {&claim.subject};
  if (claim.object.has_value()) arguments.push_back(&*claim.object);
  for (const Argument& role : claim.roles) arguments.push_back(&role);
  std::string text;
  for (const Argument* argument : arguments) {
    absl::StrAppend(&text, argument->display_text, "\n");
    if (argument->entity.empty()) continue;
    ISNAD_ASSIGN_OR_RETURN(const EntityRecord entity,
                           store.GetEntity(argument->entity, Detail::kNames));
    absl::StrAppend(&text, entity.label_ar, "\n", entity.label_en, "\n");
  }
  return text;
}

}  // namespace

absl::StatusOr<int> CountSources(const std::vector<EvidenceRecord>& evidence, Snapshot& store) {
  std::set<std::string> outlets;
  for (const EvidenceRecord& row : evidence) {
    if (row.speaker.empty()) continue;
    ISNAD_ASSIGN_OR_RETURN(const EntityRecord speaker,
                           store.GetEntity(row.speaker, Detail::kNames));
    if (OutletClasses().count(speaker.entity_class) != 0) outlets.insert(row.speaker);
  }
  return CountIndependent(evidence,
                          [&outlets](const std::string& id) { return outlets.count(id) != 0; });
}

Claim MergeClaims(const std::vector<EvidenceRecord>& evidence) {
  if (evidence.empty()) return Claim();
  Claim claim = evidence.front().claim;
  for (const EvidenceRecord& row : evidence) {
    if (BetterDated(row.claim.valid, claim.valid)) claim.valid = row.claim.valid;
    std::set<std::string> present;
    for (const Argument& role : claim.roles) present.insert(role.role);
    for (const Argument& role : row.claim.roles) {
      if (present.count(role.role) == 0) claim.roles.push_back(role);
    }
  }
  return claim;
}

namespace {

bool SameTime(const absl::optional<DayInterval>& a, const absl::optional<DayInterval>& b) {
  if (!a.has_value() || !b.has_value()) return a.has_value() == b.has_value();
  return a->start == b->start && a->end == b->end && a->basis == b->basis;
}

absl::StatusOr<RefreshedFact> Refresh(FactRecord fact, const std::vector<EvidenceRecord>& evidence,
                                      WriteTransaction& store) {
  const FactState before = std::move(fact.state);
  RefreshedFact refreshed;
  FactState& state = fact.state = FactState();
  state.stands = !evidence.empty();
  if (!state.stands) {
    state = before;
    state.stands = false;
    state.support = 0;
    refreshed.change = FactChange::kSuperseded;
  } else {
    state.claim = MergeClaims(evidence);
    if (state.claim.valid.has_value()) {
      state.valid_start = state.claim.valid->start;
      state.valid_end = state.claim.valid->end;
    }
    for (const EvidenceRecord& row : evidence) {
      state.confidence = std::max(state.confidence, row.confidence);
      if (row.publish_time == kUnknownTime) continue;
      state.first_publish_time = state.first_publish_time == kUnknownTime
                                     ? row.publish_time
                                     : std::min(state.first_publish_time, row.publish_time);
    }
    ISNAD_ASSIGN_OR_RETURN(state.support, CountSources(evidence, store));
    ISNAD_ASSIGN_OR_RETURN(state.search_text, SearchText(state.claim, store));
    refreshed.change = before.stands ? FactChange::kEvidence : FactChange::kAdded;
    refreshed.compares_anew = !before.stands || !SameTime(before.claim.valid, state.claim.valid);
  }
  ISNAD_RETURN_IF_ERROR(store.PutFactState(fact.identity.key, state, refreshed.change));
  refreshed.fact = std::move(fact);
  return refreshed;
}

}  // namespace

absl::StatusOr<std::vector<RefreshedFact>> RefreshFacts(
    std::vector<FactRecord> facts,
    const std::map<std::string, std::vector<EvidenceRecord>>& evidence, WriteTransaction& store) {
  std::vector<std::string> unknown;
  for (const FactRecord& fact : facts) {
    if (evidence.count(fact.identity.key) == 0) unknown.push_back(fact.identity.key);
  }
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::vector<EvidenceRecord>> found,
                         store.FindEvidence(unknown));
  std::vector<RefreshedFact> refreshed;
  size_t next = 0;
  for (FactRecord& fact : facts) {
    const auto known = evidence.find(fact.identity.key);
    ISNAD_ASSIGN_OR_RETURN(
        RefreshedFact one,
        Refresh(std::move(fact), known != evidence.end() ? known->second : found[next++], store));
    refreshed.push_back(std::move(one));
  }
  return refreshed;
}

absl::StatusOr<std::vector<RefreshedFact>> RefreshFacts(const std::vector<std::string>& keys,
                                                        WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(std::vector<FactRecord> facts, FindStoredFacts(keys, store));
  return RefreshFacts(std::move(facts), {}, store);
}

absl::StatusOr<std::vector<FactRecord>> FindStoredFacts(const std::vector<std::string>& keys,
                                                        WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<absl::optional<FactRecord>> found,
                         store.FindFacts(keys));
  std::vector<FactRecord> facts;
  for (size_t i = 0; i < keys.size(); ++i) {
    if (!found[i].has_value()) return absl::NotFoundError(absl::StrCat("no fact ", keys[i]));
    facts.push_back(*found[i]);
  }
  return facts;
}

}  // namespace isnad::facts
