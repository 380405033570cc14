#include "services/answering/answers/claim_check.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/evidence/fact_matcher.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/passages/assertion_cues.h"

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
constexpr double kFiguredCoverage = 0.05;
constexpr double kMeetingCoverage = 0.3;
// There is but one name, or some stand in the sentences around.
constexpr double kSingleCoverage = 0.5;
constexpr double kSingleToldCoverage = 0.4;
constexpr double kAroundCoverage = 0.55;
// The article alone names them, or the question has none.
constexpr double kSurelyCoverage = 0.75;
constexpr int kTellingWords = 3;
constexpr double kNamelessCoverage = 0.65;
constexpr double kDenyingCoverage = 0.4;
constexpr double kMeetingDenialCoverage = 0.2;
constexpr double kToldDenialCoverage = 0.3;
constexpr double kOtherwiseCoverage = 0.35;

const Words& StillWords() {
  static const auto* words =
      new Words{"still", "remain", "remains", "remained", "زال",  "زالت", "يزال",  "تزال",
                "مازال", "مازالت", "باقيا",   "باقيه",    "بقي",  "بقيت", "يبقي",  "تبقي",
                "ظل",    "ظلت",    "keep",    "keeps",    "kept", "stay", "stays", "stayed"};
  return *words;
}

// After these nothing is as it was.
const Words& Changes() {
  static const auto* words = new Words{
      "تاجل",   "تاجلت",   "اجل",    "اجلت",   "ارجا",   "ارجات",   "ارجي",    "تاجيل",  "غادر",
      "غادرت",  "ترك",     "تركت",   "رحل",    "رحلت",   "استقال",  "استقالت", "الغي",   "الغت",
      "توقف",   "توقفت",   "باع",    "باعت",   "انتهي",  "انتهت",   "اقيل",    "اقيلت",  "تنحي",
      "تنحت",   "اغلق",    "اغلقت",  "رحيل",   "مغادره", "استقاله", "تاخر",    "تاخرت",  "يغادر",
      "تغادر",  "سيغادر",  "ستغادر", "يرحل",   "سيرحل",  "ترحل",    "سترحل",   "يستقيل", "سيستقيل",
      "تستقيل", "ستستقيل", "يتنحي",  "سيتنحي", "تتنحي",  "ستتنحي",  "تصدعت",   "تتصدع",  "يتصدع",
      "توترت",  "متوتره",  "تدهورت", "تتدهور", "ساءت",   "فسخ",     "فسخت",    "انهار",  "انهارت"};
  return *words;
}

