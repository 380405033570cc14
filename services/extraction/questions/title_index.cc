#include "services/extraction/questions/title_index.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

// Tokens of an organisation's name that may stand between the words of an Arabic title.
constexpr int kMaxNameInside = 4;

bool MayStandInside(const QuestionText& text, int token) {
  return text.words()[token].mention >= 0 ||
         text.Is(token, {"شركه", "مجموعه", "موسسه", "منصه", "مختبر"});
}

}  // namespace

absl::StatusOr<std::unique_ptr<TitleIndex>> TitleIndex::Create(const LexiconFiles& files) {
  const auto parsed = files.Parse<lexicon::NameCues>("cues_");
  if (!parsed.ok()) return parsed.status();
  auto index = std::make_unique<TitleIndex>();
  for (const lexicon::NameCues& cues : *parsed) {
    for (const lexicon::RoleTitle& title : cues.role_title()) {
      for (const std::string& phrase : title.ar()) index->Add(phrase, title.key());
      for (const std::string& phrase : title.en()) index->Add(phrase, title.key());
    }
  }
  return index;
}

void TitleIndex::Add(absl::string_view phrase, const std::string& key) {
  Entry entry;
  entry.key = key;
  for (const absl::string_view word : absl::StrSplit(phrase, ' ', absl::SkipEmpty())) {
    entry.word_keys.push_back(LexiconWordKeys(word));
  }
  if (entry.word_keys.empty()) return;
  for (const std::string& first : entry.word_keys.front()) {
    if (!absl::StartsWith(first, "v:")) by_first_key_.emplace(first, entry);
  }
}

int TitleIndex::MatchEnd(const QuestionText& text, TokenRange range, int token,
                         const Entry& entry) {
  int at = token + 1;
  for (std::size_t i = 1; i < entry.word_keys.size(); ++i) {
    int skipped = 0;
    while (text.arabic() && at < range.end && skipped < kMaxNameInside &&
           MayStandInside(text, at)) {
      ++at;
      ++skipped;
    }
    if (at >= range.end || !ShareKey(text.words()[at].keys, entry.word_keys[i])) return token;
    ++at;
  }
  return at;
}

std::vector<TitleMatch> TitleIndex::Find(const QuestionText& text, TokenRange range) const {
  std::vector<TitleMatch> matches;
  for (int t = range.begin; t < range.end; ++t) {
    const QuestionWord& word = text.words()[t];
    if (word.mention >= 0 || word.punctuation) continue;
    if (text.analysis().tokens[t].part_of_speech == PartOfSpeech::kVerb) continue;
    TitleMatch best;
    best.tokens = {t, t};
    for (const std::string& key : word.keys) {
      const auto found = by_first_key_.equal_range(key);
      for (auto it = found.first; it != found.second; ++it) {
        const int end = MatchEnd(text, range, t, it->second);
        if (end <= best.tokens.end) continue;
        best.tokens.end = end;
        best.key = it->second.key;
      }
    }
    if (best.tokens.empty()) continue;
    matches.push_back(best);
    t = best.tokens.end - 1;
  }
  return matches;
}

}  // namespace isnad::extraction
