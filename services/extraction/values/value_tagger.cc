#include "services/extraction/values/value_tagger.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/memory/memory.h"
#include "absl/status/statusor.h"
#include "absl/types/optional.h"
#include "services/extraction/values/amount_grammar.h"
#include "services/extraction/values/date_grammar.h"
#include "services/extraction/values/mention_builder.h"
#include "services/extraction/values/self_counted.h"
#include "services/extraction/values/value_text.h"

namespace isnad::extraction {
namespace {

constexpr char kUnknownCurrency[] = "XXX";

absl::optional<AmountMatch> ParseAnyAmount(const ValueText& text, int i) {
  if (absl::optional<AmountMatch> trailing = ParseTrailingCount(text, i)) return trailing;
  if (absl::optional<AmountMatch> amount = ParseAmount(text, i)) return amount;
  return ParseSelfCounted(text, i);
}

// The unit is a known one, so that the amount may be preferred to a shorter date.
bool IsSure(const AmountMatch& amount) {
  if (amount.kind == AmountMatch::Kind::kBare) return false;
  return amount.kind != AmountMatch::Kind::kCount || amount.noun != 0;
}

// A word without any sense here cannot begin a value.
bool MayBegin(const ValueWord& word, const WordSense* no_sense) {
  return word.peeled.sense != no_sense || word.figure.has_value() || word.surface() == "-" ||
         word.token->shape == TokenShape::kMixed;
}

// The last date found so far, in the few values before the end.
absl::optional<DateInterval> LastDate(const Analysis& analysis) {
  constexpr size_t kReach = 16;
  const size_t size = analysis.values.size();
  for (size_t back = 1; back <= std::min(kReach, size); ++back) {
    const ValueMention& value = analysis.values[size - back];
    if (value.kind == ValueKind::kDate && value.resolved && value.date.start) {
      return value.date;
    }
  }
  return absl::nullopt;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ValueTagger>> ValueTagger::Create() {
  return absl::WrapUnique(new ValueTagger());
}

void ValueTagger::TagWindow(TokenRange window, Analysis* analysis,
                            std::vector<CurrencyUse>* uses) const {
  const ValueText text(*analysis, window, lexicon_);
  DateContext context = {text, analysis->reference_date, hijri_, DateStyle::kNews};
  if (!analysis->values.empty()) context.spoken_of = LastDate(*analysis);
  const WordSense* no_sense = lexicon_.Find("").sense;
  int i = window.begin;
  while (i < window.end) {
    if (!MayBegin(text[i], no_sense)) {
      ++i;
      continue;
    }
    const absl::optional<DateMatch> date = ParseDate(context, bounds_, i);
    const absl::optional<AmountMatch> amount = ParseAnyAmount(text, i);
    const bool amount_wins = amount && date && amount->begin <= date->begin &&
                             amount->end > date->end && IsSure(*amount);
    if (date && !amount_wins) {
      analysis->values.push_back(BuildMention(text, *date));
      if (date->resolved && date->interval.start) context.spoken_of = date->interval;
      i = std::max(i + 1, date->end);
      continue;
    }
    if (!amount) {
      ++i;
      continue;
    }
    if (absl::optional<ValueMention> mention = BuildMention(text, bounds_, *amount)) {
      if (mention->kind == ValueKind::kMoney && amount->currency != 0) {
        uses->push_back({analysis->values.size(), amount->currency});
      }
      analysis->values.push_back(std::move(*mention));
    }
    i = std::max(i + 1, amount->end);
  }
}

// "20 مليون ريال" beside "50 مليون ريال سعودي" are Saudi riyals too, unless others are named as
// well.
void ValueTagger::NameSharedCurrencies(const std::vector<CurrencyUse>& uses, Analysis* analysis) {
  std::map<int, std::set<std::string>> codes;
  for (const CurrencyUse& use : uses) {
    const std::string& code = analysis->values[use.value].money.currency_code;
    if (code != kUnknownCurrency) codes[use.currency].insert(code);
  }
  for (const CurrencyUse& use : uses) {
    std::string& code = analysis->values[use.value].money.currency_code;
    const std::set<std::string>& named = codes[use.currency];
    if (code == kUnknownCurrency && named.size() == 1) code = *named.begin();
  }
}

void ValueTagger::Tag(Analysis* analysis) const {
  analysis->values.clear();
  std::vector<CurrencyUse> uses;
  const int size = static_cast<int>(analysis->tokens.size());
  int begin = 0;
  while (begin < size) {
    int end = begin + 1;
    while (end < size && analysis->tokens[end].passage == analysis->tokens[begin].passage) ++end;
    TagWindow({begin, end}, analysis, &uses);
    begin = end;
  }
  NameSharedCurrencies(uses, analysis);
}

}  // namespace isnad::extraction
