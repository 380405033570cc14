#include "services/extraction/values/value_reader.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "absl/memory/memory.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/values/amount_grammar.h"
#include "services/extraction/values/length_sum.h"
#include "services/extraction/values/loose_date.h"
#include "services/extraction/values/number_expression.h"
#include "services/extraction/values/ordinal_grammar.h"
#include "services/extraction/values/range_grammar.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {
namespace {

// Calls `read` at every token of each passage; it returns the index behind what it found, or the
// index it was given.
template <typename Read>
void ForEachToken(const Analysis& analysis, const ValueLexicon& lexicon, Read read) {
  const int size = static_cast<int>(analysis.tokens.size());
  int begin = 0;
  while (begin < size) {
    int end = begin + 1;
    while (end < size && analysis.tokens[end].passage == analysis.tokens[begin].passage) ++end;
    const ValueText text(analysis, {begin, end}, lexicon);
    for (int i = begin; i < end;) i = std::max(i + 1, read(text, i));
    begin = end;
  }
}

constexpr int kLetterBytes = 2;

bool HoldsDigit(absl::string_view surface) {
  return !surface.empty() && absl::ascii_isdigit(surface[0]);
}

// Groups of digits of a token that is no number as a whole: dates, times, versions.
void AddGroups(const ValueText& text, int i, std::vector<NumberReading>* numbers) {
  const Token& token = *text[i].token;
  const absl::string_view surface = token.surface;
  // Folded digits are one byte, others may be two: ranges hold where the lengths agree or by
  // counting characters from the front.
  const absl::string_view raw = text.analysis().Quote(token.range);
  const size_t width = raw.size() > surface.size() ? 2 : 1;
  size_t raw_at = 0;
  for (size_t at = 0; at < surface.size();) {
    if (!absl::ascii_isdigit(surface[at])) {
      ++at;
      ++raw_at;
      continue;
    }
    size_t end = at;
    while (end < surface.size() && absl::ascii_isdigit(surface[end])) ++end;
    NumberReading number;
    const size_t raw_end = std::min(raw.size(), raw_at + width * (end - at));
    number.tokens = {i, i + 1};
    number.range = {token.range.begin + static_cast<int>(raw_at),
                    token.range.begin + static_cast<int>(raw_end)};
    if (absl::SimpleAtod(surface.substr(at, end - at), &number.value)) numbers->push_back(number);
    at = end;
    raw_at = raw_end;
  }
}

template <typename Reading>
Reading Placed(const ValueText& text, Reading reading) {
  reading.range = text.analysis().BytesOf(reading.tokens);
  // A preposition on the first word is none of the value: "لبضع دقائق", "بالأمس".
  const ValueWord& first = text[reading.tokens.begin];
  const absl::string_view raw = text.analysis().Quote(reading.range);
  const bool written = (first.peeled.preposition == 'b' && absl::StartsWith(raw, "ب")) ||
                       (first.peeled.preposition == 'l' && absl::StartsWith(raw, "ل") &&
                        !absl::StartsWith(raw, "لل"));
  if (written && !first.peeled.conjunction) reading.range.begin += kLetterBytes;
  return reading;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ValueReader>> ValueReader::Create() {
  return absl::WrapUnique(new ValueReader());
}

std::vector<NumberReading> ValueReader::Numbers(const Analysis& analysis) const {
  std::vector<NumberReading> numbers;
  ForEachToken(analysis, lexicon_, [&](const ValueText& text, int i) {
    const absl::optional<NumberExpression> number = ParseNumberExpression(text, i);
    if (number) {
      NumberReading reading;
      reading.tokens = {number->begin, number->end};
      reading.value = number->value;
      numbers.push_back(Placed(text, reading));
      return number->end;
    }
    if (HoldsDigit(text[i].surface())) AddGroups(text, i, &numbers);
    return i + 1;
  });
  return numbers;
}

std::vector<OrdinalReading> ValueReader::Ordinals(const Analysis& analysis) const {
  std::vector<OrdinalReading> ordinals;
  ForEachToken(analysis, lexicon_, [&](const ValueText& text, int i) {
    const absl::optional<OrdinalReading> ordinal = ParseOrdinal(text, i);
    if (!ordinal) return i;
    ordinals.push_back(Placed(text, *ordinal));
    return ordinal->tokens.end;
  });
  return ordinals;
}

std::vector<RangeReading> ValueReader::Ranges(const Analysis& analysis) const {
  std::vector<RangeReading> ranges;
  ForEachToken(analysis, lexicon_, [&](const ValueText& text, int i) {
    const absl::optional<RangeReading> range = ParseRange(text, i);
    if (!range) return i;
    ranges.push_back(Placed(text, *range));
    return range->tokens.end;
  });
  return ranges;
}

std::vector<NumberReading> ValueReader::Percentages(const Analysis& analysis) const {
  std::vector<NumberReading> percentages;
  ForEachToken(analysis, lexicon_, [&](const ValueText& text, int i) {
    NumberReading reading;
    // "نسبة 10"
    if (text[i].is(Function::kPercentOf)) {
      const absl::optional<NumberExpression> number = ParseNumberExpression(text, i + 1);
      const absl::optional<AmountMatch> amount = ParseAmount(text, i + 1);
      const bool of_something =
          amount && (amount->kind == AmountMatch::Kind::kBare ||
                     (amount->kind == AmountMatch::Kind::kCount && amount->number.scale == 1));
      if (number && of_something) {
        reading.tokens = {i, number->end};
        reading.value = number->value;
        percentages.push_back(Placed(text, reading));
        return number->end;
      }
    }
    const absl::optional<AmountMatch> amount = ParseAmount(text, i);
    if (!amount || amount->kind != AmountMatch::Kind::kPercent || amount->unit_key != "PERCENT") {
      return i;
    }
    reading.tokens = {amount->begin, amount->end};
    reading.value = amount->lower;
    percentages.push_back(Placed(text, reading));
    return amount->end;
  });
  return percentages;
}

std::vector<DateReading> ValueReader::Dates(const Analysis& analysis) const {
  std::vector<DateReading> dates;
  ForEachToken(analysis, lexicon_, [&](const ValueText& text, int i) {
    const DateContext context = {text, analysis.reference_date, hijri_, DateStyle::kLoose};
    const absl::optional<DateReading> date = ParseLooseDate(context, bounds_, i);
    if (!date) return i;
    dates.push_back(Placed(text, *date));
    return date->tokens.end;
  });
  return dates;
}

std::vector<LengthReading> ValueReader::Lengths(const Analysis& analysis) const {
  std::vector<LengthReading> lengths;
  ForEachToken(analysis, lexicon_, [&](const ValueText& text, int i) {
    const absl::optional<LengthReading> length = ParseLengthSum(text, i, LengthDemand::kAny);
    if (!length) return i;
    lengths.push_back(Placed(text, *length));
    return length->tokens.end;
  });
  return lengths;
}

}  // namespace isnad::extraction
