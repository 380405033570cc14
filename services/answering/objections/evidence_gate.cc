#include "services/answering/objections/evidence_gate.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/asked_person.h"
#include "services/answering/objections/claimed_ends.h"
#include "services/answering/objections/deal_evidence.h"
#include "services/answering/objections/event_figures.h"
#include "services/answering/objections/event_objections.h"
#include "services/answering/objections/fact_objections.h"
#include "services/answering/objections/figure_objections.h"
#include "services/answering/objections/first_days.h"
#include "services/answering/objections/form_objections.h"
#include "services/answering/objections/given_names.h"
#include "services/answering/objections/name_objections.h"
#include "services/answering/objections/other_source.h"
#include "services/answering/objections/post_objections.h"
#include "services/answering/objections/put_off_dates.h"
#include "services/answering/objections/relation_objections.h"
#include "services/answering/objections/succession.h"
#include "services/answering/objections/successor_sentence.h"
#include "services/answering/passages/assertion_cues.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Ends of a fact that agree this well make up for words that differ.
constexpr double kTellingFillers = 0.65;
// Words alone must tell what a question without any name is about.
constexpr double kLeastNamelessCoverage = 0.55;
// The same where no other article tells as much of it.
constexpr double kLeastLoneCoverage = 0.45;
// Below this share of its given ends, words must tell what a figure of a fact is of.
constexpr double kFewFillers = 0.75;

// Below this the relation is any of several that the words may mean.
constexpr double kReadRelation = 0.35;

// "What is it called" does not say what kind of name: the words around must.
bool IsBareName(const Inquiry& inquiry, const Candidate& candidate) {
  return inquiry.reading.answer_type() == v1::ANSWER_TYPE_NAME &&
         inquiry.reading.answer_class().empty() && !candidate.from_fact;
}

// Sums stand beside whom a question names for many reasons; wages must be called so.
bool AsksForWages(const v1::QuestionAnalysis& reading) {
  if (reading.answer_type() != v1::ANSWER_TYPE_MONEY || reading.relations().empty() ||
      reading.relations(0).fact_type() != "OFFERED_PAY") {
    return false;
  }
  const std::string& asked = reading.relations(0).trigger().quote();
  for (const absl::string_view word : {"راتب", "مرتب", "salary", "wage"}) {
    if (absl::StrContains(asked, word)) return true;
  }
  return false;
}

bool TellsOfPay(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  return std::any_of(view->passage().tokens().begin(), view->passage().tokens().end(),
                     [](const v1::IndexedToken& token) {
                       absl::string_view surface = token.surface();
                       absl::ConsumePrefix(&surface, "ب");
                       for (const absl::string_view pay :
                            {"راتب", "رواتب", "اجرا", "اجره", "مرتب", "مكافا", "تعويضات", "يتقاضي",
                             "اجور", "الراتب", "الاجر", "حزمه"}) {
                         if (absl::StartsWith(surface, pay)) return true;
                       }
                       return false;
                     });
}

// Most of what the question says is neither its relation nor its names.
bool AsksBeyondRelation(const Inquiry& inquiry) {
  if (inquiry.reading.relations().empty()) return false;
  double beyond = 0;
  double all = 0;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    const QuestionWord& word = inquiry.words.words()[i];
    if (word.role != QuestionWord::Role::kContent) continue;
    all += word.importance;
    const v1::Span& trigger = inquiry.reading.relations(0).trigger();
    if (!inquiry.words.IsWithin(static_cast<int>(i), trigger)) beyond += word.importance;
  }
  return beyond > 0.5 * all;
}

// What a dispute, a deal or a film is about.
constexpr absl::string_view kTopic = "TOPIC";

constexpr absl::string_view kAge = "AGE";

// A sentence of another article has as many of the question's words: it may be about either.
bool IsToldElsewhere(const Inquiry& inquiry, const Candidate& candidate) {
  const auto& views = inquiry.pool.views();
  return std::any_of(views.begin(), views.end(), [&](const PassageView& view) {
    return view.document().name() != candidate.document &&
           inquiry.meter.Measure(view, view.range(), view.range()).own_coverage >=
               candidate.relevance.own_coverage;
  });
}

// Behind a word of the question the sentence says what that is about.
bool TellsTopic(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kTopicReach = 6;
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "حول", "بشان", "علي", "خلفيه", "بسبب", "بخصوص", "يتعلق", "تتعلق", "يتناول", "تتناول", "عن"};
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  return std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
    if (match.strength < 0.5 ||
        inquiry.words.words()[match.word].role == QuestionWord::Role::kName) {
      return false;
    }
    const int end = std::min(match.token + kTopicReach, view->passage().tokens_size());
    for (int token = match.token + 1; token < end; ++token) {
      if (view->passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PUNCT) break;
      if (words->contains(view->passage().tokens(token).surface())) return true;
    }
    return false;
  });
}

