#include "services/answering/answers/yes_no_answer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "services/answering/answers/candidate_text.h"
#include "services/answering/answers/claim_check.h"
#include "services/answering/answers/claim_values.h"
#include "services/answering/answers/denied_matter.h"
#include "services/answering/answers/finding.h"
#include "services/answering/answers/told_finding.h"
#include "services/answering/compose/phrases.h"
#include "services/answering/compose/text_length.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/claimed_ends.h"
#include "services/answering/objections/likely_sentence.h"
#include "services/answering/objections/other_source.h"
#include "services/answering/passages/assertion_cues.h"
#include "services/answering/passages/passage_view.h"
#include "services/answering/question/time_limit.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Shares of the given ends and of the content words without which a fact is about something else.
constexpr double kLeastFillers = 0.7;
constexpr double kLeastFactCoverage = 0.45;
// How well a row of a table speaks of the claim beside sentences.
constexpr double kRowShare = 0.8;
// A sentence that was found to speak of the claim is at least so sure an answer.
constexpr double kLeastToldScore = 0.5;

Verdict VerdictOf(const Inquiry& inquiry, const Candidate& fact, bool of_future) {
  if (fact.polarity == v1::POLARITY_DENIED) {
    // "Did X deny" is affirmed by the denial.
    return AsksAboutDenial(inquiry.reading) ? Verdict::kYes : Verdict::kNo;
  }
  if (fact.modality == v1::MODALITY_ALLEGED) return Verdict::kAlleged;
  if (fact.modality == v1::MODALITY_PLANNED && !of_future) {
    return Verdict::kPlanned;
  }
  return Verdict::kYes;
}

bool IsSpeaker(const LinkedName& link, const v1::Fact& fact) {
  return std::any_of(fact.evidence().begin(), fact.evidence().end(),
                     [&](const v1::Evidence& evidence) {
                       return link.names.contains(evidence.attribution().entity());
                     });
}

// The fact or the sentence that it rests on speaks of everybody and everything in the question:
// "did X merge with Y" is not answered by what X merged within itself. A sentence that no word of
// the question found cannot speak for the fact: its own ends must be all of them.
bool NamesAllEnds(const Inquiry& inquiry, const FactMatch& match, const Candidate& candidate) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  const v1::Fact& fact = *match.fact;
  for (const LinkedName& link : inquiry.links.links()) {
    if (link.asked.entity().type() == v1::ENTITY_TYPE_LOCATION) continue;
    bool named =
        link.names.contains(fact.subject().entity()) ||
        link.names.contains(fact.object().entity()) || IsSpeaker(link, fact) ||
        (view != nullptr && inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly);
    for (const v1::Argument& argument : fact.roles()) {
      named |= link.names.contains(argument.entity());
    }
    if (!named) return false;
  }
  return true;
}

std::vector<Finding> FactFindings(const Inquiry& inquiry, const GatheredEvidence& evidence,
                                  const std::vector<v1::Token>& tokens) {
  const bool of_future = AsksAboutFuture(inquiry.reading, tokens);
  std::vector<Finding> findings;
  const ClaimedEnds ends(inquiry);
  for (const FactMatch& match : evidence.matches) {
    if (match.fillers < kLeastFillers) continue;
    if (ends.given() && !ends.AreJoinedBy(*match.fact)) continue;
    Finding finding;
    finding.candidate = WholeFact(inquiry, match);
    if (finding.candidate.citations.empty()) continue;
    if (!NamesAllEnds(inquiry, match, finding.candidate)) continue;
    if (IsOfAnotherSource(inquiry, finding.candidate)) continue;
    if (absl::EndsWith(finding.candidate.excerpt, "؟")) continue;
    // The ends alone do not make it the event that is asked about.
    const bool seen = finding.candidate.relevance.coverage > 0;
    if (seen && finding.candidate.relevance.coverage < kLeastFactCoverage) continue;
    finding.verdict = VerdictOf(inquiry, finding.candidate, of_future);
    const PassageView* view =
        inquiry.pool.At(finding.candidate.document, finding.candidate.ordinal);
    const bool granted = ends.given() && ends.IsOftenTakenForGranted();
    if (view != nullptr && !granted && !AsksAboutDenial(inquiry.reading) &&
        (DeniesByPronoun(*view, inquiry.words) ||
         (finding.verdict == Verdict::kYes && DeniesClaim(*view, inquiry.words)))) {
      finding.verdict = Verdict::kNo;
    }
    if (view != nullptr && finding.verdict == Verdict::kNo && DeniesWithdrawal(*view)) {
      finding.verdict = Verdict::kYes;
    }
    // "Was it 30" is neither affirmed nor denied by who says that it was 14.
    if (view != nullptr && (!HasGivenFigures(inquiry, *view) ||
                            CompareValues(inquiry.reading, *view) == ValueVerdict::kDiffer)) {
      continue;
    }
    if (view == nullptr && !HasGivenFigures(inquiry, *match.fact)) continue;
    if (!HoldsInTime(inquiry.reading, *match.fact)) continue;
    if (view != nullptr && AsksAboutDenial(inquiry.reading) && !TellsDeniedMatter(inquiry, *view)) {
      continue;
    }
    // Who said something did not say just this.
    if (view == nullptr && match.fact->type() == "STATED") continue;
    findings.push_back(std::move(finding));
  }
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return a.candidate.score > b.candidate.score;
  });
  return findings;
}

