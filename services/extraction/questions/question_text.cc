#include "services/extraction/questions/question_text.h"

#include <algorithm>
#include <cctype>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/extraction/questions/word_keys.h"
#include "services/extraction/text/fold.h"

namespace isnad::extraction {
namespace {

void Append(const std::vector<std::string>& more, std::vector<std::string>* keys) {
  for (const std::string& key : more) {
    if (std::find(keys->begin(), keys->end(), key) == keys->end()) keys->push_back(key);
  }
}

// A word that may open with the conjunction is also looked up without it: question words and verbs
// are too short for the analysis to be trusted with "وماذا" or "ومتي".
std::string WithoutConjunction(absl::string_view surface) {
  for (const absl::string_view conjunction : {"و", "ف"}) {
    if (absl::StartsWith(surface, conjunction) && CharacterCount(surface) >= 3) {
      return std::string(surface.substr(conjunction.size()));
    }
  }
  return std::string(surface);
}

// The article and ta marbuta mark nouns: such a word is no verb, whatever its letters.
bool IsSurelyNoun(const Token& token) {
  return token.definite || absl::EndsWith(token.form, "\u0629");
}

void DropVerbKeys(std::vector<std::string>* keys) {
  keys->erase(std::remove_if(keys->begin(), keys->end(),
                             [](const std::string& key) { return absl::StartsWith(key, "v:"); }),
              keys->end());
}

QuestionWord ReadWord(const Analysis& analysis, const Token& token) {
  QuestionWord word;
  const absl::string_view text = analysis.Quote(token.range);
  word.surface = token.surface.empty() ? Fold(text) : token.surface;
  word.arabic = StartsArabic(word.surface);
  word.punctuation = token.shape == TokenShape::kPunctuation || token.shape == TokenShape::kSymbol;
  word.capitalized = !text.empty() && std::isupper(static_cast<unsigned char>(text[0])) != 0;
  word.bare = word.arabic ? WithoutConjunction(word.surface) : word.surface;
  if (word.punctuation) return word;
  word.keys.push_back(word.surface);
  if (word.arabic) {
    Append(ArabicKeys(token.base.empty() ? word.surface : token.base), &word.keys);
    if (!token.lemma.empty()) Append({Fold(token.lemma)}, &word.keys);
    if (word.bare != word.surface) Append(ArabicKeys(word.bare), &word.keys);
    if (IsSurelyNoun(token)) DropVerbKeys(&word.keys);
  } else {
    Append(EnglishKeys(word.surface), &word.keys);
    if (!token.lemma.empty()) Append({token.lemma}, &word.keys);
  }
  return word;
}

bool IsQuestionMark(const QuestionWord& word) {
  return absl::StrContains(word.surface, "?") || absl::StrContains(word.surface, "؟");
}

}  // namespace

QuestionText::QuestionText(const Analysis& analysis) : analysis_(analysis) {
  int arabic_words = 0;
  int other_words = 0;
  for (const Token& token : analysis.tokens) {
    words_.push_back(ReadWord(analysis, token));
    if (words_.back().punctuation) continue;
    ++(words_.back().arabic ? arabic_words : other_words);
  }
  arabic_ = analysis.language_code == "ar" ||
            (analysis.language_code != "en" && arabic_words >= other_words);
  for (int m = 0; m < static_cast<int>(analysis.mentions.size()); ++m) {
    const Mention& mention = analysis.mentions[m];
    if (mention.entity < 0 || mention.kind == MentionKind::kPronoun ||
        mention.kind == MentionKind::kDescription) {
      continue;
    }
    for (int t = std::max(0, mention.tokens.begin); t < std::min(size(), mention.tokens.end); ++t) {
      if (words_[t].mention < 0) words_[t].mention = m;
    }
  }
  for (int v = 0; v < static_cast<int>(analysis.values.size()); ++v) {
    const TokenRange tokens = analysis.values[v].tokens;
    for (int t = std::max(0, tokens.begin); t < std::min(size(), tokens.end); ++t) {
      words_[t].value = v;
    }
  }
}

absl::string_view QuestionText::SurfaceAt(int token) const {
  if (token < 0 || token >= size()) return absl::string_view();
  return words_[token].surface;
}

bool QuestionText::Is(int token, std::initializer_list<absl::string_view> words) const {
  const absl::string_view surface = SurfaceAt(token);
  return !surface.empty() && std::find(words.begin(), words.end(), surface) != words.end();
}

bool QuestionText::HasKey(int token, std::initializer_list<absl::string_view> lemmas) const {
  if (token < 0 || token >= size()) return false;
  for (const absl::string_view lemma : lemmas) {
    const auto& keys = words_[token].keys;
    if (std::find(keys.begin(), keys.end(), lemma) != keys.end()) return true;
  }
  return false;
}

bool QuestionText::MatchesAt(int token, absl::string_view phrase) const {
  for (const absl::string_view word : absl::StrSplit(phrase, ' ')) {
    if (token < 0 || token >= size()) return false;
    if (words_[token].surface != word && words_[token].bare != word) return false;
    ++token;
  }
  return true;
}

bool QuestionText::Contains(TokenRange range, absl::string_view phrase) const {
  const int length = 1 + static_cast<int>(std::count(phrase.begin(), phrase.end(), ' '));
  for (int t = range.begin; t + length <= range.end; ++t) {
    if (MatchesAt(t, phrase)) return true;
  }
  return false;
}

int QuestionText::EndOfSubject(int begin, int end) const {
  // "الشركة", "الشركة الأميركية", "شركة إنتل": few words without a name of their own.
  constexpr int kMostWords = 2;
  int at = begin;
  const auto named = [&](int token) { return token < end && words_[token].mention >= 0; };
  while (at < end && at - begin < kMostWords && !words_[at].punctuation && !named(at) &&
         (analysis_.tokens[at].definite || named(at + 1))) {
    ++at;
  }
  while (named(at)) ++at;
  return at;
}

bool QuestionText::HasQuestionMark(TokenRange range) const {
  for (int t = range.begin; t < std::min(range.end + 1, size()); ++t) {
    if (IsQuestionMark(words_[t])) return true;
  }
  return false;
}

TokenRange QuestionText::Trim(TokenRange range) const {
  while (!range.empty() && words_[range.begin].punctuation) ++range.begin;
  while (!range.empty() && words_[range.end - 1].punctuation) --range.end;
  return range;
}

}  // namespace isnad::extraction
