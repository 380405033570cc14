#include "services/extraction/relations/derived_counts.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

// Words from "their number" to the figure.
constexpr int kFigureReach = 6;

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

int CountOf(const FactRecord& fact) {
  for (const ArgumentRecord& role : fact.roles) {
    if (role.role == "count" && role.kind == ArgumentRecord::Kind::kValue) return role.value;
  }
  return -1;
}

// Whether the value at a token counts people like the other, or nothing in particular.
bool IsAlike(const ValueMention& other, const ValueMention& counted) {
  if (other.kind != ValueKind::kQuantity || other.quantity.unit_key == "PERCENT") return false;
  return other.quantity.unit_key == counted.quantity.unit_key || other.quantity.unit_key.empty();
}

// The value that stands within a few tokens from `from`; -1 without.
int ValueNear(const PhraseIndex& index, int from, int end, int reach) {
  for (int i = from; i < end && i < from + reach; ++i) {
    if (index.ValueAt(i) >= 0) return index.ValueAt(i);
  }
  return -1;
}

// "340 people work at Y, compared to 190 a year ago", "after they had been 190": the second figure,
// or -1.
int ComparedCount(const PhraseIndex& index, const FactRecord& staff) {
  static const auto* compared = new absl::flat_hash_set<absl::string_view>{
      "مقابل", "بعدما", "مقارنه", "كانوا", "كان", "مقارنا"};
  constexpr int kComparedReach = 4;
  const Analysis& analysis = index.analysis();
  const int first = CountOf(staff);
  if (first < 0) return -1;
  const ValueMention& counted = analysis.values[first];
  const int end = analysis.passages[staff.passage].tokens.end;
  for (int i = counted.tokens.end; i < end && i < counted.tokens.end + kFigureReach; ++i) {
    if (index.token(i).form == ".") return -1;
    if (!compared->contains(index.token(i).base)) continue;
    const int value = ValueNear(index, i + 1, end, kComparedReach);
    if (value >= 0) return IsAlike(analysis.values[value], counted) ? value : -1;
  }
  return -1;
}

// "grew from 300 to 800": the figure that the count of the fact changed to, or -1.
int ChangedTo(const PhraseIndex& index, const FactRecord& staff) {
  constexpr int kToReach = 6;
  const Analysis& analysis = index.analysis();
  const int first = CountOf(staff);
  if (first < 0) return -1;
  const ValueMention& counted = analysis.values[first];
  const TokenRange words = analysis.passages[staff.passage].tokens;
  bool from = false;
  for (int i = counted.tokens.begin - 1; i >= words.begin && i >= counted.tokens.begin - 2; --i) {
    from = from || index.IsPreposition(i, "من");
  }
  if (!from) return -1;
  for (int i = counted.tokens.end; i < words.end && i < counted.tokens.end + kToReach; ++i) {
    if (index.token(i).form == "." || index.IsComma(i)) return -1;
    if (!index.IsPreposition(i, "الي")) continue;
    const int value = ValueNear(index, i + 1, words.end, /*reach=*/2);
    return value >= 0 && IsAlike(analysis.values[value], counted) ? value : -1;
  }
  return -1;
}

// "dismissed 64 of a total of 210": the total, or -1.
int TotalOf(const PhraseIndex& index, const FactRecord& fact) {
  constexpr int kTotalReach = 5;
  const Analysis& analysis = index.analysis();
  const int first = CountOf(fact);
  if (first < 0) return -1;
  const ValueMention& counted = analysis.values[first];
  const int end = analysis.passages[fact.passage].tokens.end;
  for (int i = counted.tokens.end; i + 1 < end && i < counted.tokens.end + kTotalReach; ++i) {
    if (index.token(i).form == "." || index.IsComma(i)) return -1;
    const absl::string_view of = index.token(i + 1).base;
    if (!index.IsPreposition(i, "من") || (of != "اصل" && of != "بين")) continue;
    const int value = ValueNear(index, i + 2, end, /*reach=*/3);
    if (value < 0 || analysis.values[value].kind != ValueKind::kQuantity) return -1;
    if (analysis.values[value].quantity.unit_key == "PERCENT") return -1;
    // "of 12 companies".
    const std::string& unit = analysis.values[value].quantity.unit_key;
    return unit.empty() || unit == counted.quantity.unit_key || unit == "EMPLOYEE" ? value : -1;
  }
  return -1;
}

