#include "services/answering/objections/fact_objections.h"

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

// Types of facts that tell of one another.
bool AreSisters(absl::string_view a, absl::string_view b) {
  using Types = std::vector<absl::string_view>;
  static const auto* families =
      new std::vector<Types>{{"JOINED", "LEFT", "HIRED_FROM", "APPOINTED", "HOLDS_ROLE"},
                             {"RELEASED", "PLANS_RELEASE", "DELAYED"},
                             {"COSTS", "BUILDS_FACILITY", "INVESTED_IN", "SUPPLIES"},
                             {"ACQUIRED", "INVESTED_IN", "REORGANIZED"},
                             {"PARTNERED_WITH", "SUPPLIES", "INVESTED_IN", "FOUNDED"},
                             {"STATED", "DENIED", "CRITICIZED"},
                             {"HEADCOUNT", "LAID_OFF"}};
  const auto holds = [](const Types& types, absl::string_view type) {
    return std::find(types.begin(), types.end(), type) != types.end();
  };
  return a == b || std::any_of(families->begin(), families->end(), [&](const Types& types) {
           return holds(types, a) && holds(types, b);
         });
}

bool IsSpeech(absl::string_view type) {
  return type == "STATED" || type == "DENIED" || type == "CRITICIZED";
}

}  // namespace

bool IsNoStatement(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || inquiry.reading.kind() != v1::QUESTION_KIND_STATEMENT) return false;
  const bool speech =
      std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
        const auto& facts = candidate.facts;
        return IsSpeech(fact.type()) &&
               std::find(facts.begin(), facts.end(), fact.name()) != facts.end();
      });
  return !speech;
}

namespace {

// The post is told in passing: "X, the head of Y, has left". Nobody else stands between the name
// and the verb.
bool GoesInSentence(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr double kLeastMatch = 0.6;
  const PassageView* view = inquiry.pool.At(candidate.document, candidate.ordinal);
  if (view == nullptr || !view->range().Contains(candidate.place)) return false;
  const v1::Span& trigger = inquiry.reading.relations(0).trigger();
  return std::any_of(view->matches().begin(), view->matches().end(), [&](const WordMatch& match) {
    if (match.strength < kLeastMatch || !inquiry.words.IsWithin(match.word, trigger)) return false;
    const Range verb = view->TokenBytes(match.token);
    if (verb.begin < candidate.place.end) return false;
    const Range between = {candidate.place.end, verb.begin};
    const auto& mentions = view->passage().mentions();
    return std::none_of(mentions.begin(), mentions.end(), [&](const v1::PassageMention& mention) {
      return mention.entity_type() == v1::ENTITY_TYPE_PERSON &&
             between.Contains({mention.begin(), mention.end()});
    });
  });
}

}  // namespace

bool StillHolds(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || candidate.primary || inquiry.reading.relations().empty())
    return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.fact_type() != "LEFT" || asked.asked_role() != "subject") return false;
  bool holds = false;
  for (const v1::Fact& fact : inquiry.facts) {
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), fact.name()) == facts.end()) continue;
    if (fact.type() == "LEFT") return false;
    holds |= fact.type() == "HOLDS_ROLE";
  }
  return holds && !GoesInSentence(inquiry, candidate);
}

bool HasLeft(const Inquiry& inquiry, const Candidate& candidate) {
  if (!candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  const bool comes = asked.fact_type() == "APPOINTED" || asked.fact_type() == "HOLDS_ROLE" ||
                     asked.fact_type() == "JOINED";
  if (!comes || asked.asked_role() != "subject") return false;
  bool left = false;
  for (const v1::Fact& fact : inquiry.facts) {
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), fact.name()) == facts.end()) continue;
    if (fact.type() != "LEFT") return false;
    left = true;
  }
  return left;
}

bool IsOfFaintReading(const Inquiry& inquiry, const Candidate& candidate) {
  constexpr double kFaintShare = 0.6;
  if (!candidate.from_fact || inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.confidence() < kSureRelation) return false;
  // What is said or denied is told by facts of any type.
  if (AreSisters(asked.fact_type(), "STATED")) return false;
  bool any = false;
  for (const v1::Fact& fact : inquiry.facts) {
    const auto& facts = candidate.facts;
    if (std::find(facts.begin(), facts.end(), fact.name()) == facts.end()) continue;
    if (AreSisters(fact.type(), asked.fact_type())) return false;
    for (const v1::RelationReading& relation : inquiry.reading.relations()) {
      if (relation.fact_type() == fact.type() &&
          relation.confidence() >= kFaintShare * asked.confidence()) {
        return false;
      }
    }
    any = true;
  }
  return any;
}

}  // namespace isnad::answering