// Neither the sentence nor those beside it tell of what the question asks the cause of.
bool LacksRelationAround(const Inquiry& inquiry, const Candidate& candidate) {
  for (int step : {0, -1, 1}) {
    Candidate beside = candidate;
    beside.ordinal += step;
    if (inquiry.pool.At(beside.document, beside.ordinal) == nullptr) continue;
    if (!LacksRelation(inquiry, beside)) return false;
  }
  return LacksRelation(inquiry, candidate);
}

// Whoever takes a person's place, or holds a post, is a person.
bool IsNoPerson(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.entity_type != v1::ENTITY_TYPE_ORGANIZATION ||
      inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON ||
      inquiry.reading.relations().empty()) {
    return false;
  }
  const auto& relations = inquiry.reading.relations();
  // Funds and companies buy, back and supply.
  for (const absl::string_view type :
       {"INVESTED_IN", "ACQUIRED", "SUPPLIES", "PARTNERED_WITH", "BUILDS_FACILITY"}) {
    if (relations[0].fact_type() == type && relations[0].confidence() >= kSureRelation) {
      return false;
    }
  }
  const bool titled =
      std::any_of(relations.begin(), relations.end(), [](const v1::RelationReading& relation) {
        return std::any_of(
            relation.fillers().begin(), relation.fillers().end(),
            [](const v1::RelationFiller& filler) { return filler.role() == "role"; });
      });
  // "Who is he who".
  const std::string& focus = inquiry.reading.focus().quote();
  const bool pronoun = absl::EndsWith(focus, " هو") || absl::EndsWith(focus, " هي");
  return titled || pronoun || AsksForSuccession(inquiry);
}

// "To whom did X sell Y": a sentence that has both tells of many things between them.
bool AsksForBuyer(const v1::QuestionAnalysis& reading) {
  return !reading.relations().empty() && reading.relations(0).fact_type() == "ACQUIRED" &&
         reading.relations(0).asked_role() == "counterpart";
}

// Where the sentence names the predecessor and tells of a succession, its words are what is asked.
bool TellsSuccessor(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.asked_attribute() != "SUCCESSOR") return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && TellsOfSuccession(*view) && NamesAreInside(inquiry, candidate);
}

// The sentence has nearly all words of the question beside its names: that it puts the event by
// another verb makes it no other one.
bool SaysNearlyAll(const Candidate& candidate) {
  constexpr double kNearlyAll = 0.85;
  return candidate.relevance.own_coverage >= kNearlyAll &&
         candidate.relevance.names >= NameShares::kNeighbour;
}

// "The director of design": a post that no list of titles has is told by its words. A fact that
// somebody holds some post of the house says nothing of it.
bool LacksPostAskedFor(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || inquiry.reading.answer_type() != v1::ANSWER_TYPE_PERSON ||
      inquiry.reading.relations().empty() || !AsksBeyondRelation(inquiry)) {
    return false;
  }
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.fact_type() != "HOLDS_ROLE" || asked.confidence() < kSureRelation) return false;
  if (std::any_of(asked.fillers().begin(), asked.fillers().end(),
                  [](const v1::RelationFiller& filler) { return filler.role() == "role"; })) {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr &&
         std::none_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
           return match.strength >= 0.5 &&
                  inquiry.words.words()[match.word].role == QuestionWord::Role::kContent &&
                  !inquiry.words.IsWithin(match.word, asked.trigger());
         });
}

bool HasContent(const Inquiry& inquiry) { return inquiry.words.content_importance() > 0; }

// No other name says who somebody is.
bool IsNoDescription(const Inquiry& inquiry, const Candidate& candidate) {
  return candidate.kind == Candidate::Kind::kEntity && AsksForDescription(inquiry.reading);
}

// "Which fund put 500 million in X": the last name before the very sum is who put it there.
bool StandsBeforeGivenSum(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr int kReach = 5;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || !NamesAreNear(inquiry, candidate, kNameNearBroad)) return false;
  const int last = view->TokenAt(candidate.place.end - 1);
  for (const v1::Value& given : inquiry.reading.values()) {
    if (!given.has_money()) continue;
    for (const v1::Value& value : view->passage().values()) {
      if (!value.has_money() || !Agree(value, given)) continue;
      const int sum = view->TokenAt(value.span().begin());
      const auto& mentions = view->passage().mentions();
      const bool between =
          std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
            const int at = view->TokenAt(mention.begin());
            return at > last && at < sum && mention.entity_type() != v1::ENTITY_TYPE_LOCATION;
          });
      if (sum > last && sum - last <= kReach && !between) return true;
    }
  }
  return false;
}

