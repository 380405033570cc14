#include "services/answering/objections/event_objections.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/speaker_fit.h"
#include "services/answering/passages/assertion_cues.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Fewer words in quotation marks are a name.
constexpr int kQuotedWords = 4;

// What the question asks about follows from what the sentence denies ("had not come, so it was put
// off"), or stands in the words that it quotes.
bool TellsConsequence(const PassageView& view) {
  return std::any_of(view.matches().begin(), view.matches().end(), [&](const WordMatch& match) {
    if (match.strength < 0.5) return false;
    const v1::IndexedToken& token = view.passage().tokens(match.token);
    if (absl::StartsWith(token.surface(), "ف") &&
        token.part_of_speech() == v1::PART_OF_SPEECH_VERB) {
      return true;
    }
    const auto& clauses = view.passage().clauses();
    return std::any_of(clauses.begin(), clauses.end(), [&](const v1::Clause& clause) {
      return clause.kind() == v1::CLAUSE_KIND_QUOTATION && clause.begin() <= token.begin() &&
             token.end() <= clause.end();
    });
  });
}

// "Until such time as", "after it had been planned": the words tell when and give no cause.
bool IsOfTime(const PassageView& view, int token) {
  static const auto* plans = new absl::flat_hash_set<absl::string_view>{
      "مقررا", "مقرره", "مبرمجا", "مبرمجه", "متوقعا", "متوقعه", "منتظرا", "منتظره", "مرتقبا"};
  const auto surface = [&](int at) {
    return at >= 0 && at < view.passage().tokens_size()
               ? absl::string_view(view.passage().tokens(at).surface())
               : absl::string_view();
  };
  if (surface(token) == "حين") return surface(token - 1) == "الي" || surface(token - 1) == "في";
  return surface(token) == "بعدما" &&
         (surface(token + 1) == "كان" || surface(token + 1) == "كانت") &&
         plans->contains(surface(token + 2));
}

// "Put the delay down to": the verb and its preposition name the cause.
bool PutsDownTo(const PassageView& view, int token) {
  static const auto* verbs = new absl::flat_hash_set<absl::string_view>{
      "ارجع", "ارجعت", "ارجعوا", "عزا",   "عزت",   "عزوا",  "يرجع", "ترجع", "رد",    "ردت",
      "نسب",  "نسبت",  "عازيا",  "عازيه", "مرجعا", "مرجعه", "يعزو", "تعزو", "يعزون", "ينسب"};
  // Who does so, and what, stand in between.
  constexpr int kReach = 14;
  absl::string_view verb = view.passage().tokens(token).surface();
  if (!verbs->contains(verb) && !(absl::ConsumePrefix(&verb, "و") && verbs->contains(verb))) {
    return false;
  }
  const int end = std::min(view.passage().tokens_size(), token + kReach);
  for (int next = token + 1; next < end; ++next) {
    if (view.passage().tokens(next).surface() == "الي") return true;
  }
  return false;
}

// A word that gives a cause, or a clause of cause or purpose, in the sentence.
// "After tests had shown", "after it failed": what went before is told as the cause.
bool FollowsTrouble(const PassageView& view, int token) {
  static const auto* verbs = new absl::flat_hash_set<absl::string_view>{
      "اظهر", "اظهرت", "كشف",   "كشفت",   "تبين", "تبينت", "اتضح", "اتضحت", "ثبت",  "ثبتت",
      "فشل",  "فشلت",  "تعذر",  "تعذرت",  "تعثر", "تعثرت", "اخفق", "اخفقت", "واجه", "واجهت",
      "رصد",  "رصدت",  "اكتشف", "اكتشفت", "خسر",  "خسرت",  "لاحظ", "لاحظت", "عجز",  "عجزت"};
  static const auto* nouns = new absl::flat_hash_set<absl::string_view>{
      "فشل", "فشله", "فشلها", "اخفاق", "تعثر", "تعذر", "اكتشاف", "عجز", "شكاوي", "خلل"};
  const auto surface = [&](int at) -> absl::string_view {
    return at < view.passage().tokens_size() ? view.passage().tokens(at).surface()
                                             : absl::string_view();
  };
  if (surface(token) != "بعد" && surface(token) != "عقب") return false;
  if (nouns->contains(surface(token + 1))) return true;
  return surface(token + 1) == "ان" && verbs->contains(surface(token + 2));
}

