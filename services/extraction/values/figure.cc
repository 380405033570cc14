#include "services/extraction/values/figure.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kArabicComma = "،";
constexpr int kMinTelephoneDigits = 8;

struct LetterScale {
  absl::string_view letters;
  double scale;
};
constexpr LetterScale kLetterScales[] = {
    {"bn", 1e9},  {"b", 1e9},       {"mn", 1e6},      {"mln", 1e6},      {"m", 1e6},
    {"mm", 1e6},  {"k", 1e3},       {"tn", 1e12},     {"trn", 1e12},     {"t", 1e12},
    {"bln", 1e9}, {"billion", 1e9}, {"million", 1e6}, {"thousand", 1e3}, {"trillion", 1e12},
};

constexpr absl::string_view kSymbols[] = {
    "us$", "a$", "c$", "hk$", "s$",  "nz$", "ca$", "au$", "$",   "€",   "£",   "¥",   "₹",
    "₽", "₺",  "₩",  "₪",   "₿", "usd", "eur", "gbp", "sar", "aed", "egp", "qar", "kwd"};

bool IsDigitAt(absl::string_view s, size_t i) { return i < s.size() && absl::ascii_isdigit(s[i]); }

bool AllDigits(absl::string_view s) {
  for (char c : s) {
    if (!absl::ascii_isdigit(c)) return false;
  }
  return !s.empty();
}

int ToInt(absl::string_view digits) {
  int value = 0;
  return digits.size() <= 9 && absl::SimpleAtoi(digits, &value) ? value : 0;
}

// Groups of three behind a first group of one to three digits.
bool AreThousands(const std::vector<absl::string_view>& groups) {
  if (groups.size() < 2 || groups[0].size() > 3 || !AllDigits(groups[0])) return false;
  if (groups[0] == "0") return false;
  for (size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].size() != 3 || !AllDigits(groups[i])) return false;
  }
  return true;
}

void SetDecimal(absl::string_view whole, absl::string_view fraction, Figure* figure) {
  figure->integral = fraction.empty();
  figure->digits = static_cast<int>(whole.size());
  const std::string text = absl::StrCat(whole.empty() ? "0" : whole, ".", fraction, "0");
  if (!absl::SimpleAtod(text, &figure->value)) figure->kind = Figure::Kind::kOther;
}

// Both '.' and ',' occur: the last kind is the decimal mark.
void ParseMixedMarks(absl::string_view body, Figure* figure) {
  const char decimal = body[body.find_last_of(".,")];
  const size_t cut = body.find(decimal);
  if (body.find(decimal, cut + 1) != absl::string_view::npos) {
    figure->kind = Figure::Kind::kOther;
    return;
  }
  const char thousands = decimal == '.' ? ',' : '.';
  const std::vector<absl::string_view> groups = absl::StrSplit(body.substr(0, cut), thousands);
  // Wires write "26,013,94" with one mark for both roles; with two marks groups must be of three.
  if (!AreThousands(groups)) {
    figure->kind = Figure::Kind::kOther;
    return;
  }
  SetDecimal(absl::StrReplaceAll(body.substr(0, cut), {{std::string(1, thousands), ""}}),
             body.substr(cut + 1), figure);
}

void ParseOneKindOfMark(absl::string_view body, char mark, Figure* figure) {
  const std::vector<absl::string_view> groups = absl::StrSplit(body, mark);
  const bool thousands = AreThousands(groups);
  if (groups.size() > 2) {
    if (thousands) {
      SetDecimal(absl::StrReplaceAll(body, {{std::string(1, mark), ""}}), "", figure);
    } else if (mark == ',' && groups.back().size() < 3 &&
               AreThousands({groups.begin(), groups.end() - 1})) {
      const size_t cut = body.rfind(mark);
      SetDecimal(absl::StrReplaceAll(body.substr(0, cut), {{std::string(1, mark), ""}}),
                 groups.back(), figure);
    } else {
      figure->kind = Figure::Kind::kOther;
    }
    return;
  }
  // Nobody writes "63.000" to say sixty-three.
  if (thousands && (mark == ',' || groups[1] == "000")) {
    SetDecimal(absl::StrReplaceAll(body, {{std::string(1, mark), ""}}), "", figure);
    return;
  }
  figure->maybe_thousands = thousands;
  SetDecimal(groups[0], groups[1], figure);
}

