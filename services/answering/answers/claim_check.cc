#include "services/answering/answers/claim_check.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/answers/claim_names.h"
#include "services/answering/answers/claim_relation.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/passages/assertion_cues.h"
#include "services/answering/passages/word_set.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

using Words = WordSet;

// Closeness: shares of the words, of the names, and of the relation or the figures being told.
constexpr double kWordsShare = 0.5;
constexpr double kNamesShare = 0.35;
constexpr double kToldShare = 0.15;
// What speaks of somebody else is weaker than what speaks of all.
constexpr double kOtherwisePenalty = 0.1;
// Of the question's words where the sentence tells the contrary.
constexpr double kContraryShare = 0.9;

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

const Words& WholeWords() {
  static const auto* words = new Words{"بالكامل", "كليا",     "كامله",    "كلها", "كله",  "fully",
                                       "wholly",  "entirely", "outright", "all",  "whole"};
  return *words;
}

const Words& SeatWords() {
  static const auto* words =
      new Words{"based", "headquartered", "headquarters", "seat", "located", "مقر",  "مقرها",
                "مقره",  "مقرا",          "يقع",          "تقع",  "تتخذ",    "يتخذ", "مقرهما"};
  return *words;
}

// A share of less than all.
bool TellsOfPart(const PassageView& view) {
  return std::any_of(view.passage().values().begin(), view.passage().values().end(),
                     [](const v1::Value& value) {
                       return value.has_quantity() && value.quantity().unit_key() == "PERCENT" &&
                              value.quantity().amount() < 100;
                     });
}

// Another place than the one that the question names, which the article does not have there.
bool NamesOtherPlace(const Inquiry& inquiry, const PassageView& view) {
  const auto& links = inquiry.links.links();
  const bool missing = std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return TypeOf(link) == v1::ENTITY_TYPE_LOCATION &&
           inquiry.meter.NameShare(view, link) < NameShares::kWordsOnly;
  });
  return missing && HasOther(inquiry, view, v1::ENTITY_TYPE_LOCATION);
}

// "Did X put money into Y": words that X's sentence or Y's has in common with the question are no
// deal between them, where neither the deal is told there nor both of them are named.
bool LacksEnds(const Inquiry& inquiry, const PassageView& view, const ClaimNames& names,
               bool told) {
  return !told && !names.ends_here && MissesGivenEnds(inquiry, view);
}

}  // namespace

bool AsksAboutFuture(const v1::QuestionAnalysis& reading, const std::vector<v1::Token>& tokens) {
  if (std::any_of(reading.relations().begin(), reading.relations().end(),
                  [](const v1::RelationReading& relation) {
                    return relation.modality() == v1::MODALITY_PLANNED;
                  })) {
    return true;
  }
  return std::any_of(tokens.begin(), tokens.end(), [](const v1::Token& token) {
    const absl::string_view surface = token.surface();
    if (surface == "will" || surface == "سوف") return true;
    // The letter of the future before the person's: "ستفتتح", "سيكون".
    const bool future = absl::StartsWith(surface, "سي") || absl::StartsWith(surface, "ست");
    return future && token.stem() != surface && !absl::StartsWith(token.stem(), "س");
  });
}

ClaimCheck::ClaimCheck(const Inquiry& inquiry, const std::vector<v1::Token>& tokens)
    : inquiry_(inquiry), opposites_(tokens) {
  asks_about_future_ = AsksAboutFuture(inquiry.reading, tokens);
  for (const v1::Token& token : tokens) {
    asks_for_whole_ |= WholeWords().contains(token.surface());
    asks_for_seat_ |= SeatWords().contains(token.surface());
    asks_whether_still_ |= StillWords().contains(token.surface());
    asks_for_lead_ |= LeadWords().contains(token.surface());
  }
}

// The first house behind a word of leading is one that the question names.
bool ClaimCheck::IsOfLead(const PassageView& view) const {
  constexpr int kReach = 5;
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    if (!HoldsWord(LeadWords(), view.passage().tokens(token).surface())) continue;
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
  const ClaimNames names = NamesIn(inquiry_, view);
  const auto& links = inquiry_.links.links();
  const ValueVerdict values = CompareValues(inquiry_.reading, view);
  const bool trigger = TellsRelation(inquiry_, view);
  const bool told = trigger || (names.person_here && !inquiry_.reading.relations().empty() &&
                                IsMove(inquiry_.reading.relations(0).fact_type()));
  const bool figured = values == ValueVerdict::kAgree;
  reading.closeness = kWordsShare * own + kNamesShare * names.share + (told ? kToldShare : 0) +
                      (figured ? kToldShare : 0);
  if (!links.empty() && !names.any_here && own < kDenyingCoverage) return reading;

  // Who denies a withdrawal stands by it.
  const bool denied = (DeniesClaim(view, inquiry_.words) || HasDeniedFact(inquiry_, view)) &&
                      !DeniesWithdrawal(view);
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
  if (opposites_.AreToldIn(view, inquiry_.words) && names.all_in_document &&
      (names.any_here || names.all_near) && !names.other_person) {
    reading.stance = Stance::kOpposes;
    // The contrary stands for the verb of the question.
    reading.closeness = kWordsShare * std::max(own, kContraryShare) + kNamesShare * names.share +
                        kToldShare + (figured ? kToldShare : 0);
    return reading;
  }
  // Where one name is missing another may stand where it should.
  const bool otherwise =
      names.contrary != nullptr && HasOther(inquiry_, view, TypeOf(*names.contrary));
  const bool other_end = otherwise && HasOtherEnd(inquiry_, view);
  const bool changed = asks_whether_still_ &&
                       std::any_of(view.passage().tokens().begin(), view.passage().tokens().end(),
                                   [](const v1::IndexedToken& token) {
                                     return HoldsWord(Changes(), token.surface());
                                   });
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
                                  HoldsAll(inquiry_, view)
                            : own >= (strangers ? kSurelyCoverage : kAroundCoverage);
    // Of others, or of one end only: it says neither that the claim holds nor that it does not.
    const bool of_others = strangers && !names.any_here && !TellsMuch(inquiry_, view);
    if (of_others || (speaks && LacksEnds(inquiry_, view, names, told || figured))) return reading;
  } else if (names.all_in_document && !otherwise) {
    const bool most = names.here > 1 && told;
    speaks =
        names.any_here && own >= (most ? kMeetingCoverage : kAroundCoverage) && !names.other_person;
  }
  if (speaks) {
    if (asks_for_seat_ && NamesOtherPlace(inquiry_, view)) {
      reading.stance = Stance::kOpposes;
    } else if (asks_for_whole_ && TellsOfPart(view) && !figured) {
      reading.stance = Stance::kOpposes;
    } else if (values == ValueVerdict::kDiffer || changed || (asks_for_lead_ && !IsOfLead(view))) {
      reading.stance = Stance::kSaysOtherwise;
      reading.closeness -= kOtherwisePenalty;
    } else if (values != ValueVerdict::kMissing || names.all_here) {
      const bool plans = !asks_about_future_ && PlansAsked(view, inquiry_.words);
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
