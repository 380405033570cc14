#include "services/facts/domain/independence.h"

#include <cstdint>
#include <map>
#include <numeric>

#include "absl/numeric/bits.h"
#include "absl/strings/numbers.h"

namespace isnad::facts {
namespace {

constexpr int kMostDifferentBits = 3;
constexpr size_t kSimHashDigits = 16;

struct SourceDocument {
  std::string near_duplicate_key;
  std::string content_hash;
  std::string outlet;  // The one outlet that it relies on.
  bool speaks_itself = false;
};

bool SameStory(const SourceDocument& a, const SourceDocument& b) {
  if (!a.content_hash.empty() && a.content_hash == b.content_hash) return true;
  if (NearDuplicates(a.near_duplicate_key, b.near_duplicate_key)) return true;
  return !a.speaks_itself && !b.speaks_itself && !a.outlet.empty() && a.outlet == b.outlet;
}

// Finds the representative of a set, halving paths on the way.
size_t Find(std::vector<size_t>& parents, size_t i) {
  while (parents[i] != i) {
    parents[i] = parents[parents[i]];
    i = parents[i];
  }
  return i;
}

}  // namespace

bool NearDuplicates(absl::string_view a, absl::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  uint64_t x = 0;
  uint64_t y = 0;
  if (a.size() != kSimHashDigits || b.size() != kSimHashDigits || !absl::SimpleHexAtoi(a, &x) ||
      !absl::SimpleHexAtoi(b, &y)) {
    return false;
  }
  return absl::popcount(x ^ y) <= kMostDifferentBits;
}

int CountIndependent(const std::vector<EvidenceRecord>& evidence,
                     const std::function<bool(const std::string& entity)>& is_outlet) {
  std::map<std::string, SourceDocument> by_id;
  for (const EvidenceRecord& row : evidence) {
    SourceDocument& document = by_id[row.document];
    document.near_duplicate_key = row.near_duplicate_key;
    document.content_hash = row.content_hash;
    const bool relies = !row.speaker.empty() &&
                        (row.attribution == AttributionKind::kOutlet || is_outlet(row.speaker));
    if (!relies || (!document.outlet.empty() && document.outlet != row.speaker)) {
      document.speaks_itself = true;
    } else {
      document.outlet = row.speaker;
    }
  }
  std::vector<SourceDocument> documents;
  for (auto& entry : by_id) documents.push_back(std::move(entry.second));
  std::vector<size_t> parents(documents.size());
  std::iota(parents.begin(), parents.end(), 0);
  int independent = static_cast<int>(documents.size());
  for (size_t i = 0; i < documents.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      const size_t a = Find(parents, i);
      const size_t b = Find(parents, j);
      if (a == b || !SameStory(documents[i], documents[j])) continue;
      parents[a] = b;
      --independent;
    }
  }
  return independent;
}

}  // namespace isnad::facts
