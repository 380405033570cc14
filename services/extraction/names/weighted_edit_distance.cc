#include "services/extraction/names/weighted_edit_distance.h"

#include <algorithm>

#include "services/extraction/names/skeleton_key.h"

namespace isnad::extraction {
namespace {

constexpr double kWeakCost = 0.3;
constexpr double kVowelSwapCost = 0.25;
constexpr double kSameClassCost = 0.3;
constexpr double kLongNameLimit = 0.10;
constexpr double kShortNameLimit = 0.07;
constexpr double kFullNameLimit = 0.09;
constexpr double kFullNameWordLimit = 0.16;

bool IsWeak(char sound) {
  return sound == 'a' || sound == 'i' || sound == 'u' || sound == 'h' || sound == 'e';
}

bool InOneClass(char a, char b) {
  for (absl::string_view sounds : {"kgqxj", "sz", "ScZj", "tTdD", "sT", "zZD", "bf", "nN"}) {
    if (sounds.find(a) != sounds.npos && sounds.find(b) != sounds.npos) return true;
  }
  return false;
}

double InsertCost(char sound) { return IsWeak(sound) ? kWeakCost : 1.0; }

double SwapCost(char a, char b) {
  if (a == b) return 0;
  if (IsWeak(a) && IsWeak(b)) return kVowelSwapCost;
  return InOneClass(a, b) ? kSameClassCost : 1.0;
}

}  // namespace

double NameDistance(absl::string_view folded_a, absl::string_view folded_b) {
  const std::string a = SoundsOf(folded_a);
  const std::string b = SoundsOf(folded_b);
  if (a.empty() || b.empty()) return a == b ? 0 : 1;
  std::vector<double> row(b.size() + 1, 0);
  for (size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + InsertCost(b[j]);
  for (char sound : a) {
    double diagonal = row[0];
    row[0] += InsertCost(sound);
    for (size_t j = 0; j < b.size(); ++j) {
      const double best = std::min({diagonal + SwapCost(sound, b[j]),
                                    row[j + 1] + InsertCost(sound), row[j] + InsertCost(b[j])});
      diagonal = row[j + 1];
      row[j + 1] = best;
    }
  }
  return row.back() / static_cast<double>(std::max(a.size(), b.size()));
}

bool SameName(absl::string_view folded_a, absl::string_view folded_b) {
  if (folded_a == folded_b) return true;
  const size_t sounds = std::min(SoundsOf(folded_a).size(), SoundsOf(folded_b).size());
  return NameDistance(folded_a, folded_b) <= (sounds >= 5 ? kLongNameLimit : kShortNameLimit);
}

bool SameFullName(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() != b.size() || a.size() < 2) return false;
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    const double distance = NameDistance(a[i], b[i]);
    if (distance > kFullNameWordLimit) return false;
    sum += distance;
  }
  return sum / static_cast<double>(a.size()) <= kFullNameLimit;
}

}  // namespace isnad::extraction
