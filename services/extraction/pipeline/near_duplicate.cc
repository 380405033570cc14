#include "services/extraction/pipeline/near_duplicate.h"

#include <array>
#include <cstdint>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

constexpr int kBits = 64;
constexpr size_t kShingle = 3;

// FNV-1a with a final mix, so that stored keys do not depend on the platform's hash.
uint64_t Hash(absl::string_view text, uint64_t seed) {
  uint64_t hash = 14695981039346656037ULL ^ seed;
  for (unsigned char c : text) hash = (hash ^ c) * 1099511628211ULL;
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

}  // namespace

std::string NearDuplicateKey(const Analysis& analysis) {
  std::vector<uint64_t> words;
  for (const Token& token : analysis.tokens) {
    if (token.shape == TokenShape::kPunctuation || token.shape == TokenShape::kSymbol) continue;
    if (token.passage >= 0 && analysis.passages[token.passage].kind == PassageKind::kBoilerplate) {
      continue;
    }
    words.push_back(Hash(token.surface, 0));
  }
  std::array<int, kBits> votes{};
  const size_t count =
      words.size() < kShingle ? words.empty() ? 0 : 1 : words.size() - kShingle + 1;
  for (size_t i = 0; i < count; ++i) {
    uint64_t shingle = 0;
    for (size_t k = i; k < i + kShingle && k < words.size(); ++k) {
      shingle = Hash(absl::string_view(reinterpret_cast<const char*>(&words[k]), sizeof(uint64_t)),
                     shingle);
    }
    for (int bit = 0; bit < kBits; ++bit) votes[bit] += (shingle >> bit) & 1 ? 1 : -1;
  }
  uint64_t key = 0;
  for (int bit = 0; bit < kBits; ++bit) {
    if (votes[bit] > 0) key |= uint64_t{1} << bit;
  }
  return absl::StrFormat("%016x", key);
}

}  // namespace isnad::extraction
