#include "services/answering/domain/yes_no_answer.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/domain/assertion_cues.h"
#include "services/answering/domain/candidate_text.h"
#include "services/answering/domain/evidence_gate.h"
#include "services/answering/domain/name_words.h"
#include "services/answering/domain/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

enum class Verdict { kYes, kNo, kPlanned, kAlleged };

// Shares of the given ends and of the content words without which a fact is about something else.
constexpr double kLeastFillers = 0.7;
constexpr double kLeastFactCoverage = 0.45;
// A sentence must hold this much of the question to affirm it.
constexpr double kAffirmingCoverage = 0.55;
constexpr double kDenyingCoverage = 0.4;
// The same where everybody and everything that the question names stands in it.
constexpr double kMeetingDenialCoverage = 0.2;

struct Finding {
  Verdict verdict = Verdict::kYes;
  Candidate candidate;
};

bool AsksAboutPlans(const v1::QuestionAnalysis& reading) {
  return !reading.relations().empty() && reading.relations(0).modality() == v1::MODALITY_PLANNED;
}

Verdict VerdictOf(const Inquiry& inquiry, const Candidate& fact) {
  if (fact.polarity == v1::POLARITY_DENIED) return Verdict::kNo;
  if (fact.modality == v1::MODALITY_ALLEGED) return Verdict::kAlleged;
  if (fact.modality == v1::MODALITY_PLANNED && !AsksAboutPlans(inquiry.reading)) {
    return Verdict::kPlanned;
  }
  return Verdict::kYes;
}

// The fact or the sentence that it rests on speaks of everybody and everything in the question:
// "did X merge with Y" is not answered by what X merged within itself.
bool NamesAllEnds(const Inquiry& inquiry, const FactMatch& match, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return true;
  const v1::Fact& fact = *match.fact;
  for (const LinkedName& link : inquiry.links.links()) {
    if (link.asked.entity().type() == v1::ENTITY_TYPE_LOCATION) continue;
    bool named = link.names.contains(fact.subject().entity()) ||
                 link.names.contains(fact.object().entity()) ||
                 inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly;
    for (const v1::Argument& argument : fact.roles()) {
      named |= link.names.contains(argument.entity());
    }
    if (!named) return false;
  }
  return true;
}

bool BearsNameOf(const PassageView& view, const v1::QuestionEntity& person) {
  std::vector<int> tokens(view.passage().tokens_size());
  std::iota(tokens.begin(), tokens.end(), 0);
  const auto& keys = person.entity().folded_keys();
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return BearsName(view.passage(), tokens, key, /*person=*/true);
  });
}

// Somebody's word is asked for ("according to its president"), and the sentence is another's.
bool IsOfAnotherSource(const Inquiry& inquiry, const Candidate& candidate) {
  const v1::Span& limit = inquiry.reading.source_limit();
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return false;
  for (const v1::QuestionEntity& entity : inquiry.reading.entities()) {
    if (entity.entity().type() != v1::ENTITY_TYPE_PERSON || entity.span().begin() >= limit.end() ||
        limit.begin() >= entity.span().end()) {
      continue;
    }
    // Who speaks is named there or in the sentence before.
    const PassageView* before = inquiry.pool.At(candidate.document, candidate.ordinal - 1);
    return !BearsNameOf(*view, entity) && (before == nullptr || !BearsNameOf(*before, entity));
  }
  return false;
}

std::vector<Finding> FactFindings(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  std::vector<Finding> findings;
  for (const FactMatch& match : evidence.matches) {
    if (match.fillers < kLeastFillers) continue;
    Finding finding;
    finding.candidate = WholeFact(inquiry, match);
    if (finding.candidate.citations.empty()) continue;
    if (!NamesAllEnds(inquiry, match, finding.candidate)) continue;
    if (IsOfAnotherSource(inquiry, finding.candidate)) continue;
    if (absl::EndsWith(finding.candidate.excerpt, "؟")) continue;
    // The ends alone do not make it the event that is asked about.
    const bool seen = finding.candidate.relevance.coverage > 0;
    if (seen && finding.candidate.relevance.coverage < kLeastFactCoverage) continue;
    finding.verdict = VerdictOf(inquiry, finding.candidate);
    const PassageView* view =
        inquiry.pool.At(finding.candidate.document, finding.candidate.ordinal);
    if (view != nullptr &&
        (DeniesByPronoun(*view) ||
         (finding.verdict == Verdict::kYes &&
          AssertionOf(*view, inquiry.words, view->ClauseAround(finding.candidate.place)) ==
              Assertion::kDenied))) {
      finding.verdict = Verdict::kNo;
    }
    if (view != nullptr && finding.verdict == Verdict::kNo && DeniesWithdrawal(*view)) {
      finding.verdict = Verdict::kYes;
    }
    findings.push_back(std::move(finding));
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return a.candidate.score > b.candidate.score;
  });
  return findings;
}

// To affirm, a sentence must speak of everybody and everything that the question names.
bool NamesAll(const Inquiry& inquiry, const PassageView& view) {
  const auto& links = inquiry.links.links();
  return std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry.meter.NameShare(view, link) >= NameShares::kWordsOnly;
  });
}

// To deny, it may leave to the sentences around whom it speaks of.
bool MayConcernAll(const Inquiry& inquiry, const PassageView& view) {
  const auto& links = inquiry.links.links();
  return std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry.meter.NameShare(view, link) >= NameShares::kDocument;
  });
}

