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

// The title that stands beside the person, in the passage of the fact.
void AddTitle(const Analysis& analysis, const RoleIndex& roles, int person, FactRecord* fact) {
  const TokenRange passage = analysis.passages[fact->passage].tokens;
  auto role = std::lower_bound(
      roles.roles().begin(), roles.roles().end(), passage.begin,
      [](const RolePhrase& phrase, int token) { return phrase.title.begin < token; });
  for (; role != roles.roles().end() && role->title.begin < passage.end; ++role) {
    if (roles.PersonBeside(*role) != person) continue;
    fact->roles.push_back(Words(analysis, "role", role->title));
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
                                  const PairSchema& schema, int passage, const ToldFacts& told,
                                  PairReading* reading) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> out;
  ToldFacts told_by_pairs;
  for (const LikelyPair& likely : reading->LikelyIn(passage)) {
    const std::string& type = reading->model().types()[likely.type];
    const EndPair& pair = likely.pair;
    if (!schema.Admits(analysis, pair, type)) continue;
    if (told.HasOtherwise(analysis, pair, type)) continue;
    if (told.Has(analysis, pair, type) || told_by_pairs.Has(analysis, pair, type)) continue;
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
    told_by_pairs.Add(fact);
    out.push_back(std::move(fact));
  }
  return out;
}

}  // namespace isnad::extraction
