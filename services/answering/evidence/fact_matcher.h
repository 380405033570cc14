// Finds the facts that a question asks about and takes the asked part out of them.

#ifndef ISNAD_SERVICES_ANSWERING_EVIDENCE_FACT_MATCHER_H_
#define ISNAD_SERVICES_ANSWERING_EVIDENCE_FACT_MATCHER_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "isnad/v1/fact.pb.h"
#include "isnad/v1/question.pb.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// A fact with how well it is what a relation reading asks about.
struct FactMatch {
  const isnad::v1::Fact* fact = nullptr;
  const isnad::v1::RelationReading* relation = nullptr;
  // Share of the given ends and roles that the fact fills alike, from 0 to 1.
  double fillers = 0;
  // Subject and object change places (symmetric types).
  bool swapped = false;
};

// Whether facts of the type hold both ways: subject and object may change places.
bool IsSymmetric(absl::string_view fact_type);

// Whether the sentence is among the evidence of the fact.
bool RestsOn(const isnad::v1::Fact& fact, const PassageView& view);

// The facts of the question's relations whose ends are those that the question gives, denied ones
// included. A given end that a fact fills otherwise rules it out.
std::vector<FactMatch> MatchFacts(const Inquiry& inquiry);

// Whether the fact has somebody else at an end or in a role that the question gives.
bool ContradictsEnds(const Inquiry& inquiry, const isnad::v1::Fact& fact,
                     const isnad::v1::RelationReading& relation);

// The asked parts of `matches` as scored candidates; facts that are denied, or that do not have the
// asked part or have it of another type, yield none.
std::vector<Candidate> FactCandidates(const Inquiry& inquiry,
                                      const std::vector<FactMatch>& matches);

// A candidate that stands for the whole fact: its evidence, no part of it.
Candidate WholeFact(const Inquiry& inquiry, const FactMatch& match);

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_EVIDENCE_FACT_MATCHER_H_
