#include "services/answering/answers/claim_names.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// A single word that no lexicon knows may be called a person by its form alone.
bool IsPerson(const LinkedName& link) {
  return TypeOf(link) == v1::ENTITY_TYPE_PERSON &&
         (link.stored() || absl::StrContains(link.asked.span().quote(), " "));
}

// The question asks about what happens at this very place.
bool IsPlace(const Inquiry& inquiry, const LinkedName& link) {
  const auto& relations = inquiry.reading.relations();
  return std::any_of(relations.begin(), relations.end(), [&](const v1::RelationReading& relation) {
    return std::any_of(relation.fillers().begin(), relation.fillers().end(),
                       [&](const v1::RelationFiller& filler) {
                         return filler.role() == "place" &&
                                filler.entity() == link.asked.entity().id();
                       });
  });
}

// Subject or object of the relation that was read first.
bool IsEnd(const Inquiry& inquiry, const LinkedName& link) {
  if (inquiry.reading.relations().empty()) return false;
  const auto& fillers = inquiry.reading.relations(0).fillers();
  return std::any_of(fillers.begin(), fillers.end(), [&](const v1::RelationFiller& filler) {
    return (filler.role() == "object" || filler.role() == "subject") &&
           filler.entity() == link.asked.entity().id();
  });
}

// Both ends that the question gives to its relation are named in the sentence.
bool HasEnds(const Inquiry& inquiry, const PassageView& view) {
  if (inquiry.reading.relations().empty()) return false;
  int ends = 0;
  for (const v1::RelationFiller& filler : inquiry.reading.relations(0).fillers()) {
    if (filler.role() != "subject" && filler.role() != "object") continue;
    const LinkedName* link = inquiry.links.Find(filler.entity());
    if (link == nullptr || inquiry.meter.NameShare(view, *link) < NameShares::kWordsOnly) {
      return false;
    }
    ++ends;
  }
  return ends == 2;
}

}  // namespace

v1::EntityType TypeOf(const LinkedName& link) {
  return link.stored() ? link.entities.front().type() : link.asked.entity().type();
}

bool HasOther(const Inquiry& inquiry, const PassageView& view, v1::EntityType type) {
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& mention) {
                       const v1::EntityType found = mention.entity_type();
                       // What a house runs often bears its name.
                       const bool alike = found == type || (type == v1::ENTITY_TYPE_ORGANIZATION &&
                                                            found == v1::ENTITY_TYPE_PRODUCT);
                       return alike && !inquiry.links.all().contains(mention.entity());
                     });
}

ClaimNames NamesIn(const Inquiry& inquiry, const PassageView& view) {
  ClaimNames names;
  double sum = 0;
  std::vector<std::pair<const LinkedName*, double>> missing;
  for (const LinkedName& link : inquiry.links.links()) {
    const double share = inquiry.meter.NameShare(view, link);
    sum += share;
    const bool here = share >= NameShares::kWordsOnly;
    names.any_here |= here;
    names.here += here ? 1 : 0;
    names.person_here |= here && IsPerson(link);
    // A capital may stand for its government, and a country for where all of it happens.
    const bool frame = TypeOf(link) == v1::ENTITY_TYPE_LOCATION && !IsPlace(inquiry, link);
    if (here || frame) continue;
    // People are not meant by a sentence that names others; a house often is.
    const bool person = IsPerson(link);
    names.all_here = false;
    names.other_person |= person && HasOther(inquiry, view, v1::ENTITY_TYPE_PERSON);
    names.all_near &=
        share >= NameShares::kNeighbour && (!person || !HasOther(inquiry, view, TypeOf(link)));
    names.all_in_document &= share >= NameShares::kDocument;
    missing.push_back({&link, share});
  }
  const size_t all = inquiry.links.links().size();
  names.ends_here = HasEnds(inquiry, view);
  names.share = all > 0 ? sum / static_cast<double>(all) : 1.0;
  if (missing.empty()) return names;
  // Of several that are missing an end of the relation is the wrong one, then what stands farthest.
  std::stable_sort(missing.begin(), missing.end(), [&](const auto& a, const auto& b) {
    const bool a_end = IsEnd(inquiry, *a.first);
    const bool b_end = IsEnd(inquiry, *b.first);
    return a_end != b_end ? a_end : a.second < b.second;
  });
  const LinkedName& wrong = *missing[0].first;
  const bool others_around = std::all_of(missing.begin() + 1, missing.end(), [](const auto& one) {
    return one.second >= (IsPerson(*one.first) ? NameShares::kNeighbour : NameShares::kDocument);
  });
  // What is said of one person says nothing of another whom other sentences name.
  const bool elsewhere =
      IsPerson(wrong) &&
      std::any_of(inquiry.pool.views().begin(), inquiry.pool.views().end(),
                  [&](const PassageView& other) {
                    return inquiry.meter.NameShare(other, wrong) >= NameShares::kWordsOnly;
                  });
  if (others_around && !elsewhere && TypeOf(wrong) != v1::ENTITY_TYPE_UNSPECIFIED) {
    names.contrary = &wrong;
  }
  return names;
}

}  // namespace isnad::answering
