#include "services/answering/domain/claim_check.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/domain/assertion_cues.h"
#include "services/answering/domain/claim_values.h"
#include "services/answering/domain/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = absl::flat_hash_set<absl::string_view>;

// Closeness: shares of the words, of the names, and of the relation or the figures being told.
constexpr double kWordsShare = 0.5;
constexpr double kNamesShare = 0.35;
constexpr double kToldShare = 0.15;
// What speaks of somebody else is weaker than what speaks of all.
constexpr double kOtherwisePenalty = 0.1;

// Least shares of the question's words in the sentence itself.
// All names stand there, and the relation or a figure with them.
constexpr double kToldCoverage = 0.2;
constexpr double kMeetingCoverage = 0.3;
// There is but one name, or some stand in the sentences around.
constexpr double kSingleCoverage = 0.5;
constexpr double kSingleToldCoverage = 0.4;
constexpr double kAroundCoverage = 0.55;
// The article alone names them, or the question has none.
constexpr double kNamelessCoverage = 0.65;
constexpr double kDenyingCoverage = 0.4;
constexpr double kMeetingDenialCoverage = 0.2;
constexpr double kOtherwiseCoverage = 0.35;

const Words& StillWords() {
  static const auto* words = new Words{"still", "remain", "remains", "remained", "زال",  "زالت",
                                       "يزال",  "تزال",   "مازال",   "مازالت",   "باقيا", "باقيه"};
  return *words;
}

// After these nothing is as it was.
const Words& Changes() {
  static const auto* words = new Words{
      "تاجل",  "تاجلت", "اجل",   "اجلت",  "ارجا",  "ارجات",  "ارجي", "تاجيل",  "غادر", "غادرت",
      "ترك",   "تركت",  "رحل",   "رحلت",  "استقال", "استقالت", "الغي", "الغت",   "توقف", "توقفت",
      "باع",   "باعت",  "انتهي", "انتهت", "اقيل",  "اقيلت",  "تنحي", "تنحت",   "اغلق", "اغلقت",
      "رحيل",  "مغادره", "استقاله", "تاخر", "تاخرت"};
  return *words;
}

const Words& LeadWords() {
  static const auto* words = new Words{"قاد",    "قادت",  "قادها",  "قادته", "قادتها", "بقياده",
                                       "يقودها", "تقودها", "يقود",  "تقود",  "قياده",  "قايد",
                                       "قايده",  "lead",  "led",    "leader"};
  return *words;
}

bool Holds(const Words& words, absl::string_view surface) {
  if (words.contains(surface)) return true;
  for (const absl::string_view letter : {"و", "ف"}) {
    absl::string_view rest = surface;
    if (absl::ConsumePrefix(&rest, letter) && words.contains(rest)) return true;
  }
  return false;
}

v1::EntityType TypeOf(const LinkedName& link) {
  return link.stored() ? link.entities.front().type() : link.asked.entity().type();
}

// Where somebody works: told by any sentence about the person that names a house.
bool IsMove(absl::string_view type) {
  for (const absl::string_view move : {"JOINED", "LEFT", "HIRED_FROM", "APPOINTED", "HOLDS_ROLE"}) {
    if (type == move) return true;
  }
  return false;
}

bool AsksAboutPlans(const v1::QuestionAnalysis& reading) {
  return std::any_of(reading.relations().begin(), reading.relations().end(),
                     [](const v1::RelationReading& relation) {
                       return relation.modality() == v1::MODALITY_PLANNED;
                     });
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

// Somebody or something of this kind that the question does not name.
bool HasOther(const Inquiry& inquiry, const PassageView& view, v1::EntityType type) {
  return std::any_of(
      view.passage().mentions().begin(), view.passage().mentions().end(),
      [&](const v1::PassageMention& mention) {
        return mention.entity_type() == type && !inquiry.links.all().contains(mention.entity());
      });
}

}  // namespace