const Words& LeadWords() {
  static const auto* words =
      new Words{"قاد",  "قادت", "قادها", "قادته", "قادتها", "بقياده", "يقودها", "تقودها",
                "يقود", "تقود", "قياده", "قايد",  "قايده",  "lead",   "led",    "leader"};
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

// A single word that no lexicon knows may be called a person by its form alone.
bool IsPerson(const LinkedName& link) {
  return TypeOf(link) == v1::ENTITY_TYPE_PERSON &&
         (link.stored() || absl::StrContains(link.asked.span().quote(), " "));
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

// What has one other end only: who joined one house did not join another.
bool IsExclusive(absl::string_view type) {
  return type == "JOINED" || type == "HIRED_FROM" || type == "ACQUIRED" || type == "FOUNDED" ||
         type == "APPOINTED";
}

// Somebody or something of this kind that the question does not name.
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

}  // namespace

// Which names of the question a sentence has.
struct ClaimCheck::Names {
  double share = 0;
  bool any_here = false;
  int here = 0;
  bool all_here = true;
  // The missing ones stand in the sentences around, or are the house that speaks.
  bool all_near = true;
  bool all_in_document = true;
  bool person_here = false;
  // A person whom the question names is missing, and another one is there.
  bool other_person = false;
  // Subject and object of the relation that was read first, both given, stand there.
  bool ends_here = false;
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
    names.here += here ? 1 : 0;
    names.person_here |= here && IsPerson(link);
    // A capital may stand for its government, and a country for where all of it happens.
    const bool frame = TypeOf(link) == v1::ENTITY_TYPE_LOCATION && !IsPlace(inquiry_, link);
    if (here || frame) continue;
    // People are not meant by a sentence that names others; a house often is.
    const bool person = IsPerson(link);
    names.all_here = false;
    names.other_person |= person && HasOther(inquiry_, view, v1::ENTITY_TYPE_PERSON);
    names.all_near &=
        share >= NameShares::kNeighbour && (!person || !HasOther(inquiry_, view, TypeOf(link)));
    names.all_in_document &= share >= NameShares::kDocument;
    missing.push_back({&link, share});
  }
  const size_t all = inquiry_.links.links().size();
  names.ends_here = HasEnds(inquiry_, view);
  names.share = all > 0 ? sum / static_cast<double>(all) : 1.0;
  if (missing.empty()) return names;
  // Of several that are missing an end of the relation is the wrong one, then what stands farthest.
  std::stable_sort(missing.begin(), missing.end(), [&](const auto& a, const auto& b) {
    const bool a_end = IsEnd(inquiry_, *a.first);
    const bool b_end = IsEnd(inquiry_, *b.first);
    return a_end != b_end ? a_end : a.second < b.second;
  });
  const LinkedName& wrong = *missing[0].first;
  const bool others_around = std::all_of(missing.begin() + 1, missing.end(), [](const auto& one) {
    return one.second >= (IsPerson(*one.first) ? NameShares::kNeighbour : NameShares::kDocument);
  });
  // What is said of one person says nothing of another whom other sentences name.
  const bool elsewhere =
      IsPerson(wrong) &&
      std::any_of(inquiry_.pool.views().begin(), inquiry_.pool.views().end(),
                  [&](const PassageView& other) {
                    return inquiry_.meter.NameShare(other, wrong) >= NameShares::kWordsOnly;
                  });
  if (others_around && !elsewhere && TypeOf(wrong) != v1::ENTITY_TYPE_UNSPECIFIED) {
    names.contrary = &wrong;
  }
  return names;
}

bool ClaimCheck::HasFact(const PassageView& view) const {
  return std::any_of(inquiry_.facts.begin(), inquiry_.facts.end(), [&](const v1::Fact& fact) {
    if (!RestsOn(fact, view)) return false;
    const auto& relations = inquiry_.reading.relations();
    const bool asked =
        std::any_of(relations.begin(), relations.end(), [&](const v1::RelationReading& relation) {
          const bool same = relation.fact_type() == fact.type() ||
                            (IsMove(relation.fact_type()) && IsMove(fact.type()));
          return same && 2 * relation.confidence() >= relations[0].confidence();
        });
    const auto& all = inquiry_.links.all();
    return asked && (all.contains(fact.subject().entity()) || all.contains(fact.object().entity()));
  });
}

// A fact of the asked kind stands there with everybody whom the question names.
bool ClaimCheck::HoldsAll(const PassageView& view) const {
  if (inquiry_.links.links().size() < 2 || inquiry_.reading.relations().empty()) return false;
  return std::any_of(inquiry_.facts.begin(), inquiry_.facts.end(), [&](const v1::Fact& fact) {
    if (!RestsOn(fact, view) || fact.type() != inquiry_.reading.relations(0).fact_type() ||
        fact.polarity() == v1::POLARITY_DENIED) {
      return false;
    }
    const auto& links = inquiry_.links.links();
    return std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
      return link.names.contains(fact.subject().entity()) ||
             link.names.contains(fact.object().entity()) ||
             std::any_of(fact.roles().begin(), fact.roles().end(),
                         [&](const v1::Argument& argument) {
                           return link.names.contains(argument.entity());
                         });
    });
  });
}

// Several words of the question stand there, not just the one of its relation.
bool ClaimCheck::TellsMuch(const PassageView& view) const {
  constexpr double kLeastMatch = 0.45;
  int told = 0;
  for (size_t i = 0; i < inquiry_.words.words().size(); ++i) {
    const bool content = inquiry_.words.words()[i].role == QuestionWord::Role::kContent;
    if (content && view.best()[i] >= kLeastMatch) ++told;
  }
  return told >= kTellingWords;
}

