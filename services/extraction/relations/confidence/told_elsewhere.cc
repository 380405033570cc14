#include "services/extraction/relations/confidence/told_elsewhere.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"
#include "services/extraction/relations/pairs/pair_facts.h"

namespace isnad::extraction {
namespace {

// Facts of one end that are looked at, of an object on either side of the fact: a text with more
// says the same over and over.
constexpr size_t kMostOthers = 64;

// The same for ends that are the same.
std::string KeyOf(const ArgumentRecord& end) {
  return IsEntity(end) ? absl::StrCat("#", end.entity) : end.text;
}

bool HasFigure(const FactRecord& fact) {
  return std::any_of(fact.roles.begin(), fact.roles.end(), [](const ArgumentRecord& role) {
    return role.role == "amount" || role.role == "count";
  });
}

// A frame knows which words join the ends, a pair only that they stand together.
bool ContradictsFrame(const FactRecord& fact, const FactRecord& other) {
  return IsOfPair(fact) && !IsOfPair(other) && fact.passage == other.passage;
}

}  // namespace

ToldElsewhere::ToldElsewhere(const std::vector<FactRecord>* facts) : facts_(*facts) {
  for (size_t i = 0; i < facts_.size(); ++i) {
    const FactRecord& fact = facts_[i];
    if (fact.subject.filled()) by_subject_[KeyOf(fact.subject)].push_back(i);
    if (fact.object.filled()) {
      by_object_[absl::StrCat(fact.type, "\t", KeyOf(fact.object))].push_back(i);
    }
  }
}

void ToldElsewhere::AddOfType(const FactRecord& fact, const FactRecord& other,
                              std::vector<std::string>* out) const {
  const auto add = [&](absl::string_view feature) {
    out->push_back(std::string(feature));
    out->push_back(absl::StrCat(fact.type, " ", feature));
  };
  if (SameEnd(fact.object, other.object)) {
    add("told again");
  } else if (fact.trigger == other.trigger) {
    add("trigger of several objects");
  } else {
    add(fact.passage == other.passage ? "told beside with another object"
                                      : "told with another object");
    if (!IsEntity(fact.object) && IsEntity(other.object)) add("told with a named object");
  }
  if (ContradictsFrame(fact, other) && !SameEnd(fact.object, other.object)) {
    add("frame has another object here");
  }
  if (!HasFigure(fact) && HasFigure(other)) add("told with a figure");
  if (HasFigure(fact) && HasFigure(other)) add("figure beside another");
}

std::vector<std::string> ToldElsewhere::FeaturesOf(size_t fact) const {
  std::vector<std::string> out;
  const FactRecord& asked = facts_[fact];
  const auto of_subject = by_subject_.find(KeyOf(asked.subject));
  if (of_subject != by_subject_.end()) {
    const Places& places = of_subject->second;
    for (size_t i = 0; i < std::min(places.size(), kMostOthers); ++i) {
      if (places[i] == fact) continue;
      const FactRecord& other = facts_[places[i]];
      if (other.type == asked.type) {
        AddOfType(asked, other, &out);
        continue;
      }
      const absl::string_view object = !asked.object.filled() || !other.object.filled() ? "some"
                                       : SameEnd(asked.object, other.object)            ? "the same"
                                                                                        : "another";
      out.push_back(absl::StrCat(asked.type, " beside ", other.type, " of ", object, " object"));
    }
  }
  const auto of_object = by_object_.find(absl::StrCat(asked.type, "\t", KeyOf(asked.object)));
  if (of_object != by_object_.end() && asked.object.filled()) {
    const Places& places = of_object->second;
    const size_t own = std::lower_bound(places.begin(), places.end(), fact) - places.begin();
    const size_t end = std::min(places.size(), own + kMostOthers);
    for (size_t i = own - std::min(own, kMostOthers); i < end; ++i) {
      const size_t place = places[i];
      if (SameEnd(facts_[place].subject, asked.subject)) continue;
      const bool same = facts_[place].trigger == asked.trigger;
      out.push_back(same ? "trigger of several subjects" : "told with another subject");
      out.push_back(absl::StrCat(asked.type, " ", out.back()));
      if (!ContradictsFrame(asked, facts_[place])) continue;
      out.push_back("frame has another subject here");
      out.push_back(absl::StrCat(asked.type, " ", out.back()));
    }
  }
  return out;
}

}  // namespace isnad::extraction
