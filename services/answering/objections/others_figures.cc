#include "services/answering/objections/others_figures.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/fact_matcher.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/relation_objections.h"
#include "services/answering/objections/succession.h"
#include "services/answering/passages/first_person.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Candidates beyond these give no answer.
constexpr size_t kChecked = 8;
constexpr size_t kMostDocuments = 6;
// Farther than any two words of a sentence.
constexpr int kFar = 1000;

bool IsLooseFigure(const Candidate& candidate) {
  return candidate.kind == Candidate::Kind::kValue && !candidate.from_fact &&
         !candidate.value.has_date();
}

// A name for which a fact of the very kind that is asked for may speak.
bool IsLooseName(const Inquiry& inquiry, const Candidate& candidate) {
  return candidate.kind == Candidate::Kind::kEntity && !candidate.from_fact &&
         inquiry.reading.relations_size() > 0 &&
         inquiry.reading.relations(0).confidence() >= kSureRelation;
}

bool IsLoose(const Inquiry& inquiry, const Candidate& candidate) {
  return IsLooseFigure(candidate) || IsLooseName(inquiry, candidate);
}

bool NamesSomebodyAsked(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return true;
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly;
  });
}

bool IsOfSomebodyAsked(const Inquiry& inquiry, const v1::Fact& fact) {
  const auto& asked = inquiry.links.all();
  if (asked.contains(fact.subject().entity()) || asked.contains(fact.object().entity())) {
    return true;
  }
  return std::any_of(fact.roles().begin(), fact.roles().end(), [&](const v1::Argument& argument) {
    return asked.contains(argument.entity());
  });
}

// What is asked, told beside a sentence that names who is asked about: "the same company" may have
// been taken for another.
bool MayBeOfSomebodyAsked(const Inquiry& inquiry, const v1::Fact& fact,
                          const Candidate& candidate) {
  if (inquiry.reading.relations().empty() ||
      fact.type() != inquiry.reading.relations(0).fact_type()) {
    return false;
  }
  // An article of the other side speaks of them throughout.
  const bool disputed = inquiry.reading.kind() == v1::QUESTION_KIND_CONFLICT;
  return candidate.relevance.names >= (disputed ? NameShares::kDocument : NameShares::kNeighbour);
}

// Whether a part of the fact stands where the candidate does.
bool Holds(const v1::Fact& fact, const Candidate& candidate) {
  for (const v1::Evidence& evidence : fact.evidence()) {
    if (evidence.document() != candidate.document) continue;
    for (const v1::RoleSpan& span : evidence.role_spans()) {
      if (candidate.place.Overlaps({span.span().begin(), span.span().end()})) return true;
    }
  }
  return false;
}

int TokensApart(const PassageView& view, Range a, Range b) {
  return std::abs(view.TokenAt(a.begin) - view.TokenAt(b.begin));
}

// How many words away the nearest mention stands; many when there is none.
int DistanceTo(const PassageView& view, const absl::flat_hash_set<std::string>& entities,
               Range place, bool* before) {
  int nearest = kFar;
  for (const v1::PassageMention& mention : view.passage().mentions()) {
    if (!entities.contains(mention.entity())) continue;
    const Range at = {mention.begin(), mention.end()};
    *before |= at.end <= place.begin;
    nearest = std::min(nearest, TokensApart(view, at, place));
  }
  return nearest;
}

// Whether the sentence names whom the fact should be about, nearer to the candidate than whom the
// fact is about, or before a figure: then the fact took one for the other.
bool MayBeMistaken(const Inquiry& inquiry, const v1::Fact& fact,
                   const v1::RelationReading& relation, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  // "And she was succeeded by": where, the sentences before say.
  if (!IsLooseFigure(candidate) && AsksForSuccession(inquiry) && TellsOfSuccession(*view)) {
    return true;
  }
  for (const v1::RelationFiller& filler : relation.fillers()) {
    const LinkedName* link = inquiry.links.Find(filler.entity());
    if (link == nullptr || !link->stored()) continue;
    if (filler.role() != "subject" && filler.role() != "object") continue;
    const v1::Argument& end = filler.role() == "subject" ? fact.subject() : fact.object();
    if (end.entity().empty() || link->names.contains(end.entity())) continue;
    bool before = false;
    bool other_before = false;
    const int asked = DistanceTo(*view, link->names, candidate.place, &before);
    const int other = DistanceTo(*view, {end.entity()}, candidate.place, &other_before);
    before &= IsLooseFigure(candidate) || AsksForSuccession(inquiry);
    // "We appointed": the house is named at the head of the interview.
    if (asked == kFar && SpeaksOfOwnHouse(*view) &&
        inquiry.meter.NameShare(*view, *link) >= NameShares::kNeighbour) {
      continue;
    }
    if (asked == kFar || (!before && asked >= other)) return false;
  }
  return true;
}

