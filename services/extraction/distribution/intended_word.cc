#include "services/extraction/distribution/intended_word.h"

#include <cstddef>
#include <initializer_list>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "services/matching/typing_slips.h"

namespace isnad::extraction {
namespace {

using matching::Slip;

// Five Arabic letters.
constexpr std::size_t kShortestBytes = 10;
// Logarithms of counts, of 32 and 256. A word outweighs others that are a fourth as frequent.
constexpr int kCommon = 5;
constexpr int kVeryCommon = 8;
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

enum class Lookup { kAsItIs, kStripped };

int FrequencyOf(absl::string_view word, Lookup lookup, const WordDistribution& words) {
  if (lookup == Lookup::kAsItIs) return words.Find(word).frequency;
  const StrippedFacts found = words.FindStripped(word);
  return MayBeMeant(word, found) ? found.facts.frequency : 0;
}

// The commonest word that `form` is such a slip of, where none is nearly as common.
std::string Likeliest(std::initializer_list<Slip> slips, int least, Lookup lookup,
                      absl::string_view form, const WordDistribution& words) {
  std::string best;
  int most = 0;
  int next = 0;
  for (const Slip slip : slips) {
    for (std::string& word : matching::BeforeSlip(form, slip)) {
      if (word == best) continue;
      const int frequency = FrequencyOf(word, lookup, words);
      if (frequency > most) {
        next = most;
        most = frequency;
        best = std::move(word);
      } else if (frequency > next) {
        next = frequency;
      }
    }
  }
  return most >= least && next + kMargin <= most ? best : std::string();
}

}  // namespace

std::vector<std::string> WordsBeforeSlip(absl::string_view word) {
  std::vector<std::string> words;
  for (const Slip slip : {Slip::kExchanged, Slip::kDoubled, Slip::kKeyBeside, Slip::kOmitted}) {
    for (std::string& before : matching::BeforeSlip(word, slip)) words.push_back(std::move(before));
  }
  return words;
}

std::string IntendedWord(absl::string_view form, const WordDistribution& words) {
  if (!StartsArabic(form) || form.size() < kShortestBytes) return std::string();
  if (words.Find(form).known) return std::string();
  // What is known behind its first letters is rarely more than those: "اللراتب".
  const StrippedFacts host = words.FindStripped(form);
  if (host.facts.known && MayBeMeant(form, host)) {
    return Likeliest({Slip::kDoubled, Slip::kExchanged}, kVeryCommon, Lookup::kAsItIs, form, words);
  }
  std::string struck = Likeliest({Slip::kExchanged, Slip::kDoubled, Slip::kKeyBeside}, kCommon,
                                 Lookup::kStripped, form, words);
  if (!struck.empty()) return struck;
  return Likeliest({Slip::kOmitted}, kVeryCommon, Lookup::kStripped, form, words);
}

}  // namespace isnad::extraction
