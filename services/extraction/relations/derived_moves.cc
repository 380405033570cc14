#include "services/extraction/relations/derived_moves.h"

#include <algorithm>
#include <cstdlib>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

// Sentences between an appointment and where the one appointed comes from: items of a list, too.
constexpr int kPostReach = 4;

FactRecord HiredFrom(const FactRecord& source, const ArgumentRecord& employer, const char* rule) {
  FactRecord fact = source;
  fact.type = "HIRED_FROM";
  fact.rule = rule;
  fact.object = employer;
  fact.object.role = "object";
  fact.roles.clear();
  for (const ArgumentRecord& role : source.roles) {
    if (role.role == "date" && source.type == "JOINED") fact.roles.push_back(role);
  }
  fact.LowerConfidence("follows from what the sentence says", kDerivedPenalty);
  return fact;
}

bool HasRole(const FactRecord& fact, absl::string_view name) {
  return std::any_of(fact.roles.begin(), fact.roles.end(),
                     [&](const ArgumentRecord& role) { return role.role == name; });
}

// Whether the words say that somebody comes from another house than this one.
bool ComesFromElsewhere(const std::vector<FactRecord>& facts, const ArgumentRecord& person,
                        const ArgumentRecord& house) {
  return std::any_of(facts.begin(), facts.end(), [&](const FactRecord& fact) {
    return fact.type == "HIRED_FROM" && fact.subject.entity == person.entity &&
           fact.object.entity >= 0 && fact.object.entity != house.entity;
  });
}

// Who joins from somewhere, or has a former post elsewhere.
void AddFromJoining(const std::vector<FactRecord>& facts, std::vector<FactRecord>* derived) {
  for (const FactRecord& join : facts) {
    if (join.type != "JOINED") continue;
    for (const ArgumentRecord& role : join.roles) {
      if (role.role != "former_employer" || role.kind != ArgumentRecord::Kind::kEntity) continue;
      if (role.entity == join.object.entity) continue;
      derived->push_back(HiredFrom(join, role, "HIRED_FROM/joined-from"));
    }
    for (const FactRecord& post : facts) {
      if (post.type != "HOLDS_ROLE" || !HasRole(post, "former")) continue;
      if (ComesFromElsewhere(facts, join.subject, post.object)) continue;
      if (post.object.kind != ArgumentRecord::Kind::kEntity) continue;
      if (join.subject.entity < 0 || join.subject.entity != post.subject.entity) continue;
      if (join.object.entity == post.object.entity) continue;
      derived->push_back(HiredFrom(post, post.object, "HIRED_FROM/former-title"));
    }
  }
}

// "was appointed, the former chief executive of Y"; "moved there X, the founder of Y": a post
// elsewhere that the words give somebody who is given another one or joins another house.
void AddFromPosts(const std::vector<FactRecord>& facts, std::vector<FactRecord>* derived) {
  for (const FactRecord& change : facts) {
    const bool joins = change.type == "JOINED";
    if (!joins && change.type != "APPOINTED") continue;
    if (!IsEntity(change.subject) || !IsEntity(change.object)) continue;
    if (change.polarity != Polarity::kAsserted) continue;
    for (const FactRecord& post : facts) {
      const bool former = HasRole(post, "former") && !absl::EndsWith(post.rule, "left-as") &&
                          !absl::EndsWith(post.rule, "followed-by");
      if (post.type != "HOLDS_ROLE" || !SameEnd(post.subject, change.subject)) continue;
      if (post.rule != "HOLDS_ROLE/title" && !former) continue;
      if (!IsEntity(post.object) || SameEnd(post.object, change.object)) continue;
      // A title that is kept says nothing of a change of posts; who joins another house gives it
      // up.
      if (!former && !joins) continue;
      if (!post.object.resolution_rule.empty() || post.trigger.begin < change.trigger.begin)
        continue;
      if (ComesFromElsewhere(facts, change.subject, change.object)) continue;
      if (ComesFromElsewhere(*derived, change.subject, change.object)) continue;
      derived->push_back(HiredFrom(post, post.object, "HIRED_FROM/post-elsewhere"));
    }
  }
}

