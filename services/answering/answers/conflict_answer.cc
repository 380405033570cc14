#include "services/answering/answers/conflict_answer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/answers/differing_figures.h"
#include "services/answering/answers/disputed_claim.h"
#include "services/answering/answers/opposed_statements.h"
#include "services/answering/answers/paired_accounts.h"
#include "services/answering/answers/side.h"
#include "services/answering/answers/sides_asked_for.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/value_key.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/passages/excerpt.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kSourceCharacters = 60;
// Share of the question's ends that facts of a conflict must have.
constexpr double kConflictFillers = 0.7;

// The facts of an open conflict that the question asks about.
std::vector<Candidate> SidesOfConflict(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  for (const v1::Conflict& conflict : inquiry.conflicts) {
    std::vector<Candidate> sides;
    for (const FactMatch& match : evidence.matches) {
      const auto& facts = conflict.facts();
      const bool part = std::find(facts.begin(), facts.end(), match.fact->name()) != facts.end();
      if (!part || match.fillers < kConflictFillers || sides.size() == kMostSides) continue;
      Candidate side = WholeFact(inquiry, match);
      const bool known = std::any_of(sides.begin(), sides.end(),
                                     [&](const Candidate& other) { return other.key == side.key; });
      if (!known && !side.citations.empty()) sides.push_back(std::move(side));
    }
    if (sides.size() > 1) return sides;
  }
  return {};
}

Draft WriteSides(const Inquiry& inquiry, std::vector<Candidate> sides) {
  Draft draft;
  if (sides.empty()) return draft;
  draft.conflicting = sides.size() > 1 && sides.front().kind == Candidate::Kind::kValue;
  size_t room = kLongAnswer;
  if (draft.conflicting) {
    draft.parts.push_back({SourcesDiffer(inquiry.language), {}, {}, 0});
    room -= CharacterCount(draft.parts.back().text);
  }
  const size_t share = room / sides.size() - kSourceCharacters - 8;
  for (Candidate& side : sides) {
    if (&side != &sides.front()) draft.parts.push_back({"؛ ", {}, {}, 0});
    const PassageView* view = inquiry.pool.At(side.document, side.ordinal);
    if (view != nullptr && side.kind == Candidate::Kind::kWords) {
      const Range words = Excerpt(*view, inquiry.words, side.place, share);
      side.words = side.excerpt = std::string(view->Text(words));
    }
    DraftPart part = CandidatePart(side, share, inquiry.language);
    const std::string source = std::string(
        CutAtWord(SourceText(side.citations.front(), inquiry.language), kSourceCharacters));
    if (!source.empty()) absl::StrAppend(&part.text, " (", source, ")");
    draft.confidence = std::max(draft.confidence, part.confidence);
    draft.from_facts |= side.from_fact;
    draft.from_passages |= side.from_passage;
    draft.parts.push_back(std::move(part));
  }
  if (inquiry.language == Language::kEnglish) {
    for (DraftPart& part : draft.parts) {
      if (part.text == "؛ ") part.text = "; ";
    }
  }
  return draft;
}

// The store speaks of everybody whom the question names, so that what stands nearest is about them.
bool SpeaksOfNames(const Inquiry& inquiry, const Candidate& statement) {
  constexpr double kLeastConfidence = 0.15;
  const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
  if (view == nullptr || ConfidenceOf(statement.score) < kLeastConfidence) return false;
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(),
                     [&](const LinkedName& link) {
                       return inquiry.meter.NameShare(*view, link) >= NameShares::kNeighbour;
                     }) &&
         std::count_if(links.begin(), links.end(), [&](const LinkedName& link) {
           return inquiry.meter.NameShare(*view, link) < NameShares::kDocument;
         }) <= 1;
}

// Who asks for figures, or dates, is not told by words without any.
bool HasValueAsked(const Inquiry& inquiry, const std::vector<Candidate>& sides) {
  const bool date = inquiry.reading.answer_type() == v1::ANSWER_TYPE_DATE;
  return std::all_of(sides.begin(), sides.end(), [&](const Candidate& side) {
    const PassageView* view = inquiry.pool.At(side.document, side.ordinal);
    if (view == nullptr) return true;
    const auto& values = view->passage().values();
    return std::any_of(values.begin(), values.end(), [&](const v1::Value& value) {
      return value.has_date() == date &&
             !IsFraction(view->Text({value.span().begin(), value.span().end()}));
    });
  });
}

}  // namespace

Draft AnswerWithSides(const Inquiry& inquiry, const GatheredEvidence& evidence,
                      const std::vector<v1::Token>& tokens) {
  std::vector<Candidate> figures;
  if (AsksForValue(inquiry.reading.answer_type())) {
    figures = DifferingFigures(inquiry, evidence.spans);
    if (figures.size() < 2 || !MayBeAccountsOfOne(inquiry, figures[0], figures[1])) {
      std::vector<Candidate> pair = PairedAccounts(inquiry, evidence.spans);
      if (!pair.empty()) return WriteSides(inquiry, std::move(pair));
    }
    if (figures.size() > 1) return WriteSides(inquiry, std::move(figures));
  }
  if (AsksForEntity(inquiry.reading.answer_type())) {
    std::vector<Candidate> names = DifferingNames(inquiry, evidence.spans);
    if (names.size() > 1) return WriteSides(inquiry, std::move(names));
  }
  const bool offered = inquiry.reading.alternatives_size() > 1;
  if (figures.empty() && !offered && !evidence.statements.empty()) {
    std::vector<Candidate> dispute;
    // "What do the articles say about X" asks for no dispute.
    if (inquiry.words.content_importance() > 0) {
      dispute = OpposedStatements(inquiry, evidence.statements);
    }
    if (dispute.empty()) dispute = Dispute(inquiry, evidence.statements);
    const bool told =
        !AsksForValue(inquiry.reading.answer_type()) || HasValueAsked(inquiry, dispute);
    const bool suffices = std::any_of(dispute.begin(), dispute.end(), [&](const Candidate& side) {
      return StatementSuffices(inquiry, side) || SpeaksOfNames(inquiry, side);
    });
    if (told && suffices) return WriteSides(inquiry, std::move(dispute));
  }
  if (figures.size() == 1 && !offered && AsksForAccounts(tokens) &&
      !TellsAnotherFigure(inquiry, figures.front())) {
    return Draft();
  }
  if (!figures.empty()) return WriteSides(inquiry, std::move(figures));
  std::vector<Candidate> known = SidesOfConflict(inquiry, evidence);
  if (!known.empty()) return WriteSides(inquiry, std::move(known));
  if (evidence.statements.empty()) return Draft();
  if (!StatementSuffices(inquiry, evidence.statements.front()) &&
      !SpeaksOfNames(inquiry, evidence.statements.front())) {
    return Draft();
  }
  if (offered) {
    return WriteSides(inquiry, SidesOfAlternatives(inquiry, evidence.statements, tokens));
  }
  std::vector<Candidate> sides = ClaimAndDenial(inquiry, evidence.statements);
  if (AsksForValue(inquiry.reading.answer_type()) && !HasValueAsked(inquiry, sides)) return Draft();
  return WriteSides(inquiry, std::move(sides));
}

Draft AnswerWithSpeakers(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  std::vector<Candidate> sides = SidesOfSpeakers(inquiry, evidence.statements);
  return sides.size() < 2 ? Draft() : WriteSides(inquiry, std::move(sides));
}

}  // namespace isnad::answering