// Which names of the question a sentence has.
struct ClaimCheck::Names {
  double share = 0;
  bool any_here = false;
  bool all_here = true;
  // The missing ones stand in the sentences around, or are the house that speaks.
  bool all_near = true;
  bool all_in_document = true;
  bool person_here = false;
  // The one that is missing while all others stand there or around, else null.
  const LinkedName* contrary = nullptr;
};

ClaimCheck::ClaimCheck(const Inquiry& inquiry, const std::vector<v1::Token>& tokens)
    : inquiry_(inquiry) {
  for (const v1::Token& token : tokens) {
    asks_whether_still_ |= StillWords().contains(token.surface());
    asks_for_lead_ |= LeadWords().contains(token.surface());
  }
}

ClaimCheck::Names ClaimCheck::NamesIn(const PassageView& view) const {
  Names names;
  double sum = 0;
  std::vector<std::pair<const LinkedName*, double>> missing;
  for (const LinkedName& link : inquiry_.links.links()) {
    const double share = inquiry_.meter.NameShare(view, link);
    sum += share;
    const bool here = share >= NameShares::kWordsOnly;
    names.any_here |= here;
    names.person_here |= here && TypeOf(link) == v1::ENTITY_TYPE_PERSON;
    // A capital may stand for its government, and a country for where all of it happens.
    const bool frame = TypeOf(link) == v1::ENTITY_TYPE_LOCATION && !IsPlace(inquiry_, link);
    if (here || frame) continue;
    // People are not meant by a sentence that names others; a house often is.
    const bool person = TypeOf(link) == v1::ENTITY_TYPE_PERSON;
    names.all_here = false;
    names.all_near &=
        share >= NameShares::kNeighbour && (!person || !HasOther(inquiry_, view, TypeOf(link)));
    names.all_in_document &= share >= NameShares::kDocument;
    missing.push_back({&link, share});
  }
  const size_t all = inquiry_.links.links().size();
  names.share = all > 0 ? sum / static_cast<double>(all) : 1.0;
  if (all < 2 || missing.empty()) return names;
  // Of several that are missing the one that stands farthest off is the wrong one.
  std::sort(missing.begin(), missing.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool others_around = std::all_of(missing.begin() + 1, missing.end(), [](const auto& one) {
    return one.second >= (TypeOf(*one.first) == v1::ENTITY_TYPE_PERSON ? NameShares::kNeighbour
                                                                       : NameShares::kDocument);
  });
  const bool tied = missing.size() > 1 && missing[0].second == missing[1].second;
  if (others_around && !tied && TypeOf(*missing[0].first) != v1::ENTITY_TYPE_UNSPECIFIED) {
    names.contrary = missing[0].first;
  }
  return names;
}

bool ClaimCheck::HasFact(const PassageView& view) const {
  return std::any_of(inquiry_.facts.begin(), inquiry_.facts.end(), [&](const v1::Fact& fact) {
    if (fact.evidence_size() == 0) return false;
    const v1::Evidence& source = fact.evidence(0);
    if (source.document() != view.document().name() ||
        source.passage_ordinal() != view.passage().ordinal()) {
      return false;
    }
    const auto& relations = inquiry_.reading.relations();
    const bool asked = std::any_of(relations.begin(), relations.end(),
                                   [&](const v1::RelationReading& relation) {
                                     const bool same = relation.fact_type() == fact.type() ||
                                                       (IsMove(relation.fact_type()) &&
                                                        IsMove(fact.type()));
                                     return same &&
                                            2 * relation.confidence() >= relations[0].confidence();
                                   });
    const auto& all = inquiry_.links.all();
    return asked && (all.contains(fact.subject().entity()) || all.contains(fact.object().entity()));
  });
}

bool ClaimCheck::TellsRelation(const PassageView& view) const {
  constexpr double kLeastMatch = 0.45;
  if (HasFact(view)) return true;
  if (inquiry_.reading.relations().empty()) return false;
  const v1::Span& trigger = inquiry_.reading.relations(0).trigger();
  for (size_t i = 0; i < inquiry_.words.words().size(); ++i) {
    if (inquiry_.words.words()[i].role == QuestionWord::Role::kName) continue;
    if (inquiry_.words.IsWithin(static_cast<int>(i), trigger) && view.best()[i] >= kLeastMatch) {
      return true;
    }
  }
  return false;
}

// The first house behind a word of leading is one that the question names.
bool ClaimCheck::IsOfLead(const PassageView& view) const {
  constexpr int kReach = 5;
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    if (!Holds(LeadWords(), view.passage().tokens(token).surface())) continue;
    for (const v1::PassageMention& mention : view.passage().mentions()) {
      const int at = view.TokenAt(mention.begin());
      if (at <= token || at > token + kReach ||
          mention.entity_type() == v1::ENTITY_TYPE_LOCATION) {
        continue;
      }
      return inquiry_.links.all().contains(mention.entity());
    }
  }
  return true;
}

