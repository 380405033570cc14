#include "services/matching/match_keys.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace isnad::matching {
namespace {

// Sounds that a group of letters may stand for. "-" is none, "A" a vowel that counts only at the
// beginning; alternatives are parted by "|", likeliest first.
struct SoundRule {
  absl::string_view letters;
  absl::string_view sounds;
};

// Longer groups stand first.
constexpr SoundRule kLatin[] = {
    {"tsch", "s"},  {"tch", "s"},  {"sch", "s|sk"}, {"cch", "k"},   {"dge", "k"},
    {"sh", "s"},    {"ch", "s|k"}, {"th", "t|s"},   {"ph", "f"},    {"kh", "k"},
    {"gh", "k|-"},  {"zh", "s|k"}, {"dj", "k"},     {"dg", "k"},    {"ck", "k"},
    {"cc", "k|ks"}, {"cz", "s"},   {"sz", "s"},     {"ts", "ts|s"}, {"tz", "ts|s"},
    {"ce", "s|k"},  {"ci", "s|k"}, {"cy", "s|k"},   {"gn", "n|kn"}, {"wr", "r|fr"},
    {"kn", "kn|n"}, {"gu", "k"},   {"qu", "k"},     {"qi", "s|k"},  {"a", "A"},
    {"b", "b"},     {"c", "k|s"},  {"d", "t"},      {"e", "A"},     {"f", "f"},
    {"g", "k"},     {"h", "-"},    {"i", "A"},      {"j", "k|A"},   {"k", "k"},
    {"l", "l"},     {"m", "m"},    {"n", "n"},      {"o", "A"},     {"p", "b"},
    {"q", "k"},     {"r", "r"},    {"s", "s"},      {"t", "t"},     {"u", "A"},
    {"v", "f"},     {"w", "A|f"},  {"x", "ks|s|k"}, {"y", "A"},     {"z", "s|ts"},
};

constexpr SoundRule kArabic[] = {
    {"تش", "s"}, {"دج", "k"}, {"ا", "A"}, {"ب", "b"},   {"ت", "t"},   {"ث", "t|s"}, {"ج", "k"},
    {"ح", "-"},  {"خ", "k"},  {"د", "t"}, {"ذ", "t|s"}, {"ر", "r"},   {"ز", "s"},   {"س", "s"},
    {"ش", "s"},  {"ص", "s"},  {"ض", "t"}, {"ط", "t"},   {"ظ", "s|t"}, {"ع", "A"},   {"غ", "k"},
    {"ف", "f"},  {"ق", "k"},  {"ك", "k"}, {"ل", "l"},   {"م", "m"},   {"ن", "n"},   {"ه", "-"},
    {"و", "A"},  {"ي", "A"},  {"ء", "-"},
};

// Rules by the letter that they begin with, in codes.
struct CodedRule {
  std::string letters;
  absl::string_view sounds;
};

class RuleTable {
 public:
  template <size_t N>
  RuleTable(Script script, const SoundRule (&rules)[N]) : by_letter_(32) {
    for (const SoundRule& rule : rules) {
      bool ok = false;
      const std::string letters = ParseLetters(script, rule.letters, &ok);
      by_letter_[static_cast<size_t>(letters[0])].push_back({letters, rule.sounds});
    }
  }

  // The first rule that `rest` begins with; every letter has one.
  const CodedRule& Find(absl::string_view rest) const {
    const std::vector<CodedRule>& rules = by_letter_[static_cast<size_t>(rest[0])];
    return *std::find_if(rules.begin(), rules.end() - 1, [rest](const CodedRule& rule) {
      return absl::StartsWith(rest, rule.letters);
    });
  }

