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

absl::StatusOr<std::unique_ptr<BilingualIndex>> BilingualIndex::Create(const LexiconFiles& files) {
  auto parsed = files.Parse<lexicon::Bilingual>("bilingual_");
  if (!parsed.ok()) return parsed.status();
  auto index = std::make_unique<BilingualIndex>();
  index->files_ = *std::move(parsed);
  for (const lexicon::Bilingual& file : index->files_) {
    for (const lexicon::Concept& concept : file.concept()) {
      for (const std::string& phrase : concept.en()) index->Add(phrase, concept);
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
  for (const std::string& key : text.words()[token].keys) {
    const auto range = by_first_key_.equal_range(key);
    for (auto it = range.first; it != range.second; ++it) {
      const Entry& entry = it->second;
      const int length = static_cast<int>(entry.word_keys.size());
      if (length < longest || token + length > end) continue;
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
