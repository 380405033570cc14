#include "services/extraction/values/number_grammar.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/number_base.h"
#include "services/extraction/values/value_text.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

constexpr double kMillion = 1e6;
// "مليون مليون"; more would be noise.
constexpr int kMaxScales = 4;
// "مئتان وثلاث دزينات" is 236.
constexpr double kMaxDozens = 100;

// The accusative "ألفا" looks like the dual in the construct state.
bool EndsInAlef(const ValueText& text, int i) {
  return NumberRoleAt(text, i) == NumberRole::kScaleDual && absl::EndsWith(text[i].surface(), "ا");
}

// Scale words after a figure `base`: "مليون", "ألف مليار". Moves `*end` on.
double ParseScales(const ValueText& text, double base, int* end) {
  double scale = 1;
  const int last = *end + kMaxScales;
  while (*end < last && !text[*end].peeled.conjunction && text[*end].peeled.preposition == 0) {
    if (IsScaleAt(text, *end)) {
      scale *= NumberValueAt(text, *end);
    } else if (base < kMaxDozens && NumberRoleAt(text, *end) == NumberRole::kDozen &&
               NumberValueAt(text, *end) == 12) {
      scale *= NumberValueAt(text, *end);
    } else if (EndsInAlef(text, *end)) {
      scale *= NumberValueAt(text, *end) / 2;
    } else {
      break;
    }
    ++*end;
  }
  return scale;
}

// "مليونا" alone is one million when tanwin is written or nothing that it could count follows.
bool IsAccusative(const ValueText& text, int i) {
  if (!EndsInAlef(text, i)) return false;
  const absl::string_view raw = text.analysis().Quote(text[i].token->range);
  if (absl::StrContains(raw, "\u064B")) return true;
  const ValueWord& next = text[i + 1];
  return !next.exists() || next.punctuation() || text.Joined(i + 1) >= 0 ||
         next.sense().function != Function::kNone;
}

// "ونصف", "ونصف المليار", "and a half": added to a group of this scale.
void AddFraction(const ValueText& text, double scale, NumberBase* group) {
  const int joined = text.Joined(group->end);
  if (joined < 0) return;
  const absl::optional<NumberBase> fraction = ParseFraction(text, joined);
  if (!fraction) return;
  int end = fraction->end;
  const bool repeated =
      IsScaleAt(text, end) && NumberValueAt(text, end) == scale && !text[end].peeled.conjunction;
  if (IsScaleAt(text, end) && !repeated) return;  // "مليار وربع مليون" is a group of its own
  group->value += fraction->value * scale;
  group->end = repeated ? end + 1 : end;
}

struct Group {
  NumberBase base;  // value without scale
  double scale = 1;
  bool digits = false;
  bool dual = false;
};

absl::optional<Group> ParseScaleAlone(const ValueText& text, int i) {
  Group group;
  const bool counted_one = text[i].is(Function::kA) && text[i].latin();
  const int at = counted_one ? i + 1 : i;
  const NumberRole role = NumberRoleAt(text, at);
  if (role == NumberRole::kScaleDual) {
    if (IsAccusative(text, at)) {
      group.base = {at + 1, 1};
      group.scale = NumberValueAt(text, at) / 2;
      return group;
    }
    group.base = {at + 1, 2};
    group.scale = NumberValueAt(text, at) / 2;
    group.dual = true;
    return group;
  }
  if (role != NumberRole::kScale || (text[at].latin() && !counted_one)) return absl::nullopt;
  group.base = {at + 1, 1};
  group.scale = NumberValueAt(text, at) * ParseScales(text, group.base.value, &group.base.end);
  return group;
}