// "was appointed after ten years spent at Y".
void AddAfterYears(const std::vector<FactRecord>& facts, std::vector<FactRecord>* derived) {
  for (const FactRecord& given : facts) {
    if (given.type != "APPOINTED" || given.subject.entity < 0 || given.object.entity < 0) continue;
    if (given.polarity != Polarity::kAsserted) continue;
    for (const FactRecord& spent : facts) {
      if (spent.type != "HOLDS_ROLE" || spent.rule != "HOLDS_ROLE/spend-years") continue;
      if (spent.subject.entity != given.subject.entity || spent.object.entity < 0) continue;
      if (spent.object.entity == given.object.entity) continue;
      if (ComesFromElsewhere(facts, given.subject, spent.object)) continue;
      derived->push_back(HiredFrom(spent, spent.object, "HIRED_FROM/appointed-after-years"));
    }
  }
}

// Who leaves one employer and joins another comes from there.
void AddLeftFor(const std::vector<FactRecord>& facts, std::vector<FactRecord>* derived) {
  for (const FactRecord& left : facts) {
    if (left.type != "LEFT" || left.object.kind != ArgumentRecord::Kind::kEntity) continue;
    for (const FactRecord& join : facts) {
      if (join.type != "JOINED" || join.subject.entity < 0) continue;
      if (join.subject.entity != left.subject.entity) continue;
      if (join.object.entity < 0 || join.object.entity == left.object.entity) continue;
      if (left.polarity != Polarity::kAsserted || join.polarity != Polarity::kAsserted) continue;
      if (join.trigger.begin < left.trigger.begin) continue;
      derived->push_back(HiredFrom(join, left.object, "HIRED_FROM/left-for"));
    }
  }
}

// Named recruits say more than that somebody was recruited.
void DropUnnamedRecruits(const std::vector<FactRecord>& derived, std::vector<FactRecord>* facts) {
  const auto covered = [&](const FactRecord& fact) {
    return fact.type == "HIRED_FROM" &&
           std::any_of(derived.begin(), derived.end(), [&](const FactRecord& other) {
             return other.trigger == fact.trigger && other.object.entity == fact.object.entity &&
                    other.subject.entity != fact.subject.entity;
           });
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), covered), facts->end());
}

// Nobody joins the house that he comes from; it was only the one in mind.
void DropOtherHouses(std::vector<FactRecord>* facts) {
  const auto origin = [&](const FactRecord& fact) {
    if (fact.type != "JOINED") return false;
    // "signed up X, to join its lab": the lab, not whoever signed him up.
    if (fact.rule == "JOINED/sign-up") {
      return std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
        return other.type == "JOINED" && other.rule != fact.rule &&
               SameEnd(other.subject, fact.subject) && !SameEnd(other.object, fact.object);
      });
    }
    return !fact.object.resolution_rule.empty() &&
           Says(*facts, "HIRED_FROM", fact.subject, fact.object);
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), origin), facts->end());
}

// "came back to found Y", "came home after years that he had spent at Y": nobody joins what he
// founds, nor comes to where he was.
void DropMovesOfFounders(std::vector<FactRecord>* facts) {
  const auto founds = [&](const FactRecord& fact) {
    if (fact.type != "JOINED") return false;
    return std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
      const bool spent =
          other.rule == "HOLDS_ROLE/spend-years" && fact.rule == "JOINED/come-under-roof";
      return (other.type == "FOUNDED" || spent) && other.passage == fact.passage &&
             SameEnd(other.subject, fact.subject) && SameEnd(other.object, fact.object);
    });
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), founds), facts->end());
}

