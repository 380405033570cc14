#include "services/extraction/relations/parts_by_name.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

constexpr double kConfidence = 0.75;
// A name of more words than this is rather a phrase.
constexpr int kLongestName = 6;

// Words that make the name of a house that of one of its parts.
bool IsPartWord(const Token& token) {
  static const auto* words = new absl::flat_hash_set<absl::string_view>{
      "مختبر", "مختبرات", "معمل", "معامل", "وحده", "فريق", "ذكاء", "ابحاث", "بحوث"};
  static const auto* latin =
      new absl::flat_hash_set<std::string>{"ai", "lab", "labs", "research", "superintelligence"};
  return words->contains(token.base) || latin->contains(absl::AsciiStrToLower(token.form));
}

// "إيه آي" in Arabic letters, two tokens.
bool SpellsAi(const Token& first, const Token& second) {
  const bool opens = first.base == "ايه" || first.base == "اي" || first.base == "ايي";
  return opens && (second.base == "اي" || second.base == "ايه");
}

// Long enough to be told from a letter: "إكس".
bool IsWord(absl::string_view name) {
  constexpr size_t kShortestLatin = 4, kShortestArabic = 8;  // in bytes
  const bool latin = !name.empty() && absl::ascii_isascii(static_cast<unsigned char>(name.front()));
  return name.size() >= (latin ? kShortestLatin : kShortestArabic);
}

bool IsHouse(const Analysis& analysis, const Mention& mention) {
  return mention.kind == MentionKind::kName && mention.entity >= 0 &&
         analysis.entities[mention.entity].type == EntityType::kOrganization;
}

}  // namespace

void AddPartsByName(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  absl::flat_hash_map<std::string, int> houses;  // by a name of one word: its first mention
  for (size_t m = 0; m < analysis.mentions.size(); ++m) {
    const Mention& mention = analysis.mentions[m];
    if (!IsHouse(analysis, mention) || mention.tokens.size() != 1) continue;
    const absl::string_view name = index.token(mention.tokens.begin).base;
    if (IsWord(name)) houses.emplace(name, static_cast<int>(m));
  }
  if (houses.empty()) return;
  absl::flat_hash_set<int> known;  // entities seen, or said to be parts
  for (const FactRecord& fact : *facts) {
    if (fact.type == "PART_OF" && IsEntity(fact.subject)) known.insert(fact.subject.entity);
  }
  for (const Mention& mention : analysis.mentions) {
    if (!IsHouse(analysis, mention)) continue;
    const TokenRange words = mention.tokens;
    if (words.size() < 2 || words.size() > kLongestName) continue;
    if (!known.insert(mention.entity).second) continue;
    bool part = false;
    int house = -1;
    for (int i = words.begin; i < words.end; ++i) {
      part = part || IsPartWord(index.token(i)) ||
             (i + 1 < words.end && SpellsAi(index.token(i), index.token(i + 1)));
      const auto named = houses.find(index.token(i).base);
      if (house < 0 && named != houses.end()) house = named->second;
    }
    const int passage = index.token(words.begin).passage;
    if (!part || house < 0 || passage < 0) continue;
    const Mention& owner = analysis.mentions[house];
    if (owner.entity == mention.entity) continue;
    FactRecord fact;
    fact.type = "PART_OF";
    fact.rule = "PART_OF/called-after";
    fact.SetConfidence("name that holds the one of its house", kConfidence);
    fact.passage = passage;
    fact.trigger = mention.range;
    fact.quote = analysis.passages[passage].range;
    fact.subject = NamedEnd(analysis, mention, "subject");
    fact.object = NamedEnd(analysis, owner, "object");
    fact.cross_sentence = !fact.quote.contains(fact.object.range);
    facts->push_back(std::move(fact));
  }
}

}  // namespace isnad::extraction
