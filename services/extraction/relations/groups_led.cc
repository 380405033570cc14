#include "services/extraction/relations/groups_led.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words from the relative pronoun to the verb, and from that to the noun of what was led.
constexpr int kVerbReach = 4;
constexpr int kNounReach = 3;
// The words that name a post are no more than these.
constexpr int kLongestPost = 9;

bool Leads(const Token& token) {
  static const auto* verbs = new WordSet{"قاد",  "ترأس", "تراس", "رأس",  "راس", "أشرف",
                                         "اشرف", "أدار", "ادار", "تولي", "تولى"};
  static const auto* forms =
      new WordSet{"قاد",   "قادت", "يقود", "تقود", "تراس",  "تراست", "يتراس", "تتراس",
                  "راس",   "يراس", "تراس", "اشرف", "اشرفت", "يشرف",  "تشرف",  "ادار",
                  "ادارت", "يدير", "تدير", "تولي", "تولت",  "يتولي", "تتولي"};
  return verbs->contains(token.lemma) || forms->contains(token.base);
}

// What is led inside a house.
bool IsGroup(const Token& token) {
  static const auto* nouns = new WordSet{
      "فريق",  "فرق",   "قسم",  "اقسام",  "وحده",   "ابحاث",  "بحوث",   "تطوير", "هندسه",
      "اداره", "دايره", "قطاع", "برنامج", "مشروع",  "عمليات", "مبيعات", "تسويق", "قياده",
      "رياسه", "تصميم", "جهود", "شعبه",   "مجموعه", "منتجات", "تدريب",  "مكتب"};
  return nouns->contains(token.base);
}

// The words of the post that a relative clause right behind the name gives; empty without.
TokenRange PostBehind(const PhraseIndex& index, int name) {
  const Analysis& analysis = index.analysis();
  const int end = index.PassageTokens(name).end;
  int i = analysis.mentions[index.MentionAt(name)].tokens.end;
  // "X (X), who led".
  if (i < end && index.token(i).form == "(") {
    while (i < end && index.token(i).form != ")") ++i;
    ++i;
  }
  while (i < end && (index.IsQuoteMark(i) || index.IsComma(i))) ++i;
  if (i >= end || !index.IsRelativePronoun(i)) return {};
  int verb = i + 1;
  const int last = std::min(end, i + 1 + kVerbReach);
  while (verb < last && !Leads(index.token(verb))) {
    if (index.IsComma(verb) || index.MentionAt(verb) >= 0) return {};
    ++verb;
  }
  if (verb >= last || !index.token(verb).enclitic.empty()) return {};
  int noun = verb + 1;
  while (noun < end && noun <= verb + kNounReach && !IsGroup(index.token(noun))) {
    if (index.IsComma(noun) || index.MentionAt(noun) >= 0) return {};
    ++noun;
  }
  if (noun >= end || noun > verb + kNounReach) return {};
  int past = noun;
  for (; past < end && past < noun + kLongestPost; ++past) {
    if (index.IsComma(past) || index.token(past).form == "." || index.IsRelativePronoun(past))
      break;
    if (past > noun && (index.IsVerb(past) || index.ValueAt(past) >= 0)) break;
    // Another house says itself whose group it is.
    const int mention = index.MentionAt(past);
    if (mention >= 0 && index.TypeOfMention(mention) == EntityType::kOrganization) return {};
  }
  while (past > noun &&
         (index.token(past - 1).surface == "في" || index.token(past - 1).surface == "قبل")) {
    --past;
  }
  return {noun, past};
}

}  // namespace

void AddGroupsLed(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> derived;
  for (const FactRecord& left : *facts) {
    const bool leaves = left.type == "LEFT" && left.polarity == Polarity::kAsserted;
    if (!leaves || !IsEntity(left.subject) || !IsEntity(left.object)) continue;
    const bool posted = std::any_of(facts->begin(), facts->end(), [&](const FactRecord& fact) {
      return fact.type == "HOLDS_ROLE" && SameEnd(fact.subject, left.subject) &&
             (fact.passage == left.passage || SameEnd(fact.object, left.object));
    });
    if (posted) continue;
    const int name = index.TokenOfMention(left.subject.range, left.subject.entity);
    if (name < 0 || index.MentionAt(name) < 0) continue;
    const TokenRange post = PostBehind(index, name);
    if (post.size() <= 0) continue;
    FactRecord held = Derive(left, "HOLDS_ROLE", "HOLDS_ROLE/led-before-leaving");
    held.trigger = analysis.tokens[post.begin].range;
    held.roles.push_back(Words(analysis, "role", post));
    if (left.modality == Modality::kActual) {
      held.roles.push_back(Words(analysis, "former", post));
    }
    held.modality = Modality::kActual;
    held.quote = analysis.passages[held.passage].range;
    derived.push_back(std::move(held));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