 private:
  std::vector<std::vector<CodedRule>> by_letter_;
};

const RuleTable& RulesOf(Script script) {
  static const RuleTable* const latin = new RuleTable(Script::kLatin, kLatin);
  static const RuleTable* const arabic = new RuleTable(Script::kArabic, kArabic);
  return script == Script::kLatin ? *latin : *arabic;
}

using Keys = std::vector<std::string>;

enum class Place { kBegin, kInside };

// Adds sounds to a key: vowels only where a name begins, repeats only once.
void AddSounds(absl::string_view sounds, Place place, std::string* key) {
  for (char sound : sounds) {
    if (sound == '-') continue;
    if (sound == 'A' && (place == Place::kInside || !key->empty())) continue;
    if (key->empty() || key->back() != sound) key->push_back(sound);
  }
}

// Extends all keys by a group of letters.
void Extend(absl::string_view alternatives, Place place, Keys* keys) {
  const size_t before = keys->size();
  size_t bar = alternatives.find('|');
  while (bar != absl::string_view::npos) {
    const absl::string_view rest = alternatives.substr(bar + 1);
    const absl::string_view other = rest.substr(0, rest.find('|'));
    for (size_t i = 0; i < before && keys->size() < kMostKeys; ++i) {
      keys->push_back((*keys)[i]);
      AddSounds(other, place, &keys->back());
    }
    const size_t next = rest.find('|');
    bar = next == absl::string_view::npos ? next : bar + 1 + next;
  }
  const absl::string_view first = alternatives.substr(0, alternatives.find('|'));
  for (size_t i = 0; i < before; ++i) AddSounds(first, place, &(*keys)[i]);
}

void ExtendByWord(const Spelling& word, bool first_word, Keys* keys) {
  const RuleTable& rules = RulesOf(word.script);
  absl::string_view rest = word.letters;
  Place place = first_word ? Place::kBegin : Place::kInside;
  while (!rest.empty()) {
    const CodedRule& rule = rules.Find(rest);
    Extend(rule.sounds, place, keys);
    rest.remove_prefix(rule.letters.size());
    place = Place::kInside;
  }
}

// Different keys in the order of first appearance.
void Unite(Keys* keys) {
  Keys united;
  united.reserve(keys->size());
  for (std::string& key : *keys) {
    if (key.empty() || std::find(united.begin(), united.end(), key) != united.end()) continue;
    united.push_back(std::move(key));
  }
  *keys = std::move(united);
}

constexpr char kAlef = 1;
constexpr char kLam = 23;
constexpr size_t kLeastAfterArticle = 2;

bool MayHaveArticle(const Spelling& word) {
  return word.script == Script::kArabic && word.letters.size() >= 2 + kLeastAfterArticle &&
         word.letters[0] == kAlef && word.letters[1] == kLam;
}

// An alef may only ease the cluster behind it: "إنفيديا" for Nvidia, "إستونيا" for Estonia.
bool MayHaveEasingAlef(const Spelling& word) {
  constexpr size_t kLeastLetters = 4;
  return word.script == Script::kArabic && word.letters.size() >= kLeastLetters &&
         word.letters[0] == kAlef &&
         RulesOf(Script::kArabic).Find(word.letters.substr(1)).sounds[0] != 'A';
}

// Keys of `keys` followed by the word, in all its readings.
Keys Followed(const Keys& keys, const NameWord& word, bool first_word) {
  Keys whole = keys;
  ExtendByWord(word.spelling, first_word, &whole);
  if (MayHaveArticle(word.spelling)) {
    Keys bare = keys;
    Spelling rest = word.spelling;
    rest.letters.erase(0, 2);
    ExtendByWord(rest, first_word, &bare);
    whole.insert(whole.end(), bare.begin(), bare.end());
  }
  if (first_word && MayHaveEasingAlef(word.spelling)) {
    Keys bare = keys;
    Spelling rest = word.spelling;
    rest.letters.erase(0, 1);
    ExtendByWord(rest, first_word, &bare);
    whole.insert(whole.end(), bare.begin(), bare.end());
  }
  if (!word.other_reading.empty()) {
    Keys letters = keys;
    ExtendByWord(word.other_reading, first_word, &letters);
    whole.insert(whole.end(), letters.begin(), letters.end());
  }
  Unite(&whole);
  if (whole.size() > kMostKeys) whole.resize(kMostKeys);
  return whole;
}

}  // namespace

std::vector<std::string> WordKeys(const NameWord& word) {
  return Followed(Keys(1), word, /*first_word=*/true);
}

std::vector<std::string> WholeKeys(const NameWords& name) {
  Keys keys(1);
  bool first = true;
  for (const NameWord& word : name.words) {
    if (word.role == WordRole::kParticle || word.role == WordRole::kDesignator) continue;
    Keys longer = Followed(keys, word, first);
    if (!longer.empty()) keys = std::move(longer);
    first = false;
  }
  std::string codes;
  for (const std::string& code : name.codes) absl::StrAppend(&codes, "#", code);
  for (std::string& key : keys) key += codes;
  Unite(&keys);
  return keys;
}

}  // namespace isnad::matching