ClaimReading ClaimCheck::Read(const PassageView& view) const {
  ClaimReading reading;
  const Relevance relevance = inquiry_.meter.Measure(view, view.range(), view.range());
  const double own = relevance.own_coverage;
  const Names names = NamesIn(view);
  const auto& links = inquiry_.links.links();
  const ValueVerdict values = CompareValues(inquiry_.reading, view);
  const bool told = TellsRelation(view) ||
                    (names.person_here && !inquiry_.reading.relations().empty() &&
                     IsMove(inquiry_.reading.relations(0).fact_type()));
  const bool figured = values == ValueVerdict::kAgree;
  reading.closeness = kWordsShare * own + kNamesShare * names.share +
                      (told ? kToldShare : 0) + (figured ? kToldShare : 0);
  if (!links.empty() && !names.any_here && own < kDenyingCoverage) return reading;

  const bool denied = DeniesClaim(view, inquiry_.words);
  if (denied) {
    const bool meets = links.size() > 1 && names.all_here;
    const double least = meets ? kMeetingDenialCoverage : kDenyingCoverage;
    if (names.all_in_document && (own >= least || figured)) {
      reading.stance = Stance::kDenies;
      return reading;
    }
  }
  bool speaks = false;
  if (links.empty()) {
    speaks = own >= kNamelessCoverage;
  } else if (names.all_here && links.size() > 1) {
    speaks = own >= (told || figured ? kToldCoverage : kMeetingCoverage);
  } else if (names.all_here) {
    speaks = own >= (told || figured ? kSingleToldCoverage : kSingleCoverage);
  } else if (names.all_near) {
    speaks = own >= (names.any_here ? (told ? kSingleToldCoverage : kSingleCoverage)
                                    : kAroundCoverage);
  } else if (names.all_in_document) {
    speaks = names.any_here && own >= kAroundCoverage && names.contrary == nullptr;
  }
  if (denied) return reading;
  if (speaks) {
    const bool changed = asks_whether_still_ &&
                         std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                                     [](const v1::IndexedToken& token) {
                                       return Holds(Changes(), token.surface());
                                     });
    if (values == ValueVerdict::kDiffer || changed || (asks_for_lead_ && !IsOfLead(view))) {
      reading.stance = Stance::kSaysOtherwise;
      reading.closeness -= kOtherwisePenalty;
    } else if (values == ValueVerdict::kMissing && !names.all_here) {
      return reading;
    } else {
      const bool plans = !AsksAboutPlans(inquiry_.reading) && PlansAsked(view, inquiry_.words);
      reading.stance = plans ? Stance::kPlans : Stance::kAffirms;
    }
    return reading;
  }
  // One name is missing, and another stands where it should.
  if (names.any_here && names.contrary != nullptr &&
      HasOther(inquiry_, view, TypeOf(*names.contrary)) && (told || own >= kOtherwiseCoverage)) {
    reading.stance = Stance::kSaysOtherwise;
    reading.closeness -= kOtherwisePenalty;
  }
  return reading;
}

}  // namespace isnad::answering
