#include "services/answering/objections/telling_sentence.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/deal_evidence.h"
#include "services/answering/objections/event_figures.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/objections/name_objections.h"
#include "services/answering/objections/succession.h"
#include "services/answering/passages/unknown_name.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Sentences that are tried, of the best that name whom the question does.
constexpr size_t kSentencesTried = 2;
constexpr size_t kSentencesRead = 8;
constexpr double kTellingConfidence = 0.8;
// Share of the content words that the sentence itself must have.
constexpr double kTellingCoverage = 0.6;
// From here on the sentence is the answer whatever stands in it.
constexpr double kFullCoverage = 0.75;
constexpr double kFullConfidence = 0.9;
// How well a sum must be of the kind that is asked for.
constexpr double kFigureFit = 0.5;

// A word of the sentence tells what the question asks of whom it names.
bool SaysRelation(const Inquiry& inquiry, const PassageView& view) {
  constexpr double kLeastMatch = 0.45;
  if (inquiry.reading.relations().empty()) return true;
  const v1::Span& trigger = inquiry.reading.relations(0).trigger();
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (inquiry.words.IsWithin(static_cast<int>(i), trigger) && view.best()[i] >= kLeastMatch) {
      return true;
    }
  }
  return false;
}

// The sentence says where something stands that the question asks the place of.
bool MayTellPlace(const Inquiry& inquiry, const Candidate& sentence, const PassageView& view) {
  constexpr double kPlaceConfidence = 0.93;
  const v1::QuestionAnalysis& reading = inquiry.reading;
  if (reading.answer_type() != v1::ANSWER_TYPE_LOCATION || !reading.answer_class().empty()) {
    return false;
  }
  return ConfidenceOf(sentence.score) >= kPlaceConfidence && HasUnknownPlace(view);
}

// "Three months' pay": wages are told in time as well as in money.
bool HasPayInTime(const Inquiry& inquiry, const PassageView& view) {
  constexpr int kReach = 2;
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_MONEY) return false;
  return std::any_of(
      view.passage().values().begin(), view.passage().values().end(), [&](const v1::Value& value) {
        if (!value.has_length()) return false;
        const int at = view.TokenAt(value.span().begin());
        for (int token = std::max(0, at - kReach); token < at; ++token) {
          const absl::string_view surface = view.passage().tokens(token).surface();
          for (const absl::string_view pay :
               {"راتب", "رواتب", "براتب", "برواتب", "اجر", "اجور", "مرتب", "مرتبات"}) {
            if (surface == pay) return true;
          }
        }
        return false;
      });
}

// A sum other than the question's own, and a single one.
bool HasOneSum(const Inquiry& inquiry, const PassageView& view) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_MONEY) return false;
  absl::flat_hash_set<std::string> keys;
  absl::flat_hash_set<std::string> given;
  for (const v1::Value& value : inquiry.reading.values()) given.insert(ValueKey(value));
  for (const v1::Value& value : view.passage().values()) {
    if (ValueFit(inquiry.reading, value) < kFigureFit || given.contains(ValueKey(value))) continue;
    keys.insert(ValueKey(value));
  }
  return keys.size() == 1;
}

// Somebody whom the question does not name, where it asks for a person.
bool NamesSomebodyElse(const Inquiry& inquiry, const PassageView& view) {
  const v1::QuestionAnalysis& reading = inquiry.reading;
  // Houses stand in a sentence for many reasons.
  if (reading.answer_type() != v1::ANSWER_TYPE_PERSON) return false;
  return std::any_of(view.passage().mentions().begin(), view.passage().mentions().end(),
                     [&](const v1::PassageMention& mention) {
                       return mention.entity_type() == v1::ENTITY_TYPE_PERSON &&
                              !inquiry.links.all().contains(mention.entity()) &&
                              EntityFit(reading, mention.entity_type(), mention.entity_class()) >
                                  0.6;
                     });
}

// Objections of which the sentence as a whole is free. What says nearly all of the question may
// tell its relation by other words.
bool IsMild(absl::string_view objection, const Candidate& span, const Candidate& sentence) {
  if (objection == "lacks the relation") {
    return span.kind == Candidate::Kind::kValue &&
           sentence.relevance.own_coverage >= kFullCoverage &&
           ConfidenceOf(sentence.score) >= kFullConfidence;
  }
  return objection.empty() || objection == "too unsure" || objection == "too few words";
}

