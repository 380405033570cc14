#include "services/answering/evidence/statement_finder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/answering/evidence/score_weights.h"
#include "services/answering/evidence/speaker_fit.h"
#include "services/answering/passages/excerpt.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// How well a whole passage of a kind serves as an answer.
double PassageFit(v1::PassageKind kind) {
  switch (kind) {
    case v1::PASSAGE_KIND_HEADLINE:
      return 0.45;
    case v1::PASSAGE_KIND_HEADING:
      return 0.15;
    case v1::PASSAGE_KIND_CAPTION:
      return 0.4;
    case v1::PASSAGE_KIND_LEAD:
      return 0.75;
    default:
      return 0.8;
  }
}

// How well a clause of a kind is what the question asks for, 0 when it is not what it asks for.
double ClauseFit(v1::AnswerType type, v1::ClauseKind kind) {
  switch (type) {
    case v1::ANSWER_TYPE_REASON:
      if (kind == v1::CLAUSE_KIND_CAUSE) return 1.0;
      if (kind == v1::CLAUSE_KIND_PURPOSE) return 0.95;
      return 0.0;
    case v1::ANSWER_TYPE_QUOTE:
      if (kind == v1::CLAUSE_KIND_QUOTATION) return 1.0;
      if (kind == v1::CLAUSE_KIND_CONTENT) return 0.95;
      if (kind == v1::CLAUSE_KIND_MANNER) return 0.8;
      return 0.0;
    case v1::ANSWER_TYPE_MANNER:
      if (kind == v1::CLAUSE_KIND_MANNER) return 0.95;
      if (kind == v1::CLAUSE_KIND_QUOTATION) return 0.85;
      return 0.0;
    default:
      return 0.0;
  }
}

// A sentence without the clause that is asked for answers less surely.
double WholeFactor(v1::AnswerType type) {
  switch (type) {
    case v1::ANSWER_TYPE_REASON:
    case v1::ANSWER_TYPE_QUOTE:
      return 0.7;
    default:
      return 1.0;
  }
}

class StatementFinder {
 public:
  StatementFinder(const Inquiry& inquiry, size_t limit)
      : inquiry_(inquiry), speaker_fit_(inquiry), limit_(limit) {}

  std::vector<Candidate> Find() {
    const v1::AnswerType type = inquiry_.reading.answer_type();
    for (const PassageView& view : inquiry_.pool.views()) {
      const double fit = PassageFit(view.passage().kind());
      Add(view, BestPlace(view), fit * WholeFactor(type), v1::CLAUSE_KIND_MAIN);
      for (const v1::Clause& clause : view.passage().clauses()) {
        const double clause_fit = ClauseFit(type, clause.kind());
        if (clause_fit == 0) continue;
        const Range place = {std::min(clause.begin(), clause.marker_begin()), clause.end()};
        Add(view, place, clause_fit * std::min(1.0, fit + 0.2), clause.kind());
      }
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return std::move(found_);
  }

 private:
  // The stretch from the first to the last word of the question, or the first word.
  Range BestPlace(const PassageView& view) const {
    if (view.matches().empty()) return {view.range().begin, view.range().begin};
    int strongest = view.matches().front().token;
    double most = -1;
    for (const WordMatch& match : view.matches()) {
      const double worth = match.strength * inquiry_.words.words()[match.word].importance;
      if (worth <= most) continue;
      most = worth;
      strongest = match.token;
    }
    return view.TokenBytes(strongest);
  }

  void Add(const PassageView& view, Range place, double fit, v1::ClauseKind kind) {
    Candidate candidate;
    candidate.from_passage = true;
    candidate.clause = kind;
    candidate.fit = fit;
    candidate.relevance = inquiry_.meter.Measure(view, view.ClauseAround(place), place);
    const Relevance& relevance = candidate.relevance;
    // What the sentence says itself counts more than what stands around it.
    const double coverage = 0.6 * relevance.own_coverage + 0.4 * relevance.coverage;
    candidate.score =
        StatementWeights::kCoverage * coverage + StatementWeights::kNames * relevance.names +
        StatementWeights::kRetrieval * relevance.retrieval + StatementWeights::kFit * fit +
        StatementWeights::kSpeaker *
            speaker_fit_.Of(view.document().name(), view.passage().ordinal());
    const Range excerpt = Excerpt(view, inquiry_.words, place, limit_);
    candidate.words = std::string(view.Text(excerpt));
    candidate.excerpt = candidate.words;
    candidate.key = candidate.words;
    candidate.citations.push_back(view.Cite(excerpt));
    candidate.document = view.document().name();
    candidate.ordinal = view.passage().ordinal();
    candidate.place = excerpt;
    found_.push_back(std::move(candidate));
  }

  const Inquiry& inquiry_;
  const SpeakerFit speaker_fit_;
  const size_t limit_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> FindStatements(const Inquiry& inquiry, size_t limit) {
  return StatementFinder(inquiry, limit).Find();
}

}  // namespace isnad::answering