// Digits with '.' and ',' only.
void ParseMarkedNumber(absl::string_view body, Figure* figure) {
  const bool has_dot = absl::StrContains(body, '.');
  const bool has_comma = absl::StrContains(body, ',');
  figure->plain = !has_dot && !has_comma;
  if (has_dot && has_comma) {
    ParseMixedMarks(body, figure);
  } else if (has_dot || has_comma) {
    ParseOneKindOfMark(body, has_dot ? '.' : ',', figure);
  } else {
    SetDecimal(body, "", figure);
    if (static_cast<int>(body.size()) >= kMinTelephoneDigits && body[0] == '0') {
      figure->kind = Figure::Kind::kOther;
    }
  }
}

bool IsMonth(int month) { return month >= 1 && month <= 12; }
bool IsDay(int day) { return day >= 1 && day <= 31; }
bool IsYear(int year) { return year >= 1300 && year <= 2200; }

int FullYear(absl::string_view digits) {
  const int year = ToInt(digits);
  if (digits.size() != 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

// Three groups of digits with one mark: a date, or something that is no figure.
bool ParseDayDate(const std::vector<absl::string_view>& parts, Figure* figure) {
  if (parts[0].size() == 4) {
    figure->year = ToInt(parts[0]);
    figure->month = ToInt(parts[1]);
    figure->day = ToInt(parts[2]);
  } else if (parts[2].size() == 4 || parts[2].size() == 2) {
    figure->year = FullYear(parts[2]);
    figure->day = ToInt(parts[0]);
    figure->month = ToInt(parts[1]);
    if (!IsMonth(figure->month) && IsMonth(figure->day)) std::swap(figure->month, figure->day);
  }
  if (!IsYear(figure->year) || !IsMonth(figure->month) || !IsDay(figure->day)) return false;
  figure->kind = Figure::Kind::kDayDate;
  return true;
}

bool ParseTwoParts(absl::string_view first, absl::string_view second, char mark, Figure* figure) {
  if (first.size() == 4 && second.size() <= 2 && IsYear(ToInt(first)) && IsMonth(ToInt(second))) {
    figure->kind = Figure::Kind::kMonthDate;
    figure->year = ToInt(first);
    figure->month = ToInt(second);
    return true;
  }
  if (second.size() == 4 && first.size() <= 2 && IsYear(ToInt(second)) && IsMonth(ToInt(first))) {
    figure->kind = Figure::Kind::kMonthDate;
    figure->year = ToInt(second);
    figure->month = ToInt(first);
    return true;
  }
  if (mark == '/' && ToInt(second) > 0 && ToInt(first) > 0 && ToInt(second) <= 10) {
    figure->value = static_cast<double>(ToInt(first)) / ToInt(second);
    figure->integral = false;
    figure->plain = false;
    return true;
  }
  return false;
}

// Digits with '/', '-' or ':' between them.
void ParseSeparated(absl::string_view body, Figure* figure) {
  figure->kind = Figure::Kind::kOther;
  figure->plain = false;
  const size_t at = body.find_first_of("/-:");
  const char mark = body[at];
  if (mark == ':') return;
  const std::vector<absl::string_view> parts = absl::StrSplit(body, mark);
  const bool digits_only = absl::c_all_of(parts, AllDigits);
  if (digits_only && parts.size() == 3) {
    ParseDayDate(parts, figure);
    return;
  }
  if (parts.size() != 2) return;
  if (digits_only && ParseTwoParts(parts[0], parts[1], mark, figure)) {
    if (figure->kind == Figure::Kind::kOther) figure->kind = Figure::Kind::kNumber;
    return;
  }
  if (mark != '-') return;
  const absl::optional<Figure> lower = ParseFigure(parts[0]);
  const absl::optional<Figure> upper = ParseFigure(parts[1]);
  if (!lower || !upper || lower->kind != Figure::Kind::kNumber ||
      upper->kind != Figure::Kind::kNumber || lower->value >= upper->value) {
    return;
  }
  *figure = *upper;
  figure->kind = Figure::Kind::kRange;
  figure->plain = lower->plain && upper->plain;
  figure->value = lower->value;
  figure->upper = upper->value;
}

// "2.5.1" with dots: a date when it reads as one.
bool ParseDottedDate(absl::string_view body, Figure* figure) {
  const std::vector<absl::string_view> parts = absl::StrSplit(body, '.');
  if (parts.size() != 3 || !absl::c_all_of(parts, AllDigits)) return false;
  if (parts[2].size() != 4 && parts[0].size() != 4) return false;
  return ParseDayDate(parts, figure);
}

void ParseBody(absl::string_view body, Figure* figure) {
  if (body.find_first_of("/-:") != absl::string_view::npos) {
    ParseSeparated(body, figure);
  } else if (!ParseDottedDate(body, figure)) {
    ParseMarkedNumber(body, figure);
  }
}

void ApplySuffix(absl::string_view suffix, Figure* figure) {
  if (suffix.empty()) return;
  if (suffix == "%") {
    figure->percent = true;
    return;
  }
  for (absl::string_view symbol : kSymbols) {
    if (suffix == symbol) {
      figure->symbol = std::string(symbol);
      return;
    }
  }
  for (const LetterScale& known : kLetterScales) {
    if (suffix == known.letters || suffix == absl::StrCat("-", known.letters)) {
      figure->scale = known.scale;
      return;
    }
  }
  figure->suffix = std::string(absl::StripPrefix(suffix, "-"));
  if (figure->kind != Figure::Kind::kNumber || !figure->plain) return;
  if (suffix == "th" || suffix == "st" || suffix == "nd" || suffix == "rd") {
    figure->kind = Figure::Kind::kOrdinal;
  } else if ((suffix == "s" || suffix == "'s") && figure->digits >= 2 &&
             std::fmod(figure->value, 10) == 0) {
    figure->kind = Figure::Kind::kDecade;
  }
}

size_t EndOfBody(absl::string_view s) {
  size_t end = 0;
  while (end < s.size()) {
    if (absl::ascii_isdigit(s[end])) {
      ++end;
    } else if (absl::StrContains(".,/-:'", s[end]) && IsDigitAt(s, end + 1)) {
      end += 1;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace

absl::optional<Figure> ParseFigure(absl::string_view folded) {
  const std::string plain_commas = absl::StrReplaceAll(folded, {{kArabicComma, ","}});
  absl::string_view rest = plain_commas;
  Figure figure;
  const bool negative = absl::ConsumePrefix(&rest, "-");
  for (absl::string_view symbol : kSymbols) {
    if (absl::StartsWith(rest, symbol) && IsDigitAt(rest, symbol.size())) {
      figure.symbol = std::string(symbol);
      rest.remove_prefix(symbol.size());
      break;
    }
  }
  if (absl::StartsWith(rest, "%") && IsDigitAt(rest, 1)) {
    figure.percent = true;
    rest.remove_prefix(1);
  }
  if (absl::StartsWith(rest, "+") && IsDigitAt(rest, 1)) rest.remove_prefix(1);
  if (!IsDigitAt(rest, 0)) return absl::nullopt;
  const size_t end = EndOfBody(rest);
  ParseBody(absl::StrReplaceAll(rest.substr(0, end), {{"'", ","}}), &figure);
  ApplySuffix(rest.substr(end), &figure);
  if (negative) figure.value = -figure.value;
  return figure;
}

}  // namespace isnad::extraction
