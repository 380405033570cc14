#include "services/extraction/relations/parts_by_name.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "services/extraction/reference/mention_rules.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

constexpr double kConfidence = 0.75;
constexpr double kBelieved = 0.5;
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

int MentionsOf(const Analysis& analysis, int entity) {
  return static_cast<int>(
      std::count_if(analysis.mentions.begin(), analysis.mentions.end(),
                    [&](const Mention& mention) { return mention.entity == entity; }));
}

// "رئيس وحدة الروبوتات في X": the post is in the part. Whether it is such a post.
bool MovePostToPart(const Mention& part, const Mention& house, const Analysis& analysis,
                    FactRecord* fact) {
  if (fact->type != "HOLDS_ROLE" && fact->type != "APPOINTED") return false;
  if (!IsEntity(fact->object) || fact->object.entity != house.entity) return false;
  const bool of_part =
      std::any_of(fact->roles.begin(), fact->roles.end(), [&](const ArgumentRecord& role) {
        return role.role == "role" && role.range.overlaps(part.range);
      });
  if (of_part) fact->object = NamedEnd(analysis, part, "object");
  return of_part;
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

void AddPartsByKind(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  // Whose part it is stands right behind, past marks and a noun of kind.
  constexpr int kReach = 6;
  absl::flat_hash_set<int> known;
  for (size_t m = 0; m + 1 < analysis.mentions.size(); ++m) {
    const Mention& part = analysis.mentions[m];
    if (part.rule != kHousePart || part.kind != MentionKind::kName) continue;
    size_t next = m + 1;
    while (next < analysis.mentions.size() &&
           analysis.mentions[next].tokens.begin < part.tokens.end) {
      ++next;
    }
    if (next == analysis.mentions.size()) break;
    const Mention& house = analysis.mentions[next];
    const int passage = index.token(part.tokens.begin).passage;
    if (!IsHouse(analysis, house) && house.kind != MentionKind::kShortName) continue;
    if (house.entity < 0 || house.entity == part.entity || passage < 0) continue;
    if (index.token(house.tokens.begin).passage != passage ||
        house.tokens.begin > part.tokens.end + kReach ||
        analysis.entities[house.entity].type != EntityType::kOrganization) {
      continue;
    }
    const auto tells = [&](const FactRecord& fact) {
      if (fact.confidence < kBelieved) return false;
      return (IsEntity(fact.subject) && fact.subject.entity == part.entity) ||
             (IsEntity(fact.object) && fact.object.entity == part.entity);
    };
    // A part that the text says nothing else of is a place in the house.
    bool told = std::any_of(facts->begin(), facts->end(), tells);
    if (!told && MentionsOf(analysis, part.entity) < 2) continue;
    for (FactRecord& fact : *facts) {
      told = MovePostToPart(part, house, analysis, &fact) || told;
    }
    if (!told) continue;
    const bool said = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      return fact.type == "PART_OF" && IsEntity(fact.subject) && fact.subject.entity == part.entity;
    });
    if (said || !known.insert(part.entity).second) continue;
    FactRecord fact;
    fact.type = "PART_OF";
    fact.rule = "PART_OF/part-in-house";
    fact.SetConfidence("part told by kind and house", kConfidence);
    fact.passage = passage;
    fact.trigger = part.range;
    fact.quote = analysis.passages[passage].range;
    fact.subject = NamedEnd(analysis, part, "subject");
    fact.object = NamedEnd(analysis, house, "object");
    facts->push_back(std::move(fact));
  }
}

}  // namespace isnad::extraction