absl::optional<Group> ParseGroup(const ValueText& text, int i) {
  Group group;
  if (text[i].number_figure()) {
    group.digits = true;
    // "3 مئة و21"
    const absl::optional<NumberBase> hundreds = ParseBelowThousand(text, i);
    group.base = hundreds ? *hundreds : ParseSpacedThousands(text, i);
    group.scale = text[i].figure->scale;
  } else if (const absl::optional<NumberBase> fraction = ParseFraction(text, i)) {
    group.base = *fraction;
    int scale_at = text[fraction->end].is(Function::kA) || text[fraction->end].is(Function::kOf)
                       ? fraction->end + 1
                       : fraction->end;
    if (!IsScaleAt(text, scale_at)) return group;
    group.scale = ParseScales(text, group.base.value, &scale_at);
    group.base.end = scale_at;
    return group;
  } else if (const absl::optional<NumberBase> words = ParseBelowThousand(text, i)) {
    group.base = *words;
  } else {
    return ParseScaleAlone(text, i);
  }
  if (const absl::optional<NumberBase> decimals = ParseDecimals(text, group.base.end)) {
    group.base = {decimals->end, group.base.value + decimals->value};
  }
  // "ثلاثة ونصف مليار"
  const int joined = text.Joined(group.base.end);
  const absl::optional<NumberBase> part = joined >= 0 ? ParseFraction(text, joined) : absl::nullopt;
  if (part && IsScaleAt(text, part->end) && !text[part->end].peeled.article) {
    group.base = {part->end, group.base.value + part->value};
  }
  group.scale *= ParseScales(text, group.base.value, &group.base.end);
  return group;
}

// مئات الآلاف, عشرات الملايين من, tens of thousands, millions.
absl::optional<NumberMatch> ParseVague(const ValueText& text, int i) {
  const NumberRole role = NumberRoleAt(text, i);
  const bool vague = role == NumberRole::kVagueTens || role == NumberRole::kVagueHundreds ||
                     role == NumberRole::kScalePlural;
  if (!vague) return absl::nullopt;
  NumberMatch match;
  match.vague = true;
  match.base = NumberValueAt(text, i);
  match.end = i + 1;
  for (int scales = 0; scales < kMaxScales; ++scales) {
    const int next = text[match.end].is(Function::kOf) ? match.end + 1 : match.end;
    if (NumberRoleAt(text, next) != NumberRole::kScalePlural || text[next].peeled.conjunction)
      break;
    match.scale *= NumberValueAt(text, next);
    match.end = next + 1;
  }
  match.value = match.base * match.scale;
  return match;
}

bool MayJoin(const Group& previous, const Group& next, double total_of_next) {
  if (previous.scale < 1000 || total_of_next >= previous.scale || total_of_next <= 0) return false;
  // "10 مليارات و600 موظف" are two figures.
  return next.scale > 1 || previous.scale < kMillion || !next.digits;
}

bool IsWeakWord(const ValueText& text, int i) {
  const absl::string_view word = text[i].surface();
  return word == "ست" || word == "سبع" || word == "عشر" || word == "الف" || word == "ثمن" ||
         word == "خمس" || word == "ربع" || word == "نصف" || word == "ثلث" || word == "ميه" ||
         text[i].sense().fraction > 0;
}

void SetWordFlags(const ValueText& text, int begin, NumberMatch* match) {
  const ValueWord& first = text[begin];
  const bool single = match->end == begin + 1;
  match->lone_one = single && !match->digits && match->value == 1 && match->scale == 1;
  match->weak_word = single && !match->digits && IsWeakWord(text, begin);
  match->fraction = !match->digits && match->value > 0 && match->value < 1;
  if (!match->digits || !single) return;
  const Figure& figure = *first.figure;
  match->maybe_thousands = figure.maybe_thousands && figure.scale == 1;
  match->year_like = figure.plain && figure.digits == 4 && figure.suffix.empty() &&
                     figure.symbol.empty() && !figure.percent && figure.value >= 1900 &&
                     figure.value <= 2100;
}

}  // namespace

absl::optional<NumberMatch> ParseNumber(const ValueText& text, int begin) {
  if (absl::optional<NumberMatch> vague = ParseVague(text, begin)) return vague;
  absl::optional<Group> group = ParseGroup(text, begin);
  if (!group) return absl::nullopt;
  NumberMatch match;
  match.digits = group->digits;
  match.dual = group->dual;
  match.base = group->base.value;
  match.scale = group->scale;
  match.value = group->base.value * group->scale;
  match.end = group->base.end;
  while (true) {
    NumberBase sum{match.end, match.value};
    AddFraction(text, group->scale, &sum);
    if (sum.end != match.end) {
      match.end = sum.end;
      match.value = sum.value;
      match.dual = false;
      break;
    }
    const int joined = text.Joined(match.end);
    if (joined < 0) break;
    absl::optional<Group> next = ParseGroup(text, joined);
    if (!next || !MayJoin(*group, *next, next->base.value * next->scale)) break;
    match.value += next->base.value * next->scale;
    match.end = next->base.end;
    match.scale = 1;
    match.dual = false;
    group = next;
  }
  SetWordFlags(text, begin, &match);
  return match;
}

}  // namespace isnad::extraction