// The sentence names whom the question does; what says nearly all of the question may leave one of
// several names to the sentence beside it.
bool NamesEnough(const Inquiry& inquiry, const Candidate& sentence) {
  if (NamesAreInside(inquiry, sentence)) return true;
  return inquiry.links.links().size() > 1 && sentence.relevance.own_coverage >= kFullCoverage &&
         ConfidenceOf(sentence.score) >= kFullConfidence &&
         NamesAreNear(inquiry, sentence, NameShares::kNeighbour);
}

// "Who joined X after A": the sentence of A's own coming tells nobody else's.
bool IsOfBystander(const Inquiry& inquiry, const PassageView& view) {
  if (inquiry.reading.relations().empty()) return false;
  const std::string& asked = inquiry.reading.relations(0).fact_type();
  if ((asked != "JOINED" && asked != "LEFT") || TellsOfSuccession(view)) return false;
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return IsBystander(inquiry, link) &&
           inquiry.meter.NameShare(view, link) >= NameShares::kWordsOnly;
  });
}

// A name or figure of the sentence fits, and nothing but its own few words speaks against it.
bool HasAskedKind(const Inquiry& inquiry, const GatheredEvidence& evidence,
                  const Candidate& sentence, const PassageView& view) {
  bool any = false;
  for (const Candidate& span : evidence.spans) {
    if (span.document != sentence.document || span.ordinal != sentence.ordinal) continue;
    if (IsMild(SpanObjection(inquiry, span), span, sentence)) return true;
    any = true;
  }
  if (MayTellPlace(inquiry, sentence, view) || HasPayInTime(inquiry, view)) return true;
  if (any) return false;
  if (sentence.relevance.own_coverage >= kFullCoverage && HasOneSum(inquiry, view)) return true;
  if (AsksForEntity(inquiry.reading.answer_type()) && HasUnknownName(view)) return true;
  // What says nearly all of the question, and has something of the kind besides, says the rest.
  return sentence.relevance.own_coverage >= kFullCoverage &&
         ConfidenceOf(sentence.score) >= kFullConfidence &&
         sentence.relevance.names >= NameShares::kWordsOnly && NamesSomebodyElse(inquiry, view);
}

// A release, an opening or its delay is asked about.
bool AsksForSchedule(const v1::QuestionAnalysis& reading) {
  if (reading.answer_type() == v1::ANSWER_TYPE_REASON) {
    return !reading.relations().empty() && reading.relations(0).fact_type() == "DELAYED";
  }
  if (reading.answer_type() != v1::ANSWER_TYPE_DATE || reading.relations().empty()) return false;
  for (const absl::string_view type : {"DELAYED", "PLANS_RELEASE", "RELEASED", "BUILDS_FACILITY"}) {
    if (reading.relations(0).fact_type() != type) continue;
    // What has come out is not told by when it was to come.
    return std::any_of(reading.relations().begin(), reading.relations().end(),
                       [](const v1::RelationReading& relation) {
                         return relation.fact_type() == "DELAYED" ||
                                relation.fact_type() == "PLANS_RELEASE" ||
                                relation.modality() == v1::MODALITY_PLANNED;
                       });
  }
  return false;
}

bool HasAnyOf(const PassageView& view, const absl::flat_hash_set<absl::string_view>& words) {
  return std::any_of(
      view.passage().tokens().begin(), view.passage().tokens().end(),
      [&](const v1::IndexedToken& token) { return words.contains(token.surface()); });
}