Verdict VerdictOf(Stance stance) {
  switch (stance) {
    case Stance::kDenies:
      return Verdict::kNo;
    case Stance::kSaysOtherwise:
    case Stance::kOpposes:
      return Verdict::kOtherwise;
    case Stance::kPlans:
      return Verdict::kPlanned;
    case Stance::kReportsRumour:
      return Verdict::kAlleged;
    default:
      return Verdict::kYes;
  }
}

bool IsHeading(const PassageView& view) {
  return view.passage().kind() == v1::PASSAGE_KIND_HEADING ||
         view.passage().kind() == v1::PASSAGE_KIND_CAPTION;
}

// "Is X, the partner of Y, in Paris" may be denied by another place.
bool GivesPlace(const Inquiry& inquiry) {
  const auto& links = inquiry.links.links();
  return std::any_of(links.begin(), links.end(), [](const LinkedName& link) {
    return link.asked.entity().type() == v1::ENTITY_TYPE_LOCATION;
  });
}

// "Does one of the founders of X stay": the relation only tells of whom the claim is.
bool IsOnlyDescription(const ClaimedEnds& ends, const v1::QuestionAnalysis& reading) {
  return ends.IsOftenTakenForGranted() && ends.AsksForMore() && reading.relations_size() > 1 &&
         reading.relations(1).confidence() >= kSureRelation;
}

// The sentence says nearly all that the question does and names everybody, there or beside it; be
// its words in another order than those of the claim, it speaks of nothing else.
bool SaysItAll(const ClaimedEnds& ends, const Inquiry& inquiry, const PassageView& view) {
  constexpr double kAll = 0.95;
  const auto& links = inquiry.links.links();
  return ends.AsksForMore() &&
         inquiry.meter.Measure(view, view.range(), view.range()).own_coverage >= kAll &&
         std::all_of(links.begin(), links.end(),
                     [&](const LinkedName& link) {
                       return inquiry.meter.NameShare(view, link) >=
                              (link.asked.entity().type() == v1::ENTITY_TYPE_LOCATION
                                   ? NameShares::kDocument
                                   : NameShares::kWordsOnly);
                     }) &&
         !ends.TellsOfOthers(view);
}

// Whether what the sentence says to the claim concerns its two ends.
bool SpeaksOfEnds(const ClaimedEnds& ends, const Inquiry& inquiry, const PassageView& view,
                  Stance stance) {
  switch (stance) {
    case Stance::kDenies:
      return ends.AreDeniedIn(view) || (!ends.IsOftenTakenForGranted() && ends.AreJoinedIn(view));
    case Stance::kSaysOtherwise:
      return ends.ExcludedIn(view) || GivesPlace(inquiry) ||
             (ends.AreJoinedIn(view) &&
              CompareValues(inquiry.reading, view) == ValueVerdict::kDiffer);
    default:
      return ends.AreJoinedIn(view);
  }
}

