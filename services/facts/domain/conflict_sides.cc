#include "services/facts/domain/conflict_sides.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "services/facts/domain/compared_fact.h"
#include "services/facts/domain/conflict_rules.h"
#include "services/facts/domain/fact_state.h"
#include "services/facts/domain/figures.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

// How far a figure may be from the side that it agrees with. "Over 14" is said of 15, not of 50.
constexpr double kNear = 0.1;
constexpr Micros kPublishedTogether = Micros{366} * 24 * 60 * 60 * 1'000'000;

// A fact with what the rules compare of it.
struct Candidate {
  FactRecord fact;
  ComparedFact compared;
};

absl::StatusOr<Candidate> CandidateOf(FactRecord fact, Snapshot& store) {
  ISNAD_ASSIGN_OR_RETURN(ComparedFact compared, Compared(fact, store));
  return Candidate{std::move(fact), std::move(compared)};
}

using Group = std::vector<Candidate>;

bool Goes(const Group& group, const Figure& figure) {
  return std::all_of(group.begin(), group.end(), [&figure](const Candidate& one) {
    return CompatibleFigures(*one.compared.figure, figure);
  });
}

double Distance(const Group& group, const Figure& figure) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const Candidate& one : group) {
    nearest = std::min(nearest, FigureDistance(*one.compared.figure, figure));
  }
  return nearest;
}

// The only group that the figure goes with and none is as near to; null when there is none.
Group* NearestOf(std::vector<Group*> groups, const Figure& figure) {
  Group* nearest = nullptr;
  double distance = std::numeric_limits<double>::infinity();
  for (Group* const group : groups) {
    if (!Goes(*group, figure)) continue;
    const double other = Distance(*group, figure);
    if (other == distance) nearest = nullptr;
    if (other >= distance) continue;
    distance = other;
    nearest = group;
  }
  return nearest;
}

std::vector<Group*> All(std::vector<Group>* groups) {
  std::vector<Group*> all;
  for (Group& group : *groups) all.push_back(&group);
  return all;
}

// Facts whose figures go together. What is exact comes first: "over 14" goes with more.
std::vector<Group> ByFigure(std::vector<Candidate> facts) {
  std::stable_sort(facts.begin(), facts.end(), [](const Candidate& a, const Candidate& b) {
    const Figure& one = *a.compared.figure;
    const Figure& other = *b.compared.figure;
    return std::make_pair(one.bound, one.amount) < std::make_pair(other.bound, other.amount);
  });
  std::vector<Group> groups;
  for (Candidate& fact : facts) {
    Group* const near = NearestOf(All(&groups), *fact.compared.figure);
    if (near != nullptr) {
      near->push_back(std::move(fact));
    } else {
      groups.push_back({std::move(fact)});
    }
  }
  return groups;
}

// Facts that claim the same: whether it is so, or the end that they differ in.
std::vector<Group> ByClaim(ConflictKind kind, std::vector<Candidate> facts) {
  const bool one_subject = std::all_of(facts.begin(), facts.end(), [&facts](const Candidate& one) {
    return one.compared.subject_ref == facts.front().compared.subject_ref;
  });
  std::map<std::string, Group> groups;
  for (Candidate& fact : facts) {
    const bool denied = fact.compared.polarity == Polarity::kDenied;
    const std::string claim = kind == ConflictKind::kDenial ? (denied ? "denied" : "asserted")
                              : one_subject                 ? fact.compared.object_ref
                                                            : fact.compared.subject_ref;
    groups[claim].push_back(std::move(fact));
  }
  std::vector<Group> all;
  for (auto& entry : groups) all.push_back(std::move(entry.second));
  return all;
}

bool PublishedTogether(const FactState& a, const FactState& b) {
  if (a.first_publish_time == kUnknownTime || b.first_publish_time == kUnknownTime) return true;
  return std::llabs(a.first_publish_time - b.first_publish_time) <= kPublishedTogether;
}

bool IsDated(const ComparedFact& fact) {
  return fact.valid.has_value() && fact.valid->basis != DateBasis::kAssumed;
}

bool MayBeOneTime(const Candidate& a, const Candidate& b) {
  if (!MayShareTime(a.compared, b.compared)) return false;
  return (IsDated(a.compared) && IsDated(b.compared)) ||
         PublishedTogether(a.fact.state, b.fact.state);
}