bool GivesCause(const Inquiry& inquiry, const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "بسبب",     "لسبب",    "السبب",  "والسبب", "سببه",   "سببها",  "لاسباب", "اسباب",  "نتيجه",
      "جراء",     "اثر",     "لان",    "لانه",   "لانها",  "لانهم",  "اذ",     "نظرا",   "بعدما",
      "بفعل",     "بدافع",   "سعيا",   "لكي",    "كي",     "بهدف",   "بغرض",   "لظروفه", "لظروف",
      "لظروفها",  "احتجاجا", "بدعوي",  "بحجه",   "يعود",   "تعود",   "يعزو",   "عزا",    "عزت",
      "مبررا",    "مبرره",   "معتبرا", "معتبره", "لتاخر",  "اجل",    "غير",    "لنقص",   "كون",
      "فيما",     "حين",     "اسبابا", "نظير",   "تفاديا", "خشيه",   "لغياب",  "لعدم",   "استكمال",
      "لاستكمال", "لضمان",   "لوقف",   "للحفاظ", "لتسريع", "مقابل",  "وسط",    "ازاء",   "منتقدا",
      "منتقده",   "واصفا",   "واصفه",  "بقوله",  "بقولها", "قايلا",  "قايله",  "مشيرا",  "مشيره",
      "قايلين",   "معللا",   "معلله",  "عازيا",  "عازيه",  "متذرعا", "متذرعه", "متهما",  "متهمه"};
  for (int at = 0; at < view.passage().tokens_size(); ++at) {
    const v1::IndexedToken& token = view.passage().tokens(at);
    if (words->contains(token.surface()) && !IsOfTime(view, at)) return true;
    absl::string_view verb = token.surface();
    if (absl::ConsumePrefix(&verb, "و") && (verb == "يعزو" || verb == "تعزو" || verb == "عزا")) {
      return true;
    }
    if (PutsDownTo(view, at) || FollowsTrouble(view, at)) return true;
    if (absl::StartsWith(token.surface(), "ف") &&
        token.part_of_speech() == v1::PART_OF_SPEECH_VERB) {
      return true;
    }
  }
  const auto& relations = inquiry.reading.relations();
  const bool criticism = std::any_of(
      relations.begin(), relations.end(),
      [](const v1::RelationReading& relation) { return relation.fact_type() == "CRITICIZED"; });
  const auto& clauses = view.passage().clauses();
  return std::any_of(clauses.begin(), clauses.end(), [&](const v1::Clause& clause) {
    if (clause.kind() == v1::CLAUSE_KIND_QUOTATION) {
      // A quoted name gives no cause.
      return view.TokenAt(clause.end() - 1) - view.TokenAt(clause.begin()) + 1 >= kQuotedWords;
    }
    // Who attacks something gives his reason as what he thinks of it.
    if (clause.kind() == v1::CLAUSE_KIND_CONTENT && criticism) return true;
    if (IsOfTime(view, view.TokenAt(std::min(clause.begin(), clause.marker_begin())))) return false;
    return clause.kind() == v1::CLAUSE_KIND_CAUSE || clause.kind() == v1::CLAUSE_KIND_PURPOSE;
  });
}

}  // namespace

bool IsDenialOfEvent(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_REASON) return false;
  if (candidate.clause != v1::CLAUSE_KIND_MAIN) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && !TellsConsequence(*view) &&
         AssertionOf(*view, inquiry.words, candidate.place) == Assertion::kDenied;
}

bool TellsOfNone(const Inquiry& inquiry, const Candidate& candidate) {
  const v1::QuestionAnalysis& reading = inquiry.reading;
  if (reading.kind() != v1::QUESTION_KIND_WHAT || reading.negated()) return false;
  if (reading.relations().empty() || reading.relations(0).confidence() < kSureRelation ||
      reading.relations(0).fact_type() == "DENIED") {
    return false;
  }
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || !NegatesAsked(*view, inquiry.words)) return false;
  // What it says of the event itself counts, where it has the word of that.
  bool told = false;
  for (const WordMatch& match : view->matches()) {
    if (match.strength < 0.5 ||
        !inquiry.words.IsWithin(match.word, reading.relations(0).trigger())) {
      continue;
    }
    if (IsDeniedAt(*view, match.token)) return true;
    told = true;
  }
  return !told;
}

