#include "services/answering/domain/evidence_gate.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/answering/domain/answer_fit.h"
#include "services/answering/domain/assertion_cues.h"
#include "services/answering/domain/fact_matcher.h"
#include "services/answering/domain/score_weights.h"
#include "services/answering/domain/speaker_fit.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// The rarest name of the question must be at least this close to a figure, and to anything else.
constexpr double kNameNearFigure = NameShares::kNeighbour;
constexpr double kNameNearAnything = NameShares::kNeighbour;
// A broad question says once whom it is about, and its sources do the same.
constexpr double kNameNearBroad = NameShares::kDocument;

// Share of the name that the fewest passages mention: the one that tells the question from others.
double RarestNameShare(const Inquiry& inquiry, const PassageView& view) {
  double share = 1.0;
  size_t fewest = inquiry.pool.views().size() + 1;
  for (const LinkedName& link : inquiry.links.links()) {
    size_t mentioning = 0;
    for (const PassageView& other : inquiry.pool.views()) {
      mentioning += inquiry.meter.NameShare(other, link) >= NameShares::kWordsOnly ? 1 : 0;
    }
    if (mentioning >= fewest) continue;
    fewest = mentioning;
    share = inquiry.meter.NameShare(view, link);
  }
  return share;
}

// Whether the fact is about somebody or something that the question names.
bool HasNamedEnd(const Inquiry& inquiry, const Candidate& candidate) {
  const auto& all = inquiry.links.all();
  for (const v1::Fact& fact : inquiry.facts) {
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), fact.name()) == facts.end()) continue;
    if (all.contains(fact.subject().entity()) || all.contains(fact.object().entity())) return true;
    for (const v1::Argument& argument : fact.roles()) {
      if (all.contains(argument.entity())) return true;
    }
  }
  return false;
}

// The sentence asks something itself.
bool IsQuestion(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return absl::EndsWith(candidate.excerpt, "؟");
  const absl::string_view text = absl::StripTrailingAsciiWhitespace(view->Text(view->range()));
  return absl::EndsWith(text, "؟") || absl::EndsWith(text, "?");
}

// A sentence that gives no cause and denies what it would be the cause of.
bool IsDenialOfEvent(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.answer_type() != v1::ANSWER_TYPE_REASON) return false;
  if (candidate.clause != v1::CLAUSE_KIND_MAIN) return false;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  return view != nullptr &&
         AssertionOf(*view, inquiry.words, candidate.place) == Assertion::kDenied;
}

// Where the question names a speaker, the sentence names him too, or a fact says that it is his.
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
      asked = true;
    }
  }
  return !asked || SpeakerFit(inquiry).Of(candidate.document, candidate.ordinal) > 0;
}

// The question gives a job title, and no word of it stands near the fact that is to fill it.
bool IsOtherRole(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || inquiry.reading.relations().empty()) return false;
  if (candidate.relevance.coverage >= kLeastCoverage) return false;
  const auto& fillers = inquiry.reading.relations(0).fillers();
  return std::any_of(fillers.begin(), fillers.end(),
                     [](const v1::RelationFiller& filler) { return filler.role() == "role"; });
}

bool NamesAreNear(const Inquiry& inquiry, const Candidate& candidate, double least) {
  if (inquiry.links.links().empty()) return true;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return !candidate.from_fact || HasNamedEnd(inquiry, candidate);
  return RarestNameShare(inquiry, *view) >= least;
}

// Everything that the question names stands in the sentence, and it names more than one.
bool NamesMeet(const Inquiry& inquiry, const Candidate& candidate) {
  return inquiry.links.links().size() > 1 && candidate.relevance.names >= NameShares::kWordsOnly;
}

