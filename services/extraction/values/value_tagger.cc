#include "services/extraction/values/value_tagger.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

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

absl::optional<AmountMatch> ParseAnyAmount(const ValueText& text, int i) {
  if (absl::optional<AmountMatch> trailing = ParseTrailingCount(text, i)) return trailing;
  if (absl::optional<AmountMatch> amount = ParseAmount(text, i)) return amount;
  return ParseSelfCounted(text, i);
}

// A word without any sense here cannot begin a value.
bool MayBegin(const ValueWord& word, const WordSense* no_sense) {
  return word.peeled.sense != no_sense || word.figure.has_value() ||
         word.token->shape == TokenShape::kMixed;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ValueTagger>> ValueTagger::Create() {
  return absl::WrapUnique(new ValueTagger());
}

void ValueTagger::TagWindow(TokenRange window, Analysis* analysis) const {
  const ValueText text(*analysis, window, lexicon_);
  const DateContext context = {text, analysis->reference_date};
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
                             amount->end > date->end && amount->kind != AmountMatch::Kind::kBare;
    if (date && !amount_wins) {
      analysis->values.push_back(BuildMention(text, *date));
      i = std::max(i + 1, date->end);
      continue;
    }
    if (!amount) {
      ++i;
      continue;
    }
    if (absl::optional<ValueMention> mention = BuildMention(text, bounds_, *amount)) {
      analysis->values.push_back(std::move(*mention));
    }
    i = std::max(i + 1, amount->end);
  }
}

void ValueTagger::Tag(Analysis* analysis) const {
  analysis->values.clear();
  const int size = static_cast<int>(analysis->tokens.size());
  int begin = 0;
  while (begin < size) {
    int end = begin + 1;
    while (end < size && analysis->tokens[end].passage == analysis->tokens[begin].passage) ++end;
    TagWindow({begin, end}, analysis);
    begin = end;
  }
}

}  // namespace isnad::extraction
