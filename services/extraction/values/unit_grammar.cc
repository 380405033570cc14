#include "services/extraction/values/unit_grammar.h"

#include <cmath>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/values/currency_words.h"
#include "services/extraction/values/noun_words.h"

namespace isnad::extraction {
namespace {

constexpr int kMaxEnglishModifiers = 2;
constexpr int kMinFigureCount = 4;
constexpr int kMaxFigureCount = 15;
constexpr double kThousand = 1e3;

// A word that can directly follow its number: nothing is prefixed to it.
bool IsPlain(const ValueWord& word) {
  return word.exists() && !word.peeled.conjunction && word.peeled.preposition == 0;
}

void Finish(AmountMatch::Kind kind, int end, AmountMatch* amount) {
  amount->kind = kind;
  amount->end = end;
}

void SetPercent(absl::string_view unit, absl::string_view key, int end, AmountMatch* amount) {
  Finish(AmountMatch::Kind::kPercent, end, amount);
  amount->unit = std::string(unit);
  amount->unit_key = std::string(key);
}

// Index after the words that make a percentage of the number before `i`, or -1.
int EndOfPercent(const ValueText& text, int i) {
  const ValueWord& word = text[i];
  if (word.is(Function::kPercentNoun)) return i + 1;
  const auto is_hundred = [&text](int j) { return text[j].sense().number == NumberRole::kHundred; };
  if (word.is(Function::kIn) && is_hundred(i + 1)) return i + 2;
  if (is_hundred(i) && word.peeled.preposition == 'b' && word.peeled.article) return i + 1;
  if (word.is(Function::kPer) && text[i + 1].surface() == "cent") return i + 2;
  return -1;
}

// The token with the digits, behind a sign or symbol; of words the first.
const ValueWord& FigureOf(const ValueText& text, const AmountMatch& amount) {
  const ValueWord& first = text[amount.begin];
  return first.figure.has_value() ? first : text[amount.begin + 1];
}

bool AttachPercent(const ValueText& text, AmountMatch* amount) {
  const int i = amount->end;
  const ValueWord& first = FigureOf(text, *amount);
  if (amount->number.digits && first.figure.has_value() && first.figure->percent) {
    SetPercent("%", "PERCENT", i, amount);
    return true;
  }
  const int end = EndOfPercent(text, i);
  if (end > 0) {
    SetPercent("%", "PERCENT", end, amount);
    return true;
  }
  const absl::string_view next = text[i + 1].surface();
  const bool arabic_point = text[i].is(Function::kPoint) && IsPlain(text[i]);
  if (arabic_point && (next == "ميويه" || next == "ميويتين")) {
    SetPercent(text[i].token->form + " " + text[i + 1].token->form, "PERCENTAGE_POINT", i + 2,
               amount);
  } else if (arabic_point && next == "اساس") {
    SetPercent(text[i].token->form + " " + text[i + 1].token->form, "BASIS_POINT", i + 2, amount);
  } else if (text[i + 1].is(Function::kPoint) && text[i].surface() == "percentage") {
    SetPercent("percentage points", "PERCENTAGE_POINT", i + 2, amount);
  } else if (text[i + 1].is(Function::kPoint) && text[i].surface() == "basis") {
    SetPercent("basis points", "BASIS_POINT", i + 2, amount);
  } else {
    return false;
  }
  return true;
}

void SetMoney(int16_t currency, absl::string_view code, int end, AmountMatch* amount) {
  Finish(AmountMatch::Kind::kMoney, end, amount);
  amount->currency = currency;
  amount->currency_code = std::string(code);
}

bool AttachCurrency(const ValueText& text, AmountMatch* amount) {
  int i = amount->end;
  if (amount->vague && (text[i].is(Function::kFrom) || text[i].is(Function::kOf))) ++i;
  int country = 0;
  // "Saudi riyals", "US dollars"
  if (text[i].latin() && text[i].sense().country != 0 && text[i + 1].sense().currency != 0) {
    country = text[i].sense().country;
    ++i;
  }
  const int16_t currency = text[i].sense().currency;
  if (currency != 0 && (IsPlain(text[i]) || text[i].peeled.preposition == 'b')) {
    int end = i + 1;
    if (country == 0 && !text[i].latin() && text[end].sense().country != 0 && IsPlain(text[end])) {
      country = text[end].sense().country;
      const bool hong_kong = text[end].surface() == "هونغ" || text[end].surface() == "هونج";
      end += hong_kong ? 2 : 1;
    }
    SetMoney(currency, CurrencyCode(currency, country), end, amount);
    return true;
  }
  const ValueWord& first = text[amount->begin];
  if (amount->currency != 0) {
    SetMoney(amount->currency, CurrencyCode(amount->currency, 0), amount->end, amount);
    return true;
  }
  if (first.figure.has_value() && !first.figure->symbol.empty()) {
    SetMoney(0, CurrencyCodeOfSymbol(first.figure->symbol), amount->end, amount);
    return true;
  }
  return false;
}

// "تسع خانات", "nine figures": the range of numbers with so many digits.
bool AttachFigureCount(const ValueText& text, AmountMatch* amount) {
  const NumberMatch& number = amount->number;
  const bool counts = text[amount->end].is(Function::kFigures) && IsPlain(text[amount->end]) &&
                      number.scale == 1 && number.value >= kMinFigureCount &&
                      number.value <= kMaxFigureCount && std::floor(number.value) == number.value;
  if (!counts) return false;
  amount->lower = std::pow(10, number.value - 1);
  amount->upper = std::pow(10, number.value) - 1;
  amount->range = true;
  Finish(AmountMatch::Kind::kBare, amount->end + 1, amount);
  return true;
}

bool AttachTime(const ValueText& text, AmountMatch* amount) {
  const ValueWord& word = text[amount->end];
  const absl::string_view key = TimeUnitKey(word.sense().time);
  if (key.empty() || !IsPlain(word) || word.peeled.possessive) return false;
  // A dual counts itself; "23 الشهر المقبل" is a day of next month.
  if (word.sense().time_form == NounForm::kDual) return false;
  if (word.peeled.article && word.sense().time_form == NounForm::kSingular) return false;
  int end = amount->end + 1;
  const int joined = text.Joined(end);
  if (joined >= 0 && text[joined].sense().fraction > 0 &&
      text[joined].sense().number == NumberRole::kNone) {
    amount->lower += text[joined].sense().fraction;
    end = joined + 1;
    if (text[end].sense().time == word.sense().time && text[end].peeled.article) ++end;
  }
  if (text[end].is(Function::kWhole) && IsPlain(text[end])) ++end;
  Finish(AmountMatch::Kind::kLength, end, amount);
  amount->unit_key = std::string(key);
  amount->time = word.sense().time;
  if (word.sense().time == TimeUnit::kCentury) amount->lower *= 10;
  return true;
}

// "ثلاث شركات ناشئة": the adjective makes startups of companies.
void ExtendStartup(const ValueText& text, AmountMatch* amount) {
  const ValueWord& next = text[amount->end];
  if (next.latin() || amount->unit_key != "COMPANY" || !IsPlain(next)) return;
  if (next.sense().noun == 0 || NounKey(next.sense().noun) != "STARTUP") return;
  amount->unit_key = "STARTUP";
  amount->unit += " " + next.token->form;
  ++amount->end;
}

// "وحدة معالجة رسومية", "وحدة GPU"
void ExtendProcessor(const ValueText& text, AmountMatch* amount) {
  const absl::string_view next = text[amount->end].surface();
  if (amount->unit_key != "UNIT" || text[amount->end - 1].latin()) return;
  if (next == "معالجه" || next == "gpu" || next == "gpus") amount->unit_key = "GPU_UNIT";
}

void SetCount(const ValueText& text, int noun_at, AmountMatch* amount) {
  const ValueWord& word = text[noun_at];
  Finish(AmountMatch::Kind::kCount, noun_at + 1, amount);
  amount->unit = word.token->form;
  amount->noun = word.sense().noun;
  amount->noun_form = word.sense().noun_form;
  if (word.sense().noun != 0) amount->unit_key = std::string(NounKey(word.sense().noun));
  ExtendUnit(text, amount);
  // Nobody counts people in thousandths: "10.000 موظف" is ten thousand.
  if (amount->number.maybe_thousands && IsCountable(word.sense().noun)) {
    amount->lower *= kThousand;
    amount->upper *= kThousand;
  }
}

bool IsEnglishModifier(const ValueWord& word) {
  if (!word.latin() || word.sense().number != NumberRole::kNone) return false;
  if (word.sense().function != Function::kNone || word.sense().time != TimeUnit::kNone)
    return false;
  if (word.token->stop_word || word.token->part_of_speech == PartOfSpeech::kVerb) return false;
  static constexpr absl::string_view kNeverBefore[] = {
      "are", "is",   "was",  "were", "will", "has",  "have", "had", "as",   "if",   "than",
      "but", "or",   "when", "who",  "that", "they", "it",   "he",  "she",  "we",   "you",
      "not", "also", "then", "into", "onto", "left", "said", "per", "with", "more", "about"};
  for (absl::string_view other : kNeverBefore) {
    if (word.surface() == other) return false;
  }
  return true;
}

bool IsCountNoun(const ValueWord& word) {
  return word.sense().noun != 0 && IsPlain(word) && word.sense().number == NumberRole::kNone;
}

bool AttachEnglishNoun(const ValueText& text, AmountMatch* amount) {
  int i = amount->end;
  if (text[i].is(Function::kOf)) {
    if (amount->number.lone_one) return false;
    i = text.SkipArticle(i + 1);
  }
  for (int k = 0; k <= kMaxEnglishModifiers; ++k) {
    if (text[i + k].latin() && text[i + k].sense().noun != 0) {
      // A compound ends with its last noun: "data center employees".
      int last = i + k;
      while (text[last + 1].latin() && text[last + 1].sense().noun != 0 &&
             text[last + 1].sense().function == Function::kNone) {
        ++last;
      }
      SetCount(text, last, amount);
      return true;
    }
    if (!IsEnglishModifier(text[i + k])) return false;
  }
  const ValueWord& word = text[amount->end];
  const bool plural = IsEnglishModifier(word) && !word.capital && word.surface().size() > 3 &&
                      absl::EndsWith(word.surface(), "s") && !absl::EndsWith(word.surface(), "ss");
  if (!plural) return false;
  SetCount(text, amount->end, amount);
  return true;
}

// A word that the lexicon does not know, in the form that Arabic grammar asks for after the number.
bool IsLikelyCounted(const ValueWord& word, double value) {
  if (!word.exists() || word.token->shape != TokenShape::kArabic) return false;
  const Token& token = *word.token;
  if (token.stop_word || !token.proclitics.empty() || !token.enclitic.empty()) return false;
  const WordSense& sense = word.sense();
  if (sense.function != Function::kNone || sense.number != NumberRole::kNone ||
      sense.time != TimeUnit::kNone || sense.month != 0 || sense.direction != Direction::kNone ||
      sense.part != PeriodPart::kNone || sense.ordinal != 0 || sense.currency != 0) {
    return false;
  }
  if (token.listed) return token.part_of_speech == PartOfSpeech::kNoun;
  const int rest = static_cast<int>(std::fmod(value, 100));
  const absl::string_view form = token.surface;
  if (form.size() < 6) return false;
  if (rest >= 3 && rest <= 10) return absl::EndsWith(form, "ات") || absl::EndsWith(form, "ين");
  if (rest >= 11) return absl::EndsWith(form, "ا");
  if (value < 100) return false;
  return absl::EndsWith(form, "ه");
}

// People who work together: "thirty of the sales team" are so many people.
bool IsCrew(const ValueWord& word) {
  if (!word.exists() || !IsPlain(word)) return false;
  static constexpr absl::string_view kCrews[] = {"فريق", "فريقها", "فريقه", "فرق",
                                                 "طاقم", "طاقمها", "طاقمه", "طواقم",
                                                 "كادر", "كادرها", "كوادر", "كوادرها"};
  for (absl::string_view crew : kCrews) {
    if (word.surface() == crew) return true;
  }
  return false;
}

bool AttachArabicNoun(const ValueText& text, AmountMatch* amount) {
  const int i = amount->end;
  // "واحد من أهم الباحثين" counts nobody.
  if (amount->number.lone_one) return false;
  if (IsCountNoun(text[i])) {
    SetCount(text, i, amount);
    return true;
  }
  // "600 من موظفيها", "ثلاثة من كبار الباحثين"
  if (text[i].is(Function::kFrom) && IsPlain(text[i])) {
    if (IsCrew(text[i + 1])) {
      Finish(AmountMatch::Kind::kCount, i + 2, amount);
      amount->unit = text[i + 1].token->form;
      amount->unit_key = "PERSON";
      return true;
    }
    for (const int j : {i + 1, i + 2}) {
      const WordSense& sense = text[j].sense();
      if (sense.noun != 0 && sense.noun_form != NounForm::kSingular && IsPlain(text[j])) {
        SetCount(text, j, amount);
        return true;
      }
      if (!text[j].exists() || text[j].punctuation() || text[j].figure.has_value()) break;
    }
    return false;
  }
  if (amount->number.year_like || !IsLikelyCounted(text[i], amount->number.value)) {
    return false;
  }
  SetCount(text, i, amount);
  return true;
}

}  // namespace

void ExtendUnit(const ValueText& text, AmountMatch* amount) {
  ExtendStartup(text, amount);
  ExtendProcessor(text, amount);
}

absl::string_view TimeUnitKey(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return "SECOND";
    case TimeUnit::kMinute:
      return "MINUTE";
    case TimeUnit::kHour:
      return "HOUR";
    case TimeUnit::kDay:
      return "DAY";
    case TimeUnit::kWeek:
      return "WEEK";
    case TimeUnit::kMonth:
      return "MONTH";
    case TimeUnit::kYear:
      return "YEAR";
    case TimeUnit::kDecade:
    case TimeUnit::kCentury:
      return "DECADE";
    default:
      return "";
  }
}

void AttachUnit(const ValueText& text, AmountMatch* amount) {
  if (AttachPercent(text, amount) || AttachCurrency(text, amount) ||
      AttachFigureCount(text, amount) || AttachTime(text, amount)) {
    return;
  }
  if (!AttachEnglishNoun(text, amount)) AttachArabicNoun(text, amount);
}

}  // namespace isnad::extraction
