#include "services/extraction/relations/listed_moves.h"

#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr double kConfidence = 0.7;
// Words from the preposition to the organisation.
constexpr int kReach = 4;

ArgumentRecord Named(const Analysis& analysis, int mention, absl::string_view role) {
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.role = std::string(role);
  out.entity = analysis.mentions[mention].entity;
  out.range = analysis.mentions[mention].range;
  out.text = std::string(analysis.Quote(out.range));
  return out;
}

// The organisation named within a few words from a token on, or -1.
int OrganizationFrom(const PhraseIndex& index, int from, int end) {
  for (int i = from; i < end && i < from + kReach; ++i) {
    if (index.MentionStartsAt(i)) {
      const int mention = index.MentionAt(i);
      return index.TypeOfMention(mention) == EntityType::kOrganization ? mention : -1;
    }
    if (!index.IsNominal(i) && !index.IsQuoteMark(i)) return -1;
  }
  return -1;
}

class MoveReader {
 public:
  MoveReader(const PhraseIndex& index, const RoleIndex& roles, int passage)
      : index_(index),
        roles_(roles),
        passage_(passage),
        words_(index.analysis().passages[passage].tokens) {}

  std::vector<FactRecord> Read() {
    const int colon = Opening();
    if (colon < 0) {
      if (person_ >= 0 && !HasVerb()) AddPost(index_.analysis().mentions[person_].tokens.end - 1);
      return std::move(facts_);
    }
    int from = -1, to = -1;
    for (int i = colon + 1; i < words_.end; ++i) {
      if (index_.IsVerb(i) || index_.token(i).form == ".") break;
      if (from < 0 && index_.token(i).surface == "من") {
        from = OrganizationFrom(index_, i + 1, words_.end);
      } else if (to < 0 && index_.token(i).surface == "الي") {
        to = OrganizationFrom(index_, i + 1, words_.end);
      }
    }
    if (from >= 0 && to >= 0) {
      Add("JOINED", "JOINED/listed-move", to, colon);
      Add("HIRED_FROM", "HIRED_FROM/listed-move", from, colon);
      return std::move(facts_);
    }
    AddPost(colon);
    return std::move(facts_);
  }

 private:
  // The colon behind the person that the passage opens with, or -1.
  int Opening() {
    int i = words_.begin;
    while (i < words_.end && index_.MentionAt(i) < 0 &&
           (index_.token(i).shape == TokenShape::kPunctuation || index_.IsAdverb(i) ||
            index_.token(i).surface == "رسميا" || roles_.Covering(i) != nullptr)) {
      ++i;
    }
    if (i >= words_.end || !index_.MentionStartsAt(i)) return -1;
    if (index_.TypeOfMention(index_.MentionAt(i)) != EntityType::kPerson) return -1;
    person_ = index_.MentionAt(i);
    const int colon = index_.analysis().mentions[person_].tokens.end;
    return colon < words_.end && index_.token(colon).form == ":" ? colon : -1;
  }

  bool HasVerb() const {
    for (int i = words_.begin; i < words_.end; ++i) {
      if (index_.IsVerb(i)) return true;
    }
    return false;
  }

  // "X: director of Y": the accusative says what X becomes.
  void AddPost(int colon) {
    int i = colon + 1;
    while (i < words_.end && index_.IsQuoteMark(i)) ++i;
    const RolePhrase* role = i < words_.end ? roles_.BeginningAt(i) : nullptr;
    if (role == nullptr || !absl::EndsWith(index_.token(role->title.begin).base, "ا")) return;
    const int organization = roles_.OrganizationOf(*role);
    if (organization < 0) return;
    Add("APPOINTED", "APPOINTED/listed-post", organization, colon);
    const Analysis& analysis = index_.analysis();
    ArgumentRecord title;
    title.kind = ArgumentRecord::Kind::kText;
    title.role = "role";
    title.range = analysis.BytesOf(role->title);
    title.text = std::string(analysis.Quote(title.range));
    facts_.back().roles.push_back(std::move(title));
    facts_.back().trigger = facts_.back().roles.back().range;
  }

  void Add(const char* type, const char* rule, int organization, int colon) {
    const Analysis& analysis = index_.analysis();
    FactRecord fact;
    fact.type = type;
    fact.rule = rule;
    fact.SetConfidence("move listed without a verb", kConfidence);
    fact.passage = passage_;
    fact.subject = Named(analysis, person_, "subject");
    fact.object = Named(analysis, organization, "object");
    fact.trigger = index_.token(colon).range;
    fact.quote = analysis.passages[passage_].range;
    facts_.push_back(std::move(fact));
  }

  const PhraseIndex& index_;
  const RoleIndex& roles_;
  const int passage_;
  const TokenRange words_;
  int person_ = -1;
  std::vector<FactRecord> facts_;
};

}  // namespace

std::vector<FactRecord> ListedMoves(const PhraseIndex& index, const RoleIndex& roles, int passage) {
  if (index.analysis().passages[passage].tokens.empty()) return {};
  return MoveReader(index, roles, passage).Read();
}

}  // namespace isnad::extraction