// The question asks for an end of a relation that was read surely, yet no fact fills it.
bool IsUnconfirmed(const Inquiry& inquiry, const Candidate& candidate) {
  if (candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& relation = inquiry.reading.relations(0);
  const bool end = relation.asked_role() == "subject" || relation.asked_role() == "object" ||
                   relation.asked_role() == "counterpart";
  return end && relation.confidence() >= kSureRelation;
}

// Facts of the relation with the given ends exist, and what they have in the asked place is what
// the question itself names: whoever joined X is known, but not whom they joined after X.
bool IsKnownOtherwise(const Inquiry& inquiry, const Candidate& candidate) {
  if (inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.confidence() < kSureRelation || asked.fillers().empty()) return false;
  bool otherwise = false;
  for (const FactMatch& match : MatchFacts(inquiry)) {
    if (match.relation != &asked || match.fillers < 0.9) continue;
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), match.fact->name()) != facts.end()) return false;
    const bool subject = (asked.asked_role() == "subject") != match.swapped;
    const v1::Argument& part = subject ? match.fact->subject() : match.fact->object();
    otherwise |= inquiry.links.all().contains(part.entity());
  }
  return otherwise;
}

// "What is it called" does not say what kind of name: the words around must.
bool IsBareName(const Inquiry& inquiry, const Candidate& candidate) {
  return inquiry.reading.answer_type() == v1::ANSWER_TYPE_NAME &&
         inquiry.reading.answer_class().empty() && !candidate.from_fact;
}

bool HasContent(const Inquiry& inquiry) { return inquiry.words.content_importance() > 0; }

}  // namespace

bool SpanSuffices(const Inquiry& inquiry, const Candidate& candidate) {
  if (ConfidenceOf(candidate.score) < inquiry.min_confidence) return false;
  if (IsQuestion(inquiry, candidate) || IsOtherRole(inquiry, candidate)) return false;
  if (!inquiry.reading.answer_class().empty() && candidate.fit < kLeastClassFit) return false;
  if (candidate.from_fact && !NamesAreNear(inquiry, candidate, kNameNearBroad)) return false;
  if (AsksForEntity(inquiry.reading.answer_type()) && IsKnownOtherwise(inquiry, candidate)) {
    return false;
  }
  if (candidate.from_fact && candidate.relevance.coverage == 0) return true;
  const double least = !inquiry.reading.asked_attribute().empty() ? kLeastAttributeCoverage
                       : IsUnconfirmed(inquiry, candidate) && !NamesMeet(inquiry, candidate)
                           ? kLeastUnconfirmedCoverage
                       : IsBareName(inquiry, candidate) ? kLeastNameCoverage
                       : NamesMeet(inquiry, candidate)  ? kLeastMeetingCoverage
                       : candidate.from_fact            ? 0.5 * kLeastCoverage
                                                        : kLeastCoverage;
  if (HasContent(inquiry) && candidate.relevance.coverage < least) return false;
  const v1::AnswerType type = inquiry.reading.answer_type();
  const bool figure = AsksForValue(type) && type != v1::ANSWER_TYPE_DATE;
  return candidate.from_fact ||
         NamesAreNear(inquiry, candidate, figure ? kNameNearFigure : kNameNearAnything);
}

bool StatementSuffices(const Inquiry& inquiry, const Candidate& candidate) {
  // Who asks for the sides of a dispute or for a chronology says less of what they hold.
  const v1::QuestionKind kind = inquiry.reading.kind();
  const bool broad = kind == v1::QUESTION_KIND_CONFLICT || kind == v1::QUESTION_KIND_TIMELINE;
  const double confidence = broad ? kBroadShare * inquiry.min_confidence : inquiry.min_confidence;
  const double least = broad ? kBroadShare * kLeastCoverage : kLeastCoverage;
  if (ConfidenceOf(candidate.score) < confidence) return false;
  if (HasContent(inquiry) && candidate.relevance.coverage < least) return false;
  if (!inquiry.reading.asked_attribute().empty()) return false;
  if (IsDenialOfEvent(inquiry, candidate)) return false;
  // A question in an article, and a row of a table, tell nothing by themselves.
  if (IsQuestion(inquiry, candidate)) return false;
  if (!broad && absl::StartsWith(candidate.words, "|")) return false;
  if (!IsOfSpeaker(inquiry, candidate)) return false;
  return NamesAreNear(inquiry, candidate, broad ? kNameNearBroad : kNameNearAnything);
}

}  // namespace isnad::answering
