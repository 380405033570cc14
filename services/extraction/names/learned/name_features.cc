#include "services/extraction/names/learned/name_features.h"

#include <algorithm>
#include <utility>

#include "services/extraction/names/learned/letter_hash.h"
#include "services/extraction/names/learned/name_label.h"

namespace isnad::extraction {
namespace {

constexpr int kLongestPhrase = 5;
constexpr int kNearSentences = 20;
constexpr int kMostOccurrences = 6;
constexpr int kShortestRepeated = 3;  // letters
constexpr int kTooFrequent = 13;      // log2
constexpr int kLookAhead = 4;
constexpr int kPathPrefixes[] = {4, 6, 8, 10};

// Templates. One that is used at several offsets is followed by as many free numbers.
enum Template : uint32_t {
  kBias = 1,
  kWritten,
  kLength,
  kSentenceStart,
  kQuoted,
  kPhraseMatch,
  kNoFacts,
  kPathPair,
  kFolded = 16,           // + place
  kShape = 24,            // + place
  kBare = 32,             // + place
  kFineCluster = 40,      // + place
  kCoarseCluster = 48,    // + place
  kPrefix = 64,           // + 8 * place + letters
  kSuffix = 128,          // + 8 * place + letters
  kPath = 192,            // + 8 * place + index of the length
  kStatistic = 256,       // + 32 * place + field
  kList = 512,            // + 32 * place + bit
  kBareList = 768,        // + 32 * place + bit
  kReading = 1024,        // + 8 * place + kind
  kBareReading = 1088,    // + 8 * place + kind
  kElsewhere = 1152,      // + which
  kBareElsewhere = 1160,  // + which
};

// Of the word itself and those beside it more is seen than of the others.
bool IsNear(int place) { return place > 0 && place + 1 < kNamePlaces; }

std::vector<ListedFacts> FindAllListed(const NameText& text, const NameFactTable& table) {
  const size_t size = text.words.size();
  std::vector<ListedFacts> listed(size);
  for (size_t i = 0; i < size; ++i) {
    if (i + kLookAhead < size) PrefetchListed(text.words[i + kLookAhead], table);
    listed[i] = FindListed(text.words[i], table);
  }
  return listed;
}

}  // namespace

ListedFacts FindListed(const NameWord& word, const NameFactTable& table) {
  ListedFacts listed;
  listed.word = table.Find(word.folded);
  for (int k = 0; k < word.bare_count; ++k) {
    const uint64_t found = table.Find(word.bare[k].hash);
    listed.bare |= found & (kAllLists.Mask() | kOpensPhrase.Mask());
    if (kReadCount.Get(found) > kReadCount.Get(listed.bare_reading)) listed.bare_reading = found;
  }
  return listed;
}

void PrefetchListed(const NameWord& word, const NameFactTable& table) {
  table.Prefetch(word.folded);
  for (int k = 0; k < word.bare_count; ++k) table.Prefetch(word.bare[k].hash);
}

NameFeatures::NameFeatures(const NameText& text, const NameFactTable& facts, uint32_t groups)
    : NameFeatures(text, FindAllListed(text, facts), facts, groups) {}

NameFeatures::NameFeatures(const NameText& text, std::vector<ListedFacts> listed,
                           const NameFactTable& facts, uint32_t groups)
    : text_(text), table_(facts), groups_(groups), listed_(std::move(listed)) {
  const size_t size = text.words.size();
  sentence_of_.assign(size, 0);
  quoted_.assign(size, false);
  phrase_.assign(size, 0);
  for (size_t s = 0; s < text.sentences.size(); ++s) {
    bool inside = false;
    const TokenRange sentence = text.sentences[s];
    for (int i = sentence.begin; i < sentence.end; ++i) {
      sentence_of_[i] = static_cast<int>(s);
      if (text.words[i].quote) inside = !inside;
      quoted_[i] = inside && !text.words[i].quote;
    }
    if (groups_ & kLists) FindPhrases(sentence);
  }
  if (groups_ & kDocument) IndexOccurrences();
}

void NameFeatures::FindPhrases(TokenRange sentence) {
  for (int i = sentence.begin; i < sentence.end;) {
    int longest = 0;
    uint64_t kinds = 0;
    const NameWord& word = text_.words[i];
    const bool opens = kOpensPhrase.Get(listed_[i].word | listed_[i].bare) != 0;
    for (int reading = opens ? -1 : word.bare_count; reading < word.bare_count; ++reading) {
      uint64_t hash = reading < 0 ? word.folded : word.bare[reading].hash;
      for (int n = 2; n <= kLongestPhrase && i + n <= sentence.end; ++n) {
        hash = MixBits(hash * 3 + text_.words[i + n - 1].folded);
        const uint64_t found = n > longest ? kPhraseKinds.Get(table_.Find(hash)) : 0;
        if (found == 0) continue;
        longest = n;
        kinds = found;
      }
    }
    for (int n = 0; n < longest; ++n) {
      phrase_[i + n] = static_cast<uint16_t>(kinds << 4 | (longest > 2 ? 4 : 0) | (n == 0 ? 1 : 2));
    }
    i += std::max(longest, 1);
  }
}

// Frequent words are no names, and looking at all their places would take long.
bool NameFeatures::MayRepeat(int token) const {
  const NameWord& word = text_.words[token];
  if (word.letters < kShortestRepeated || kClosedClass.Get(listed_[token].word) != 0) return false;
  return text_.distribution.empty() || text_.distribution[token].stripped_bytes > 0 ||
         text_.distribution[token].facts.frequency < kTooFrequent;
}

void NameFeatures::IndexOccurrences() {
  const int size = static_cast<int>(text_.words.size());
  occurrences_.reserve(size);
  for (int i = 0; i < size; ++i) {
    if (MayRepeat(i)) occurrences_.push_back({text_.words[i].folded, i});
  }
  std::sort(occurrences_.begin(), occurrences_.end(), [](const Occurrence& a, const Occurrence& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.token < b.token;
  });
}

void NameFeatures::AddSpelling(int at, int place, std::vector<uint64_t>* keys) const {
  const NameWord& word = text_.words[at];
  const bool own = place == kNameWindow;
  if (own) {
    keys->push_back(FeatureKey(kBias, 0));
    keys->push_back(FeatureKey(kWritten, word.written));
    keys->push_back(FeatureKey(kLength, std::min<int>(word.letters, 10)));
  }
  if (own || (groups_ & kNeighbourWords)) keys->push_back(FeatureKey(kFolded + place, word.folded));
  if (!IsNear(place)) return;
  if (own || (groups_ & kNeighbourWords)) {
    keys->push_back(FeatureKey(kShape + place, word.shape));
    if (groups_ & (own ? kAffixes : kNeighbourAffixes)) {
      const int longest = own ? 4 : 3;
      for (int k = 0; k < longest && word.prefix[k] != 0; ++k) {
        keys->push_back(FeatureKey(kPrefix + 8 * place + k, word.prefix[k]));
        keys->push_back(FeatureKey(kSuffix + 8 * place + k, word.suffix[k]));
      }
    }
  }
  if (!(groups_ & kBareForms)) return;
  for (int k = 0; k < word.bare_count; ++k) {
    keys->push_back(FeatureKey(kBare + place, word.bare[k].hash));
  }
}

void NameFeatures::AddLists(int at, int place, std::vector<uint64_t>* keys) const {
  const uint64_t lists = kAllLists.Get(listed_[at].word);
  if (lists == 0) keys->push_back(FeatureKey(kNoFacts, place));
  for (uint64_t left = lists >> kPersonTokens.bits; left != 0; left &= left - 1) {
    keys->push_back(FeatureKey(kList + 32 * place + 4 + __builtin_ctzll(left), 0));
  }
  const uint64_t people = kPersonTokens.Get(lists);
  if (people != 0) keys->push_back(FeatureKey(kList + 32 * place + people, 0));
  if (!IsNear(place)) return;
  for (uint64_t left = kAllLists.Get(listed_[at].bare); left != 0; left &= left - 1) {
    keys->push_back(FeatureKey(kBareList + 32 * place + __builtin_ctzll(left), lists != 0));
  }
}

void NameFeatures::AddReading(uint64_t facts, uint32_t what, std::vector<uint64_t>* keys) {
  const uint64_t count = std::min<uint64_t>(kReadCount.Get(facts), 3);
  if (count == 0) return;
  for (int kind = 0; kind < kNameKinds; ++kind) {
    keys->push_back(FeatureKey(what + kind, kReadKind[kind].Get(facts) * 4 + count));
  }
  keys->push_back(FeatureKey(what + 5, kReadInside.Get(facts) * 4 + count));
}

void NameFeatures::AddStatistics(int at, int place, std::vector<uint64_t>* keys) const {
  const StrippedFacts& found = text_.distribution[at];
  const WordFacts& facts = found.facts;
  const uint32_t first = kStatistic + 32 * place;
  const uint64_t stripped = found.stripped_bytes > 0 ? 256 : 0;
  keys->push_back(FeatureKey(first, facts.frequency + stripped));
  if (!facts.known || place != kNameWindow) return;
  uint32_t field = 0;
  for (const uint8_t share :
       {facts.with_article, facts.with_pronoun, facts.with_conjunction, facts.with_preposition,
        facts.after_person_title, facts.after_speech_verb, facts.after_person_name,
        facts.after_place_word, facts.after_locative, facts.after_organization_word,
        facts.after_product_word, facts.before_speech_verb, facts.starts_sentence,
        facts.before_bracket, facts.in_person_title, facts.in_place_title,
        facts.in_organization_title, facts.in_product_title}) {
    ++field;
    if (share != 0) keys->push_back(FeatureKey(first + field, share + stripped));
  }
}

void NameFeatures::AddClusters(int at, int place, std::vector<uint64_t>* keys) const {
  const WordFacts& facts = text_.distribution[at].facts;
  if (!facts.known) return;
  keys->push_back(FeatureKey(kFineCluster + place, facts.fine_cluster));
  keys->push_back(FeatureKey(kCoarseCluster + place, facts.coarse_cluster));
  for (int k = 0; k < 4; ++k) {
    if (kPathPrefixes[k] > facts.brown_length) break;
    keys->push_back(FeatureKey(kPath + 8 * place + k, facts.BrownPrefix(kPathPrefixes[k])));
  }
  keys->push_back(FeatureKey(kPath + 8 * place + 4, facts.BrownPrefix(32)));
}

// What stands before and after the other places of a word nearby.
void NameFeatures::AddOccurrences(int token, uint64_t hash, uint32_t what,
                                  std::vector<uint64_t>* keys) const {
  auto next = std::lower_bound(occurrences_.begin(), occurrences_.end(), Occurrence{hash, token},
                               [](const Occurrence& a, const Occurrence& b) {
                                 return a.hash != b.hash ? a.hash < b.hash : a.token < b.token;
                               });
  auto previous = next;
  const int here = sentence_of_[token];
  const size_t start = keys->size();
  int found = 0;
  const auto add = [&](int at) {
    const TokenRange sentence = text_.sentences[sentence_of_[at]];
    const uint64_t before = at > sentence.begin ? text_.words[at - 1].folded : 2;
    const uint64_t after = at + 1 < sentence.end ? text_.words[at + 1].folded : 3;
    keys->push_back(FeatureKey(what + 1, before));
    keys->push_back(FeatureKey(what + 2, after));
    ++found;
  };
  for (; next != occurrences_.end() && next->hash == hash && found < kMostOccurrences / 2; ++next) {
    if (next->token == token) continue;
    if (sentence_of_[next->token] - here > kNearSentences) break;
    add(next->token);
  }
  while (previous != occurrences_.begin() && found < kMostOccurrences) {
    --previous;
    if (previous->hash != hash || here - sentence_of_[previous->token] > kNearSentences) break;
    add(previous->token);
  }
  if (found == 0) return;
  std::sort(keys->begin() + start, keys->end());
  keys->erase(std::unique(keys->begin() + start, keys->end()), keys->end());
  keys->push_back(FeatureKey(what, std::min(found, 3)));
}

void NameFeatures::AddDocument(int token, std::vector<uint64_t>* keys) const {
  if (!MayRepeat(token)) return;
  const NameWord& word = text_.words[token];
  AddOccurrences(token, word.folded, kElsewhere, keys);
  for (int k = 0; k < word.bare_count; ++k) {
    if (word.letters - word.bare[k].letters_off < kShortestRepeated) continue;
    AddOccurrences(token, word.bare[k].hash, kBareElsewhere, keys);
  }
}

void NameFeatures::AppendSeen(int at, int place, std::vector<uint64_t>* keys) const {
  AddSpelling(at, place, keys);
  if (groups_ & kLists) AddLists(at, place, keys);
  const bool distributed = !text_.distribution.empty();
  if (IsNear(place)) {
    if (groups_ & kSelfTraining) {
      AddReading(listed_[at].word, kReading + 8 * place, keys);
      AddReading(listed_[at].bare_reading, kBareReading + 8 * place, keys);
    }
    if ((groups_ & kStatistics) && distributed) AddStatistics(at, place, keys);
  }
  if ((groups_ & kClusters) && distributed) AddClusters(at, place, keys);
}

void NameFeatures::AppendPosition(TokenRange sentence, int token,
                                  std::vector<uint64_t>* keys) const {
  if (token == sentence.begin) keys->push_back(FeatureKey(kSentenceStart, 0));
  if (quoted_[token]) keys->push_back(FeatureKey(kQuoted, 0));
  for (int place = 0; place < kNamePlaces; ++place) {
    const int at = token + place - kNameWindow;
    if (sentence.contains(at)) {
      const bool matched = (groups_ & kLists) && phrase_[at] != 0;
      if (matched) {
        keys->push_back(FeatureKey(kPhraseMatch, static_cast<uint64_t>(place) << 16 | phrase_[at]));
      }
    } else if (groups_ & kNeighbourWords) {
      keys->push_back(FeatureKey(kFolded + place, at < sentence.begin ? 2 : 3));
    }
  }
  if ((groups_ & kClusters) && !text_.distribution.empty() && token > sentence.begin) {
    const uint64_t before = text_.distribution[token - 1].facts.BrownPrefix(8);
    keys->push_back(
        FeatureKey(kPathPair, before << 16 | text_.distribution[token].facts.BrownPrefix(8)));
  }
  if (groups_ & kDocument) AddDocument(token, keys);
}

void NameFeatures::Extract(TokenRange sentence, int token, std::vector<uint64_t>* keys) const {
  for (int place = 0; place < kNamePlaces; ++place) {
    const int at = token + place - kNameWindow;
    if (sentence.contains(at)) AppendSeen(at, place, keys);
  }
  AppendPosition(sentence, token, keys);
}

void NameFeatures::Spelling(int token, std::vector<uint64_t>* keys) const {
  const NameWord& word = text_.words[token];
  keys->push_back(FeatureKey(kWritten, word.written));
  keys->push_back(FeatureKey(kFolded + kNameWindow, word.folded));
  for (int k = 0; k < word.bare_count; ++k) {
    keys->push_back(FeatureKey(kBare + kNameWindow, word.bare[k].hash));
  }
}

}  // namespace isnad::extraction
