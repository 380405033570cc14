#include "services/answering/objections/span_traits.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/string_view.h"
#include "services/answering/evidence/fact_matcher.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/evidence_gate.h"
#include "services/answering/objections/match_traits.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr int kFar = 12;

int TokensBetween(const PassageView& view, Range place, int token) {
  const int first = view.TokenAt(place.begin);
  const int last = std::max(first, view.TokenAt(place.end - 1));
  return token < first ? first - token : token > last ? token - last : 0;
}

// How near the closest word of the question's relation, or of its names, stands; 0 where none does.
double NearestWord(const Inquiry& inquiry, const PassageView& view, Range place, bool relation) {
  int nearest = -1;
  for (const WordMatch& match : view.matches()) {
    if (match.strength < 0.4 || place.Contains(view.TokenBytes(match.token))) continue;
    const bool is_name = inquiry.words.words()[match.word].role == QuestionWord::Role::kName;
    const bool is_relation =
        !inquiry.reading.relations().empty() &&
        inquiry.words.IsWithin(match.word, inquiry.reading.relations(0).trigger());
    if (relation ? !is_relation : !is_name) continue;
    const int distance = TokensBetween(view, place, match.token);
    if (nearest < 0 || distance < nearest) nearest = distance;
  }
  return nearest < 0 ? 0 : 1.0 - std::min(nearest, kFar) / (kFar + 1.0);
}

// Another span of the sentence stands nearer to the words of the question.
struct Others {
  int in_sentence = 0;
  int nearer = 0;
  int fitter = 0;
};

Others OthersBeside(const GatheredEvidence& evidence, const Candidate& span) {
  Others others;
  for (const Candidate& other : evidence.spans) {
    if (&other == &span || other.document != span.document || other.ordinal != span.ordinal) {
      continue;
    }
    ++others.in_sentence;
    others.nearer += other.relevance.nearness > span.relevance.nearness ? 1 : 0;
    others.fitter += other.fit > span.fit ? 1 : 0;
  }
  return others;
}

int RankOfSentence(const GatheredEvidence& evidence, const Candidate& span) {
  int rank = 0;
  for (const Candidate& statement : evidence.statements) {
    if (statement.document == span.document && statement.ordinal == span.ordinal) return rank;
    ++rank;
  }
  return -1;
}

double Is(bool holds) { return holds ? 1.0 : 0.0; }

}  // namespace

SentenceTraits TraitsOfSpan(const Inquiry& inquiry, const GatheredEvidence& evidence, size_t rank) {
  const Candidate& span = evidence.spans[rank];
  const v1::QuestionAnalysis& reading = inquiry.reading;
  const PassageView* view = inquiry.pool.At(span.document, span.ordinal);
  const Relevance& relevance = span.relevance;
  const std::string asked(AskedName(reading.answer_type()));
  const double rival = rank > 0                    ? evidence.spans[0].score
                       : evidence.spans.size() > 1 ? evidence.spans[1].score
                                                   : 0;
  const absl::string_view objection = SpanObjection(inquiry, span);
  const Others others = OthersBeside(evidence, span);
  const int sentence = RankOfSentence(evidence, span);
  const double top = evidence.statements.empty() ? 0 : evidence.statements.front().score;
  const double own = sentence >= 0 ? evidence.statements[sentence].score : 0;
  const bool told =
      view != nullptr && !reading.relations().empty() &&
      std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
        return fact.type() == reading.relations(0).fact_type() && RestsOn(fact, *view);
      });
  const double relation = reading.relations().empty() ? 0 : reading.relations(0).confidence();
  SentenceTraits traits = {
      {"span", 1},
      {"score", span.score},
      {"first", Is(rank == 0)},
      {"rank", std::min<double>(static_cast<double>(rank), 10) / 10},
      {"lead", std::max(-0.3, std::min(0.25, span.score - rival))},
      {"coverage", relevance.coverage},
      {"own_coverage", relevance.own_coverage},
      {"names", relevance.names},
      {"nearness", relevance.nearness},
      {"retrieval", relevance.retrieval},
      {"fit", span.fit},
      {"fact", Is(span.from_fact)},
      {"both", Is(span.from_fact && span.from_passage)},
      {"primary", Is(span.from_fact && span.primary)},
      {"fillers", span.from_fact ? span.fillers : 0},
      {"fact_relation", span.from_fact ? relation : 0},
      {"primary_relation", span.primary ? relation : 0},
      {"facts", std::min<double>(static_cast<double>(span.facts.size()), 4) / 4},
      {"sources", std::min<double>(static_cast<double>(span.citations.size()), 4) / 4},
      {"unseen", Is(view == nullptr)},
      {"heading", Is(view != nullptr && (view->passage().kind() == v1::PASSAGE_KIND_HEADLINE ||
                                         view->passage().kind() == v1::PASSAGE_KIND_HEADING))},
      {"row", Is(view != nullptr && IsTableRow(*view))},
      {"planned", Is(span.modality == v1::MODALITY_PLANNED)},
      {"alleged", Is(span.modality == v1::MODALITY_ALLEGED)},
      {"told", Is(told)},
      {"relation_near", view != nullptr ? NearestWord(inquiry, *view, span.place, true) : 0},
      {"name_near", view != nullptr ? NearestWord(inquiry, *view, span.place, false) : 0},
      {"others", std::min(others.in_sentence, 6) / 6.0},
      {"nearer", std::min(others.nearer, 4) / 4.0},
      {"fitter", std::min(others.fitter, 4) / 4.0},
      {"sentence_first", Is(sentence == 0)},
      {"sentence_none", Is(sentence < 0)},
      {"sentence_gap", sentence >= 0 ? std::min(0.6, top - own) : 0},
      {"sentence_score", own},
  };
  const std::string met =
      absl::StrReplaceAll(objection.empty() ? "suffices" : objection, {{" ", "_"}});
  traits.emplace_back(absl::StrCat("x_", met), 1);
  traits.emplace_back(absl::StrCat("fit_", asked), span.fit);
  traits.emplace_back(absl::StrCat("near_", asked), relevance.nearness);
  traits.emplace_back(absl::StrCat("fact_", asked), Is(span.from_fact));
  traits.emplace_back(absl::StrCat("span_", asked), 1);
  return traits;
}

}  // namespace isnad::answering
