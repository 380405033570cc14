#include "services/answering/objections/possible_answers.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/answer_fit.h"
#include "services/answering/objections/answer_weights.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/objections/match_traits.h"
#include "services/answering/objections/span_traits.h"

namespace isnad::answering {
namespace {

// How many are considered of each, best first.
constexpr size_t kSpans = 12;
constexpr size_t kSentences = 6;
// Below this there is no answer.
constexpr double kLeastLikelihood = 0.35;

void AddRoute(const RuledAnswer& ruled, PossibleAnswer* answer) {
  answer->ruled = true;
  answer->traits.emplace_back("ruled", 1);
  if (ruled.from_facts) answer->traits.emplace_back("ruled_fact", 1);
  if (ruled.from_passages) answer->traits.emplace_back("ruled_passage", 1);
  if (ruled.only_likely) answer->traits.emplace_back("ruled_likely", 1);
  answer->traits.emplace_back("ruled_confidence", ruled.confidence);
}

void AddAll(SentenceTraits more, absl::string_view prefix, SentenceTraits* traits) {
  for (auto& [name, measure] : more) traits->emplace_back(absl::StrCat(prefix, name), measure);
}

// The best statement of each of the best passages.
std::vector<const Candidate*> BestSentences(const GatheredEvidence& evidence) {
  std::vector<const Candidate*> best;
  for (const Candidate& sentence : evidence.statements) {
    if (best.size() == kSentences) break;
    const bool known = std::any_of(best.begin(), best.end(), [&](const Candidate* other) {
      return other->document == sentence.document && other->ordinal == sentence.ordinal;
    });
    if (!known) best.push_back(&sentence);
  }
  return best;
}

PossibleAnswer SentenceAnswer(const Inquiry& inquiry, const GatheredEvidence& evidence,
                              const std::vector<const Candidate*>& best, size_t rank) {
  PossibleAnswer answer;
  answer.kind = PossibleAnswer::Kind::kSentence;
  answer.candidate = best[rank];
  const double rival = rank > 0 ? best[0]->score : best.size() > 1 ? best[1]->score : 0;
  AddAll(
      TraitsOf(inquiry, evidence, *best[rank], static_cast<int>(rank), best[rank]->score - rival),
      "s_", &answer.traits);
  answer.traits.emplace_back("s_sentence", 1);
  answer.traits.emplace_back("s_score", best[rank]->score);
  const absl::string_view objection = StatementObjection(inquiry, *best[rank]);
  const absl::string_view met = objection.empty() ? "suffices" : objection;
  answer.traits.emplace_back(absl::StrCat("s_x_", absl::StrReplaceAll(met, {{" ", "_"}})), 1);
  return answer;
}

// Shares of 1 by the logistic of what each is worth.
void Weigh(std::vector<PossibleAnswer>* possible) {
  double most = 0;
  for (PossibleAnswer& answer : *possible) {
    answer.likelihood = WorthOf(answer.traits);
    most = std::max(most, answer.likelihood);
  }
  double sum = 0;
  for (PossibleAnswer& answer : *possible) {
    answer.likelihood = std::exp(answer.likelihood - most);
    sum += answer.likelihood;
  }
  for (PossibleAnswer& answer : *possible) answer.likelihood /= sum;
}

}  // namespace

std::vector<PossibleAnswer> FindPossibleAnswers(const Inquiry& inquiry,
                                                const GatheredEvidence& evidence,
                                                const RuledAnswer& ruled) {
  const MatchTraits matches(inquiry);
  std::vector<PossibleAnswer> possible;
  bool seen = !ruled.given;
  const auto add = [&](PossibleAnswer answer) {
    const Candidate& candidate = *answer.candidate;
    const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
    AddAll(matches.OfSentence(view), "", &answer.traits);
    const bool there = candidate.document == ruled.document && candidate.ordinal == ruled.ordinal &&
                       candidate.place.begin == ruled.place.begin &&
                       candidate.place.end == ruled.place.end;
    if (!seen && there) {
      AddRoute(ruled, &answer);
      seen = true;
    }
    possible.push_back(std::move(answer));
  };
  const isnad::v1::AnswerType type = inquiry.reading.answer_type();
  if (AsksForEntity(type) || AsksForValue(type)) {
    for (size_t i = 0; i < std::min(evidence.spans.size(), kSpans); ++i) {
      PossibleAnswer answer;
      answer.kind = PossibleAnswer::Kind::kSpan;
      answer.candidate = &evidence.spans[i];
      answer.traits = TraitsOfSpan(inquiry, evidence, i);
      add(std::move(answer));
    }
  }
  const std::vector<const Candidate*> sentences = BestSentences(evidence);
  for (size_t i = 0; i < sentences.size(); ++i) {
    add(SentenceAnswer(inquiry, evidence, sentences, i));
  }
  if (!seen) {
    PossibleAnswer answer;
    answer.kind = PossibleAnswer::Kind::kRuled;
    AddRoute(ruled, &answer);
    answer.traits.emplace_back("ruled_other", 1);
    possible.push_back(std::move(answer));
  }
  PossibleAnswer none;
  none.traits = matches.OfQuestion(evidence);
  if (!ruled.given) none.traits.emplace_back("q_refused", 1);
  possible.push_back(std::move(none));
  Weigh(&possible);
  return possible;
}

const PossibleAnswer* LikeliestOf(const std::vector<PossibleAnswer>& possible) {
  const PossibleAnswer* likeliest = nullptr;
  for (const PossibleAnswer& answer : possible) {
    if (answer.kind == PossibleAnswer::Kind::kNone || answer.likelihood < kLeastLikelihood)
      continue;
    if (likeliest == nullptr || answer.likelihood > likeliest->likelihood) likeliest = &answer;
  }
  return likeliest;
}

}  // namespace isnad::answering
