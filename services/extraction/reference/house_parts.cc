#include "services/extraction/reference/house_parts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/document_subject.h"
#include "services/extraction/reference/mention_rules.h"
#include "services/extraction/reference/new_organization.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr double kConfidence = 0.75;
constexpr double kBareConfidence = 0.6;
constexpr int kLongestField = 4;  // words
constexpr int kSeveral = -2;

bool IsPartNoun(absl::string_view word) {
  static constexpr absl::string_view kNouns[] = {"وحده", "قسم", "ذراع", "شعبه", "مختبر", "معمل"};
  return OneOf(kNouns, word);
}

// The kind of part that a word names without the article, by the letters before it; empty when it
// names none.
absl::string_view KindOf(const Token& token, bool definite, int* letters) {
  if (token.shape != TokenShape::kArabic || !token.enclitic.empty() || token.definite != definite) {
    return {};
  }
  for (const BareForm& form : BareForms(token.surface)) {
    if (!IsPartNoun(form.text)) continue;
    *letters = form.stripped_letters;
    return form.text;
  }
  return {};
}

class Finder {
 public:
  explicit Finder(Analysis* analysis)
      : analysis_(*analysis), mention_at_(analysis->tokens.size(), -1) {
    for (size_t m = 0; m < analysis_.mentions.size(); ++m) {
      const TokenRange tokens = analysis_.mentions[m].tokens;
      for (int i = tokens.begin; i < tokens.end; ++i) mention_at_[i] = static_cast<int>(m);
    }
  }

  void Run() {
    for (int i = 0; i < size(); ++i) {
      if (mention_at_[i] < 0 && !AddPart(i)) AddBare(i);
    }
    PutMentions(std::move(found_), &analysis_);
  }

 private:
  const Token& token(int i) const { return analysis_.tokens[i]; }
  int size() const { return static_cast<int>(analysis_.tokens.size()); }
  bool Together(int a, int b) const {
    return b < size() && token(a).passage == token(b).passage && token(a).passage >= 0;
  }

  static bool IsMark(const Token& token) {
    return IsOneOf(token.form, {"\"", "«", "“", "„", "»", "”", "'"});
  }

  // "قسم التصميم [السابق]".
  static bool IsOfTime(const Token& word) {
    return word.definite && IsOneOf(word.base, {"جديد", "جديده", "سابق", "سابقه", "حالي", "حاليه",
                                                "اسبق", "ناشي", "ناشيه"});
  }

  // "X، ذراع مراكز البيانات في Y", "X هي وحدة": a part with a name, of which the words say more.
  bool SaysMoreOfName(int i) const {
    if (i == 0 || !Together(i - 1, i)) return false;
    const Token& before = token(i - 1);
    if (IsOneOf(before.surface, {"هي", "هو", "وهي", "وهو"})) return true;
    const bool comma = IsOneOf(before.form, {"،", ",", "(", "-", "–"});
    for (int k = comma ? i - 2 : i - 1; k >= 0 && k >= i - 4 && Together(k, i); --k) {
      if (mention_at_[k] >= 0) return comma || k < i - 1;
      if (!IsMark(token(k)) && token(k).form != ")") return false;
    }
    return false;
  }

  // The field behind the noun of kind: definite nouns and adjectives, the first maybe of another's
  // ("أبحاث الذكاء الاصطناعي"). `noun` + 1 when there is none.
  int EndOfField(int noun) const {
    int end = noun + 1;
    bool definite = false;
    while (Together(noun, end) && end <= noun + kLongestField && mention_at_[end] < 0) {
      const Token& word = token(end);
      const bool article = absl::StartsWith(word.surface, "ال") && word.definite;
      const bool joined = absl::StartsWith(word.surface, "وال") && definite;
      const bool construct = end == noun + 1 && word.part_of_speech == PartOfSpeech::kNoun &&
                             word.proclitics.empty() && word.enclitic.empty();
      if (word.shape != TokenShape::kArabic || word.stop_word) break;
      if (word.part_of_speech == PartOfSpeech::kVerb && !article) break;
      if (IsOneOf(word.base, {"تابع", "تابعه", "مملوك", "مملوكه", "خاص", "خاصه"}) || IsOfTime(word))
        break;
      if (!article && !joined && !construct) break;
      definite = definite || article;
      ++end;
    }
    return definite ? end : noun + 1;
  }

