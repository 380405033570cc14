#include "services/extraction/distribution/intended_word.h"

#include <cstddef>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "services/matching/typing_slips.h"

namespace isnad::extraction {
namespace {

// Five Arabic letters.
constexpr std::size_t kShortestBytes = 10;
// Logarithms of counts: a word is common from 256 times up, and outweighs others that are a fourth
// as frequent.
constexpr int kCommon = 8;
constexpr int kMargin = 2;

bool StartsArabic(absl::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) >= 0x80;
}

// "س" is written on to imperfect verbs only: "سدمياط" is not "دمياط" with anything.
bool MayBeMeant(absl::string_view word, const StrippedFacts& found) {
  if (found.stripped_bytes == 0) return true;
  absl::string_view rest = word;
  if (!absl::ConsumePrefix(&rest, "س")) return true;
  return absl::StartsWith(rest, "ي") || absl::StartsWith(rest, "ت") ||
         absl::StartsWith(rest, "ن") || absl::StartsWith(rest, "أ");
}

}  // namespace

std::vector<std::string> WordsBeforeSlip(absl::string_view word) {
  std::vector<std::string> words;
  for (const matching::Slip slip :
       {matching::Slip::kExchanged, matching::Slip::kDoubled, matching::Slip::kKeyBeside}) {
    for (std::string& before : matching::BeforeSlip(word, slip)) words.push_back(std::move(before));
  }
  return words;
}

std::string IntendedWord(absl::string_view form, const WordDistribution& words) {
  if (!StartsArabic(form) || form.size() < kShortestBytes) return std::string();
  if (words.FindStripped(form).facts.known) return std::string();
  std::string best;
  int most = 0;
  int next = 0;
  for (std::string& word : WordsBeforeSlip(form)) {
    if (word == best) continue;
    const StrippedFacts found = words.FindStripped(word);
    const int frequency = MayBeMeant(word, found) ? found.facts.frequency : 0;
    if (frequency > most) {
      next = most;
      most = frequency;
      best = std::move(word);
    } else if (frequency > next) {
      next = frequency;
    }
  }
  return most >= kCommon && next + kMargin <= most ? best : std::string();
}

}  // namespace isnad::extraction