// "Who left X" asks for an end of the very relation: neither who joined it nor whom a sentence with
// the same words names besides.
bool IsNotOtherEnd(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.kind != Candidate::Kind::kEntity) return false;
  // A relation that was hardly read has no ends.
  if (!inquiry.reading.relations().empty() &&
      inquiry.reading.relations(0).confidence() < kReadRelation) {
    return false;
  }
  const ClaimedEnds ends(inquiry);
  return ends.AsksForOther() && !ends.MayBeOtherEnd(candidate) &&
         !StandsBeforeGivenSum(inquiry, candidate);
}

}  // namespace

absl::string_view SpanObjection(const Inquiry& inquiry, const Candidate& candidate) {
  if (ConfidenceOf(candidate.score) < inquiry.min_confidence) return "too unsure";
  if (IsQuestion(inquiry, candidate)) return "asks itself";
  if (IsNoStatement(inquiry, candidate)) return "is no statement";
  if (AsksForPredecessor(inquiry.reading)) {
    return TellsPredecessor(inquiry, candidate) ? "" : "is no predecessor";
  }
  if (IsNamedInQuestion(inquiry, candidate)) return "is named in the question";
  if (TellsNoSuccession(inquiry, candidate)) return "tells of no succession";
  if (IsOtherRole(inquiry, candidate)) return "another post";
  if (IsPostElsewhere(inquiry, candidate)) return "a post elsewhere";
  if (StillHolds(inquiry, candidate)) return "holds the post";
  if (OnlySpeaks(inquiry, candidate)) return "only speaks for it";
  if (HasLeft(inquiry, candidate)) return "has left";
  if (IsOfFaintReading(inquiry, candidate)) return "of another relation";
  if (IsNoPerson(inquiry, candidate)) return "is no person";
  if (IsNotOtherEnd(inquiry, candidate)) return "not the other end";
  if (IsNoDescription(inquiry, candidate)) return "says not who it is";
  if (IsOfOtherEvent(inquiry, candidate)) return "of another event";
  if (IsOfOtherVerb(inquiry, candidate)) return "of another verb";
  if (IsPutOff(inquiry, candidate)) return "was put off";
  if (IsNoFirstDay(inquiry, candidate)) return "is no first day";
  if (!inquiry.reading.answer_class().empty() && candidate.fit < kLeastClassFit) {
    return "another kind";
  }
  if (candidate.from_fact && !NamesAreNear(inquiry, candidate, kNameNearBroad)) {
    return "names far off";
  }
  if (AsksForEntity(inquiry.reading.answer_type()) && IsKnownOtherwise(inquiry, candidate)) {
    return "known otherwise";
  }
  if (LacksNamed(inquiry, candidate)) return "lacks a name";
  if (IsFigureOfOthers(inquiry, candidate)) return "figure of others";
  if (candidate.kind == Candidate::Kind::kValue && IsOfAnotherSource(inquiry, candidate)) {
    return "of another source";
  }
  if (IsDenied(inquiry, candidate)) return "is denied";
  if (IsTimeOfNews(inquiry, candidate)) return "is the time of the news";
  if (RaisesTheMoney(inquiry, candidate)) return "raises the money";
  if (LacksSuppliedThing(inquiry, candidate)) return "supplies something else";
  if (LacksTitle(inquiry, candidate)) return "lacks the title";
  if (LacksCountedThing(inquiry, candidate)) return "counts something else";
  if (CountsThoseWhoGo(inquiry, candidate)) return "counts those who go";
  if (LacksKindOfSum(inquiry, candidate)) return "another kind of sum";
  if (LacksUnit(inquiry, candidate)) return "no price of one";
  if (LacksGivenSum(inquiry, candidate)) return "another sum is given";
  if (LacksPlan(inquiry, candidate)) return "tells no plan";
  if (IsOnlyPlanned(inquiry, candidate)) return "is only planned";
  if (TellsOnlyOfOffer(inquiry, candidate)) return "tells of an offer only";
  if (LacksActor(inquiry, candidate)) return "lacks who acts";
  if (RepeatsQuestion(inquiry, candidate) || IsAskedPerson(inquiry, candidate)) {
    return "repeats the question";
  }
  if (IsDateline(inquiry, candidate)) return "is a dateline";
  if (IsLeaving(inquiry, candidate)) return "is leaving";
  if (IsTitleOfOthers(inquiry, candidate)) return "title of others";
  const bool age = TellsAge(inquiry, candidate);
  if (age && inquiry.reading.asked_attribute() != kAge) return "is an age";
  if (age && candidate.relevance.names >= NameShares::kWordsOnly) return "";
  // Where only the attribute is asked for, words must show that it is told.
  if (!inquiry.reading.asked_attribute().empty() && !candidate.from_fact && !HasContent(inquiry) &&
      !TellsSuccessor(inquiry, candidate)) {
    return "nothing tells the attribute";
  }
  const bool known =
      candidate.from_fact && candidate.primary && candidate.fillers >= kTellingFillers;
  if (LacksRelation(inquiry, candidate) && !SaysNearlyAll(candidate) &&
      (!NamesMeet(inquiry, candidate) || AsksForBuyer(inquiry.reading))) {
    return "lacks the relation";
  }
  if (LacksPostAskedFor(inquiry, candidate)) return "lacks the title";
  if (!candidate.from_fact && AsksForWages(inquiry.reading) && !TellsOfPay(inquiry, candidate)) {
    return "tells of no pay";
  }
  // Figures of facts whose ends agree need no words; a name may fill another part of them.
  const bool told =
      candidate.fillers >= kFewFillers || candidate.relevance.coverage >= kLeastCoverage;
  if (known && told && candidate.kind == Candidate::Kind::kValue &&
      inquiry.reading.asked_attribute().empty()) {
    return "";
  }
  // A fact of the very relation with all its given ends may word it in its own way.
  if (known && candidate.fillers >= kAllFillers && candidate.fit >= kAllFillers &&
      !AsksForPost(inquiry.reading) && inquiry.reading.asked_attribute().empty() &&
      inquiry.reading.relations(0).confidence() >= kSureRelation) {
    return "";
  }
  if (candidate.from_fact && candidate.relevance.coverage == 0) {
    const bool seen = inquiry.pool.At(candidate.document, candidate.ordinal) != nullptr;
    const bool succeeds = std::any_of(
        inquiry.links.links().begin(), inquiry.links.links().end(), [&](const LinkedName& link) {
          return IsBystander(inquiry, link) && !IsEndOf(inquiry, candidate, link);
        });
    if (!seen && AsksForEntity(inquiry.reading.answer_type()) &&
        (succeeds || AsksBeyondRelation(inquiry))) {
      return "words not seen";
    }
    if (!seen && !candidate.primary && candidate.kind == Candidate::Kind::kValue &&
        !HoldsAllNames(inquiry, candidate)) {
      return "of another relation";
    }
    if (known || !seen || !HasContent(inquiry)) return "";
  }
  // A figure of something that the question mentions beside what it asks about.
  if (candidate.from_fact && !candidate.from_passage && !candidate.primary &&
      candidate.kind == Candidate::Kind::kValue &&
      candidate.relevance.coverage < kLeastUnconfirmedCoverage) {
    return "of another relation";
  }
  // Pay is told by its sum where everybody meets whom the question names.
  const bool pay = inquiry.reading.asked_attribute() == "SALARY" &&
                   candidate.kind == Candidate::Kind::kValue && NamesMeet(inquiry, candidate) &&
                   TellsOfPay(inquiry, candidate);
  const double least = !inquiry.reading.asked_attribute().empty() && !pay ? kLeastAttributeCoverage
                       : IsUnconfirmed(inquiry, candidate) && !NamesMeet(inquiry, candidate)
                           ? kLeastUnconfirmedCoverage
                       : IsBareName(inquiry, candidate) ? kLeastNameCoverage
                       : NamesMeet(inquiry, candidate)  ? kLeastMeetingCoverage
                       : candidate.from_fact            ? 0.5 * kLeastCoverage
                                                        : kLeastCoverage;
  if (HasContent(inquiry) && candidate.relevance.coverage < least) return "too few words";
  // What a sentence beside it tells is no deed of whom this one names.
  const bool deed = inquiry.reading.relations().empty() && !candidate.from_fact &&
                    inquiry.reading.answer_type() == v1::ANSWER_TYPE_PERSON;
  if (deed && HasContent(inquiry) && candidate.relevance.own_coverage < kLeastCoverage) {
    return "too few words";
  }
  if (inquiry.links.links().empty() && candidate.relevance.coverage < kLeastNamelessCoverage &&
      (candidate.relevance.coverage < kLeastLoneCoverage || IsToldElsewhere(inquiry, candidate))) {
    return "no name and too few words";
  }
  const v1::AnswerType type = inquiry.reading.answer_type();
  const bool figure = AsksForValue(type) && type != v1::ANSWER_TYPE_DATE;
  const bool near = candidate.from_fact ||
                    NamesAreNear(inquiry, candidate, figure ? kNameNearFigure : kNameNearAnything);
  return near ? "" : "names not near";
}

