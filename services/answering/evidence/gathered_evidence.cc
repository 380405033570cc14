#include "services/answering/evidence/gathered_evidence.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "services/answering/evidence/candidate_merger.h"
#include "services/answering/evidence/span_finder.h"
#include "services/answering/evidence/statement_finder.h"

namespace isnad::answering {
namespace {

constexpr size_t kStatementCharacters = 290;
// A statement this much weaker than the best one adds nothing worth reading.
constexpr double kAddedMargin = 0.25;
// Share of the question's words that an added statement must bring.
constexpr double kAddedShare = 0.2;

// What `candidate` brings beyond `covered`, which it raises when `take` is set.
double Gain(const Inquiry& inquiry, const Candidate& candidate, bool take,
            std::vector<double>* covered) {
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr) return 0;
  double gain = 0;
  for (const WordMatch& match : view->matches()) {
    if (!candidate.place.Contains(view->TokenBytes(match.token))) continue;
    const double more = match.strength - (*covered)[match.word];
    const QuestionWord& word = inquiry.words.words()[match.word];
    const bool counts =
        word.role == QuestionWord::Role::kContent || word.role == QuestionWord::Role::kFocus;
    if (more <= 0) continue;
    if (counts) gain += more * word.importance;
    if (take) (*covered)[match.word] = match.strength;
  }
  return gain;
}

bool SamePassage(const Candidate& a, const Candidate& b) {
  return a.document == b.document && a.ordinal == b.ordinal;
}

}  // namespace

GatheredEvidence GatherEvidence(const Inquiry& inquiry) {
  GatheredEvidence gathered;
  gathered.matches = MatchFacts(inquiry);
  std::vector<Candidate> spans = FactCandidates(inquiry, gathered.matches);
  std::vector<Candidate> found = FindSpans(inquiry);
  std::move(found.begin(), found.end(), std::back_inserter(spans));
  gathered.spans = MergeCandidates(std::move(spans));
  gathered.statements = FindStatements(inquiry, kStatementCharacters);
  return gathered;
}

std::vector<Candidate> ComplementaryStatements(const Inquiry& inquiry,
                                               const std::vector<Candidate>& statements,
                                               size_t limit) {
  std::vector<Candidate> chosen;
  if (statements.empty()) return chosen;
  std::vector<double> covered(inquiry.words.words().size(), 0.0);
  chosen.push_back(statements.front());
  Gain(inquiry, statements.front(), true, &covered);
  const double all = inquiry.words.content_importance();
  while (chosen.size() < limit && all > 0) {
    const Candidate* best = nullptr;
    double most = kAddedShare * all;
    for (const Candidate& candidate : statements) {
      if (candidate.score < statements.front().score - kAddedMargin) break;
      const bool taken = std::any_of(chosen.begin(), chosen.end(), [&](const Candidate& other) {
        return SamePassage(candidate, other);
      });
      if (taken) continue;
      const double gain = Gain(inquiry, candidate, false, &covered);
      if (gain <= most) continue;
      most = gain;
      best = &candidate;
    }
    if (best == nullptr) break;
    Gain(inquiry, *best, true, &covered);
    chosen.push_back(*best);
  }
  return chosen;
}

}  // namespace isnad::answering
