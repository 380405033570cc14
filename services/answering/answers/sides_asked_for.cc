#include "services/answering/answers/sides_asked_for.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "services/answering/answers/side.h"
#include "services/answering/evidence/score_weights.h"
#include "services/answering/objections/evidence_gate.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr double kAlternativeShare = 0.35;

// Indices of the question words inside `span`.
absl::flat_hash_set<int> WordsIn(const Inquiry& inquiry, const std::vector<v1::Token>& tokens,
                                 const v1::Span& span) {
  absl::flat_hash_set<int> found;
  for (const v1::Token& token : tokens) {
    if (token.span().begin() < span.begin() || token.span().end() > span.end()) continue;
    for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
      const std::string& surface = inquiry.words.words()[i].surface;
      if (surface.empty()) continue;
      if (surface == token.surface() || surface == token.stem()) found.insert(static_cast<int>(i));
    }
  }
  return found;
}

double ShareOf(const Inquiry& inquiry, const PassageView& view,
               const absl::flat_hash_set<int>& words) {
  double sum = 0;
  double all = 0;
  for (int word : words) {
    sum += view.best()[word] * inquiry.words.words()[word].importance;
    all += inquiry.words.words()[word].importance;
  }
  return all > 0 ? sum / all : 0;
}

bool IsPerson(const LinkedName& link) {
  return (link.stored() ? link.entities.front().type() : link.asked.entity().type()) ==
         v1::ENTITY_TYPE_PERSON;
}

// Of those that nothing but their few words speak against the likely ones are told, too: one
// article says it in the words of the question, and the other in its own.
bool MayBeSide(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr double kLikely = 0.7;
  const absl::string_view objection = SpanObjection(inquiry, candidate);
  return objection.empty() ||
         (objection == "too few words" && ConfidenceOf(candidate.score) >= kLikely);
}

}  // namespace

std::vector<Candidate> DifferingNames(const Inquiry& inquiry, const std::vector<Candidate>& spans) {
  std::vector<Candidate> sides;
  for (const Candidate& candidate : spans) {
    if (candidate.kind != Candidate::Kind::kEntity || !MayBeSide(inquiry, candidate)) continue;
    if (!sides.empty() && candidate.score < sides.front().score - kSideMargin) break;
    const bool elsewhere = std::none_of(sides.begin(), sides.end(), [&](const Candidate& side) {
      return side.document == candidate.document;
    });
    if (elsewhere && sides.size() < kMostSides) sides.push_back(candidate);
  }
  return sides;
}

std::vector<Candidate> SidesOfAlternatives(const Inquiry& inquiry,
                                           const std::vector<Candidate>& statements,
                                           const std::vector<v1::Token>& tokens) {
  std::vector<Candidate> sides;
  for (const v1::Span& alternative : inquiry.reading.alternatives()) {
    const absl::flat_hash_set<int> words = WordsIn(inquiry, tokens, alternative);
    const Candidate* best = nullptr;
    double most = -1;
    for (const Candidate& statement : statements) {
      const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
      if (view == nullptr || IsTaken(sides, statement)) continue;
      const double worth = statement.score + kAlternativeShare * ShareOf(inquiry, *view, words);
      if (worth <= most) continue;
      most = worth;
      best = &statement;
    }
    if (best != nullptr && sides.size() < kMostSides) sides.push_back(*best);
  }
  return sides;
}

bool AsksEachSpeaker(const Inquiry& inquiry, const std::vector<v1::Token>& tokens) {
  const auto& links = inquiry.links.links();
  if (inquiry.reading.kind() != v1::QUESTION_KIND_STATEMENT ||
      std::count_if(links.begin(), links.end(), IsPerson) < 2) {
    return false;
  }
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string& word = tokens[i].surface();
    if (word == "كل" && tokens[i + 1].surface() == "من") return true;
    if (word == "both" || word == "each") return true;
  }
  return false;
}

std::vector<Candidate> SidesOfSpeakers(const Inquiry& inquiry,
                                       const std::vector<Candidate>& statements) {
  std::vector<Candidate> sides;
  for (const LinkedName& link : inquiry.links.links()) {
    if (!IsPerson(link) || sides.size() == kMostSides) continue;
    const auto own =
        std::find_if(statements.begin(), statements.end(), [&](const Candidate& statement) {
          const PassageView* view = inquiry.pool.At(statement.document, statement.ordinal);
          return view != nullptr && !IsTaken(sides, statement) &&
                 inquiry.meter.NameShare(*view, link) >= NameShares::kWordsOnly;
        });
    if (own != statements.end()) sides.push_back(*own);
  }
  return sides;
}

}  // namespace isnad::answering
