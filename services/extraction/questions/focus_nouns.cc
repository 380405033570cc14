#include "services/extraction/questions/focus_nouns.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/extraction/questions/focus_noun_table.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

bool IsInflected(const QuestionWord& word, const std::vector<std::string>& forms) {
  for (const std::string& form : forms) {
    if (absl::EndsWith(word.surface, form)) return false;
  }
  return true;
}

}  // namespace

FocusNouns::FocusNouns() {
  for (const FocusNounRow& row : FocusNounTable()) {
    const FocusNoun noun = {row.type, row.answer_class, row.kind, row.attribute};
    for (absl::string_view phrase : absl::StrSplit(row.en, '|', absl::SkipEmpty())) {
      Add(phrase, noun, false);
    }
    for (absl::string_view phrase : absl::StrSplit(row.ar, '|', absl::SkipEmpty())) {
      Add(phrase, noun, false);
    }
    for (absl::string_view phrase : absl::StrSplit(row.ar_plural, '|', absl::SkipEmpty())) {
      Add(phrase, noun, true);
    }
  }
}

void FocusNouns::Add(absl::string_view phrase, const FocusNoun& noun, bool plural) {
  Entry entry;
  entry.noun = noun;
  entry.plural = plural;
  for (absl::string_view word : absl::StrSplit(phrase, ' ')) {
    entry.word_keys.push_back(LexiconWordKeys(word));
  }
  for (const std::string& key : entry.word_keys.front()) {
    if (!absl::StartsWith(key, "v:")) entries_.emplace(key, entry);
  }
}

FocusMatch FocusNouns::MatchAt(const QuestionText& text, int token, int end) const {
  FocusMatch best;
  best.tokens = {token, token};
  if (token >= end) return best;
  int best_rank = 1 << 20;
  const auto& keys = text.words()[token].keys;
  for (int rank = 0; rank < static_cast<int>(keys.size()); ++rank) {
    const auto range = entries_.equal_range(keys[rank]);
    for (auto it = range.first; it != range.second; ++it) {
      const Entry& entry = it->second;
      const int length = static_cast<int>(entry.word_keys.size());
      if (token + length > end || length < best.tokens.size()) continue;
      if (length == best.tokens.size() && rank >= best_rank) continue;
      bool matches = true;
      for (int i = 1; matches && i < length; ++i) {
        matches = ShareKey(text.words()[token + i].keys, entry.word_keys[i]);
      }
      if (!matches) continue;
      best.noun = entry.noun;
      best.tokens = {token, token + length};
      best.plural = entry.plural;
      best_rank = rank;
      best.inflected = IsInflected(text.words()[token + length - 1], entry.word_keys.back());
    }
  }
  return best;
}

}  // namespace isnad::extraction
