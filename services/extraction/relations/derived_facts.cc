#include "services/extraction/relations/derived_facts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/former_houses.h"

namespace isnad::extraction {
namespace {

constexpr double kDerivedPenalty = 0.8;
// Words between an appointment and whom the new one follows.
constexpr int kPredecessorReach = 24;
// Words from "in place of" to the name, titles among them.
constexpr int kNameReach = 6;
// Words from "their number" to the figure.
constexpr int kFigureReach = 6;

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

// Who joins from somewhere, or has a former post elsewhere, was hired from there.
void AddHiredFrom(std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (const FactRecord& join : *facts) {
    if (join.type != "JOINED") continue;
    for (const ArgumentRecord& role : join.roles) {
      if (role.role != "former_employer" || role.kind != ArgumentRecord::Kind::kEntity) continue;
      if (role.entity == join.object.entity) continue;
      derived.push_back(HiredFrom(join, role, "HIRED_FROM/joined-from"));
    }
    for (const FactRecord& post : *facts) {
      if (post.type != "HOLDS_ROLE" || !HasRole(post, "former")) continue;
      if (ComesFromElsewhere(*facts, join.subject, post.object)) continue;
      if (post.object.kind != ArgumentRecord::Kind::kEntity) continue;
      if (join.subject.entity < 0 || join.subject.entity != post.subject.entity) continue;
      if (join.object.entity == post.object.entity) continue;
      derived.push_back(HiredFrom(post, post.object, "HIRED_FROM/former-title"));
    }
  }
  // "was appointed after ten years spent at Y".
  for (const FactRecord& given : *facts) {
    if (given.type != "APPOINTED" || given.subject.entity < 0 || given.object.entity < 0) continue;
    if (given.polarity != Polarity::kAsserted) continue;
    for (const FactRecord& spent : *facts) {
      if (spent.type != "HOLDS_ROLE" || spent.rule != "HOLDS_ROLE/spend-years") continue;
      if (spent.subject.entity != given.subject.entity || spent.object.entity < 0) continue;
      if (spent.object.entity == given.object.entity) continue;
      if (ComesFromElsewhere(*facts, given.subject, spent.object)) continue;
      derived.push_back(HiredFrom(spent, spent.object, "HIRED_FROM/appointed-after-years"));
    }
  }
  // Who leaves one employer and joins another comes from there.
  for (const FactRecord& left : *facts) {
    if (left.type != "LEFT" || left.object.kind != ArgumentRecord::Kind::kEntity) continue;
    for (const FactRecord& join : *facts) {
      if (join.type != "JOINED" || join.subject.entity < 0) continue;
      if (join.subject.entity != left.subject.entity) continue;
      if (join.object.entity < 0 || join.object.entity == left.object.entity) continue;
      if (left.polarity != Polarity::kAsserted || join.polarity != Polarity::kAsserted) continue;
      if (join.trigger.begin < left.trigger.begin) continue;
      derived.push_back(HiredFrom(join, left.object, "HIRED_FROM/left-for"));
    }
  }
  // Named recruits say more than that somebody was recruited.
  const auto covered = [&](const FactRecord& fact) {
    return fact.type == "HIRED_FROM" &&
           std::any_of(derived.begin(), derived.end(), [&](const FactRecord& other) {
             return other.trigger == fact.trigger && other.object.entity == fact.object.entity &&
                    other.subject.entity != fact.subject.entity;
           });
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), covered), facts->end());
  // Those whom somebody recruits from elsewhere are not all that he employs.
  const auto recruits = [&](const FactRecord& fact) {
    return fact.type == "HEADCOUNT" &&
           std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
             return other.trigger == fact.trigger &&
                    (other.type == "HIRED_FROM" || other.type == "JOINED");
           });
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), recruits), facts->end());
  facts->insert(facts->end(), derived.begin(), derived.end());
}