// "480 work there, and it means to raise the number to 1,000": the figure meant, or -1.
int MeantCount(const PhraseIndex& index, const FactRecord& staff) {
  static const auto* plans = new absl::flat_hash_set<absl::string_view>{
      "تعتزم",  "يعتزم", "تخطط",  "يخطط",  "تنوي",   "ينوي",  "يتوقع", "تتوقع", "تستهدف", "يستهدف",
      "سيرتفع", "سيصل",  "سترفع", "سيرفع", "تسعي",   "يسعي",  "ينتظر", "منتظر", "متوقع",  "مقرر",
      "يامل",   "تامل",  "سيزيد", "ستزيد", "ستضاعف", "سيبلغ", "تطمح",  "يطمح"};
  constexpr int kMeantReach = 14;
  constexpr int kPlanReach = 6;
  const Analysis& analysis = index.analysis();
  const int first = CountOf(staff);
  if (first < 0) return -1;
  const ValueMention& counted = analysis.values[first];
  const int end = analysis.passages[staff.passage].tokens.end;
  for (int i = counted.tokens.end; i + 2 < end && i < counted.tokens.end + kMeantReach; ++i) {
    if (index.token(i).form == ".") return -1;
    const Token& word = index.token(i);
    const bool number = word.base == "عدد" && (word.definite || !word.enclitic.empty());
    if (!number || !index.IsPreposition(i + 1, "الي")) continue;
    const int value = ValueNear(index, i + 2, end, /*reach=*/3);
    if (value < 0 || !IsAlike(analysis.values[value], counted)) return -1;
    for (int k = i - 1; k >= counted.tokens.end && k >= i - kPlanReach; --k) {
      if (plans->contains(index.token(k).base) || plans->contains(index.token(k).surface)) {
        return value;
      }
    }
    return -1;
  }
  return -1;
}

// "compared to 900 employees at X": the other house whose figure it is, or -1.
int HouseBehind(const PhraseIndex& index, int value, int passage) {
  const Analysis& analysis = index.analysis();
  const int end = analysis.passages[passage].tokens.end;
  int i = analysis.values[value].tokens.end;
  if (i >= end || (!index.IsPreposition(i, "في") && !index.IsPreposition(i, "لدي"))) return -1;
  for (++i; i < end && index.IsQuoteMark(i); ++i) {
  }
  const int mention = i < end ? index.MentionAt(i) : -1;
  const bool house = mention >= 0 && index.TypeOfMention(mention) == EntityType::kOrganization;
  return house ? mention : -1;
}

void SetHouse(const PhraseIndex& index, int mention, FactRecord* fact) {
  const Mention& name = index.analysis().mentions[mention];
  fact->subject.entity = name.entity;
  fact->subject.range = name.range;
  fact->subject.text = std::string(index.analysis().Quote(name.range));
  fact->subject.resolution_rule.clear();
}

// "will add [ستضيف] 120 people to its team": those who come are not those who are there.
bool CountsNewcomers(const PhraseIndex& index, const FactRecord& fact) {
  static const auto* adding =
      new absl::flat_hash_set<absl::string_view>{"اضاف", "استقطب", "جند", "استقدم", "عين"};
  constexpr int kReach = 4;
  for (const ArgumentRecord& role : fact.roles) {
    if (role.role != "count" || role.kind != ArgumentRecord::Kind::kValue) continue;
    const int figure = index.analysis().values[role.value].tokens.begin;
    const int first = std::max(index.PassageTokens(figure).begin, figure - kReach);
    for (int i = figure - 1; i >= first && !index.IsComma(i); --i) {
      if (index.IsVerb(i)) return adding->contains(index.token(i).lemma);
    }
  }
  return false;
}

}  // namespace

void DropCountsOfOthers(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const auto of_others = [&](const FactRecord& fact) {
    if (fact.type != "HEADCOUNT") return false;
    const Token& verb = index.token(index.TokenAtByte(fact.trigger.begin));
    if (fact.rule == "HEADCOUNT/we-are-so-many") return !absl::EndsWith(verb.surface, "نا");
    // "hired [وظفت] 90 people", which "employs [توظف] 90" is not.
    const bool hired = fact.rule == "HEADCOUNT/employs" && verb.lemma == "وظف" &&
                       FeaturesOf(verb).tense == VerbTense::kPerfect;
    return hired || CountsNewcomers(index, fact);
  };
  facts->erase(std::remove_if(facts->begin(), facts->end(), of_others), facts->end());
}

void AddOtherCounts(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  std::vector<FactRecord> derived;
  for (const FactRecord& staff : *facts) {
    if (staff.type != "HEADCOUNT" || staff.polarity != Polarity::kAsserted) continue;
    const int value = ComparedCount(index, staff);
    if (value >= 0) {
      derived.push_back(WithCount(index, staff, value, "HEADCOUNT/compared-number"));
      const int house = HouseBehind(index, value, staff.passage);
      if (house >= 0) SetHouse(index, house, &derived.back());
    }
    const int changed = ChangedTo(index, staff);
    if (changed >= 0) derived.push_back(WithCount(index, staff, changed, "HEADCOUNT/changed-to"));
    const int meant = MeantCount(index, staff);
    if (meant >= 0) {
      derived.push_back(WithCount(index, staff, meant, "HEADCOUNT/number-meant"));
      derived.back().modality = Modality::kPlanned;
    }
  }
  for (const FactRecord& cut : *facts) {
    const bool house = cut.subject.kind == ArgumentRecord::Kind::kEntity;
    if (cut.type != "LAID_OFF" || !house) continue;
    const int total = TotalOf(index, cut);
    if (total < 0) continue;
    derived.push_back(WithCount(index, cut, total, "HEADCOUNT/out-of-total"));
    derived.back().object = ArgumentRecord();
    derived.back().polarity = Polarity::kAsserted;
    derived.back().modality = Modality::kActual;
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

}  // namespace isnad::extraction
