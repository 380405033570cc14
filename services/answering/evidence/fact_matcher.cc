#include "services/answering/evidence/fact_matcher.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/evidence_citations.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/passages/excerpt.h"
#include "services/answering/passages/trigger_match.h"
#include "services/answering/question/time_limit.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kExcerptCharacters = 230;
// A role that the question gives and the fact leaves open.
constexpr double kOpenFiller = 0.4;
// The question gives neither end.
constexpr double kNoFillers = 0.45;
// A relation that the question mentions beside the one it asks about.
constexpr double kCircumstance = 0.6;
// A part whose entity no passage types.
constexpr double kUntypedFit = 0.8;

const v1::Argument* ArgumentOf(const v1::Fact& fact, absl::string_view role, bool swapped) {
  if (role == "subject" || role == "object") {
    const bool subject = (role == "subject") != swapped;
    if (subject) return fact.has_subject() ? &fact.subject() : nullptr;
    return fact.has_object() ? &fact.object() : nullptr;
  }
  for (const v1::Argument& argument : fact.roles()) {
    if (argument.role() == role) return &argument;
  }
  return nullptr;
}

// 1 for an end filled alike, kOpenFiller for one left open, 0 for another one.
double FillerMatch(const Inquiry& inquiry, const v1::Fact& fact, const v1::RelationFiller& filler,
                   bool swapped) {
  const LinkedName* link = inquiry.links.Find(filler.entity());
  // A job title or a name that the store does not know cannot be compared.
  if (link == nullptr || !link->stored()) return kOpenFiller;
  const v1::Argument* argument = ArgumentOf(fact, filler.role(), swapped);
  if (argument == nullptr) return kOpenFiller;
  if (link->names.contains(argument->entity())) return 1.0;
  const bool end = filler.role() == "subject" || filler.role() == "object";
  // Unnamed participants may be anybody.
  if (argument->entity().empty()) return end ? 0.0 : kOpenFiller;
  return 0.0;
}

double Fillers(const Inquiry& inquiry, const v1::Fact& fact, const v1::RelationReading& relation,
               bool swapped) {
  if (relation.fillers().empty()) return kNoFillers;
  double sum = 0;
  for (const v1::RelationFiller& filler : relation.fillers()) {
    const double match = FillerMatch(inquiry, fact, filler, swapped);
    if (match == 0) return 0;
    sum += match;
  }
  return sum / relation.fillers_size();
}

bool HasWantedValue(const Inquiry& inquiry, const v1::Argument& argument) {
  return argument.has_value() && ValueFit(inquiry.reading, argument.value()) > 0;
}

// The part that the relation asks for; `holder` keeps one that is made up here.
const v1::Argument* AskedPart(const Inquiry& inquiry, const FactMatch& match,
                              v1::Argument* holder) {
  const v1::Fact& fact = *match.fact;
  const std::string& role = match.relation->asked_role();
  const v1::AnswerType type = inquiry.reading.answer_type();
  if (AsksForValue(type)) {
    const v1::Argument* named = ArgumentOf(fact, role, match.swapped);
    if (named != nullptr && HasWantedValue(inquiry, *named)) return named;
    if (fact.has_object() && HasWantedValue(inquiry, fact.object())) return &fact.object();
    for (const v1::Argument& argument : fact.roles()) {
      if (HasWantedValue(inquiry, argument)) return &argument;
    }
    const bool dated = type == v1::ANSWER_TYPE_DATE && fact.has_valid_interval() &&
                       fact.valid_interval().basis() != v1::DATE_BASIS_ASSUMED;
    if (!dated) return nullptr;
    *holder->mutable_value()->mutable_date() = fact.valid_interval();
    return holder;
  }
  if (role == "counterpart") {
    const v1::Argument* counterpart = ArgumentOf(fact, role, match.swapped);
    if (counterpart != nullptr) return counterpart;
    return ArgumentOf(fact, "object", match.swapped);
  }
  if (type == v1::ANSWER_TYPE_REASON) {
    const v1::Argument* cause = ArgumentOf(fact, "cause", match.swapped);
    return cause != nullptr ? cause : ArgumentOf(fact, "purpose", match.swapped);
  }
  if (type == v1::ANSWER_TYPE_ROLE) {
    const v1::Argument* title = ArgumentOf(fact, "role", match.swapped);
    if (title != nullptr) return title;
  }
  return role.empty() ? nullptr : ArgumentOf(fact, role, match.swapped);
}

// Where the best evidence has the part; empty when it does not say.
Range PartPlace(const v1::Evidence& evidence, absl::string_view role, absl::string_view words) {
  for (const v1::RoleSpan& span : evidence.role_spans()) {
    if (span.role() == role) return {span.span().begin(), span.span().end()};
  }
  const size_t at =
      words.empty() ? std::string::npos : evidence.quote().quote().find(std::string(words));
  if (at == std::string::npos) return {};
  const int begin = evidence.quote().begin() + static_cast<int>(at);
  return {begin, begin + static_cast<int>(words.size())};
}

