#include "services/extraction/tools/train_words/word_statistics.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/extraction/distribution/word_key.h"
#include "services/extraction/tools/train_words/trigger_words.h"

namespace isnad::extraction {
namespace {

using word_layout::Share;

// Sightings that nobody made, added to the whole, so that rare words have low shares.
constexpr int64_t kDamping = 2;

// A first name opens at least so many titles, and more than one in so many of its places is there.
constexpr int64_t kMinTitlesOfName = 2;
constexpr int64_t kMaxPlacesPerTitle = 400;

// How far into its article the first sentence is looked for a description.
constexpr size_t kDescriptionReach = 30;

// What a word can be for its neighbours.
enum Role : uint16_t {
  kPersonTitle = 1 << 0,
  kSpeechVerb = 1 << 1,
  kPlaceWord = 1 << 2,
  kLocative = 1 << 3,
  kOrganizationWord = 1 << 4,
  kProductWord = 1 << 5,
  kPersonDescription = 1 << 6,
  kBracket = 1 << 7,
  kPersonName = 1 << 8,
  kNationality = 1 << 9,  // or another adjective that comes between a title and a name
};

constexpr absl::string_view kConjunctions[] = {"", "و", "ف"};
constexpr absl::string_view kNounPrefixes[] = {"", "ال", "ب", "ل", "ك", "بال", "لل", "كال"};
constexpr absl::string_view kPronouns[] = {"ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم"};
constexpr absl::string_view kPrepositions[] = {"ب", "ل", "ك"};

class Counter {
 public:
  explicit Counter(const Corpus& corpus)
      : corpus_(corpus), roles_(corpus.types.size()), counts_(corpus.types.size()) {
    for (int32_t type = 0; type < Size(); ++type) {
      type_of_.emplace(absl::string_view(corpus.types[type].letters), type);
    }
  }

  std::vector<ShareCounts> Run() && {
    AssignRoles();
    CountSpellings();
    CountTitles();
    FindPersonNames();
    CountCompany();
    return std::move(counts_);
  }

 private:
  int32_t Size() const { return static_cast<int32_t>(corpus_.types.size()); }
  const std::string& Letters(int32_t type) const { return corpus_.types[type].letters; }

  // The word type of that spelling, or -1.
  int32_t TypeOf(absl::string_view letters) const {
    const auto found = type_of_.find(letters);
    return found == type_of_.end() ? -1 : found->second;
  }

  int64_t CountOf(absl::string_view letters) const {
    const int32_t type = TypeOf(letters);
    return type < 0 ? 0 : corpus_.types[type].count;
  }

  void Assign(Role role, absl::Span<const absl::string_view> words,
              absl::Span<const absl::string_view> prefixes) {
    for (const absl::string_view word : words) {
      const std::string letters = WordLetters(word);
      for (const absl::string_view conjunction : kConjunctions) {
        for (const absl::string_view prefix : prefixes) {
          const int32_t type = TypeOf(absl::StrCat(conjunction, prefix, letters));
          if (type >= 0) roles_[type] |= role;
        }
      }
    }
  }

  void AssignRoles() {
    Assign(kPersonTitle, PersonTitles(), kNounPrefixes);
    Assign(kSpeechVerb, SpeechVerbs(), {""});
    Assign(kPlaceWord, PlaceWords(), kNounPrefixes);
    Assign(kLocative, Locatives(), {""});
    Assign(kOrganizationWord, OrganizationWords(), kNounPrefixes);
    Assign(kProductWord, ProductWords(), kNounPrefixes);
    Assign(kPersonDescription, PersonDescriptions(), {"", "ال"});
    Assign(kBracket, {"(", "[", "«", "\""}, {""});
    for (int32_t type = 0; type < Size(); ++type) {
      const std::string& letters = Letters(type);
      if (absl::StartsWith(letters, "ال") &&
          (absl::EndsWith(letters, "ي") || absl::EndsWith(letters, "ية") ||
           absl::EndsWith(letters, "ى") || absl::EndsWith(letters, "السابق") ||
           absl::EndsWith(letters, "السابقة") || absl::EndsWith(letters, "الراحل"))) {
        roles_[type] |= kNationality;
      }
    }
  }

  void CountSpellings() {
    for (int32_t type = 0; type < Size(); ++type) {
      const std::string& letters = Letters(type);
      ShareCounts& counts = counts_[type];
      counts[Share::kWithArticle] =
          CountOf(absl::StrCat("ال", letters)) + CountOf(absl::StrCat("وال", letters)) +
          CountOf(absl::StrCat("بال", letters)) + CountOf(absl::StrCat("لل", letters));
      for (const absl::string_view prefix : kPrepositions) {
        counts[Share::kWithPreposition] += CountOf(absl::StrCat(prefix, letters));
      }
      counts[Share::kWithConjunction] =
          CountOf(absl::StrCat("و", letters)) + CountOf(absl::StrCat("ف", letters));
      // Ta marbuta opens before a pronoun.
      const bool feminine = absl::EndsWith(letters, "ة");
      const std::string host =
          feminine ? absl::StrCat(letters.substr(0, letters.size() - 2), "ت") : letters;
      for (const absl::string_view pronoun : kPronouns) {
        counts[Share::kWithPronoun] += CountOf(absl::StrCat(host, pronoun));
      }
    }
  }

