#include "services/answering/domain/others_figures.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/answering/domain/answer_fit.h"
#include "services/answering/domain/passage_view.h"
#include "services/answering/domain/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Candidates beyond these give no answer.
constexpr size_t kChecked = 8;
constexpr size_t kMostDocuments = 6;

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
  return candidate.relevance.names >= NameShares::kNeighbour;
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

}  // namespace

std::string FiguresFilter(const Inquiry& inquiry, const std::vector<Candidate>& spans) {
  const v1::AnswerType type = inquiry.reading.answer_type();
  if (inquiry.links.links().empty() || !(AsksForValue(type) || AsksForEntity(type))) return "";
  std::vector<std::string> terms;
  for (size_t i = 0; i < std::min(kChecked, spans.size()); ++i) {
    const bool figure = IsLooseFigure(spans[i]) && !NamesSomebodyAsked(inquiry, spans[i]);
    if (!figure && !IsLooseName(inquiry, spans[i])) continue;
    std::string term = absl::StrCat("document = \"", spans[i].document, "\"");
    if (std::find(terms.begin(), terms.end(), term) != terms.end()) continue;
    if (terms.size() < kMostDocuments) terms.push_back(std::move(term));
  }
  return absl::StrJoin(terms, " OR ");
}

void DropOthersFigures(const Inquiry& inquiry, const std::vector<v1::Fact>& facts,
                       std::vector<Candidate>* spans) {
  spans->erase(
      std::remove_if(spans->begin(), spans->end(),
                     [&](const Candidate& candidate) {
                       if (!IsLoose(inquiry, candidate)) return false;
                       const bool figure = IsLooseFigure(candidate);
                       if (figure && NamesSomebodyAsked(inquiry, candidate)) return false;
                       bool others = false;
                       for (const v1::Fact& fact : facts) {
                         if (!Holds(fact, candidate)) continue;
                         if (!figure && fact.type() != inquiry.reading.relations(0).fact_type()) {
                           continue;
                         }
                         if (IsOfSomebodyAsked(inquiry, fact) ||
                             (figure && MayBeOfSomebodyAsked(inquiry, fact, candidate))) {
                           return false;
                         }
                         others |= !fact.subject().entity().empty() &&
                                   (figure || !fact.object().entity().empty());
                       }
                       return others;
                     }),
      spans->end());
}

}  // namespace isnad::answering