// Whether the candidate speaks as the facts of the group do, of the same time.
bool SpeaksAlike(const Group& group, const Candidate& candidate) {
  const auto planned = [](const Candidate& one) {
    return one.compared.modality == Modality::kPlanned;
  };
  if (candidate.compared.polarity == Polarity::kDenied) return false;
  return std::all_of(group.begin(), group.end(), [&](const Candidate& one) {
    return planned(one) == planned(candidate) && MayBeOneTime(one, candidate);
  });
}

bool IsUnnamed(const Candidate& candidate) {
  return absl::StartsWith(candidate.compared.object_ref, "t:");
}

// A conflict on its way to its sides.
struct Disputed {
  std::vector<Group> groups;
  std::set<std::string> keys;
  // Whether facts may agree with one of the groups: figures that are told of something named.
  bool compares = false;
};

FigureQuery QueryOf(const Disputed& disputed, std::vector<std::string> subjects) {
  const Candidate& first = disputed.groups[0][0];
  FigureQuery query;
  query.type = first.fact.identity.type;
  query.subject_refs = std::move(subjects);
  query.unit = first.compared.figure->unit;
  query.low = std::numeric_limits<double>::infinity();
  query.high = -query.low;
  for (const Group& group : disputed.groups) {
    for (const Candidate& one : group) {
      query.low = std::min(query.low, one.compared.figure->amount);
      query.high =
          std::max(query.high, std::max(one.compared.figure->amount, one.compared.figure->upper));
    }
  }
  // What is as near to something else is among them, too.
  query.low -= 2 * kNear * std::abs(query.low);
  query.high += 2 * kNear * std::abs(query.high);
  return query;
}

// Whether something else is named of which the candidate may speak.
bool MayBeOf(const std::vector<Candidate>& others, const Candidate& candidate) {
  return std::any_of(others.begin(), others.end(), [&candidate](const Candidate& other) {
    return SpeaksAlike({other}, candidate) &&
           CompatibleFigures(*other.compared.figure, *candidate.compared.figure) &&
           FigureDistance(*other.compared.figure, *candidate.compared.figure) <= kNear;
  });
}

// Adds what agrees with one of the groups to its side; sides are in the order of groups.
absl::Status AddAgreeing(Disputed& disputed, std::vector<FactRecord> found, Snapshot& store,
                         std::vector<ConflictSide>* sides) {
  const ComparedFact& disputing = disputed.groups[0][0].compared;
  std::vector<Candidate> candidates;
  std::vector<Candidate> others;
  for (FactRecord& fact : found) {
    if (disputed.keys.count(fact.identity.key) != 0) continue;
    ISNAD_ASSIGN_OR_RETURN(Candidate candidate, CandidateOf(std::move(fact), store));
    const bool same = candidate.compared.object_ref == disputing.object_ref;
    (same || IsUnnamed(candidate) ? candidates : others).push_back(std::move(candidate));
  }
  for (Candidate& candidate : candidates) {
    const Figure& figure = *candidate.compared.figure;
    std::vector<Group*> groups;
    for (Group& group : disputed.groups) {
      if (SpeaksAlike(group, candidate)) groups.push_back(&group);
    }
    const Group* const near = NearestOf(groups, figure);
    if (near == nullptr || Distance(*near, figure) > kNear) continue;
    const bool unnamed = IsUnnamed(candidate);
    if (unnamed && MayBeOf(others, candidate)) continue;
    ConflictSide& side = (*sides)[static_cast<size_t>(near - disputed.groups.data())];
    (unnamed ? side.unnamed : side.agreeing).push_back(std::move(candidate.fact));
  }
  return absl::OkStatus();
}

