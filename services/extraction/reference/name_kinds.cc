#include "services/extraction/reference/name_kinds.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"

namespace isnad::extraction {
namespace {

using KindMap = absl::flat_hash_map<absl::string_view, absl::string_view>;

// Folded word of a name -> noun of description. Words that name a trade and not a kind are left
// out, as are nouns that descriptions themselves open names with ("بنك X").
const KindMap& KindOfWord() {
  static const auto* kinds = new KindMap{{"طيران", "ناقله"},        {"الطيران", "ناقله"},
                                         {"للطيران", "ناقله"},      {"الجويه", "ناقله"},
                                         {"ايرويز", "ناقله"},       {"ايرلاينز", "ناقله"},
                                         {"airways", "ناقله"},      {"airlines", "ناقله"},
                                         {"airline", "ناقله"},      {"lab", "مختبر"},
                                         {"labs", "مختبر"},         {"laboratory", "مختبر"},
                                         {"laboratories", "مختبر"}, {"لاب", "مختبر"},
                                         {"لابز", "مختبر"},         {"bank", "بنك"},
                                         {"banque", "بنك"},         {"بانك", "بنك"},
                                         {"university", "جامعه"},   {"universite", "جامعه"},
                                         {"institute", "معهد"},     {"capital", "صندوق"},
                                         {"ventures", "صندوق"},     {"fund", "صندوق"},
                                         {"كابيتال", "صندوق"},      {"فنتشرز", "صندوق"},
                                         {"group", "مجموعه"},       {"holding", "مجموعه"},
                                         {"holdings", "مجموعه"},    {"القابضه", "مجموعه"},
                                         {"هولدينغ", "مجموعه"},     {"هولدنغ", "مجموعه"},
                                         {"قابضه", "مجموعه"},       {"fc", "نادي"},
                                         {"club", "نادي"},          {"foundation", "موسسه"}};
  return *kinds;
}

}  // namespace

std::vector<absl::string_view> KindsInName(absl::Span<const absl::string_view> words) {
  std::vector<absl::string_view> kinds;
  if (words.size() < 2) return kinds;
  for (absl::string_view word : words) {
    const auto kind = KindOfWord().find(word);
    if (kind == KindOfWord().end()) continue;
    if (std::find(kinds.begin(), kinds.end(), kind->second) == kinds.end()) {
      kinds.push_back(kind->second);
    }
  }
  return kinds;
}

}  // namespace isnad::extraction
