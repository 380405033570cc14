// The two ends of a claim, and what of the evidence joins them as the claim does.
//
// "Did X join Y" names a relation and both its ends. A sentence that speaks of X, or of who joined
// Y, has most of the question's words and says nothing of it: X may have joined Z, and W joined Y.

#ifndef ISNAD_SERVICES_ANSWERING_OBJECTIONS_CLAIMED_ENDS_H_
#define ISNAD_SERVICES_ANSWERING_OBJECTIONS_CLAIMED_ENDS_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "isnad/v1/fact.pb.h"
#include "services/answering/evidence/candidate.h"
#include "services/answering/evidence/inquiry.h"
#include "services/answering/passages/passage_view.h"

namespace isnad::answering {

// Borrows the inquiry.
class ClaimedEnds {
 public:
  // Of relations that are nothing without two ends; or of events that have two as well, posts and
  // releases, whose time a question asks for.
  enum class Of { kRelations, kEvents };

  explicit ClaimedEnds(const Inquiry& inquiry, Of of = Of::kRelations);

  // Whether the question gives an end, or both, of a relation between two. Where it does not, what
  // follows tells nothing.
  bool given() const { return subject_ != nullptr || object_ != nullptr; }

  // Whether the question asks for one end, a person or a house, and gives the other one alone; it
  // may be a name that is not known.
  bool AsksForOther() const;

  // The fact has the claimed relation with the ends that are given, affirmed or denied.
  bool AreJoinedBy(const isnad::v1::Fact& fact) const;

  // Such a fact rests on the sentence; or it names everybody whom the question does, has the word
  // of the relation, and tells neither this relation of others nor another one of these.
  bool AreJoinedIn(const PassageView& view) const;

  // Whether a figure or date in the sentence may be of the event between the two that the question
  // gives: the sentence joins them, or tells the event of one of them beside sentences that name
  // the other, and tells it of nobody else.
  bool MayTellFigureIn(const PassageView& view) const;

  // Whether a fact whose figure or date is asked for may be of the event: it does not have somebody
  // else in the place of a name that the store does not know.
  bool MayTellFigure(const isnad::v1::Fact& fact) const;

  // Words of the sentence that tell the relation of the ends that are given, of those that stand
  // there.
  std::vector<int> TellingWords(const PassageView& view) const;

  // Whether a sentence that denies something denies this: it has the word of the relation and names
  // somebody whom the question does, the others there or in a sentence beside it.
  bool AreDeniedIn(const PassageView& view) const;

  // Whether a name may be the end that the question asks for: a fact gives it, or a sentence has
  // the word of the relation and both names nearest to it, and tells the relation of nobody else.
  bool MayBeOtherEnd(const Candidate& candidate) const;

  // The question says more than its names and the relation.
  bool AsksForMore() const;

  // A fact of the sentence gives an end of the claim another one, or tells something else between
  // the two.
  bool TellsOfOthers(const PassageView& view) const;

  // "X, its founder, denied": sentences that deny something else often mention such a relation.
  bool IsOftenTakenForGranted() const;

  // The sentence tells the relation of one end with somebody else where there can be only one: who
  // joined one house did not join another, what one house bought no other one did.
  bool ExcludedIn(const PassageView& view) const;

 private:
  bool IsOfClaim(const isnad::v1::Fact& fact) const;
  bool HasEnds(const isnad::v1::Fact& fact) const;
  bool NamesAll(const PassageView& view, double least) const;
  bool TellsMost(const PassageView& view) const;
  bool NamesOtherHouse(const PassageView& view) const;
  // What the question has for an end that is no known name is spoken of, too.
  bool TellsRest(const PassageView& view) const;
  // The fact has one of the claim's ends where the claim has it, and somebody else at the other.
  bool HasOtherEnd(const isnad::v1::Fact& fact) const;
  // Tokens of the sentence that are the word of the relation, or mean the same.
  std::vector<int> RelationWords(const PassageView& view) const;
  bool IsNearestTo(int word, const absl::flat_hash_set<std::string>& names,
                   const PassageView& view) const;
  bool IsTold(const PassageView& view) const;
  // The sentence before names it, and this one nothing else of its kind.
  bool IsTakenUpIn(const PassageView& view, const LinkedName& name) const;
  // No passage has the words of the name, however it may be spelled there.
  bool IsUnseen(const LinkedName& end) const;
  // The same, with somebody whom the sentence names rather than means by "the company".
  bool IsOfOthersNamedIn(const PassageView& view) const;
  // The sentence has another verb that tells such a change.
  bool IsToldOtherwiseIn(const PassageView& view) const;
  // The event is told of one end, and of nobody else who could be the other one, which a sentence
  // beside it names.
  bool IsToldOfOne(const PassageView& view, const LinkedName& one, const LinkedName& other) const;

  const Inquiry& inquiry_;
  absl::string_view type_;
  const LinkedName* subject_ = nullptr;
  const LinkedName* object_ = nullptr;
  int names_ = 0;  // In the question, but of places.
};

}  // namespace isnad::answering

#endif  // ISNAD_SERVICES_ANSWERING_OBJECTIONS_CLAIMED_ENDS_H_