// Counts the sources of all sides.
absl::Status Weigh(std::vector<std::vector<ConflictSide>>& all, Snapshot& store) {
  std::vector<std::string> keys;
  const auto each = [&all](const auto& visit) {
    for (std::vector<ConflictSide>& sides : all) {
      for (ConflictSide& side : sides) visit(side);
    }
  };
  const auto keys_of = [&keys](const std::vector<FactRecord>& facts) {
    for (const FactRecord& fact : facts) keys.push_back(fact.identity.key);
  };
  each([&](ConflictSide& side) {
    keys_of(side.facts);
    keys_of(side.agreeing);
    keys_of(side.unnamed);
  });
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::vector<EvidenceRecord>> evidence,
                         store.FindEvidence(keys));
  size_t next = 0;
  absl::Status status;
  each([&](ConflictSide& side) {
    std::vector<EvidenceRecord> of_side;
    const auto count = [&](size_t facts) -> absl::StatusOr<int> {
      for (; facts > 0; --facts, ++next) {
        of_side.insert(of_side.end(), evidence[next].begin(), evidence[next].end());
      }
      return CountSources(of_side, store);
    };
    const absl::StatusOr<int> named = count(side.facts.size() + side.agreeing.size());
    const absl::StatusOr<int> with_unnamed = count(side.unnamed.size());
    status.Update(named.status());
    status.Update(with_unnamed.status());
    if (!status.ok()) return;
    side.support = *named;
    side.unnamed_support = *with_unnamed - *named;
  });
  return status;
}

// The facts of the conflicts, as far as they are told apart.
absl::StatusOr<std::vector<Disputed>> ReadDisputed(const std::vector<ConflictRecord>& conflicts,
                                                   Snapshot& store) {
  std::vector<std::string> keys;
  std::vector<size_t> ends;
  for (const ConflictRecord& conflict : conflicts) {
    const size_t count = std::min<size_t>(conflict.facts.size(), kMostFactsOfSides);
    keys.insert(keys.end(), conflict.facts.begin(),
                conflict.facts.begin() + static_cast<std::ptrdiff_t>(count));
    ends.push_back(keys.size());
  }
  ISNAD_ASSIGN_OR_RETURN(std::vector<absl::optional<FactRecord>> facts, store.FindFacts(keys));
  std::vector<Disputed> all;
  size_t next = 0;
  for (size_t i = 0; i < conflicts.size(); ++i) {
    const ConflictKind kind = conflicts[i].kind;
    Disputed disputed;
    std::vector<Candidate> members;
    for (; next < ends[i]; ++next) {
      if (!facts[next].has_value()) continue;
      ISNAD_ASSIGN_OR_RETURN(Candidate member, CandidateOf(*std::move(facts[next]), store));
      members.push_back(std::move(member));
    }
    disputed.keys.insert(conflicts[i].facts.begin(), conflicts[i].facts.end());
    const bool figures = kind == ConflictKind::kFigure && !members.empty() &&
                         std::all_of(members.begin(), members.end(), [](const Candidate& one) {
                           return one.compared.figure.has_value();
                         });
    disputed.compares = figures && absl::StartsWith(members[0].compared.object_ref, "e:");
    disputed.groups = figures ? ByFigure(std::move(members)) : ByClaim(kind, std::move(members));
    all.push_back(std::move(disputed));
  }
  return all;
}

}  // namespace

absl::StatusOr<std::vector<std::vector<ConflictSide>>> FindSides(
    const std::vector<ConflictRecord>& conflicts, Snapshot& store) {
  ISNAD_ASSIGN_OR_RETURN(std::vector<Disputed> all, ReadDisputed(conflicts, store));
  std::vector<std::vector<ConflictSide>> sides(all.size());
  std::vector<FigureQuery> queries;
  std::vector<size_t> of;
  for (size_t i = 0; i < all.size(); ++i) {
    for (const Group& group : all[i].groups) {
      ConflictSide& side = sides[i].emplace_back();
      for (const Candidate& one : group) side.facts.push_back(one.fact);
    }
    if (!all[i].compares) continue;
    ISNAD_ASSIGN_OR_RETURN(std::vector<std::string> subjects,
                           SameRefs(all[i].groups[0][0].compared.subject_ref, store));
    queries.push_back(QueryOf(all[i], std::move(subjects)));
    of.push_back(i);
  }
  ISNAD_ASSIGN_OR_RETURN(std::vector<std::vector<FactRecord>> found, store.FindFigures(queries));
  for (size_t i = 0; i < found.size(); ++i) {
    ISNAD_RETURN_IF_ERROR(AddAgreeing(all[of[i]], std::move(found[i]), store, &sides[of[i]]));
  }
  ISNAD_RETURN_IF_ERROR(Weigh(sides, store));
  for (std::vector<ConflictSide>& some : sides) {
    std::stable_sort(some.begin(), some.end(), [](const ConflictSide& a, const ConflictSide& b) {
      return a.Weight() > b.Weight();
    });
  }
  return sides;
}

}  // namespace isnad::facts
