#include "services/extraction/relations/pairs/pair_facts.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/relations/derivation.h"
#include "services/extraction/relations/fact_quote.h"
#include "services/extraction/relations/mood.h"

namespace isnad::extraction {
namespace {

constexpr char kRule[] = "/pair";
constexpr char kImpliedRule[] = "implied-by-text";

// A post is held whatever the words around plan or deny.
bool IsState(absl::string_view type) { return type == "HOLDS_ROLE"; }

bool Joins(const FactRecord& fact, int subject, int object) {
  return IsEntity(fact.subject) && fact.subject.entity == subject && IsEntity(fact.object) &&
         fact.object.entity == object;
}

// What houses are to each other: one thing at a time, as a rule.
bool IsBetweenHouses(absl::string_view type) {
  return type == "ACQUIRED" || type == "INVESTED_IN" || type == "PART_OF" || type == "SUPPLIES" ||
         IsSymmetric(type);
}

// Whether the passage tells already what else the two houses are to each other.
bool IsToldOtherwise(const Analysis& analysis, const EndPair& pair, const std::string& type,
                     const std::vector<FactRecord>& told) {
  if (pair.object < 0 || !IsBetweenHouses(type)) return false;
  const int subject = analysis.mentions[pair.subject].entity;
  const int object = analysis.mentions[pair.object].entity;
  return std::any_of(told.begin(), told.end(), [&](const FactRecord& fact) {
    return fact.passage == pair.passage && fact.type != type && IsBetweenHouses(fact.type) &&
           (Joins(fact, subject, object) || Joins(fact, object, subject));
  });
}

// Whether one of the facts has the type and the ends. Of a figure, whether the passage tells of the
// subject already: the frame would have taken the figure, were it of that.
bool IsTold(const Analysis& analysis, const EndPair& pair, const std::string& type,
            const std::vector<FactRecord>& told) {
  const int subject = analysis.mentions[pair.subject].entity;
  return std::any_of(told.begin(), told.end(), [&](const FactRecord& fact) {
    if (fact.type != type) return false;
    if (pair.object < 0) {
      return IsEntity(fact.subject) && fact.subject.entity == subject &&
             fact.passage == pair.passage;
    }
    const int object = analysis.mentions[pair.object].entity;
    return Joins(fact, subject, object) || (IsSymmetric(type) && Joins(fact, object, subject));
  });
}

ArgumentRecord EndOf(const Analysis& analysis, int mention, absl::string_view role) {
  const Mention& words = analysis.mentions[mention];
  ArgumentRecord out = NamedEnd(analysis, words, role);
  const bool named = words.kind == MentionKind::kName || words.kind == MentionKind::kShortName;
  if (!named) out.resolution_rule = words.rule;
  return out;
}

ArgumentRecord FigureOf(const Analysis& analysis, int value) {
  const ValueMention& words = analysis.values[value];
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kValue;
  out.role = words.kind == ValueKind::kMoney ? "amount" : "count";
  out.value = value;
  out.range = words.range;
  out.text = std::string(analysis.Quote(words.range));
  return out;
}

// The title that stands beside the person.
void AddTitle(const Analysis& analysis, const RoleIndex& roles, int person, FactRecord* fact) {
  for (const RolePhrase& role : roles.roles()) {
    if (roles.PersonBeside(role) != person) continue;
    fact->roles.push_back(Words(analysis, "role", role.title));
    return;
  }
}

bool AsksForTitle(absl::string_view type) {
  return type == "HOLDS_ROLE" || type == "APPOINTED" || type == "JOINED" || type == "LEFT";
}

}  // namespace

FactRecord FactOf(const Analysis& analysis, const EndPair& pair, const std::string& type) {
  FactRecord fact;
  fact.type = type;
  fact.rule = absl::StrCat(type, kRule);
  fact.passage = pair.passage;
  fact.subject = EndOf(analysis, pair.subject, "subject");
  if (pair.implied == EndPair::Implied::kSubject) fact.subject.resolution_rule = kImpliedRule;
  if (pair.object >= 0) {
    fact.object = EndOf(analysis, pair.object, "object");
    if (pair.implied == EndPair::Implied::kObject) fact.object.resolution_rule = kImpliedRule;
  } else {
    fact.roles.push_back(FigureOf(analysis, pair.value));
  }
  return fact;
}

bool IsOfPair(const FactRecord& fact) { return absl::EndsWith(fact.rule, kRule); }

std::vector<FactRecord> PairFacts(const PhraseIndex& index, const RoleIndex& roles,
                                  const PairSchema& schema, int passage,
                                  const std::vector<FactRecord>& told, PairReading* reading) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> out;
  for (const LikelyPair& likely : reading->LikelyIn(passage)) {
    const std::string& type = reading->model().types()[likely.type];
    const EndPair& pair = likely.pair;
    if (!schema.Admits(analysis, pair, type)) continue;
    if (IsToldOtherwise(analysis, pair, type, told)) continue;
    if (IsTold(analysis, pair, type, told) || IsTold(analysis, pair, type, out)) continue;
    const TokenRange named = pair.implied == EndPair::Implied::kSubject
                                 ? OtherTokens(analysis, pair)
                                 : SubjectTokens(analysis, pair);
    const int telling = reading->TellingToken(likely);
    const int trigger = telling >= 0 ? telling : named.begin;
    const Mood mood = MoodOf(index, {trigger, trigger + 1});
    if (mood.unreal && !IsState(type)) continue;
    FactRecord fact = FactOf(analysis, pair, type);
    fact.trigger = analysis.BytesOf({trigger, trigger + 1});
    if (!IsState(type)) {
      fact.polarity = mood.polarity;
      fact.modality = mood.modality;
    }
    if (AsksForTitle(type)) AddTitle(analysis, roles, pair.subject, &fact);
    fact.SetConfidence("words around the two ends", 1 / (1 + std::exp(-likely.log_odds)));
    fact.quote = QuoteAround(index, fact);
    out.push_back(std::move(fact));
  }
  return out;
}

}  // namespace isnad::extraction