// What was put off is still to come.
void AddPlans(std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (const FactRecord& delay : *facts) {
    if (delay.type != "DELAYED" || delay.polarity != Polarity::kAsserted) continue;
    if (delay.modality != Modality::kActual || !delay.subject.filled()) continue;
    if (delay.object.kind != ArgumentRecord::Kind::kEntity) continue;
    FactRecord fact = delay;
    fact.type = "PLANS_RELEASE";
    fact.rule = "PLANS_RELEASE/delayed";
    fact.modality = Modality::kPlanned;
    fact.LowerConfidence("follows from what the sentence says", kDerivedPenalty);
    derived.push_back(std::move(fact));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

bool IsEntity(const ArgumentRecord& end) { return end.kind == ArgumentRecord::Kind::kEntity; }

bool SameEnd(const ArgumentRecord& a, const ArgumentRecord& b) {
  if (a.kind != b.kind) return false;
  return IsEntity(a) ? a.entity == b.entity : a.text == b.text;
}

bool Says(const std::vector<FactRecord>& facts, absl::string_view type,
          const ArgumentRecord& subject, const ArgumentRecord& object) {
  return std::any_of(facts.begin(), facts.end(), [&](const FactRecord& fact) {
    return fact.type == type && SameEnd(fact.subject, subject) && SameEnd(fact.object, object);
  });
}

FactRecord Derive(const FactRecord& source, const char* type, const char* rule) {
  FactRecord fact = source;
  fact.type = type;
  fact.rule = rule;
  fact.roles.clear();
  fact.LowerConfidence("follows from what the sentence says", kDerivedPenalty);
  return fact;
}

ArgumentRecord Words(const Analysis& analysis, absl::string_view role, TokenRange words) {
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kText;
  out.role = std::string(role);
  out.range = analysis.BytesOf(words);
  out.text = std::string(analysis.Quote(out.range));
  return out;
}

// Who comes from elsewhere and is given a post joins the house that gives it.
void AddJoined(std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (const FactRecord& post : *facts) {
    if (post.type != "APPOINTED" || post.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(post.subject) || !post.object.filled()) continue;
    for (const FactRecord& origin : *facts) {
      if (origin.type != "HIRED_FROM" || !SameEnd(origin.subject, post.subject)) continue;
      // Where somebody had worked once says less than where he comes from.
      if (!absl::StrContains(origin.rule, "from")) continue;
      if (SameEnd(origin.object, post.object) || origin.polarity != Polarity::kAsserted) continue;
      if (Says(*facts, "JOINED", post.subject, post.object)) continue;
      derived.push_back(Derive(post, "JOINED", "JOINED/appointed-from-elsewhere"));
      break;
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

// "X was appointed director of Y" tells of a change, not of a post that X has.
void DropPostsGiven(std::vector<FactRecord>* facts) {
  const auto given = [&](const FactRecord& held) {
    if (held.type != "HOLDS_ROLE") return false;
    return std::any_of(facts->begin(), facts->end(), [&](const FactRecord& post) {
      return post.type == "APPOINTED" && SameEnd(post.subject, held.subject) &&
             SameEnd(post.object, held.object) &&
             std::any_of(post.roles.begin(), post.roles.end(), [&](const ArgumentRecord& role) {
               return role.role == "role" && role.range.overlaps(held.trigger);
             });
    });
  };
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    if (!given(fact)) kept.push_back(fact);
  }
  *facts = std::move(kept);
}

// "900 people work at Y" is nobody's post.
void DropPostsOfStaff(std::vector<FactRecord>* facts) {
  std::vector<FactRecord> kept;
  for (const FactRecord& fact : *facts) {
    const bool staff = fact.type == "HOLDS_ROLE" &&
                       std::any_of(facts->begin(), facts->end(), [&](const FactRecord& other) {
                         return other.type == "HEADCOUNT" && other.trigger == fact.trigger;
                       });
    if (!staff) kept.push_back(fact);
  }
  *facts = std::move(kept);
}

// A unit that an organisation sets up is part of it.
void AddPartsOf(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  static const auto* units =
      new absl::flat_hash_set<absl::string_view>{"وحده", "قسم",  "مختبر", "فريق",  "ذراع", "قطاع",
                                                 "فرع",  "شعبه", "اداره", "تابعه", "تابع", "كيان"};
  std::vector<FactRecord> derived;
  const Analysis& analysis = index.analysis();
  for (const FactRecord& founding : *facts) {
    if (founding.type != "FOUNDED" || founding.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(founding.subject) ||
        analysis.entities[founding.subject.entity].type != EntityType::kOrganization) {
      continue;
    }
    const bool named =
        IsEntity(founding.object) || founding.object.resolution_rule == "quoted-name";
    if (!named || Says(*facts, "PART_OF", founding.object, founding.subject)) continue;
    const TokenRange words = analysis.passages[founding.passage].tokens;
    int name = words.begin;
    while (name < words.end && index.token(name).range.end <= founding.object.range.begin) ++name;
    bool unit = false;
    for (int i = name; i > words.begin && i > name - kNameReach && !unit; --i) {
      unit = units->contains(index.token(i).base) || units->contains(index.token(i).lemma);
      const bool calls = absl::EndsWith(index.token(i).base, "حمل") ||
                         absl::EndsWith(index.token(i).base, "دعي") ||
                         absl::EndsWith(index.token(i).base, "سمي");
      if (i < name && (index.MentionAt(i) >= 0 || (index.IsVerb(i) && !calls))) break;
    }
    if (!unit) continue;
    FactRecord part = Derive(founding, "PART_OF", "PART_OF/set-up-by");
    std::swap(part.subject, part.object);
    part.subject.role = "subject";
    part.object.role = "object";
    derived.push_back(std::move(part));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

// Whoever leaves a house held there the post that the words give him: "the engineer X left Y".
void AddFormerPosts(const PhraseIndex& index, const RoleIndex& roles,
                    std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  const Analysis& analysis = index.analysis();
  for (const FactRecord& left : *facts) {
    if (left.type != "LEFT" || !IsEntity(left.subject) || !left.object.filled()) continue;
    if (left.polarity != Polarity::kAsserted) continue;
    const bool known = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      return fact.type == "HOLDS_ROLE" && SameEnd(fact.subject, left.subject);
    });
    if (known) continue;
    const TokenRange words = analysis.passages[left.passage].tokens;
    for (int i = words.begin; i < words.end; ++i) {
      const RolePhrase* role = roles.BeginningAt(i);
      if (role == nullptr || roles.OrganizationOf(*role) >= 0) continue;
      const int person = roles.PersonBeside(*role);
      if (person < 0 || analysis.mentions[person].entity != left.subject.entity) continue;
      FactRecord post = Derive(left, "HOLDS_ROLE", "HOLDS_ROLE/left-as");
      post.modality = Modality::kActual;
      post.roles.push_back(Words(analysis, "role", role->title));
      if (left.modality == Modality::kActual) {
        post.roles.push_back(Words(analysis, "former", role->title));
      }
      derived.push_back(std::move(post));
      break;
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

// The token after "in succession to", "in place of"; -1 where nothing of the kind stands.
int PastInPlaceOf(const PhraseIndex& index, int i, int end) {
  const std::string& word = index.token(i).base;
  const bool one = word == "محل" || word == "مكان";
  const bool two = word == "خلفا" || word == "خليفه" || word == "بديلا" || word == "بدلا" ||
                   word == "بدل" || word == "عوضا";
  if (index.MentionAt(i) >= 0 || (!one && !two) || i + 1 >= end) return -1;
  if (!index.token(i).enclitic.empty()) return -1;
  if (one || word == "بدل") return i + 1;
  const bool bound = index.IsPreposition(i + 1, "ل") || index.token(i + 1).surface == "من" ||
                     index.token(i + 1).surface == "عن";
  return bound ? i + 1 : -1;
}

// Whom somebody follows in a post held it.
void AddPredecessors(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  const Analysis& analysis = index.analysis();
  for (const FactRecord& post : *facts) {
    if (post.type != "APPOINTED" || !post.object.filled()) continue;
    if (post.polarity != Polarity::kAsserted) continue;
    const TokenRange words = analysis.passages[post.passage].tokens;
    int first = words.begin;
    while (first < words.end && index.token(first).range.begin < post.trigger.begin) ++first;
    const int end = std::min(words.end, first + kPredecessorReach);
    for (int i = first; i < end && index.token(i).form != "."; ++i) {
      const int from = PastInPlaceOf(index, i, words.end);
      if (from < 0) continue;
      int name = from;
      while (name < words.end && name < from + kNameReach && index.MentionAt(name) < 0 &&
             !index.IsVerb(name) && !index.IsComma(name)) {
        ++name;
      }
      const int mention = name < words.end ? index.MentionAt(name) : -1;
      if (mention < 0 || index.TypeOfMention(mention) != EntityType::kPerson) break;
      const Mention& person = analysis.mentions[mention];
      if (person.entity == post.subject.entity) break;
      FactRecord held = Derive(post, "HOLDS_ROLE", "HOLDS_ROLE/followed-by");
      held.modality = Modality::kActual;
      held.subject = ArgumentRecord();
      held.subject.kind = ArgumentRecord::Kind::kEntity;
      held.subject.role = "subject";
      held.subject.entity = person.entity;
      held.subject.range = person.range;
      held.subject.text = std::string(analysis.Quote(person.range));
      if (Says(*facts, "HOLDS_ROLE", held.subject, held.object)) break;
      for (const ArgumentRecord& role : post.roles) {
        if (role.role != "role") continue;
        held.roles.push_back(role);
        held.roles.push_back(role);
        held.roles.back().role = "former";
      }
      derived.push_back(std::move(held));
      break;
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

FactRecord WithCount(const PhraseIndex& index, const FactRecord& staff, int value,
                     const char* rule) {
  const Analysis& analysis = index.analysis();
  FactRecord other = Derive(staff, "HEADCOUNT", rule);
  ArgumentRecord count;
  count.kind = ArgumentRecord::Kind::kValue;
  count.role = "count";
  count.value = value;
  count.range = analysis.values[value].range;
  count.text = std::string(analysis.Quote(count.range));
  other.roles.push_back(count);
  other.trigger = count.range;
  return other;
}

// "340 people work at Y, compared to 190 a year ago": the second figure, or -1.
int ComparedCount(const PhraseIndex& index, const FactRecord& staff) {
  static const auto* compared =
      new absl::flat_hash_set<absl::string_view>{"مقابل", "بعدما", "مقارنه"};
  constexpr int kComparedReach = 4;
  const Analysis& analysis = index.analysis();
  int first = -1;
  for (const ArgumentRecord& role : staff.roles) {
    if (role.role == "count" && role.kind == ArgumentRecord::Kind::kValue) first = role.value;
  }
  if (first < 0) return -1;
  const ValueMention& counted = analysis.values[first];
  const int end = analysis.passages[staff.passage].tokens.end;
  for (int i = counted.tokens.end; i < end && i < counted.tokens.end + kFigureReach; ++i) {
    if (index.token(i).form == ".") return -1;
    if (!compared->contains(index.token(i).base)) continue;
    for (int k = i + 1; k < end && k < i + 1 + kComparedReach; ++k) {
      const int value = index.ValueAt(k);
      if (value < 0) continue;
      const ValueMention& other = analysis.values[value];
      if (other.kind != ValueKind::kQuantity) return -1;
      const bool alike =
          other.quantity.unit_key == counted.quantity.unit_key || other.quantity.unit_key.empty();
      return alike && other.quantity.unit_key != "PERCENT" ? value : -1;
    }
  }
  return -1;
}

// "900 people work at Y, after their number had been 300": a second figure.
void AddOtherCounts(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (const FactRecord& staff : *facts) {
    if (staff.type != "HEADCOUNT" || staff.polarity != Polarity::kAsserted) continue;
    const int value = ComparedCount(index, staff);
    if (value >= 0) derived.push_back(WithCount(index, staff, value, "HEADCOUNT/compared-number"));
  }
  const Analysis& analysis = index.analysis();
  for (const FactRecord& staff : *facts) {
    if (staff.type != "HEADCOUNT") continue;
    const TokenRange words = analysis.passages[staff.passage].tokens;
    for (int i = words.begin; i < words.end; ++i) {
      const Token& word = index.token(i);
      if (word.range.begin <= staff.trigger.begin || word.base != "عدد") continue;
      if (!absl::EndsWith(word.enclitic, "هم") && !absl::EndsWith(word.enclitic, "هن")) continue;
      for (int k = i + 1; k < words.end && k < i + kFigureReach; ++k) {
        const int value = index.ValueAt(k);
        if (value < 0 || analysis.values[value].kind != ValueKind::kQuantity) continue;
        if (analysis.values[value].quantity.unit_key == "PERCENT") break;
        FactRecord other = WithCount(index, staff, value, "HEADCOUNT/their-other-number");
        other.trigger = word.range;
        derived.push_back(std::move(other));
        break;
      }
    }
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace

void AddDerivedFacts(const PhraseIndex& index, const RoleIndex& roles,
                     std::vector<FactRecord>* facts) {
  SettleHousesLeft(facts);
  AddHiredFrom(facts);
  AddPlans(facts);
  DropPostsGiven(facts);
  DropPostsOfStaff(facts);
  AddJoined(facts);
  AddPartsOf(index, facts);
  AddFormerPosts(index, roles, facts);
  AddPredecessors(index, facts);
  AddOtherCounts(index, facts);
}

}  // namespace isnad::extraction
