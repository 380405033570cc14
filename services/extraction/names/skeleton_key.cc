#include "services/extraction/names/skeleton_key.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/match.h"

namespace isnad::extraction {
namespace {

struct SoundRule {
  absl::string_view letters;
  absl::string_view sounds;
};

// Longer letter groups stand first.
constexpr SoundRule kArabic[] = {
    {"تش", "c"}, {"دج", "j"}, {"نغ", "N"}, {"نج", "N"}, {"ا", "a"}, {"و", "u"}, {"ي", "i"},
    {"ع", "e"},  {"ه", "h"},  {"ح", "h"},  {"ء", ""},   {"ب", "b"}, {"ت", "t"}, {"ط", "t"},
    {"ث", "T"},  {"ج", "j"},  {"خ", "x"},  {"د", "d"},  {"ض", "d"}, {"ذ", "D"}, {"ظ", "z"},
    {"ر", "r"},  {"ز", "z"},  {"س", "s"},  {"ص", "s"},  {"ش", "S"}, {"غ", "g"}, {"ف", "f"},
    {"ق", "q"},  {"ك", "k"},  {"ل", "l"},  {"م", "m"},  {"ن", "n"},
};

constexpr SoundRule kLatin[] = {
    {"tsch", "c"}, {"sch", "S"}, {"tch", "c"}, {"sh", "S"}, {"ch", "c"}, {"th", "T"},  {"ng", "N"},
    {"ph", "f"},   {"kh", "x"},  {"gh", "g"},  {"zh", "Z"}, {"ck", "k"}, {"ce", "si"}, {"ci", "si"},
    {"ou", "u"},   {"oo", "u"},  {"ee", "i"},  {"a", "a"},  {"b", "b"},  {"c", "k"},   {"d", "d"},
    {"e", "i"},    {"f", "f"},   {"g", "g"},   {"h", "h"},  {"i", "i"},  {"j", "j"},   {"k", "k"},
    {"l", "l"},    {"m", "m"},   {"n", "n"},   {"o", "u"},  {"p", "b"},  {"q", "q"},   {"r", "r"},
    {"s", "s"},    {"t", "t"},   {"u", "u"},   {"v", "f"},  {"w", "u"},  {"x", "ks"},  {"y", "i"},
    {"z", "z"},
};

// Appends the sounds of the first letters of `rest` and removes them.
template <size_t N>
bool ApplyFirst(const SoundRule (&rules)[N], absl::string_view* rest, std::string* sounds) {
  const auto* rule = std::find_if(std::begin(rules), std::end(rules), [rest](const SoundRule& r) {
    return absl::StartsWith(*rest, r.letters);
  });
  if (rule == std::end(rules)) return false;
  for (char sound : rule->sounds) {
    if (sounds->empty() || sounds->back() != sound) sounds->push_back(sound);
  }
  rest->remove_prefix(rule->letters.size());
  return true;
}

char ClassOf(char sound) {
  switch (sound) {
    case 'k':
    case 'g':
    case 'q':
    case 'x':
    case 'j':
      return 'k';
    case 'S':
    case 'c':
    case 'Z':
      return 'x';
    case 's':
    case 'z':
      return 's';
    case 't':
    case 'T':
    case 'd':
    case 'D':
      return 't';
    case 'b':
      return 'b';
    case 'f':
      return 'f';
    case 'l':
    case 'r':
    case 'm':
    case 'n':
    case 'N':
      return sound;
    default:
      return '\0';
  }
}

}  // namespace

std::string SoundsOf(absl::string_view folded_word) {
  std::string sounds;
  absl::string_view rest = folded_word;
  // Pinyin: "Xiao" is heard as "shiao".
  if (absl::StartsWith(rest, "xi") || absl::StartsWith(rest, "xu")) {
    sounds = "S";
    rest.remove_prefix(1);
  }
  while (!rest.empty()) {
    if (ApplyFirst(kArabic, &rest, &sounds) || ApplyFirst(kLatin, &rest, &sounds)) continue;
    rest.remove_prefix(1);
  }
  return sounds;
}

std::string SkeletonKey(absl::string_view folded_word) {
  std::string key;
  const std::string sounds = SoundsOf(folded_word);
  for (size_t i = 0; i < sounds.size(); ++i) {
    char consonant = ClassOf(sounds[i]);
    if (consonant == '\0' && i == 0 && sounds[i] != 'h') consonant = 'A';
    if (consonant != '\0' && (key.empty() || key.back() != consonant)) key.push_back(consonant);
  }
  return key;
}

}  // namespace isnad::extraction