// The article asks the same itself, and the next sentence begins with its yes or no.
absl::optional<Finding> FindingAfterQuestion(const Inquiry& inquiry, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const PassageView* next = inquiry.pool.At(candidate.document, candidate.ordinal + 1);
  if (view == nullptr || next == nullptr || next->passage().tokens().empty()) return absl::nullopt;
  if (!absl::EndsWith(view->Text(view->range()), "؟") || !NamesAll(inquiry, *view) ||
      candidate.relevance.own_coverage < kAffirmingCoverage) {
    return absl::nullopt;
  }
  const std::string& word = next->passage().tokens(0).surface();
  const bool no = word == "لا" || word == "كلا";
  if (!no && word != "نعم" && word != "بلي" && word != "اجل") return absl::nullopt;
  Finding finding;
  finding.candidate = candidate;
  finding.candidate.ordinal = candidate.ordinal + 1;
  finding.candidate.place = next->range();
  finding.candidate.excerpt = std::string(next->Text(next->range()));
  finding.candidate.citations = {next->Cite(next->range())};
  finding.verdict = no ? Verdict::kNo : Verdict::kYes;
  return finding;
}

absl::optional<Finding> PassageFinding(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  for (const Candidate& candidate : evidence.statements) {
    absl::optional<Finding> told = FindingAfterQuestion(inquiry, candidate);
    if (told.has_value()) return told;
    if (!StatementSuffices(inquiry, candidate)) continue;
    const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
    if (view == nullptr || IsOfAnotherSource(inquiry, candidate)) continue;
    Finding finding;
    finding.candidate = candidate;
    Assertion assertion = AssertionOf(*view, inquiry.words, candidate.place);
    if (NamesAll(inquiry, *view) && CallsUntrue(*view)) assertion = Assertion::kDenied;
    const double coverage = candidate.relevance.own_coverage;
    // A denial that names both ends of what is asked may word the rest in its own way.
    const bool meets = inquiry.links.links().size() > 1 && NamesAll(inquiry, *view);
    if (assertion == Assertion::kDenied && MayConcernAll(inquiry, *view) &&
        coverage >= (meets ? kMeetingDenialCoverage : kDenyingCoverage)) {
      finding.verdict = Verdict::kNo;
      return finding;
    }
    if (coverage < kAffirmingCoverage || !NamesAll(inquiry, *view)) continue;
    finding.verdict = assertion == Assertion::kPlanned && !AsksAboutPlans(inquiry.reading)
                          ? Verdict::kPlanned
                          : Verdict::kYes;
    return finding;
  }
  return absl::nullopt;
}

std::string Lead(const Inquiry& inquiry, const Finding& finding) {
  const Language language = inquiry.language;
  switch (finding.verdict) {
    case Verdict::kYes:
      return absl::StrCat(inquiry.reading.negated() ? NoWord(language) : YesWord(language), " — ");
    case Verdict::kNo: {
      if (inquiry.reading.negated()) return absl::StrCat(YesWord(language), " — ");
      const absl::string_view comma = language == Language::kArabic ? "، " : ", ";
      return absl::StrCat(NoWord(language), comma,
                          DeniedBy(finding.candidate.attributed_to, language));
    }
    case Verdict::kPlanned:
      return PlannedOnly(language);
    case Verdict::kAlleged:
      return AllegedOnly(language);
  }
  return "";
}

void Write(const Inquiry& inquiry, const Finding& finding, size_t limit, Draft* draft) {
  const std::string lead = Lead(inquiry, finding);
  const size_t room = limit - CharacterCount(lead) - 2;
  DraftPart part;
  part.text = absl::StrCat(lead, Quoted(TrimEnds(CutAtWord(finding.candidate.excerpt, room))));
  part.citations = finding.candidate.citations;
  part.facts = finding.candidate.facts;
  part.confidence = ConfidenceOf(finding.candidate.score);
  draft->parts.push_back(std::move(part));
  draft->from_facts |= finding.candidate.from_fact;
  draft->from_passages |= finding.candidate.from_passage;
  draft->confidence = std::max(draft->confidence, ConfidenceOf(finding.candidate.score));
}

}  // namespace

Draft AnswerYesOrNo(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  Draft draft;
  const std::vector<Finding> facts = FactFindings(inquiry, evidence);
  if (!facts.empty() && ConfidenceOf(facts.front().candidate.score) >= inquiry.min_confidence) {
    const auto opposite = std::find_if(facts.begin(), facts.end(), [&](const Finding& other) {
      return (other.verdict == Verdict::kNo) != (facts.front().verdict == Verdict::kNo);
    });
    if (opposite == facts.end()) {
      Write(inquiry, facts.front(), kShortAnswer, &draft);
      return draft;
    }
    draft.conflicting = true;
    Write(inquiry, facts.front(), kShortAnswer / 2, &draft);
    draft.parts.push_back(
        {inquiry.language == Language::kArabic ? "؛ وفي المقابل: " : "; but: ", {}, {}, 0});
    Write(inquiry, *opposite, kShortAnswer / 2 - 20, &draft);
    return draft;
  }
  const absl::optional<Finding> passage = PassageFinding(inquiry, evidence);
  if (passage.has_value()) Write(inquiry, *passage, kShortAnswer, &draft);
  return draft;
}

}  // namespace isnad::answering