// The sentence that speaks most closely of what is asked, and what it says to it.
absl::optional<Finding> PassageFinding(const Inquiry& inquiry, const GatheredEvidence& evidence,
                                       const std::vector<v1::Token>& tokens) {
  absl::optional<Finding> best = ToldFinding(inquiry, evidence, tokens);
  if (best.has_value()) return best;
  const ClaimCheck check(inquiry, tokens);
  const ClaimedEnds ends(inquiry);
  double closest = 0;
  for (const Candidate& candidate : evidence.statements) {
    const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
    if (view == nullptr || IsHeading(*view) || IsOfAnotherSource(inquiry, candidate)) continue;
    if (absl::EndsWith(view->Text(view->range()), "؟")) continue;
    ClaimReading reading = check.Read(*view);
    // What a table sums up a sentence tells better, and what a headline cuts short.
    if (IsTableRow(*view) || view->passage().kind() == v1::PASSAGE_KIND_HEADLINE) {
      reading.closeness *= kRowShare;
    }
    if (reading.stance == Stance::kSilent || reading.closeness <= closest) continue;
    if (AsksAboutDenial(inquiry.reading) && !TellsDeniedMatter(inquiry, *view)) continue;
    Verdict verdict = VerdictOf(reading.stance);
    const bool told = !ends.given() || reading.stance == Stance::kOpposes ||
                      IsOnlyDescription(ends, inquiry.reading) ||
                      SpeaksOfEnds(ends, inquiry, *view, reading.stance) ||
                      (reading.stance == Stance::kSaysOtherwise && check.asks_for_lead() &&
                       ends.AreJoinedIn(*view)) ||
                      (reading.stance == Stance::kAffirms && SaysItAll(ends, inquiry, *view));
    if (!told) {
      if (reading.stance != Stance::kAffirms || !ends.ExcludedIn(*view)) continue;
      verdict = Verdict::kOtherwise;
    }
    closest = reading.closeness;
    best = FindingAt(candidate, *view, verdict);
    best->candidate.place = candidate.place;
    best->candidate.excerpt = candidate.excerpt;
    best->candidate.citations = candidate.citations;
    // The figures on which answers rest were learnt from scores of statements.
    best->candidate.score = std::max(candidate.score, kLeastToldScore);
  }
  if (best.has_value()) {
    absl::optional<Finding> excluded = FindingInExclusion(inquiry, *best);
    if (excluded.has_value()) return excluded;
  }
  return best;
}

// The sentence that most likely holds the answer denies what is asked, in words of its own.
absl::optional<Finding> LikelyDenial(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  const Candidate* sentence = FindLikelySentence(inquiry, evidence);
  if (sentence == nullptr || AsksAboutDenial(inquiry.reading)) return absl::nullopt;
  const PassageView* view = inquiry.pool.At(sentence->document, sentence->ordinal);
  if (view == nullptr || !HasGivenFigures(inquiry, *view)) return absl::nullopt;
  // A single name may be an end of many claims.
  const auto& links = inquiry.links.links();
  if (links.size() < 2) return absl::nullopt;
  const bool near = std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
    return inquiry.meter.NameShare(*view, link) >= NameShares::kNeighbour;
  });
  const bool denied = NegatesAsked(*view, inquiry.words) || DeniesClaim(*view, inquiry.words);
  if (!near || !denied) return absl::nullopt;
  return FindingAt(*sentence, *view, Verdict::kNo);
}

// A fact of the very relation with all the ends that the question gives.
bool IsSure(const Inquiry& inquiry, const Finding& fact) {
  const auto& relations = inquiry.reading.relations();
  return fact.candidate.primary && fact.candidate.fillers >= kAllFillers && !relations.empty() &&
         relations[0].fillers_size() > 1 && relations[0].confidence() >= kSureRelation &&
         inquiry.links.links().size() <= static_cast<size_t>(relations[0].fillers_size());
}

std::string Lead(const Inquiry& inquiry, const Finding& finding) {
  const Language language = inquiry.language;
  switch (finding.verdict) {
    case Verdict::kYes:
      // "Didn't he leave?" is affirmed by what happened, in Arabic with a word of its own.
      return absl::StrCat(
          inquiry.reading.negated() ? YesAfterNegation(language) : YesWord(language), " — ");
    case Verdict::kOtherwise:
      return absl::StrCat(NoWord(language), " — ");
    case Verdict::kNo: {
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

Draft AnswerYesOrNo(const Inquiry& inquiry, const GatheredEvidence& evidence,
                    const std::vector<v1::Token>& tokens) {
  Draft draft;
  std::vector<Finding> facts = FactFindings(inquiry, evidence, tokens);
  facts.erase(std::remove_if(facts.begin(), facts.end(),
                             [&](const Finding& fact) {
                               return ConfidenceOf(fact.candidate.score) < inquiry.min_confidence;
                             }),
              facts.end());
  // Facts of which some end is open, or that are of another relation, say less than a sentence
  // does.
  const bool sure = !facts.empty() && IsSure(inquiry, facts.front());
  absl::optional<Finding> passage;
  if (!sure) passage = PassageFinding(inquiry, evidence, tokens);
  if (passage.has_value()) {
    Write(inquiry, *passage, kShortAnswer, &draft);
    return draft;
  }
  if (facts.empty()) passage = LikelyDenial(inquiry, evidence);
  if (passage.has_value()) Write(inquiry, *passage, kShortAnswer, &draft);
  if (facts.empty()) return draft;
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

}  // namespace isnad::answering