// "Did X put money into Y": words that X's sentence or Y's has in common with the question are no
// deal between them, where neither the deal is told there nor both of them are named.
bool ClaimCheck::LacksEnds(const PassageView& view, const Names& names, bool told) const {
  if (told || names.ends_here || inquiry_.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry_.reading.relations(0);
  if (asked.confidence() < kSureRelation) return false;
  int ends = 0;
  for (const v1::RelationFiller& filler : asked.fillers()) {
    const LinkedName* link = inquiry_.links.Find(filler.entity());
    const bool end = filler.role() == "subject" || filler.role() == "object";
    if (end && link != nullptr && TypeOf(*link) != v1::ENTITY_TYPE_LOCATION) ++ends;
  }
  return ends == 2 && !HoldsAll(view);
}

// A fact of the asked kind that stands there says that it is not so.
bool ClaimCheck::HasDeniedFact(const PassageView& view) const {
  if (inquiry_.reading.relations().empty()) return false;
  const std::string& asked = inquiry_.reading.relations(0).fact_type();
  if (asked == "DENIED") return false;
  return std::any_of(inquiry_.facts.begin(), inquiry_.facts.end(), [&](const v1::Fact& fact) {
    if (fact.polarity() != v1::POLARITY_DENIED || fact.type() == "DENIED") return false;
    if (!RestsOn(fact, view)) return false;
    const auto& all = inquiry_.links.all();
    const bool both = all.contains(fact.subject().entity()) && all.contains(fact.object().entity());
    return both && (fact.type() == asked || (IsMove(fact.type()) && IsMove(asked)));
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
      if (at <= token || at > token + kReach || mention.entity_type() == v1::ENTITY_TYPE_LOCATION) {
        continue;
      }
      return inquiry_.links.all().contains(mention.entity());
    }
  }
  return true;
}

// A fact of the very relation stands there, with another end than the question gives.
bool ClaimCheck::HasOtherEnd(const PassageView& view) const {
  if (inquiry_.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry_.reading.relations(0);
  if (!IsExclusive(asked.fact_type()) || asked.fillers_size() < 2) return false;
  bool other = false;
  for (const v1::Fact& fact : inquiry_.facts) {
    if (fact.type() != asked.fact_type() || !RestsOn(fact, view)) continue;
    if (!ContradictsEnds(inquiry_, fact, asked)) return false;
    const auto& all = inquiry_.links.all();
    other |= all.contains(fact.subject().entity()) || all.contains(fact.object().entity());
  }
  return other;
}

// The figures of the question, in the sentence or in one beside it.
ValueVerdict ClaimCheck::ValuesAround(const PassageView& view) const {
  const ValueVerdict own = CompareValues(inquiry_.reading, view);
  if (own == ValueVerdict::kNone || own == ValueVerdict::kAgree) return own;
  for (int step : {-1, 1}) {
    const PassageView* beside =
        inquiry_.pool.At(view.document().name(), view.passage().ordinal() + step);
    if (beside != nullptr && CompareValues(inquiry_.reading, *beside) == ValueVerdict::kAgree) {
      return ValueVerdict::kAgree;
    }
  }
  return own;
}

ClaimReading ClaimCheck::Read(const PassageView& view) const {
  ClaimReading reading;
  const Relevance relevance = inquiry_.meter.Measure(view, view.range(), view.range());
  const double own = relevance.own_coverage;
  const Names names = NamesIn(view);
  const auto& links = inquiry_.links.links();
  const ValueVerdict values = CompareValues(inquiry_.reading, view);
  const bool trigger = TellsRelation(view);
  const bool told = trigger || (names.person_here && !inquiry_.reading.relations().empty() &&
                                IsMove(inquiry_.reading.relations(0).fact_type()));
  const bool figured = values == ValueVerdict::kAgree;
  reading.closeness = kWordsShare * own + kNamesShare * names.share + (told ? kToldShare : 0) +
                      (figured ? kToldShare : 0);
  if (!links.empty() && !names.any_here && own < kDenyingCoverage) return reading;

  // Who denies a withdrawal stands by it.
  const bool denied =
      (DeniesClaim(view, inquiry_.words) || HasDeniedFact(view)) && !DeniesWithdrawal(view);
  if (denied) {
    const bool meets = links.size() > 1 && names.all_here;
    const double least = meets                       ? kMeetingDenialCoverage
                         : names.any_here && trigger ? kToldDenialCoverage
                                                     : kDenyingCoverage;
    if (names.all_in_document && !names.other_person && (own >= least || figured)) {
      reading.stance = Stance::kDenies;
    }
    return reading;
  }
  // Where one name is missing another may stand where it should.
  const bool otherwise =
      names.contrary != nullptr && HasOther(inquiry_, view, TypeOf(*names.contrary));
  const bool other_end = otherwise && HasOtherEnd(view);
  const bool changed =
      asks_whether_still_ &&
      std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                  [](const v1::IndexedToken& token) { return Holds(Changes(), token.surface()); });
  bool speaks = false;
  if (links.empty()) {
    speaks = own >= kNamelessCoverage;
  } else if (names.all_here && links.size() > 1) {
    speaks = own >= (figured ? kFiguredCoverage : told ? kToldCoverage : kMeetingCoverage);
  } else if (names.all_here) {
    speaks = own >= (changed           ? kToldCoverage
                     : told || figured ? kSingleToldCoverage
                                       : kSingleCoverage);
  } else if (names.ends_here && told && !names.other_person && !otherwise) {
    speaks = own >= kToldCoverage;
  } else if (names.all_near && !other_end) {
    const bool strangers = HasOther(inquiry_, view, v1::ENTITY_TYPE_ORGANIZATION) ||
                           HasOther(inquiry_, view, v1::ENTITY_TYPE_PERSON);
    speaks = names.any_here ? own >= (changed ? kToldCoverage
                                      : told  ? kSingleToldCoverage
                                              : kSingleCoverage) ||
                                  HoldsAll(view)
                            : own >= (strangers ? kSurelyCoverage : kAroundCoverage);
    // Of others, or of one end only: it says neither that the claim holds nor that it does not.
    const bool of_others = strangers && !names.any_here && !TellsMuch(view);
    if (of_others || (speaks && LacksEnds(view, names, told || figured))) return reading;
  } else if (names.all_in_document && !otherwise) {
    const bool most = names.here > 1 && told;
    speaks =
        names.any_here && own >= (most ? kMeetingCoverage : kAroundCoverage) && !names.other_person;
  }
  if (speaks) {
    if (values == ValueVerdict::kDiffer || changed || (asks_for_lead_ && !IsOfLead(view))) {
      reading.stance = Stance::kSaysOtherwise;
      reading.closeness -= kOtherwisePenalty;
    } else if (values != ValueVerdict::kMissing || names.all_here) {
      const bool plans = !AsksAboutPlans(inquiry_.reading) && PlansAsked(view, inquiry_.words);
      const auto& relations = inquiry_.reading.relations();
      // "Did X deny the rumour" is affirmed by who speaks of one.
      const bool denial = !relations.empty() && relations[0].fact_type() == "DENIED";
      const bool rumour = !denial && ReportsRumour(view);
      reading.stance = plans ? Stance::kPlans : rumour ? Stance::kReportsRumour : Stance::kAffirms;
    }
    return reading;
  }
  if (!otherwise) return reading;
  const ValueVerdict around = ValuesAround(view);
  if (around == ValueVerdict::kDiffer || around == ValueVerdict::kMissing) return reading;
  // With a single name, or none there, the words alone must tell that it is the same event.
  const double least = links.size() < 2    ? kAroundCoverage
                       : !names.any_here   ? kAroundCoverage
                       : told || other_end ? kToldCoverage
                                           : kOtherwiseCoverage;
  const bool near = names.any_here || trigger;
  if (near && (own >= least || other_end)) {
    reading.stance = Stance::kSaysOtherwise;
    reading.closeness -= kOtherwisePenalty;
  }
  return reading;
}

}  // namespace isnad::answering
