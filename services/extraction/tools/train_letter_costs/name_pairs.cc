#include "services/extraction/tools/train_letter_costs/name_pairs.h"

#include <cstdint>
#include <fstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace isnad::extraction {
namespace {

constexpr uint64_t kFnvOffset = 14695981039346656037u;
constexpr uint64_t kFnvPrime = 1099511628211u;
constexpr int kHeldOutOf = 10;

}  // namespace

bool IsHeldOut(const matching::Spelling& latin) {
  uint64_t hash = kFnvOffset;
  for (char letter : latin.letters) hash = (hash ^ static_cast<unsigned char>(letter)) * kFnvPrime;
  return (hash >> 20) % kHeldOutOf == 0;
}

absl::StatusOr<std::vector<NamePair>> ReadNamePairs(const std::string& path) {
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("no file of name pairs at ", path));
  std::vector<NamePair> pairs;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
    if (fields.size() < 2) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", number, ": no tab between two names"));
    }
    NamePair pair;
    pair.latin = std::string(fields[0]);
    pair.arabic = absl::StrReplaceAll(fields[1], {{" ", ""}});
    pair.latin_spelling = matching::Spell(pair.latin);
    pair.arabic_spelling = matching::Spell(pair.arabic);
    if (pair.latin_spelling.script == matching::Script::kArabic) {
      pair.latin = std::string(fields[1]);
      pair.arabic = absl::StrReplaceAll(fields[0], {{" ", ""}});
      pair.latin_spelling = matching::Spell(pair.latin);
      pair.arabic_spelling = matching::Spell(pair.arabic);
    }
    if (fields.size() > 2 && !absl::SimpleAtoi(fields[2], &pair.count)) {
      return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": no count: ", fields[2]));
    }
    if (pair.latin_spelling.empty() || pair.arabic_spelling.empty() ||
        pair.latin_spelling.script == pair.arabic_spelling.script) {
      continue;
    }
    pair.held_out = IsHeldOut(pair.latin_spelling);
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

}  // namespace isnad::extraction
