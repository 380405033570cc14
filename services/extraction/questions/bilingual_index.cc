#include "services/extraction/questions/bilingual_index.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

// "Incoming" is not the "ing" of "income", nor are "duties" what a "duty" is: what the lexicon has
// under the word itself rules out what a dropped ending would make of it. The other endings are
// left alone, since "named" is both called and appointed.
bool MayBeAnotherWord(const QuestionWord& word) {
  return !word.arabic &&
         (absl::EndsWith(word.keys.front(), "ing") || absl::EndsWith(word.keys.front(), "s"));
}

}  // namespace

absl::StatusOr<std::unique_ptr<BilingualIndex>> BilingualIndex::Create(const LexiconFiles& files) {
  auto bilingual = files.Parse<lexicon::Bilingual>("bilingual_");
  if (!bilingual.ok()) return bilingual.status();
  auto translations = files.Parse<lexicon::Bilingual>("translations_");
  if (!translations.ok()) return translations.status();
  auto index = std::make_unique<BilingualIndex>();
  index->files_ = *std::move(bilingual);
  const std::size_t both_ways = index->files_.size();
  for (lexicon::Bilingual& file : *translations) index->files_.push_back(std::move(file));
  for (std::size_t i = 0; i < index->files_.size(); ++i) {
    for (const lexicon::Concept& concept : index->files_[i].concept()) {
      for (const std::string& phrase : concept.en()) index->Add(phrase, concept);
      for (const std::string& phrase : concept.asked_ar()) index->Add(phrase, concept);
      if (i >= both_ways) continue;
      for (const std::string& phrase : concept.ar()) index->Add(phrase, concept);
    }
  }
  return index;
}

void BilingualIndex::Add(const std::string& phrase, const lexicon::Concept& concept) {
  Entry entry;
  entry.concept = &concept;
  const std::string spaced =
      StartsArabic(phrase) ? phrase : absl::StrReplaceAll(phrase, {{"'s", " 's"}});
  for (const absl::string_view word : absl::StrSplit(spaced, ' ', absl::SkipEmpty())) {
    entry.word_keys.push_back(LexiconWordKeys(word));
    if (!StartsArabic(phrase)) english_.insert(absl::AsciiStrToLower(word));
  }
  if (entry.word_keys.empty()) return;
  for (const std::string& key : entry.word_keys.front()) by_first_key_.emplace(key, entry);
}

std::vector<ConceptMatch> BilingualIndex::MatchAt(const QuestionText& text, int token,
                                                  int end) const {
  std::vector<ConceptMatch> matches;
  int longest = 1;
  std::set<const lexicon::Concept*> seen;
  const QuestionWord& word = text.words()[token];
  for (const std::string& key : word.keys) {
    const bool settled = !matches.empty() && MayBeAnotherWord(word);
    const auto range = by_first_key_.equal_range(key);
    for (auto it = range.first; it != range.second; ++it) {
      const Entry& entry = it->second;
      const int length = static_cast<int>(entry.word_keys.size());
      if (length < longest || token + length > end || (settled && length == 1)) continue;
      bool matches_all = true;
      for (int i = 1; matches_all && i < length; ++i) {
        matches_all = ShareKey(text.words()[token + i].keys, entry.word_keys[i]);
      }
      if (!matches_all) continue;
      if (length > longest) {
        longest = length;
        matches.clear();
        seen.clear();
      }
      if (seen.insert(entry.concept).second) {
        matches.push_back({entry.concept, {token, token + length}});
      }
    }
  }
  return matches;
}

std::vector<ApartMatch> BilingualIndex::MatchApart(const QuestionText& text, int token,
                                                   int end) const {
  std::vector<ApartMatch> matches;
  const int next = text.EndOfSubject(token + 1, end);
  if (!text.words()[token].arabic || next == token + 1 || next >= end) return matches;
  std::set<const lexicon::Concept*> seen;
  for (const std::string& key : text.words()[token].keys) {
    const auto range = by_first_key_.equal_range(key);
    for (auto it = range.first; it != range.second; ++it) {
      const Entry& entry = it->second;
      const int rest = static_cast<int>(entry.word_keys.size()) - 1;
      if (rest < 1 || next + rest > end) continue;
      ApartMatch match = {entry.concept, {token}};
      for (int i = 0; i < rest && ShareKey(text.words()[next + i].keys, entry.word_keys[i + 1]);
           ++i) {
        match.tokens.push_back(next + i);
      }
      if (static_cast<int>(match.tokens.size()) != rest + 1) continue;
      if (seen.insert(entry.concept).second) matches.push_back(std::move(match));
    }
  }
  return matches;
}

bool BilingualIndex::IsAt(const Entry& entry, const std::vector<std::vector<std::string>>& keys,
                          std::size_t at) {
  if (at + entry.word_keys.size() > keys.size()) return false;
  for (std::size_t i = 0; i < entry.word_keys.size(); ++i) {
    if (!ShareKey(keys[at + i], entry.word_keys[i])) return false;
  }
  return true;
}

std::vector<ConceptMatch> BilingualIndex::MatchParts(const std::vector<std::string>& parts) const {
  std::vector<std::vector<std::string>> keys;
  for (const std::string& part : parts) keys.push_back(EnglishKeys(part));
  std::vector<ConceptMatch> matches;
  for (std::size_t at = 0; at < keys.size();) {
    std::size_t longest = 0;
    std::vector<ConceptMatch> here;
    std::set<const lexicon::Concept*> seen;
    for (const std::string& key : keys[at]) {
      const auto range = by_first_key_.equal_range(key);
      for (auto it = range.first; it != range.second; ++it) {
        const Entry& entry = it->second;
        const std::size_t length = entry.word_keys.size();
        if (length < longest || !IsAt(entry, keys, at)) continue;
        if (length > longest) here.clear();
        if (length > longest) seen.clear();
        longest = length;
        if (!seen.insert(entry.concept).second) continue;
        here.push_back({entry.concept, {static_cast<int>(at), static_cast<int>(at + length)}});
      }
    }
    matches.insert(matches.end(), here.begin(), here.end());
    at += std::max<std::size_t>(longest, 1);
  }
  return matches;
}

bool BilingualIndex::Knows(absl::string_view word) const {
  const auto range = by_first_key_.equal_range(std::string(word));
  return std::any_of(range.first, range.second,
                     [](const auto& entry) { return entry.second.word_keys.size() == 1; });
}

int BilingualIndex::size() const {
  int concepts = 0;
  for (const lexicon::Bilingual& file : files_) concepts += file.concept_size();
  return concepts;
}

}  // namespace isnad::extraction
