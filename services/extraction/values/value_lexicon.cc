#include "services/extraction/values/value_lexicon.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/values/currency_words.h"
#include "services/extraction/values/noun_words.h"
#include "services/extraction/values/number_words.h"
#include "services/extraction/values/time_words.h"

namespace isnad::extraction {
namespace {

const WordSense kNoSense;

// Longest first, folded.
constexpr absl::string_view kPronouns[] = {"هما", "هم", "هن", "ها", "كم", "نا", "ه", "ك"};
constexpr absl::string_view kAlef = "ا";
// One Arabic letter is two bytes; shorter stems are left alone.
constexpr size_t kMinStemBytes = 4;

bool IsArabic(absl::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) >= 0xD8;
}

}  // namespace

WordSense& LexiconBuilder::At(absl::string_view word) { return (*senses_)[Fold(word)]; }

ValueLexicon::ValueLexicon() {
  LexiconBuilder builder(&senses_);
  AddNumberWords(&builder);
  AddTimeWords(&builder);
  AddCurrencyWords(&builder);
  AddNounWords(&builder);
}

const WordSense* ValueLexicon::FindExact(absl::string_view folded) const {
  const auto it = senses_.find(folded);
  return it == senses_.end() ? nullptr : &it->second;
}

const WordSense* ValueLexicon::FindStem(absl::string_view folded) const {
  if (const WordSense* sense = FindExact(folded)) return sense;
  // Accusative: مليارا, شهرا.
  if (folded.size() > kMinStemBytes && absl::ConsumeSuffix(&folded, kAlef)) {
    return FindExact(folded);
  }
  return nullptr;
}

Peeled ValueLexicon::Find(absl::string_view folded) const {
  Peeled found;
  found.sense = FindStem(folded);
  if (found.sense != nullptr) return found;
  found.sense = &kNoSense;
  if (!IsArabic(folded)) return found;

  absl::string_view rest = folded;
  for (const bool conjunction : {false, true}) {
    if (conjunction) {
      if (!absl::ConsumePrefix(&rest, "و") && !absl::ConsumePrefix(&rest, "ف")) break;
      if (const WordSense* sense = FindStem(rest)) return {sense, true, 0, false, false};
    }
    for (const char preposition : {'\0', 'b', 'l', 'k', 'L'}) {
      absl::string_view stem = rest;
      bool article = false;
      if (preposition == 'b' && !absl::ConsumePrefix(&stem, "ب")) continue;
      if (preposition == 'k' && !absl::ConsumePrefix(&stem, "ك")) continue;
      if (preposition == 'l' && !absl::ConsumePrefix(&stem, "ل")) continue;
      if (preposition == 'L') {
        if (!absl::ConsumePrefix(&stem, "لل")) continue;
        article = true;
      }
      const char letter = preposition == 'L' ? 'l' : preposition;
      if (preposition != 0) {
        if (const WordSense* sense = FindStem(stem)) {
          return {sense, conjunction, letter, article, false};
        }
      }
      if (!article && absl::ConsumePrefix(&stem, "ال")) {
        if (const WordSense* sense = FindStem(stem)) {
          return {sense, conjunction, letter, true, false};
        }
      }
    }
  }
  // With a pronoun only nouns are of use: موظفيها, عامها.
  for (absl::string_view pronoun : kPronouns) {
    absl::string_view stem = folded;
    if (!absl::ConsumeSuffix(&stem, pronoun) || stem.size() < kMinStemBytes) continue;
    for (absl::string_view prefix : {"", "و", "ب", "ل", "وب", "ول"}) {
      absl::string_view bare = stem;
      if (!absl::ConsumePrefix(&bare, prefix)) continue;
      const WordSense* sense = FindExact(bare);
      if (sense != nullptr && (sense->noun != 0 || sense->time != TimeUnit::kNone)) {
        return {sense, absl::StartsWith(prefix, "و"), 0, false, true};
      }
    }
  }
  return found;
}

}  // namespace isnad::extraction