// The relation that was read first, or another reading of the same words.
bool IsPrimary(const Inquiry& inquiry, const v1::RelationReading& relation) {
  const v1::Span& main = inquiry.reading.relations(0).trigger();
  const v1::Span& own = relation.trigger();
  return own.begin() < main.end() && main.begin() < own.end();
}

// How sure it is that the relation is what the question asks: another verb than that of the best
// reading tells the circumstances ("after leaving X").
double RelationShare(const Inquiry& inquiry, const v1::RelationReading& relation) {
  return IsPrimary(inquiry, relation) ? relation.confidence()
                                      : kCircumstance * relation.confidence();
}

// Score and excerpt of a candidate from a fact, with the help of its passage where that was found.
void Finish(const Inquiry& inquiry, const FactMatch& match, absl::string_view role,
            Candidate* candidate) {
  const v1::Fact& fact = *match.fact;
  candidate->from_fact = true;
  candidate->primary = IsPrimary(inquiry, *match.relation);
  candidate->fillers = match.fillers;
  candidate->facts.push_back(fact.name());
  candidate->polarity = fact.polarity();
  candidate->modality = fact.modality();
  candidate->date = fact.valid_interval();
  candidate->citations = CiteEvidence(fact);
  if (!candidate->citations.empty()) {
    candidate->attributed_to = candidate->citations.front().attributed_to();
  }
  double score = FactWeights::kRelation * RelationShare(inquiry, *match.relation) +
                 FactWeights::kFillers * match.fillers +
                 FactWeights::kExtraction * fact.confidence() + FactWeights::kFit * candidate->fit;
  const PassageView* view = nullptr;
  if (fact.evidence_size() > 0) {
    const v1::Evidence& evidence = fact.evidence(0);
    candidate->document = evidence.document();
    candidate->ordinal = evidence.passage_ordinal();
    view = inquiry.pool.At(evidence.document(), evidence.passage_ordinal());
    Range place = PartPlace(evidence, role, candidate->words);
    if (place.empty()) place = {evidence.quote().begin(), evidence.quote().end()};
    candidate->place = place;
    // Under a heading that says of what the items tell, the part stands in an item.
    if (view != nullptr && !view->range().Contains(place)) {
      view = inquiry.pool.Around(evidence.document(), place);
      if (view != nullptr) candidate->ordinal = view->passage().ordinal();
    }
    if (view != nullptr && view->range().Contains(place)) {
      candidate->relevance = inquiry.meter.Measure(*view, view->ClauseAround(place), place);
      const Range excerpt = Excerpt(*view, inquiry.words, place, kExcerptCharacters);
      candidate->excerpt = std::string(view->Text(excerpt));
    } else {
      view = nullptr;
    }
    if (candidate->excerpt.empty()) {
      candidate->excerpt =
          std::string(CutAtWord(TrimEnds(evidence.quote().quote()), kExcerptCharacters));
    }
  }
  if (view != nullptr) {
    const Relevance& relevance = candidate->relevance;
    const double passage =
        SpanWeights::kCoverage * relevance.coverage + SpanWeights::kNames * relevance.names +
        SpanWeights::kNearness * std::min(1.0, 1.6 * relevance.nearness) +
        SpanWeights::kRetrieval * relevance.retrieval + SpanWeights::kFit * candidate->fit;
    score = FactWeights::kOwnShare * score + (1 - FactWeights::kOwnShare) * passage;
    if (candidate->kind == Candidate::Kind::kWords && SharesTrigger(*view, fact.evidence(0))) {
      score += FactWeights::kTrigger;
    }
  } else {
    score *= FactWeights::kUnseen;
  }
  // As for spans: a sentence or a fact that brings the question's names together says most of it.
  const bool meet = match.relation->fillers_size() > 1 && match.fillers >= 0.9;
  if (meet ||
      (inquiry.links.links().size() > 1 && candidate->relevance.names >= NameShares::kWordsOnly)) {
    score += kMeetingBonus;
  }
  candidate->score = score;
}