  // The share that words of an article's title belong to, or kShareCount.
  Share SubjectOf(const CorpusArticle& article) const {
    const size_t end = std::min(corpus_.stream.size(), article.begin + kDescriptionReach);
    for (size_t i = article.begin; i < end; ++i) {
      const int32_t type = corpus_.stream[i];
      if (type == kSentenceBreak) break;
      // The title stands at the start of most first sentences.
      if (std::find(article.title.begin(), article.title.end(), type) != article.title.end()) {
        continue;
      }
      const uint16_t roles = roles_[type];
      if (roles & kPersonDescription) return Share::kInPersonTitle;
      if (roles & kOrganizationWord) return Share::kInOrganizationTitle;
      if (roles & kPlaceWord) return Share::kInPlaceTitle;
      if (roles & kProductWord) return Share::kInProductTitle;
    }
    return Share::kShareCount;
  }

  void CountTitles() {
    first_in_title_.assign(corpus_.types.size(), 0);
    for (const CorpusArticle& article : corpus_.articles) {
      if (article.title.empty()) continue;
      const Share share = SubjectOf(article);
      if (share == Share::kShareCount) continue;
      for (const int32_t type : article.title) {
        ++counts_[type][share];
        ++counts_[type][Share::kInTitle];
      }
      if (share == Share::kInPersonTitle) ++first_in_title_[article.title.front()];
    }
  }

  void FindPersonNames() {
    for (int32_t type = 0; type < Size(); ++type) {
      if (first_in_title_[type] < kMinTitlesOfName ||
          first_in_title_[type] * kMaxPlacesPerTitle < corpus_.types[type].count) {
        continue;
      }
      for (const absl::string_view prefix : {"", "و", "ل", "ب", "ول"}) {
        const int32_t spelling = TypeOf(absl::StrCat(prefix, Letters(type)));
        if (spelling >= 0) roles_[spelling] |= kPersonName;
      }
    }
  }

  void CountCompany() {
    const std::vector<int32_t>& stream = corpus_.stream;
    for (size_t i = 0; i < stream.size(); ++i) {
      if (stream[i] == kSentenceBreak) continue;
      ShareCounts& counts = counts_[stream[i]];
      const uint16_t before = i > 0 ? RolesAt(i - 1) : 0;
      const uint16_t after = i + 1 < stream.size() ? RolesAt(i + 1) : 0;
      counts[Share::kStartsSentence] += i == 0 || stream[i - 1] == kSentenceBreak;
      const bool second_after_title =
          (before & kNationality) != 0 && i > 1 && (RolesAt(i - 2) & kPersonTitle) != 0;
      counts[Share::kAfterPersonTitle] += (before & kPersonTitle) != 0 || second_after_title;
      counts[Share::kAfterSpeechVerb] += (before & kSpeechVerb) != 0;
      counts[Share::kAfterPersonName] += (before & kPersonName) != 0;
      counts[Share::kAfterPlaceWord] += (before & kPlaceWord) != 0;
      counts[Share::kAfterLocative] += (before & kLocative) != 0;
      counts[Share::kAfterOrganizationWord] += (before & kOrganizationWord) != 0;
      counts[Share::kAfterProductWord] += (before & kProductWord) != 0;
      counts[Share::kBeforeSpeechVerb] += (after & kSpeechVerb) != 0;
      counts[Share::kBeforePersonName] += (after & kPersonName) != 0;
      counts[Share::kBeforeBracket] += (after & kBracket) != 0;
    }
  }

  uint16_t RolesAt(size_t i) const {
    return corpus_.stream[i] == kSentenceBreak ? 0 : roles_[corpus_.stream[i]];
  }

  const Corpus& corpus_;
  absl::flat_hash_map<absl::string_view, int32_t> type_of_;
  std::vector<uint16_t> roles_;  // bits of Role, by type
  std::vector<int64_t> first_in_title_;
  std::vector<ShareCounts> counts_;
};

}  // namespace

std::vector<ShareCounts> CountShares(const Corpus& corpus) { return Counter(corpus).Run(); }

uint8_t ShareBucket(int64_t part, int64_t whole) {
  constexpr int kBucketOfOne = 10;
  constexpr int kLast = 15;
  if (part <= 0) return 0;
  whole += kDamping;
  int bucket = kBucketOfOne;
  while (bucket < kLast && part >= 2 * whole) {
    whole *= 2;
    ++bucket;
  }
  while (bucket > 1 && part < whole) {
    part *= 2;
    --bucket;
  }
  return static_cast<uint8_t>(bucket);
}

std::array<uint8_t, word_layout::kShareCount> ShareBuckets(const ShareCounts& counts,
                                                           int64_t count) {
  std::array<uint8_t, word_layout::kShareCount> buckets{};
  for (int i = 0; i < word_layout::kShareCount; ++i) {
    const bool of_titles = i == Share::kInPersonTitle || i == Share::kInPlaceTitle ||
                           i == Share::kInOrganizationTitle || i == Share::kInProductTitle;
    buckets[i] = ShareBucket(counts[i], of_titles ? counts[Share::kInTitle] : count);
  }
  return buckets;
}

uint8_t FrequencyBucket(int64_t count) {
  int bucket = 0;
  while (count > 1) {
    count /= 2;
    ++bucket;
  }
  return static_cast<uint8_t>(std::max(1, bucket));
}

}  // namespace isnad::extraction