// Whether both ends are in the question, be it the other way round.
bool HasSwappedEnd(const Inquiry& inquiry, const v1::Fact& fact) {
  const auto& all = inquiry.links.all();
  return all.size() == 1 &&
         (all.contains(fact.subject().entity()) || all.contains(fact.object().entity()));
}

// Whether the fact is of a type that is asked about and has no end other than the question gives.
bool MayAnswer(const Inquiry& inquiry, const v1::Fact& fact, const Candidate& candidate) {
  return std::any_of(inquiry.reading.relations().begin(), inquiry.reading.relations().end(),
                     [&](const v1::RelationReading& relation) {
                       if (relation.fact_type() != fact.type()) return false;
                       return !ContradictsEnds(inquiry, fact, relation) ||
                              ((IsLooseFigure(candidate) || relation.asked_role() == "place") &&
                               HasSwappedEnd(inquiry, fact)) ||
                              MayBeMistaken(inquiry, fact, relation, candidate);
                     });
}

// Whether the sentence names both ends that the question gives to its relation.
bool HasBothEnds(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || inquiry.reading.relations().empty()) return false;
  int ends = 0;
  for (const v1::RelationFiller& filler : inquiry.reading.relations(0).fillers()) {
    const LinkedName* link = inquiry.links.Find(filler.entity());
    if (link == nullptr) continue;
    if (inquiry.meter.NameShare(*view, *link) < NameShares::kWordsOnly) return false;
    ++ends;
  }
  return ends > 1;
}

// Whether the end by which the fact is another's is named in the sentence itself rather than meant
// by "the company", which may have been taken for another.
bool IsNamedThere(const Inquiry& inquiry, const v1::Fact& fact, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  const auto named = [&](const v1::Argument& end) {
    return !end.entity().empty() && !inquiry.links.all().contains(end.entity()) &&
           view->Mentions({end.entity()}, view->range());
  };
  return named(fact.subject()) || named(fact.object());
}

// Whether some fact says what the sentence tells of the asked relation, and gives the asked place
// to another than the candidate.
bool IsFilledByAnother(const Inquiry& inquiry, const std::vector<v1::Fact>& facts,
                       const Candidate& candidate) {
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.asked_role() != "subject" && asked.asked_role() != "object") return false;
  return std::any_of(facts.begin(), facts.end(), [&](const v1::Fact& fact) {
    if (fact.type() != asked.fact_type() || fact.evidence_size() == 0) return false;
    const v1::Evidence& source = fact.evidence(0);
    if (source.document() != candidate.document || source.passage_ordinal() != candidate.ordinal ||
        ContradictsEnds(inquiry, fact, asked)) {
      return false;
    }
    const v1::Argument& part = asked.asked_role() == "subject" ? fact.subject() : fact.object();
    if (part.entity().empty() || part.entity() == candidate.entity) return false;
    // Whom the question gives itself is not whom it asks for; but who came or went tells whose
    // coming or going the sentence is about.
    return fact.type() == "JOINED" || fact.type() == "LEFT" ||
           !inquiry.links.all().contains(part.entity());
  });
}

// The fact has the candidate where whoever answers the question cannot be: whom somebody left is
// not whom they joined, who buys a company is not who founded it.
bool IsOpposite(const Inquiry& inquiry, const v1::Fact& fact, const Candidate& candidate) {
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  const auto excludes = [&](absl::string_view type, absl::string_view role,
                            absl::string_view fact_type, const v1::Argument& end) {
    return asked.fact_type() == type && asked.asked_role() == role && fact.type() == fact_type &&
           end.entity() == candidate.entity;
  };
  return excludes("JOINED", "object", "LEFT", fact.object()) ||
         excludes("JOINED", "object", "HIRED_FROM", fact.object()) ||
         excludes("LEFT", "object", "JOINED", fact.object()) ||
         excludes("HIRED_FROM", "object", "JOINED", fact.object()) ||
         excludes("FOUNDED", "subject", "ACQUIRED", fact.subject()) ||
         excludes("ACQUIRED", "subject", "FOUNDED", fact.subject());
}

// A figure of this type is nothing else: the price of a company is no price of its product.
bool TellsKindOfFigure(const v1::Fact& fact) {
  for (const absl::string_view type : {"ACQUIRED", "INVESTED_IN", "OFFERED_PAY", "LAID_OFF"}) {
    if (fact.type() == type) return true;
  }
  return false;
}

bool IsSure(const Inquiry& inquiry) {
  return inquiry.reading.relations_size() > 0 &&
         inquiry.reading.relations(0).confidence() >= kSureRelation;
}