  // The mention of the house that the words behind a part say it is of; -1 without.
  int HouseBehind(int i) const {
    while (Together(i - 1, i) && IsOfTime(token(i))) ++i;
    bool belongs = false;
    if (Together(i - 1, i) && token(i).definite &&
        IsOneOf(token(i).base, {"تابع", "تابعه", "مملوك", "مملوكه", "خاص", "خاصه"})) {
      belongs = true;
      ++i;
    }
    bool inside = false;
    for (int steps = 0; steps < 4 && Together(i - 1, i); ++steps, ++i) {
      const Token& word = token(i);
      if (IsMark(word)) continue;
      const int mention = mention_at_[i];
      if (mention >= 0) {
        const Mention& house = analysis_.mentions[mention];
        if (house.tokens.begin != i || house.entity < 0) return -1;
        const bool clitic = house.range.begin > word.range.begin;
        if (!inside && !clitic) return -1;
        const bool organization =
            analysis_.entities[house.entity].type == EntityType::kOrganization;
        const bool outlet = IsOutlet(analysis_.entities[house.entity]);
        return organization && !outlet ? mention : -1;
      }
      const bool leads = IsOneOf(word.surface, {"في", "لدي", "ل", "ب", "داخل"});
      const bool kind = IsOneOf(word.base, {"شركه", "مجموعه", "بنك", "مصرف", "عملاق", "عملاقه"});
      const bool led = inside || (belongs && !word.proclitics.empty()) ||
                       IsOneOf(word.surface, {"بشركه", "لشركه", "بمجموعه", "لمجموعه"});
      if (!leads && !(kind && led)) return -1;
      inside = true;
    }
    return -1;
  }

  // Whether the noun of kind stands alone with the article behind a token.
  bool GoesOnAbout(absl::string_view kind, int from) const {
    int letters = 0;
    for (int i = from; i < size(); ++i) {
      if (mention_at_[i] < 0 && KindOf(token(i), /*definite=*/true, &letters) == kind) return true;
    }
    return false;
  }

  bool AddPart(int i) {
    int letters = 0;
    const absl::string_view kind = KindOf(token(i), /*definite=*/false, &letters);
    if (kind.empty()) return false;
    const int end = EndOfField(i);
    if (end == i + 1) return false;
    const ByteRange name = {WithoutLetters(analysis_, token(i), letters).begin,
                            token(end - 1).range.end};
    const std::string key = Fold(analysis_.Quote(name));
    const auto known = parts_.find(key);
    int entity = known == parts_.end() ? -1 : known->second;
    const int house = HouseBehind(end);
    if (entity < 0 && (house < 0 || SaysMoreOfName(i))) return false;
    // Every house has a department of sales: one counts where the text goes on about it.
    if (entity < 0 && kind == "قسم" && !GoesOnAbout(kind, end)) return false;
    if (entity < 0) {
      entity = AddOrganization(name, "DIVISION", &analysis_);
      parts_.emplace(key, entity);
      const auto [place, fresh] = kinds_.emplace(std::string(kind), entity);
      if (!fresh) place->second = kSeveral;
    }
    if (house >= 0) {
      CountAlias(entity, {name.begin, analysis_.mentions[house].range.end});
    }
    Put({i, end}, name, MentionKind::kName, entity, kConfidence);
    return true;
  }

  // "وقالت الوحدة", "هذا المختبر".
  void AddBare(int i) {
    int letters = 0;
    const absl::string_view kind = KindOf(token(i), /*definite=*/true, &letters);
    if (kind.empty()) return;
    const auto part = kinds_.find(kind);
    if (part == kinds_.end() || part->second < 0) return;
    const bool other = Together(i, i + 1) && token(i + 1).definite &&
                       token(i + 1).part_of_speech == PartOfSpeech::kAdjective &&
                       !IsOneOf(token(i + 1).base, {"مذكور", "مذكوره", "جديد", "جديده"});
    if (other) return;
    // "في الوحدة «X»": another's name follows.
    int next = i + 1;
    while (Together(i, next) && IsMark(token(next))) ++next;
    if (next > i + 1 && Together(i, next) && mention_at_[next] >= 0) return;
    // The article stays, unless "لل" has swallowed it.
    constexpr int kArticle = 2;
    if (absl::StrContains(token(i).surface, absl::StrCat("ال", kind))) letters -= kArticle;
    const ByteRange name = {WithoutLetters(analysis_, token(i), letters).begin, token(i).range.end};
    CountAlias(part->second, name);
    Put({i, i + 1}, name, MentionKind::kShortName, part->second, kBareConfidence);
  }

  void CountAlias(int entity, ByteRange words) {
    const std::string surface(analysis_.Quote(words));
    std::vector<AliasRecord>& aliases = analysis_.entities[entity].aliases;
    const bool known = std::any_of(aliases.begin(), aliases.end(), [&](const AliasRecord& alias) {
      return alias.surface == surface;
    });
    if (known) return;
    AliasRecord alias;
    alias.surface = surface;
    alias.folded_key = Fold(surface);
    alias.script = ScriptOf(surface);
    alias.kind = AliasRecord::Kind::kVariant;
    alias.count = 1;
    aliases.push_back(std::move(alias));
  }

  void Put(TokenRange tokens, ByteRange range, MentionKind kind, int entity, double confidence) {
    Mention mention;
    mention.tokens = tokens;
    mention.range = range;
    mention.kind = kind;
    mention.entity = entity;
    mention.confidence = confidence;
    mention.rule = kHousePart;
    found_.push_back(std::move(mention));
  }

  Analysis& analysis_;
  std::vector<int> mention_at_;                  // by token, -1 without
  absl::flat_hash_map<std::string, int> parts_;  // by folded name
  absl::flat_hash_map<std::string, int> kinds_;  // by noun of kind, or kSeveral
  std::vector<Mention> found_;
};

}  // namespace

void AddHouseParts(Analysis* analysis) { Finder(analysis).Run(); }

}  // namespace isnad::extraction