bool SpanSuffices(const Inquiry& inquiry, const Candidate& candidate) {
  return SpanObjection(inquiry, candidate).empty();
}

bool NamesAreInside(const Inquiry& inquiry, const Candidate& candidate) {
  return NamesAreNear(inquiry, candidate, NameShares::kWordsOnly);
}

bool LacksAnyOf(const Inquiry& inquiry, const Candidate& candidate) {
  return LacksNamed(inquiry, candidate) || LacksTitle(inquiry, candidate) ||
         LacksGivenSum(inquiry, candidate) || LacksActor(inquiry, candidate) ||
         LacksPlan(inquiry, candidate) || LacksKindOfSum(inquiry, candidate);
}

absl::string_view StatementObjection(const Inquiry& inquiry, const Candidate& candidate) {
  // Who asks for the sides of a dispute or for a chronology says less of what they hold.
  const v1::QuestionKind kind = inquiry.reading.kind();
  const bool broad = kind == v1::QUESTION_KIND_CONFLICT || kind == v1::QUESTION_KIND_TIMELINE;
  const double confidence = broad ? kBroadShare * inquiry.min_confidence : inquiry.min_confidence;
  const double least = broad ? kBroadShare * kLeastCoverage : kLeastCoverage;
  const bool told_by_names = kind == v1::QUESTION_KIND_TIMELINE && !inquiry.links.links().empty();
  const bool named = told_by_names && inquiry.links.links().size() == 1 &&
                     candidate.relevance.names >= NameShares::kWordsOnly;
  if (ConfidenceOf(candidate.score) < confidence && !named) return "too unsure";
  // Where all names meet, a question of yes or no is told by the names more than by its words.
  const bool told_by_meeting =
      (kind == v1::QUESTION_KIND_YES_NO || kind == v1::QUESTION_KIND_STATEMENT) &&
      NamesMeet(inquiry, candidate);
  if (HasContent(inquiry) && !told_by_names && !told_by_meeting &&
      candidate.relevance.coverage < least) {
    return "too few words";
  }
  if (inquiry.reading.asked_attribute() == kTopic) {
    if (!TellsTopic(inquiry, candidate)) return "tells no topic";
  } else if (!inquiry.reading.asked_attribute().empty()) {
    return "nothing tells the attribute";
  }
  if (inquiry.reading.answer_type() == v1::ANSWER_TYPE_REASON &&
      candidate.relevance.own_coverage < kOwnWording && LacksRelationAround(inquiry, candidate)) {
    return "lacks the relation";
  }
  if (IsDenialOfEvent(inquiry, candidate)) return "denies the event";
  if (LacksCause(inquiry, candidate)) return "gives no cause";
  if (TellsOfNone(inquiry, candidate)) return "tells of none";
  if (kind == v1::QUESTION_KIND_STATEMENT && !inquiry.reading.relations().empty() &&
      inquiry.reading.relations(0).fact_type() == "DENIED" && LacksRelation(inquiry, candidate)) {
    return "denies nothing";
  }
  // A question in an article, and a row of a table, tell nothing by themselves.
  if (IsQuestion(inquiry, candidate)) return "asks itself";
  if (!broad && absl::StartsWith(candidate.words, "|")) return "is a row";
  if (!IsOfSpeaker(inquiry, candidate)) return "of another speaker";
  // A figure that the question gives tells the event as surely as a name does.
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const bool figured =
      view != nullptr && std::any_of(inquiry.reading.values().begin(),
                                     inquiry.reading.values().end(), [&](const v1::Value& given) {
                                       return (given.has_money() || given.has_quantity()) &&
                                              HasValueLike(*view, given);
                                     });
  return NamesAreNear(inquiry, candidate, broad || figured ? kNameNearBroad : kNameNearAnything)
             ? ""
             : "names not near";
}

bool StatementSuffices(const Inquiry& inquiry, const Candidate& candidate) {
  return StatementObjection(inquiry, candidate).empty();
}

}  // namespace isnad::answering
