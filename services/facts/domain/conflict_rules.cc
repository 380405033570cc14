#include "services/facts/domain/conflict_rules.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/facts/domain/figures.h"

namespace isnad::facts {
namespace {

bool KnownTime(const ComparedFact& fact) {
  return fact.valid.has_value() && fact.valid->basis != DateBasis::kAssumed;
}

bool IsPlan(const ComparedFact& fact) { return fact.modality == Modality::kPlanned; }

bool IsDate(const std::string& ref) { return absl::StartsWith(ref, "d:"); }
bool IsFigure(const std::string& ref) { return absl::StartsWith(ref, "n:"); }

// The ends that must be the same for figures and denials to be about one thing. A figure that is
// the object itself does not count among them.
std::string Ends(const FactTypeRecord& type, const ComparedFact& fact) {
  std::string subject = fact.subject_ref;
  std::string object = IsFigure(fact.object_ref) ? "" : fact.object_ref;
  if (type.symmetric && object < subject) std::swap(subject, object);
  return absl::StrCat(subject, "|", object);
}

bool SameObject(const std::string& a, const std::string& b) {
  return IsFigure(a) || a.empty() ? IsFigure(b) || b.empty() : a == b;
}

// Whether `Ends` of both are the same, without making them.
bool SameEnds(const FactTypeRecord& type, const ComparedFact& a, const ComparedFact& b) {
  if (a.subject_ref == b.subject_ref && SameObject(a.object_ref, b.object_ref)) return true;
  return type.symmetric && a.subject_ref == b.object_ref && a.object_ref == b.subject_ref;
}

std::string SubjectAnchor(const ComparedFact& fact) { return absl::StrCat(fact.subject_ref, "|*"); }
std::string ObjectAnchor(const ComparedFact& fact) { return absl::StrCat("*|", fact.object_ref); }

bool FiguresDiffer(const ComparedFact& a, const ComparedFact& b) {
  return a.figure.has_value() && b.figure.has_value() && !CompatibleFigures(*a.figure, *b.figure);
}

ConflictKind KindOfValues(const std::string& a, const std::string& b) {
  return IsDate(a) && IsDate(b) ? ConflictKind::kDate : ConflictKind::kValue;
}

bool DifferentValues(const std::string& a, const std::string& b) {
  return IsIdentified(a) && IsIdentified(b) && !IsFigure(a) && !IsFigure(b) && a != b;
}

}  // namespace

bool MayShareTime(const ComparedFact& a, const ComparedFact& b) {
  if (!KnownTime(a) || !KnownTime(b)) return true;
  return a.valid->start < b.valid->end && b.valid->start < a.valid->end;
}

bool IsIdentified(const std::string& ref) { return !ref.empty() && !absl::StartsWith(ref, "t:"); }

absl::optional<Disagreement> Disagree(const FactTypeRecord& type, const ComparedFact& a,
                                      const ComparedFact& b) {
  if (a.key == b.key || !MayShareTime(a, b) || IsPlan(a) != IsPlan(b)) return absl::nullopt;
  if (!IsIdentified(a.subject_ref) || !IsIdentified(b.subject_ref)) return absl::nullopt;
  const bool same_ends = SameEnds(type, a, b);
  if (a.polarity != b.polarity) {
    // Who denies one figure does not deny another.
    if (!same_ends || FiguresDiffer(a, b)) return absl::nullopt;
    return Disagreement{ConflictKind::kDenial, Ends(type, a)};
  }
  if (a.polarity == Polarity::kDenied) return absl::nullopt;
  if (same_ends && FiguresDiffer(a, b)) {
    return Disagreement{ConflictKind::kFigure, Ends(type, a)};
  }
  if (type.single_object && a.subject_ref == b.subject_ref &&
      DifferentValues(a.object_ref, b.object_ref)) {
    return Disagreement{KindOfValues(a.object_ref, b.object_ref), SubjectAnchor(a)};
  }
  if (type.single_subject && IsIdentified(a.object_ref) && a.object_ref == b.object_ref &&
      DifferentValues(a.subject_ref, b.subject_ref)) {
    return Disagreement{KindOfValues(a.subject_ref, b.subject_ref), ObjectAnchor(a)};
  }
  return absl::nullopt;
}

std::vector<Disagreement> PossibleDisagreements(const FactTypeRecord& type,
                                                const ComparedFact& fact) {
  std::vector<Disagreement> possible = {{ConflictKind::kDenial, Ends(type, fact)},
                                        {ConflictKind::kFigure, Ends(type, fact)}};
  if (type.single_object) {
    possible.push_back({ConflictKind::kValue, SubjectAnchor(fact)});
    possible.push_back({ConflictKind::kDate, SubjectAnchor(fact)});
  }
  if (type.single_subject && !fact.object_ref.empty()) {
    possible.push_back({ConflictKind::kValue, ObjectAnchor(fact)});
  }
  return possible;
}

}  // namespace isnad::facts