// Those whom somebody recruits from elsewhere are not all that he employs.
void DropRecruitsCountedAsStaff(std::vector<FactRecord>* facts) {
  // Nor are those whom it dismisses.
  const auto count_of = [](const FactRecord& fact) {
    const auto count =
        std::find_if(fact.roles.begin(), fact.roles.end(),
                     [](const ArgumentRecord& role) { return role.role == "count"; });
    return count == fact.roles.end() ? -1 : count->value;
  };
  const auto recruits = [&](const FactRecord& fact) {
    if (fact.type != "HEADCOUNT") return false;
    const int count = count_of(fact);
    return std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
      if (other.type == "LAID_OFF") return count >= 0 && count_of(other) == count;
      return other.trigger == fact.trigger &&
             (other.type == "HIRED_FROM" || other.type == "JOINED");
    });
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), recruits), facts->end());
}

// "appointed X. She spent six years at Y": posts that somebody had elsewhere, told beside the one
// that he is given.
void AddFromFormerPosts(std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (const FactRecord& given : *facts) {
    if (given.type != "APPOINTED" || given.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(given.subject) || !IsEntity(given.object)) continue;
    for (const FactRecord& post : *facts) {
      if (post.type != "HOLDS_ROLE" || post.polarity != Polarity::kAsserted) continue;
      if (!SameEnd(post.subject, given.subject) || !HasRole(post, "former")) continue;
      if (!IsEntity(post.object) || SameEnd(post.object, given.object)) continue;
      // A title that somebody once had says nothing of where he came from.
      const bool years = post.rule == "HOLDS_ROLE/spend-years" ||
                         post.rule == "HOLDS_ROLE/years-spent" || post.rule == "HOLDS_ROLE/work-at";
      if (!years || !post.object.resolution_rule.empty()) continue;
      if (std::abs(post.passage - given.passage) > kPostReach) continue;
      if (ComesFromElsewhere(*facts, given.subject, given.object)) continue;
      if (ComesFromElsewhere(derived, given.subject, given.object)) continue;
      derived.push_back(HiredFrom(post, post.object, "HIRED_FROM/former-post"));
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace

void AddHiredFrom(std::vector<FactRecord>* facts) {
  DropOtherHouses(facts);
  std::vector<FactRecord> derived;
  AddFromJoining(*facts, &derived);
  AddFromPosts(*facts, &derived);
  AddAfterYears(*facts, &derived);
  AddLeftFor(*facts, &derived);
  DropUnnamedRecruits(derived, facts);
  DropRecruitsCountedAsStaff(facts);
  DropMovesOfFounders(facts);
  facts->insert(facts->end(), derived.begin(), derived.end());
}

void AddJoined(std::vector<FactRecord>* facts) {
  AddFromFormerPosts(facts);
  std::vector<FactRecord> derived;
  for (const FactRecord& origin : *facts) {
    if (origin.type != "HIRED_FROM" || origin.polarity != Polarity::kAsserted) continue;
    // "who came from Y", "recruited from Y", rather than who once worked there.
    const bool comes =
        absl::EndsWith(origin.rule, "-from") || absl::EndsWith(origin.rule, "come-bearing");
    if (!IsEntity(origin.subject) || !comes) continue;
    const auto joins = [&](const std::vector<FactRecord>& known) {
      return std::any_of(known.begin(), known.end(), [&](const FactRecord& fact) {
        return fact.type == "JOINED" && SameEnd(fact.subject, origin.subject);
      });
    };
    if (joins(*facts) || joins(derived)) continue;
    for (const FactRecord& post : *facts) {
      if (post.type != "APPOINTED" || !SameEnd(post.subject, origin.subject)) continue;
      if (post.polarity != Polarity::kAsserted || !post.object.filled()) continue;
      if (SameEnd(origin.object, post.object)) continue;
      if (std::abs(post.passage - origin.passage) > kPostReach) continue;
      derived.push_back(Derive(post, "JOINED", "JOINED/appointed-from-elsewhere"));
      break;
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
