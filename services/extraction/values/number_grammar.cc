#include "services/extraction/values/number_grammar.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/value_text.h"
#include "services/extraction/values/word_sense.h"

namespace isnad::extraction {
namespace {

constexpr double kMillion = 1e6;

NumberRole Role(const ValueText& text, int i) { return text[i].sense().number; }
double Value(const ValueText& text, int i) { return text[i].sense().number_value; }

bool IsScale(NumberRole role) {
  return role == NumberRole::kScale || role == NumberRole::kScalePlural;
}

bool IsUnitUpToNine(const ValueText& text, int i) {
  return Role(text, i) == NumberRole::kUnit && Value(text, i) >= 3 && Value(text, i) <= 9;
}

// A figure or words below a thousand.
struct Base {
  int end = 0;
  double value = 0;
};

// Units, teens and tens: خمسة, خمسة عشر, خمسة وعشرون, twenty five.
absl::optional<Base> ParseBelowHundred(const ValueText& text, int i) {
  const double value = Value(text, i);
  switch (Role(text, i)) {
    case NumberRole::kUnit:
    case NumberRole::kUnitHead: {
      if (Role(text, i + 1) == NumberRole::kTen && !text[i + 1].peeled.conjunction &&
          !text[i + 1].latin()) {
        return Base{i + 2, value + 10};
      }
      const int tens = text.Joined(i + 1);
      if (tens >= 0 && Role(text, tens) == NumberRole::kTens && !text[i].latin()) {
        return Base{tens + 1, value + Value(text, tens)};
      }
      if (Role(text, i) == NumberRole::kUnitHead) return absl::nullopt;
      return Base{i + 1, value};
    }
    case NumberRole::kTens: {
      if (!text[i].latin()) return Base{i + 1, value};
      const int unit = text[i + 1].surface() == "-" ? i + 2 : i + 1;
      const bool follows =
          text[unit].latin() && Role(text, unit) == NumberRole::kUnit && Value(text, unit) >= 1;
      return follows ? Base{unit + 1, value + Value(text, unit)} : Base{i + 1, value};
    }
    case NumberRole::kTen:
    case NumberRole::kTeen:
    case NumberRole::kCompound:
    case NumberRole::kDozen:
      return Base{i + 1, value};
    default:
      return absl::nullopt;
  }
}

// Hundreds at `i`: مئة, مئتين, ثلاثمئة, ثلاث مئة, two hundred, "3 مئة".
absl::optional<Base> ParseHundreds(const ValueText& text, int i) {
  const NumberRole role = Role(text, i);
  if (role == NumberRole::kHundred && !text[i].latin()) return Base{i + 1, 100};
  if (role == NumberRole::kHundreds) return Base{i + 1, Value(text, i)};
  if (Role(text, i + 1) != NumberRole::kHundred || text[i + 1].peeled.conjunction ||
      text[i + 1].peeled.preposition != 0) {
    return absl::nullopt;
  }
  if (text[i].plain_up_to(9)) return Base{i + 2, 100 * text[i].figure->value};
  const bool counted = IsUnitUpToNine(text, i) ||
                       (text[i].latin() && (role == NumberRole::kUnit || text[i].is(Function::kA)));
  if (!counted) return absl::nullopt;
  return Base{i + 2, 100 * (text[i].is(Function::kA) ? 1 : Value(text, i))};
}

absl::optional<Base> ParseWords(const ValueText& text, int i) {
  const absl::optional<Base> hundreds = ParseHundreds(text, i);
  if (!hundreds) return ParseBelowHundred(text, i);
  int rest = text.Joined(hundreds->end);
  if (rest < 0 && text[i].latin()) rest = hundreds->end;
  if (rest < 0) return hundreds;
  // "مئة و50": digits may follow words.
  if (text[rest].plain_up_to(99) && !text[rest].peeled.conjunction) {
    return Base{rest + 1, hundreds->value + text[rest].figure->value};
  }
  const absl::optional<Base> below = ParseBelowHundred(text, rest);
  return below ? Base{below->end, hundreds->value + below->value} : hundreds;
}

// "10 000 000": groups of three digits with single blanks between them.
Base ParseSpacedThousands(const ValueText& text, int i) {
  Base base{i + 1, text[i].figure->value};
  if (!text[i].figure->plain || text[i].figure->digits > 3 || base.value < 1) return base;
  const auto is_group = [&text](int j) {
    const ValueWord& word = text[j];
    return word.number_figure() && word.figure->digits == 3 && word.figure->suffix.empty() &&
           !word.figure->maybe_thousands && !word.figure->percent &&
           text[j - 1].token->range.end + 3 >= word.token->range.begin;
  };
  while (is_group(base.end)) {
    base.value = base.value * 1000 + text[base.end].figure->value;
    ++base.end;
    if (!text[base.end - 1].figure->plain) break;  // decimals end it: 1 234 567.89
  }
  return base;
}

// A fraction word with its count: نصف, ثلثي, ثلاثة أرباع, two thirds.
absl::optional<Base> ParseFraction(const ValueText& text, int i) {
  const WordSense& sense = text[i].sense();
  const WordSense& next = text[i + 1].sense();
  const bool counted = sense.number == NumberRole::kUnit && sense.number_value >= 1 &&
                       next.fraction > 0 && next.number == NumberRole::kNone &&
                       !text[i + 1].peeled.conjunction && !text[i + 1].peeled.article &&
                       next.fraction != 0.5;
  if (counted && (text[i].latin() || sense.number_value >= 3)) {
    return Base{i + 2, sense.number_value * next.fraction};
  }
  if (text[i].is(Function::kA) && next.fraction > 0 && text[i + 1].latin()) {
    return Base{i + 2, next.fraction};
  }
  // Unit words that are also fractions (خمس, عشر) count as fractions only with a count.
  if (sense.fraction > 0 && sense.number == NumberRole::kNone) return Base{i + 1, sense.fraction};
  return absl::nullopt;
}

// The accusative "ألفا" looks like the dual in the construct state.
bool EndsInAlef(const ValueText& text, int i) {
  return Role(text, i) == NumberRole::kScaleDual && absl::EndsWith(text[i].surface(), "ا");
}

// Scale words after a figure: "مليون", "ألف مليار". Moves `*end` on.
double ParseScales(const ValueText& text, int* end) {
  double scale = 1;
  while (!text[*end].peeled.conjunction && text[*end].peeled.preposition == 0) {
    if (IsScale(Role(text, *end))) {
      scale *= Value(text, *end);
    } else if (Role(text, *end) == NumberRole::kDozen && Value(text, *end) == 12) {
      scale *= Value(text, *end);
    } else if (EndsInAlef(text, *end)) {
      scale *= Value(text, *end) / 2;
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
void AddFraction(const ValueText& text, double scale, Base* group) {
  const int joined = text.Joined(group->end);
  if (joined < 0) return;
  const absl::optional<Base> fraction = ParseFraction(text, joined);
  if (!fraction) return;
  int end = fraction->end;
  const bool repeated =
      IsScale(Role(text, end)) && Value(text, end) == scale && !text[end].peeled.conjunction;
  if (IsScale(Role(text, end)) && !repeated) return;  // "مليار وربع مليون" is a group of its own
  group->value += fraction->value * scale;
  group->end = repeated ? end + 1 : end;
}

struct Group {
  Base base;  // value without scale
  double scale = 1;
  bool digits = false;
  bool dual = false;
};

absl::optional<Group> ParseScaleAlone(const ValueText& text, int i) {
  Group group;
  const bool counted_one = text[i].is(Function::kA) && text[i].latin();
  const int at = counted_one ? i + 1 : i;
  const NumberRole role = Role(text, at);
  if (role == NumberRole::kScaleDual) {
    if (IsAccusative(text, at)) {
      group.base = {at + 1, 1};
      group.scale = Value(text, at) / 2;
      return group;
    }
    group.base = {at + 1, 2};
    group.scale = Value(text, at) / 2;
    group.dual = true;
    return group;
  }
  if (role != NumberRole::kScale || (text[at].latin() && !counted_one)) return absl::nullopt;
  group.base = {at + 1, 1};
  group.scale = Value(text, at) * ParseScales(text, &group.base.end);
  return group;
}

absl::optional<Group> ParseGroup(const ValueText& text, int i) {
  Group group;
  if (text[i].number_figure()) {
    group.digits = true;
    const absl::optional<Base> hundreds = ParseHundreds(text, i);
    group.base = hundreds ? *hundreds : ParseSpacedThousands(text, i);
    group.scale = text[i].figure->scale;
  } else if (const absl::optional<Base> fraction = ParseFraction(text, i)) {
    group.base = *fraction;
    int scale_at = text[fraction->end].is(Function::kA) || text[fraction->end].is(Function::kOf)
                       ? fraction->end + 1
                       : fraction->end;
    if (!IsScale(Role(text, scale_at))) return group;
    group.scale = ParseScales(text, &scale_at);
    group.base.end = scale_at;
    return group;
  } else if (const absl::optional<Base> words = ParseWords(text, i)) {
    group.base = *words;
  } else {
    return ParseScaleAlone(text, i);
  }
  // "ثلاثة ونصف مليار"
  const int joined = text.Joined(group.base.end);
  const absl::optional<Base> part = joined >= 0 ? ParseFraction(text, joined) : absl::nullopt;
  if (part && IsScale(Role(text, part->end)) && !text[part->end].peeled.article) {
    group.base = {part->end, group.base.value + part->value};
  }
  group.scale *= ParseScales(text, &group.base.end);
  return group;
}

// مئات الآلاف, عشرات الملايين من, tens of thousands, millions.
absl::optional<NumberMatch> ParseVague(const ValueText& text, int i) {
  const NumberRole role = Role(text, i);
  const bool vague = role == NumberRole::kVagueTens || role == NumberRole::kVagueHundreds ||
                     role == NumberRole::kScalePlural;
  if (!vague) return absl::nullopt;
  NumberMatch match;
  match.vague = true;
  match.base = Value(text, i);
  match.end = i + 1;
  while (true) {
    const int next = text[match.end].is(Function::kOf) ? match.end + 1 : match.end;
    if (Role(text, next) != NumberRole::kScalePlural || text[next].peeled.conjunction) break;
    match.scale *= Value(text, next);
    match.end = next + 1;
  }
  match.value = match.base * match.scale;
  return match;
}

bool MayJoin(const Group& previous, const Group& next, double total_of_next) {
  if (previous.scale < 1000 || total_of_next >= previous.scale) return false;
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
    Base sum{match.end, match.value};
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
