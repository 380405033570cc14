#include "services/answering/evidence/fact_filter.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A filter has at most 64 terms.
constexpr size_t kMaxTypes = 12;
constexpr size_t kMaxEntities = 24;

constexpr absl::string_view kMoves[] = {"JOINED", "LEFT", "HIRED_FROM", "APPOINTED", "HOLDS_ROLE"};

constexpr absl::string_view kDeals[] = {"ACQUIRED", "INVESTED_IN", "PARTNERED_WITH", "SUPPLIES"};

// Whether a term of the filter is one of the types.
template <size_t size>
bool IsOneOf(absl::string_view term, const absl::string_view (&types)[size]) {
  return std::any_of(std::begin(types), std::end(types),
                     [&](absl::string_view type) { return term == absl::StrCat("type = ", type); });
}

// A reading so much less likely than the best one brings many facts and no answer. What speaks
// against a claim may be of any, and who has left is not who takes over.
bool IsUnlikely(const v1::QuestionAnalysis& reading, const v1::RelationReading& relation) {
  constexpr double kLeastShare = 0.5;
  return reading.kind() != v1::QUESTION_KIND_YES_NO && relation.fact_type() != "LEFT" &&
         relation.confidence() < kLeastShare * reading.relations(0).confidence();
}

std::string AnyOf(const std::vector<std::string>& terms) {
  if (terms.size() == 1) return terms.front();
  return absl::StrCat("(", absl::StrJoin(terms, " OR "), ")");
}

void AddOnce(std::string term, size_t limit, std::vector<std::string>* terms) {
  if (terms->size() >= limit) return;
  if (std::find(terms->begin(), terms->end(), term) == terms->end()) {
    terms->push_back(std::move(term));
  }
}

// All of `alike` if one of them is asked for.
template <size_t size>
void AddAlike(const absl::string_view (&alike)[size], std::vector<std::string>* types) {
  const bool asked = std::any_of(types->begin(), types->end(),
                                 [&](const std::string& term) { return IsOneOf(term, alike); });
  if (!asked) return;
  for (const absl::string_view type : alike) {
    AddOnce(absl::StrCat("type = ", type), kMaxTypes, types);
  }
}

}  // namespace

std::string FactFilter(const v1::QuestionAnalysis& reading, const EntityLinks& links) {
  const bool all_types =
      reading.kind() == v1::QUESTION_KIND_TIMELINE ||
      (reading.kind() == v1::QUESTION_KIND_CONFLICT && reading.relations().empty());
  std::vector<std::string> types;
  if (!all_types) {
    for (const v1::RelationReading& relation : reading.relations()) {
      if (IsUnlikely(reading, relation)) continue;
      AddOnce(absl::StrCat("type = ", relation.fact_type()), kMaxTypes, &types);
    }
    // Where somebody came from or went is told by each of these, and what is one deal between two
    // is mostly no other.
    if (reading.kind() == v1::QUESTION_KIND_YES_NO) {
      AddAlike(kMoves, &types);
      AddAlike(kDeals, &types);
    }
    // Whoever denies something else than that it happened states a denial.
    if (!types.empty() && reading.kind() == v1::QUESTION_KIND_YES_NO) {
      AddOnce("type = DENIED", kMaxTypes, &types);
    }
  }
  std::vector<std::string> entities;
  for (const LinkedName& link : links.links()) {
    for (const v1::Entity& entity : link.entities) {
      AddOnce(absl::StrCat("entity = \"", entity.name(), "\""), kMaxEntities, &entities);
    }
  }
  // What nobody in the store is named after has no facts.
  const bool about_unknown =
      entities.empty() &&
      std::any_of(links.links().begin(), links.links().end(), [](const LinkedName& link) {
        return link.asked.entity().type() != v1::ENTITY_TYPE_LOCATION;
      });
  if (about_unknown) return "";
  if (types.empty() && (!all_types || entities.empty())) return "";
  if (types.empty()) return AnyOf(entities);
  if (entities.empty()) return AnyOf(types);
  return absl::StrCat(AnyOf(types), " AND ", AnyOf(entities));
}

}  // namespace isnad::answering
