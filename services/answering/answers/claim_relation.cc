#include "services/answering/answers/claim_relation.h"

#include <algorithm>
#include <string>

#include "services/answering/answers/claim_names.h"
#include "services/answering/evidence/fact_matcher.h"
#include "services/answering/evidence/score_weights.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

constexpr int kTellingWords = 3;

// What has one other end only: who joined one house did not join another.
bool IsExclusive(absl::string_view type) {
  return type == "JOINED" || type == "HIRED_FROM" || type == "ACQUIRED" || type == "FOUNDED" ||
         type == "APPOINTED";
}

bool HasFact(const Inquiry& inquiry, const PassageView& view) {
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    if (!RestsOn(fact, view)) return false;
    const auto& relations = inquiry.reading.relations();
    const bool asked =
        std::any_of(relations.begin(), relations.end(), [&](const v1::RelationReading& relation) {
          const bool same = relation.fact_type() == fact.type() ||
                            (IsMove(relation.fact_type()) && IsMove(fact.type()));
          return same && 2 * relation.confidence() >= relations[0].confidence();
        });
    const auto& all = inquiry.links.all();
    return asked && (all.contains(fact.subject().entity()) || all.contains(fact.object().entity()));
  });
}

}  // namespace

bool IsMove(absl::string_view type) {
  for (const absl::string_view move : {"JOINED", "LEFT", "HIRED_FROM", "APPOINTED", "HOLDS_ROLE"}) {
    if (type == move) return true;
  }
  return false;
}

bool TellsRelation(const Inquiry& inquiry, const PassageView& view) {
  constexpr double kLeastMatch = 0.45;
  if (HasFact(inquiry, view)) return true;
  if (inquiry.reading.relations().empty()) return false;
  const v1::Span& trigger = inquiry.reading.relations(0).trigger();
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    if (inquiry.words.words()[i].role == QuestionWord::Role::kName) continue;
    if (inquiry.words.IsWithin(static_cast<int>(i), trigger) && view.best()[i] >= kLeastMatch) {
      return true;
    }
  }
  return false;
}

bool HoldsAll(const Inquiry& inquiry, const PassageView& view) {
  if (inquiry.links.links().size() < 2 || inquiry.reading.relations().empty()) return false;
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    if (!RestsOn(fact, view) || fact.type() != inquiry.reading.relations(0).fact_type() ||
        fact.polarity() == v1::POLARITY_DENIED) {
      return false;
    }
    const auto& links = inquiry.links.links();
    return std::all_of(links.begin(), links.end(), [&](const LinkedName& link) {
      return link.names.contains(fact.subject().entity()) ||
             link.names.contains(fact.object().entity()) ||
             std::any_of(fact.roles().begin(), fact.roles().end(),
                         [&](const v1::Argument& argument) {
                           return link.names.contains(argument.entity());
                         });
    });
  });
}

bool HasDeniedFact(const Inquiry& inquiry, const PassageView& view) {
  if (inquiry.reading.relations().empty()) return false;
  const std::string& asked = inquiry.reading.relations(0).fact_type();
  if (asked == "DENIED") return false;
  return std::any_of(inquiry.facts.begin(), inquiry.facts.end(), [&](const v1::Fact& fact) {
    if (fact.polarity() != v1::POLARITY_DENIED || fact.type() == "DENIED") return false;
    if (!RestsOn(fact, view)) return false;
    const auto& all = inquiry.links.all();
    const bool both = all.contains(fact.subject().entity()) && all.contains(fact.object().entity());
    return both && (fact.type() == asked || (IsMove(fact.type()) && IsMove(asked)));
  });
}

bool TellsMuch(const Inquiry& inquiry, const PassageView& view) {
  constexpr double kLeastMatch = 0.45;
  int told = 0;
  for (size_t i = 0; i < inquiry.words.words().size(); ++i) {
    const bool content = inquiry.words.words()[i].role == QuestionWord::Role::kContent;
    if (content && view.best()[i] >= kLeastMatch) ++told;
  }
  return told >= kTellingWords;
}

bool MissesGivenEnds(const Inquiry& inquiry, const PassageView& view) {
  if (inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (asked.confidence() < kSureRelation) return false;
  int ends = 0;
  for (const v1::RelationFiller& filler : asked.fillers()) {
    const LinkedName* link = inquiry.links.Find(filler.entity());
    const bool end = filler.role() == "subject" || filler.role() == "object";
    if (end && link != nullptr && TypeOf(*link) != v1::ENTITY_TYPE_LOCATION) ++ends;
  }
  return ends == 2 && !HoldsAll(inquiry, view);
}

bool HasOtherEnd(const Inquiry& inquiry, const PassageView& view) {
  if (inquiry.reading.relations().empty()) return false;
  const v1::RelationReading& asked = inquiry.reading.relations(0);
  if (!IsExclusive(asked.fact_type()) || asked.fillers_size() < 2) return false;
  bool other = false;
  for (const v1::Fact& fact : inquiry.facts) {
    if (fact.type() != asked.fact_type() || !RestsOn(fact, view)) continue;
    if (!ContradictsEnds(inquiry, fact, asked)) return false;
    const auto& all = inquiry.links.all();
    other |= all.contains(fact.subject().entity()) || all.contains(fact.object().entity());
  }
  return other;
}

}  // namespace isnad::answering