// The sentence says that something was or is to come at a time.
bool TellsSchedule(const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "المفترض", "مفترضا", "المقرر", "مقررا",  "مقرره",  "المرتقب", "مرتقبا",  "يرتقب",
      "المنتظر", "منتظرا", "منتظره", "جاهزا",  "جاهزه",  "مبرمجا",  "مبرمجه",  "تاجل",
      "تاجلت",   "ارجات",  "ارجا",   "ارجيت",  "تاجيل",  "تاجيله",  "تاجيلها", "ارجاء",
      "تاخر",    "تاخرت",  "اجلت",   "اجلته",  "اجلتها", "ارجاته",  "ارجاتها", "موعد",
      "الموعد",  "موعده",  "موعدها", "موعدنا", "سيصدر",  "ستصدر",   "سيطلق",   "ستطلق",
      "سيطرح",   "ستطرح",  "سيدخل",  "ستدخل",  "النور",  "سيفتتح",  "ستفتتح",  "سيبدا",
      "ستبدا",   "وارجات", "وتاجل",  "وتاجلت", "سيكون",  "ستكون",   "سيبصر",   "ستبصر"};
  return HasAnyOf(view, *words);
}

bool TellsCause(const PassageView& view) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "بسبب", "نتيجه", "جراء", "لان", "لانه", "لانها", "اذ", "لعدم", "لغياب", "لنقص", "بفعل"};
  return HasAnyOf(view, *words);
}

// A month, a quarter or a year; the day of a report is no schedule.
bool HasDateToCome(const PassageView& view) {
  return std::any_of(view.passage().values().begin(), view.passage().values().end(),
                     [](const v1::Value& value) {
                       return value.has_date() && value.date().basis() != v1::DATE_BASIS_ASSUMED &&
                              (value.date().precision() != v1::DATE_PRECISION_DAY ||
                               value.date().basis() == v1::DATE_BASIS_STATED);
                     });
}

// Names of a single word are too often words of other names.
bool IsTellingName(const LinkedName& link) {
  return link.stored() || absl::StrContains(link.asked.span().quote(), " ");
}

// A sentence that names what is awaited, and when it was or is to come, tells of its schedule in
// whatever words; so does one that gives the cause of a delay.
const Candidate* FindScheduleSentence(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  if (!AsksForSchedule(inquiry.reading)) return nullptr;
  const auto& links = inquiry.links.links();
  if (!std::all_of(links.begin(), links.end(), IsTellingName)) return nullptr;
  const bool cause = inquiry.reading.answer_type() == v1::ANSWER_TYPE_REASON;
  for (const Candidate& sentence : evidence.statements) {
    const PassageView* view = inquiry.pool.At(sentence.document, sentence.ordinal);
    if (view == nullptr || view->passage().kind() == v1::PASSAGE_KIND_HEADING ||
        view->passage().kind() == v1::PASSAGE_KIND_HEADLINE) {
      continue;
    }
    const bool named = std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
      return inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly;
    });
    if (!named || !TellsSchedule(*view)) continue;
    if (cause ? TellsCause(*view) : HasDateToCome(*view)) return &sentence;
  }
  return nullptr;
}

}  // namespace

const Candidate* FindTellingSentence(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  if (!inquiry.reading.asked_attribute().empty() || inquiry.links.links().empty()) return nullptr;
  const size_t read = std::min(evidence.statements.size(), kSentencesRead);
  size_t tried = 0;
  for (size_t i = 0; i < read && tried < kSentencesTried; ++i) {
    const Candidate& sentence = evidence.statements[i];
    if (!NamesEnough(inquiry, sentence)) continue;
    ++tried;
    const PassageView* view = inquiry.pool.At(sentence.document, sentence.ordinal);
    if (view == nullptr || ConfidenceOf(sentence.score) < kTellingConfidence) continue;
    if (sentence.relevance.own_coverage < kTellingCoverage) continue;
    const v1::PassageKind kind = view->passage().kind();
    if (kind == v1::PASSAGE_KIND_HEADING || kind == v1::PASSAGE_KIND_HEADLINE) continue;
    if (!StatementSuffices(inquiry, sentence) || !SaysRelation(inquiry, *view)) continue;
    if (IsOfBystander(inquiry, *view)) continue;
    if (LacksAnyOf(inquiry, sentence) || TellsOnlyOfOffer(inquiry, sentence)) continue;
    if (TellsOtherEvent(inquiry, sentence)) continue;
    if (HasAskedKind(inquiry, evidence, sentence, *view)) return &sentence;
  }
  return FindScheduleSentence(inquiry, evidence);
}

}  // namespace isnad::answering
