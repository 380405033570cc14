#include "services/answering/domain/telling_sentence.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "services/answering/domain/answer_fit.h"
#include "services/answering/domain/deal_evidence.h"
#include "services/answering/domain/evidence_gate.h"
#include "services/answering/domain/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kSentencesTried = 2;
constexpr double kTellingConfidence = 0.8;
// Share of the content words that the sentence itself must have.
constexpr double kTellingCoverage = 0.6;
// From here on the sentence is the answer whatever stands in it.
constexpr double kFullCoverage = 0.75;
constexpr double kFullConfidence = 0.9;

bool IsInMention(const PassageView& view, int token) {
  return std::any_of(
      view.passage().mentions().begin(), view.passage().mentions().end(),
      [&](const v1::PassageMention& mention) {
        return Range{mention.begin(), mention.end()}.Contains(view.TokenBytes(token));
      });
}

bool IsAsked(const PassageView& view, int token) {
  return std::any_of(view.matches().begin(), view.matches().end(),
                     [&](const WordMatch& match) { return match.token == token; });
}

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

// Two words beside each other that are names by their form and belong to no known name.
bool HasUnknownName(const PassageView& view) {
  int run = 0;
  for (int token = 0; token < view.passage().tokens_size(); ++token) {
    const bool name = view.passage().tokens(token).part_of_speech() == v1::PART_OF_SPEECH_PROPN &&
                      !IsInMention(view, token) && !IsAsked(view, token);
    run = name ? run + 1 : 0;
    if (run == 2) return true;
  }
  return false;
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

// Objections of which the sentence as a whole is free.
bool IsMild(absl::string_view objection) {
  return objection.empty() || objection == "too unsure" || objection == "too few words";
}

// A name or figure of the sentence fits, and nothing but its own few words speaks against it.
bool HasAskedKind(const Inquiry& inquiry, const GatheredEvidence& evidence,
                  const Candidate& sentence, const PassageView& view) {
  bool any = false;
  for (const Candidate& span : evidence.spans) {
    if (span.document != sentence.document || span.ordinal != sentence.ordinal) continue;
    if (IsMild(SpanObjection(inquiry, span))) return true;
    any = true;
  }
  if (any) return false;
  if (AsksForEntity(inquiry.reading.answer_type()) && HasUnknownName(view)) return true;
  // What says nearly all of the question, and has something of the kind besides, says the rest.
  return sentence.relevance.own_coverage >= kFullCoverage &&
         ConfidenceOf(sentence.score) >= kFullConfidence &&
         sentence.relevance.names >= NameShares::kWordsOnly && NamesSomebodyElse(inquiry, view);
}

}  // namespace

const Candidate* FindTellingSentence(const Inquiry& inquiry, const GatheredEvidence& evidence) {
  if (!inquiry.reading.asked_attribute().empty() || inquiry.links.links().empty()) return nullptr;
  const size_t tried = std::min(evidence.statements.size(), kSentencesTried);
  for (size_t i = 0; i < tried; ++i) {
    const Candidate& sentence = evidence.statements[i];
    const PassageView* view = inquiry.pool.At(sentence.document, sentence.ordinal);
    if (view == nullptr || ConfidenceOf(sentence.score) < kTellingConfidence) continue;
    if (sentence.relevance.own_coverage < kTellingCoverage) continue;
    const v1::PassageKind kind = view->passage().kind();
    if (kind == v1::PASSAGE_KIND_HEADING || kind == v1::PASSAGE_KIND_HEADLINE) continue;
    if (!StatementSuffices(inquiry, sentence) || !SaysRelation(inquiry, *view)) continue;
    if (LacksAnyOf(inquiry, sentence) || TellsOnlyOfOffer(inquiry, sentence)) continue;
    if (HasAskedKind(inquiry, evidence, sentence, *view)) return &sentence;
  }
  return nullptr;
}

}  // namespace isnad::answering