// Whether facts say of the candidate something else than what is asked, and none says that.
bool BelongsElsewhere(const Inquiry& inquiry, const std::vector<v1::Fact>& facts,
                      const Candidate& candidate) {
  const bool figure = IsLooseFigure(candidate);
  const bool with_relation = inquiry.reading.relations_size() > 0;
  const bool named = NamesSomebodyAsked(inquiry, candidate);
  const bool lacks_relation = LacksRelation(inquiry, candidate);
  bool elsewhere = false;
  for (const v1::Fact& fact : facts) {
    if (!Holds(fact, candidate)) continue;
    if (MayAnswer(inquiry, fact, candidate)) return false;
    const bool asked_type =
        with_relation &&
        std::any_of(inquiry.reading.relations().begin(), inquiry.reading.relations().end(),
                    [&](const v1::RelationReading& relation) {
                      return relation.fact_type() == fact.type();
                    });
    const bool unsure = figure && MayBeOfSomebodyAsked(inquiry, fact, candidate) &&
                        !IsNamedThere(inquiry, fact, candidate);
    if (unsure) return false;
    if (asked_type) {
      // The very relation, between others.
      elsewhere |= figure || !HasBothEnds(inquiry, candidate);
    } else if (figure && !named && !IsOfSomebodyAsked(inquiry, fact)) {
      elsewhere |= !fact.subject().entity().empty();
    } else if (figure && IsSure(inquiry) && TellsKindOfFigure(fact) &&
               !HasBothEnds(inquiry, candidate)) {
      elsewhere = true;
    } else if (lacks_relation && !HasBothEnds(inquiry, candidate) &&
               (figure || !IsOpposite(inquiry, fact, candidate))) {
      elsewhere |= figure || !IsOfSomebodyAsked(inquiry, fact);
    } else if (!figure) {
      elsewhere |=
          IsOpposite(inquiry, fact, candidate) || IsFilledByAnother(inquiry, facts, candidate);
    }
  }
  return elsewhere;
}

}  // namespace

std::string FiguresFilter(const Inquiry& inquiry, const std::vector<Candidate>& spans) {
  const v1::AnswerType type = inquiry.reading.answer_type();
  if (inquiry.links.links().empty() || !(AsksForValue(type) || AsksForEntity(type))) return "";
  std::vector<std::string> terms;
  for (size_t i = 0; i < std::min(kChecked, spans.size()); ++i) {
    if (!IsLoose(inquiry, spans[i])) continue;
    std::string term = absl::StrCat("document = \"", spans[i].document, "\"");
    if (std::find(terms.begin(), terms.end(), term) != terms.end()) continue;
    if (terms.size() < kMostDocuments) terms.push_back(std::move(term));
  }
  return absl::StrJoin(terms, " OR ");
}

namespace {

// An end of the fact is written with words of a name that the question gives: "X Technologies".
bool BearsAskedWords(const Inquiry& inquiry, const v1::Fact& fact, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  return std::any_of(
      view->passage().mentions().begin(), view->passage().mentions().end(),
      [&](const v1::PassageMention& mention) {
        if (inquiry.links.all().contains(mention.entity()) ||
            (mention.entity() != fact.subject().entity() &&
             mention.entity() != fact.object().entity())) {
          return false;
        }
        const Range place = {mention.begin(), mention.end()};
        return std::any_of(
            view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
              return match.strength >= 0.5 && place.Contains(view->TokenBytes(match.token)) &&
                     inquiry.words.words()[match.word].role == QuestionWord::Role::kName;
            });
      });
}

// The sentence says nearly all of the question itself, its relation too, and names everybody in it:
// unless a fact gives its figure to another who is named there, it is the one asked for.
bool IsToldInFull(const Inquiry& inquiry, const std::vector<v1::Fact>& facts,
                  const Candidate& candidate) {
  constexpr double kToldInFull = 0.75;
  return IsLooseFigure(candidate) && !inquiry.links.links().empty() &&
         candidate.relevance.own_coverage >= kToldInFull &&
         candidate.relevance.names >= NameShares::kWordsOnly &&
         !LacksRelation(inquiry, candidate) &&
         std::none_of(facts.begin(), facts.end(), [&](const v1::Fact& fact) {
           return Holds(fact, candidate) && IsNamedThere(inquiry, fact, candidate) &&
                  !BearsAskedWords(inquiry, fact, candidate);
         });
}

}  // namespace

void DropOthersFigures(const Inquiry& inquiry, const std::vector<v1::Fact>& facts,
                       std::vector<Candidate>* spans) {
  spans->erase(std::remove_if(spans->begin(), spans->end(),
                              [&](const Candidate& candidate) {
                                return IsLoose(inquiry, candidate) &&
                                       !IsToldInFull(inquiry, facts, candidate) &&
                                       BelongsElsewhere(inquiry, facts, candidate);
                              }),
               spans->end());
}

}  // namespace isnad::answering
