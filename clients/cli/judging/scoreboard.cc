#include "clients/cli/judging/scoreboard.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace isnad::cli {
namespace {

constexpr size_t kCoverageSteps = 10;

bool HasAnswer(Verdict verdict) {
  return verdict != Verdict::kRefusedRightly && verdict != Verdict::kMadeUp;
}

}  // namespace

absl::optional<double> Share::Percent() const {
  if (whole == 0) return absl::nullopt;
  return std::round(1000.0 * part / whole) / 10;
}

void Scores::Count(const JudgedAnswer& judged) {
  const Verdict verdict = judged.verdict;
  ++questions;
  accuracy.Count(IsRight(verdict));
  if (HasAnswer(verdict)) {
    answered_right.Count(verdict == Verdict::kRight);
    content_right.Count(HasRightContent(verdict));
  } else {
    refusals_right.Count(IsRight(verdict));
  }
  if (IsGiven(verdict)) precision.Count(verdict == Verdict::kRight);
  quotes_verbatim.part += judged.verbatim_quotes;
  quotes_verbatim.whole += judged.quotes;
}

const std::vector<NamedShare>& AllShares() {
  static const auto* const kShares =
      new std::vector<NamedShare>{{"accuracy", &Scores::accuracy},
                                  {"answered_right", &Scores::answered_right},
                                  {"content_right", &Scores::content_right},
                                  {"precision", &Scores::precision},
                                  {"refusals_right", &Scores::refusals_right},
                                  {"quotes_verbatim", &Scores::quotes_verbatim}};
  return *kShares;
}

void Scoreboard::Add(JudgedAnswer judged) {
  all_.Count(judged);
  by_kind_[judged.kind].Count(judged);
  by_language_[judged.language].Count(judged);
  answers_.push_back(std::move(judged));
}

CoveragePoint Scoreboard::CoverageAt(double confidence) const {
  CoveragePoint point;
  point.confidence = confidence;
  for (const JudgedAnswer& answer : answers_) {
    const bool given = IsGiven(answer.verdict) && answer.confidence >= confidence;
    const bool right = given ? answer.verdict == Verdict::kRight : !HasAnswer(answer.verdict);
    point.coverage.Count(given);
    if (given) point.precision.Count(right);
    point.accuracy.Count(right);
  }
  return point;
}

std::vector<CoveragePoint> Scoreboard::Coverage() const {
  std::vector<double> confidences;
  for (const JudgedAnswer& answer : answers_) {
    if (IsGiven(answer.verdict)) confidences.push_back(answer.confidence);
  }
  if (confidences.empty()) return {};
  std::sort(confidences.begin(), confidences.end());
  // Steps follow the answers, not the scale: confidences may all lie close together.
  std::set<double> steps;
  for (size_t step = 0; step < kCoverageSteps; ++step) {
    steps.insert(confidences[step * confidences.size() / kCoverageSteps]);
  }
  std::vector<CoveragePoint> points;
  for (const double confidence : steps) points.push_back(CoverageAt(confidence));
  return points;
}

}  // namespace isnad::cli
