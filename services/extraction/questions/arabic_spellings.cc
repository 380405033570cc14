#include "services/extraction/questions/arabic_spellings.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace isnad::extraction {
namespace {

// Kept while a word is spelled out letter by letter.
constexpr std::size_t kBeam = 160;

// What letters may stand for, and at what cost.
struct Letters {
  absl::string_view latin;
  std::vector<ArabicSpelling> arabic;
};

// Longest first. Vowels are written or, being short, left out.
const std::vector<Letters>& Inner() {
  static const auto* letters = new std::vector<Letters>{
      {"tch", {{"تش", 0}}},
      {"sch", {{"ش", 0}}},
      {"sh", {{"ش", 0}}},
      {"ch", {{"تش", 0}, {"ش", 0.5}, {"خ", 1}}},
      {"kh", {{"خ", 0}}},
      {"gh", {{"غ", 0}}},
      {"th", {{"ث", 0}, {"ت", 1}}},
      {"dh", {{"ذ", 0}, {"ظ", 0.7}, {"ض", 1}}},
      {"ph", {{"ف", 0}}},
      {"ck", {{"ك", 0}}},
      {"qu", {{"كو", 0}, {"ق", 0.5}}},
      {"ou", {{"و", 0}, {"", 0.4}, {"او", 0.5}}},
      {"oo", {{"و", 0}}},
      {"ee", {{"ي", 0}}},
      {"ea", {{"ي", 0}, {"يا", 0.5}}},
      {"ei", {{"ي", 0}, {"اي", 0.5}}},
      {"ai", {{"ي", 0}, {"اي", 0.3}, {"ايي", 1}}},
      {"ay", {{"ي", 0}, {"اي", 0.3}}},
      {"ey", {{"ي", 0}}},
      {"aa", {{"ا", 0}, {"اع", 0.6}, {"عا", 0.8}}},
      {"au", {{"و", 0}, {"او", 0.4}}},
      {"aw", {{"و", 0}, {"او", 0.4}}},
      {"ow", {{"و", 0}, {"او", 0.5}}},
      {"iy", {{"ي", 0}}},
      {"ya", {{"يا", 0}, {"ي", 0.4}}},
      {"ia", {{"يا", 0}, {"ي", 0.8}}},
      {"io", {{"يو", 0}}},
      {"a", {{"ا", 0}, {"", 0.15}, {"ع", 0.9}, {"عا", 1.1}}},
      {"b", {{"ب", 0}}},
      {"c", {{"ك", 0}, {"س", 0.5}}},
      {"d", {{"د", 0}, {"ض", 0.7}}},
      {"e", {{"ي", 0}, {"", 0.15}, {"ا", 0.9}}},
      {"f", {{"ف", 0}}},
      {"g", {{"غ", 0}, {"ج", 0.3}, {"ق", 1}, {"ك", 1.2}}},
      {"h", {{"ه", 0}, {"ح", 0.2}}},
      {"i", {{"ي", 0}, {"", 0.3}}},
      {"j", {{"ج", 0}}},
      {"k", {{"ك", 0}, {"ق", 0.5}}},
      {"l", {{"ل", 0}}},
      {"m", {{"م", 0}}},
      {"n", {{"ن", 0}}},
      {"o", {{"و", 0}, {"", 0.5}, {"ا", 1}}},
      {"p", {{"ب", 0}}},
      {"q", {{"ق", 0}}},
      {"r", {{"ر", 0}}},
      {"s", {{"س", 0}, {"ص", 0.4}, {"ز", 1}}},
      {"t", {{"ت", 0}, {"ط", 0.3}}},
      {"u", {{"و", 0}, {"", 0.15}}},
      {"v", {{"ف", 0}}},
      {"w", {{"و", 0}}},
      {"x", {{"كس", 0}}},
      {"y", {{"ي", 0}, {"", 1}}},
      {"z", {{"ز", 0}, {"ظ", 0.7}}},
      {"'", {{"", 0}, {"ع", 0.2}, {"ا", 0.6}}},
  };
  return *letters;
}

// At the beginning a vowel needs a letter to stand on.
const std::vector<Letters>& First() {
  static const auto* letters = new std::vector<Letters>{
      {"ei", {{"اي", 0}, {"ا", 0.5}}},
      {"ai", {{"اي", 0}, {"عي", 0.6}}},
      {"ou", {{"او", 0}}},
      {"a", {{"ا", 0}, {"ع", 0.3}}},
      {"e", {{"ا", 0}, {"اي", 0.2}, {"ع", 0.8}}},
      {"i", {{"اي", 0.1}, {"ا", 0}}},
      {"o", {{"او", 0}, {"ا", 0.4}, {"ع", 0.8}}},
      {"u", {{"او", 0}, {"ا", 0.2}, {"ع", 0.8}}},
  };
  return *letters;
}

const std::vector<Letters>& Last() {
  static const auto* letters = new std::vector<Letters>{
      {"ie", {{"ي", 0}}},
      {"ah", {{"ه", 0}, {"اه", 0.5}, {"ا", 0.6}}},
      {"ia", {{"يا", 0}, {"يه", 0.3}}},
      {"a", {{"ا", 0}, {"ه", 0.1}, {"ي", 0.6}}},
      {"e", {{"", 0}, {"ي", 0.3}, {"ه", 0.5}}},
  };
  return *letters;
}

const Letters* Match(const std::vector<Letters>& table, absl::string_view rest, bool whole) {
  for (const Letters& letters : table) {
    if (whole ? rest == letters.latin : absl::StartsWith(rest, letters.latin)) return &letters;
  }
  return nullptr;
}

bool ByCost(const ArabicSpelling& a, const ArabicSpelling& b) { return a.cost < b.cost; }

}  // namespace

std::vector<ArabicSpelling> ArabicSpellings(absl::string_view latin, std::size_t limit) {
  const std::string lower = absl::AsciiStrToLower(latin);
  absl::string_view rest = lower;
  std::vector<ArabicSpelling> spelled = {{"", 0}};
  for (const absl::string_view article :
       {"al-", "el-", "as-", "ar-", "an-", "ash-", "az-", "at-"}) {
    if (absl::ConsumePrefix(&rest, article)) {
      spelled.front().word = "ال";
      break;
    }
  }
  if (rest.size() < 2) return {};
  const std::size_t start = rest.size();
  while (!rest.empty()) {
    const bool first = rest.size() == start;
    const Letters* letters = first ? Match(First(), rest, false) : Match(Last(), rest, true);
    if (letters == nullptr) letters = Match(Inner(), rest, false);
    if (letters == nullptr) return {};
    rest.remove_prefix(letters->latin.size());
    // A doubled consonant is written once.
    if (letters->latin.size() == 1 && !rest.empty() && rest[0] == letters->latin[0] &&
        absl::string_view("aeiou").find(rest[0]) == absl::string_view::npos) {
      rest.remove_prefix(1);
    }
    std::map<std::string, double> longer;
    for (const ArabicSpelling& known : spelled) {
      for (const ArabicSpelling& next : letters->arabic) {
        const auto added = longer.emplace(absl::StrCat(known.word, next.word), 1e9).first;
        added->second = std::min(added->second, known.cost + next.cost);
      }
    }
    spelled.clear();
    for (const auto& [word, cost] : longer) spelled.push_back({word, cost});
    std::stable_sort(spelled.begin(), spelled.end(), ByCost);
    if (spelled.size() > kBeam) spelled.resize(kBeam);
  }
  if (spelled.size() > limit) spelled.resize(limit);
  return spelled;
}

}  // namespace isnad::extraction