bool LacksCause(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_REASON) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  return view->passage().kind() == v1::PASSAGE_KIND_HEADING || !GivesCause(inquiry, *view);
}

namespace {

bool NamesOtherPerson(const PassageView& view, const LinkedName& link) {
  const auto& mentions = view.passage().mentions();
  return std::any_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
    return mention.entity_type() == v1::ENTITY_TYPE_PERSON &&
           !link.names.contains(mention.entity());
  });
}

// The sentence names nobody, and the one before only the person: "he" is he.
bool GoesOnFrom(const Inquiry& inquiry, const PassageView& view, const LinkedName& link) {
  if (link.asked.entity().type() != v1::ENTITY_TYPE_PERSON) return false;
  const PassageView* before = inquiry.pool.At(view.document().name(), view.passage().ordinal() - 1);
  return before != nullptr && !NamesOtherPerson(view, link) && !NamesOtherPerson(*before, link) &&
         inquiry.meter.NameShare(*before, link) >= NameShares::kWordsOnly;
}

}  // namespace

bool IsOfSpeaker(const Inquiry& inquiry, const Candidate& candidate) {
  const v1::QuestionAnalysis& reading = inquiry.reading;
  if (reading.kind() != v1::QUESTION_KIND_STATEMENT) return true;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return true;
  bool asked = false;
  for (const v1::RelationReading& relation : reading.relations()) {
    if (relation.fact_type() != "STATED") continue;
    for (const v1::RelationFiller& filler : relation.fillers()) {
      const LinkedName* link = inquiry.links.Find(filler.entity());
      if (filler.role() != "subject" || link == nullptr) continue;
      if (inquiry.meter.NameShare(*view, *link) >= NameShares::kWordsOnly) return true;
      if (GoesOnFrom(inquiry, *view, *link)) return true;
      asked = true;
    }
  }
  return !asked || SpeakerFit(inquiry).Of(candidate.document, candidate.ordinal) > 0;
}

bool IsUnconfirmed(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& relation = inquiry.reading.relations(0);
  const bool end = relation.asked_role() == "subject" || relation.asked_role() == "object" ||
                   relation.asked_role() == "counterpart";
  return end && relation.confidence() >= kSureRelation;
}

bool LacksPlan(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.relations().empty()) return false;
  const bool figure = inquiry.reading.answer_type() == v1::ANSWER_TYPE_COUNT &&
                      inquiry.reading.relations(0).fact_type() == "HEADCOUNT" &&
                      inquiry.reading.relations(0).modality() == v1::MODALITY_PLANNED &&
                      candidate.modality != v1::MODALITY_PLANNED &&
                      candidate.relevance.own_coverage < kOwnWording;
  const bool release = !candidate.from_fact && AsksForEntity(inquiry.reading.answer_type()) &&
                       inquiry.reading.relations(0).fact_type() == "PLANS_RELEASE";
  if (!figure && !release) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && !TellsOfFuture(*view);
}

bool IsOnlyPlanned(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.kind != Candidate::Kind::kEntity || inquiry.reading.relations().empty()) {
    return false;
  }
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.modality() != v1::MODALITY_ACTUAL) return false;
  if (asked.fact_type() != "INVESTED_IN" && asked.fact_type() != "ACQUIRED") return false;
  bool planned = false;
  for (const v1::Fact& fact : inquiry.facts) {
    if (fact.type() != asked.fact_type()) continue;
    const bool end =
        fact.subject().entity() == candidate.entity || fact.object().entity() == candidate.entity;
    if (!end) continue;
    if (fact.modality() == v1::MODALITY_ACTUAL) return false;
    planned |= fact.modality() == v1::MODALITY_PLANNED;
  }
  return planned;
}

bool IsDenied(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || candidate.kind == Candidate::Kind::kValue ||
      inquiry.reading.negated() || inquiry.reading.relations().empty()) {
    return false;
  }
  // Posts and memberships are told in passing.
  const std::string& asked = inquiry.reading.relations(0).fact_type();
  if (asked != "ACQUIRED" && asked != "INVESTED_IN" && asked != "JOINED") return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr && DeniesClaim(*view, inquiry.words);
}

}  // namespace isnad::answering