bool FillPart(const Inquiry& inquiry, const v1::Argument& part, absl::string_view role,
              Candidate* candidate) {
  candidate->words = part.display_text();
  if (!part.entity().empty()) {
    if (inquiry.links.all().contains(part.entity())) return false;
    candidate->kind = Candidate::Kind::kEntity;
    candidate->key = part.entity();
    candidate->entity = part.entity();
    candidate->label_en = part.display_text_en();
    const auto [type, entity_class] = inquiry.pool.KindOf(part.entity());
    candidate->entity_type = type;
    candidate->entity_class = entity_class;
    const bool asked = AsksForEntity(inquiry.reading.answer_type());
    candidate->fit = type == v1::ENTITY_TYPE_UNSPECIFIED || !asked
                         ? kUntypedFit
                         : EntityFit(inquiry.reading, type, entity_class);
    return candidate->fit > 0;
  }
  if (!part.has_value()) return false;
  if (part.value().has_text()) {
    // An unnamed participant is no answer to who or which.
    // A place that no gazetteer has is one by its role.
    const bool place = role == "place" && inquiry.reading.answer_type() == v1::ANSWER_TYPE_LOCATION;
    const bool post = role == "role" && AsksForDescription(inquiry.reading);
    if (AsksForEntity(inquiry.reading.answer_type()) && !place && !post) return false;
    candidate->kind = Candidate::Kind::kWords;
    if (candidate->words.empty()) candidate->words = part.value().text();
    candidate->key = absl::StrCat("text:", candidate->words);
    candidate->fit = 0.9;
    return true;
  }
  candidate->kind = Candidate::Kind::kValue;
  candidate->value = part.value();
  candidate->key = ValueKey(part.value());
  if (candidate->words.empty()) candidate->words = part.value().span().quote();
  if (IsFraction(candidate->words)) return false;
  // What the question gives itself is not what it asks for.
  const auto& given = inquiry.reading.values();
  if (std::any_of(given.begin(), given.end(),
                  [&](const v1::Value& value) { return ValueKey(value) == candidate->key; })) {
    return false;
  }
  candidate->fit = ValueFit(inquiry.reading, part.value());
  return candidate->fit > 0;
}

}  // namespace

bool IsSymmetric(absl::string_view fact_type) {
  return fact_type == "COMPETES_WITH" || fact_type == "PARTNERED_WITH";
}

bool RestsOn(const v1::Fact& fact, const PassageView& view) {
  return std::any_of(fact.evidence().begin(), fact.evidence().end(),
                     [&](const v1::Evidence& source) {
                       return source.document() == view.document().name() &&
                              source.passage_ordinal() == view.passage().ordinal();
                     });
}

std::vector<FactMatch> MatchFacts(const Inquiry& inquiry) {
  std::vector<FactMatch> matches;
  for (const v1::RelationReading& relation : inquiry.reading.relations()) {
    for (const v1::Fact& fact : inquiry.facts) {
      if (fact.type() != relation.fact_type()) continue;
      FactMatch match = {&fact, &relation, Fillers(inquiry, fact, relation, false), false};
      if (IsSymmetric(fact.type())) {
        const double swapped = Fillers(inquiry, fact, relation, true);
        if (swapped > match.fillers) {
          match.fillers = swapped;
          match.swapped = true;
        }
      }
      if (match.fillers > 0) matches.push_back(match);
    }
  }
  return matches;
}

bool ContradictsEnds(const Inquiry& inquiry, const v1::Fact& fact,
                     const v1::RelationReading& relation) {
  const auto contradicts = [&](bool swapped) {
    return std::any_of(relation.fillers().begin(), relation.fillers().end(),
                       [&](const v1::RelationFiller& filler) {
                         const v1::Argument* argument = ArgumentOf(fact, filler.role(), swapped);
                         // Who has no name may be anybody.
                         if (argument == nullptr || argument->entity().empty()) return false;
                         return FillerMatch(inquiry, fact, filler, swapped) == 0.0;
                       });
  };
  return contradicts(false) && !(IsSymmetric(fact.type()) && !contradicts(true));
}

namespace {

// "How many did X lay off" may be read as asking for the size of X as well: not where the layoffs
// were read first.
bool IsOtherCount(const Inquiry& inquiry, const FactMatch& match) {
  return match.fact->type() == "HEADCOUNT" &&
         inquiry.reading.relations(0).fact_type() == "LAID_OFF";
}

}  // namespace

std::vector<Candidate> FactCandidates(const Inquiry& inquiry,
                                      const std::vector<FactMatch>& matches) {
  std::vector<Candidate> candidates;
  for (const FactMatch& match : matches) {
    if (match.fact->polarity() == v1::POLARITY_DENIED && !inquiry.reading.negated()) continue;
    if (!HoldsInTime(inquiry.reading, *match.fact) || IsOtherCount(inquiry, match)) continue;
    v1::Argument holder;
    const v1::Argument* part = AskedPart(inquiry, match, &holder);
    if (part == nullptr) continue;
    Candidate candidate;
    if (!FillPart(inquiry, *part, match.relation->asked_role(), &candidate)) continue;
    Finish(inquiry, match, match.relation->asked_role(), &candidate);
    if (!candidate.citations.empty()) candidates.push_back(std::move(candidate));
  }
  return candidates;
}

Candidate WholeFact(const Inquiry& inquiry, const FactMatch& match) {
  Candidate candidate;
  candidate.key = match.fact->name();
  candidate.fit = 1.0;
  Finish(inquiry, match, "trigger", &candidate);
  candidate.words = candidate.excerpt;
  return candidate;
}

}  // namespace isnad::answering
