#include "services/extraction/relations/derived_workplaces.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/derivation.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

// Words from a unit to the verb of who leads it, and from the verb to his name.
constexpr int kUnitReach = 7;
constexpr int kNameReach = 5;
// Words that a post is told in, behind "where".
constexpr int kLongestPost = 5;
constexpr double kLeaderConfidence = 0.7;
constexpr double kSpeakerConfidence = 0.75;

bool LeadsIt(const Token& token) {
  static const auto* forms = new WordSet{
      "يرأس",  "يراس",  "تراس",  "يتراس", "تتراس", "يقود",  "تقود",   "يدير",  "تدير",  "يتولا",
      "تتولا", "يتولي", "تتولي", "سيدير", "ستدير", "سيقود", "ستقود",  "ادار",  "ادارت", "قاد",
      "قادت",  "سيراس", "ستراس", "يسير",  "تسير",  "رأس",   "سيتولا", "ستتولا"};
  return (token.enclitic == "ه" || token.enclitic == "ها") && forms->contains(token.base);
}

// What is led inside a house, for a pronoun of its gender.
bool IsUnit(const Token& token, absl::string_view pronoun) {
  static const auto* masculine =
      new WordSet{"قسم", "فريق", "قطاع", "مكتب", "فرع", "ذراع", "قطب", "مختبر", "جهاز", "برنامج"};
  static const auto* feminine =
      new WordSet{"وحده", "اداره", "دايره", "شعبه", "فرقه", "مديريه", "مصلحه", "مجموعه"};
  return (pronoun == "ه" ? masculine : feminine)->contains(token.base);
}

// The unit that the pronoun on a verb of leading stands for, as a token; -1 without.
int UnitBefore(const PhraseIndex& index, int verb) {
  const int first = std::max(index.PassageTokens(verb).begin, verb - kUnitReach);
  for (int i = verb - 1; i >= first; --i) {
    const Token& word = index.token(i);
    if (word.form == "." || word.form == "؛" || index.IsVerb(i)) return -1;
    const int mention = index.MentionAt(i);
    // A name between says itself what is led.
    if (mention >= 0 && index.analysis().mentions[mention].rule != "house-part") return -1;
    if (IsUnit(word, index.token(verb).enclitic)) return i;
  }
  return -1;
}

// The person named behind a verb, past where he is from and what he is; -1 without.
int PersonBehind(const PhraseIndex& index, int verb) {
  const int end = std::min(index.PassageTokens(verb).end, verb + 1 + kNameReach);
  for (int i = verb + 1; i < end; ++i) {
    if (index.MentionStartsAt(i)) {
      const int mention = index.MentionAt(i);
      return index.TypeOfMention(mention) == EntityType::kPerson ? mention : -1;
    }
    if (index.IsVerb(i) || index.IsComma(i) || !index.IsNominal(i)) return -1;
  }
  return -1;
}

// Who acts on units in the facts of a passage, else what it is about; an end that is not filled
// where neither is known.
ArgumentRecord HouseInQuestion(const PhraseIndex& index, int token,
                               const std::vector<FactRecord>& facts) {
  const Analysis& analysis = index.analysis();
  for (const FactRecord& fact : facts) {
    if (fact.type != "REORGANIZED" || !IsEntity(fact.subject)) continue;
    if (analysis.entities[fact.subject.entity].type != EntityType::kOrganization) continue;
    const auto is_part = [&](const Mention& mention) {
      return mention.entity == fact.subject.entity && mention.rule == "house-part";
    };
    if (std::any_of(analysis.mentions.begin(), analysis.mentions.end(), is_part)) continue;
    ArgumentRecord house = fact.subject;
    house.role = "object";
    return house;
  }
  const int about = index.SubjectAt(token);
  const int mention = about < 0 ? -1 : index.NearestMention(about, token);
  if (mention < 0 || index.TypeOfMention(mention) != EntityType::kOrganization) return {};
  ArgumentRecord house = NamedEnd(analysis, analysis.mentions[mention], "object");
  house.resolution_rule = "document-subject";
  return house;
}

bool HoldsPostAt(const std::vector<FactRecord>& facts, const ArgumentRecord& person,
                 const ArgumentRecord& house) {
  return Says(facts, "HOLDS_ROLE", person, house);
}

// "where", behind a name and marks, as a token; -1 without.
int WhereBehind(const PhraseIndex& index, int name) {
  static const auto* where = new WordSet{"حيث", "اين"};
  const int mention = index.MentionAt(name);
  const int end = index.PassageTokens(name).end;
  int i = mention < 0 ? name + 1 : index.analysis().mentions[mention].tokens.end;
  while (i < end && (index.IsQuoteMark(i) || index.IsComma(i))) ++i;
  return i < end && where->contains(index.token(i).base) ? i : -1;
}

// Verbs for what somebody did somewhere.
bool TellsOfPost(const Token& token) {
  static const auto* forms = new WordSet{
      "كان",  "كانت", "قاد",   "قادت",   "ادار", "ادارت", "تولي", "تولت",  "شغل",  "شغلت",
      "عمل",  "عملت", "امضي",  "امضت",   "قضي",  "قضت",   "اشرف", "اشرفت", "تراس", "تراست",
      "خدم",  "خدمت", "اشتغل", "اشتغلت", "اسس",  "اسست",  "طور",  "طورت",  "راس",  "راست",
      "عملا", "سير",  "مثل",   "مثلت",   "صمم",  "صممت",  "درس",  "درست",  "تدرج", "تدرجت"};
  return forms->contains(token.base);
}

}  // namespace

void AddLeadersOfUnits(const PhraseIndex& index, int passage, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  const TokenRange words = analysis.passages[passage].tokens;
  for (int i = words.begin; i < words.end; ++i) {
    if (!LeadsIt(index.token(i)) || index.MentionAt(i) >= 0) continue;
    const int unit = UnitBefore(index, i);
    const int person = unit < 0 ? -1 : PersonBehind(index, i);
    if (person < 0) continue;
    const int part = index.MentionAt(unit);
    FactRecord held;
    held.type = "HOLDS_ROLE";
    held.rule = "HOLDS_ROLE/leads-unit";
    held.SetConfidence("unit that somebody leads", kLeaderConfidence);
    held.passage = passage;
    held.trigger = index.token(i).range;
    held.quote = analysis.passages[passage].range;
    held.subject = NamedEnd(analysis, analysis.mentions[person], "subject");
    held.object = part >= 0 ? NamedEnd(analysis, analysis.mentions[part], "object")
                            : HouseInQuestion(index, i, *facts);
    if (!held.object.filled() || HoldsPostAt(*facts, held.subject, held.object)) continue;
    facts->push_back(std::move(held));
  }
}

void AddHousesOfSpeakers(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> derived;
  for (const FactRecord& said : *facts) {
    if (said.type != "STATED" && said.type != "CRITICIZED" && said.type != "DENIED") continue;
    if (!IsEntity(said.subject) || !said.subject.resolution_rule.empty()) continue;
    const int name = index.TokenOfMention(said.subject.range, said.subject.entity);
    const int mention = name < 0 ? -1 : index.MentionAt(name);
    if (mention < 0 || index.TypeOfMention(mention) != EntityType::kPerson) continue;
    const int end = index.PassageTokens(name).end;
    int i = analysis.mentions[mention].tokens.end;
    if (i + 1 >= end || index.token(i).surface != "من") continue;
    ++i;
    while (i < end && index.IsQuoteMark(i)) ++i;
    const int house = i < end && index.MentionStartsAt(i) ? index.MentionAt(i) : -1;
    if (house < 0 || index.TypeOfMention(house) != EntityType::kOrganization) continue;
    if (analysis.mentions[house].kind != MentionKind::kName) continue;
    FactRecord held = Derive(said, "HOLDS_ROLE", "HOLDS_ROLE/speaks-from");
    held.SetConfidence("house that a speaker is of", kSpeakerConfidence);
    held.polarity = Polarity::kAsserted;
    held.modality = Modality::kActual;
    held.object = NamedEnd(analysis, analysis.mentions[house], "object");
    if (HoldsPostAt(*facts, held.subject, held.object)) continue;
    if (HoldsPostAt(derived, held.subject, held.object)) continue;
    derived.push_back(std::move(held));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

void AddPostsBeforeComing(const PhraseIndex& index, std::vector<FactRecord>* facts) {
  const Analysis& analysis = index.analysis();
  std::vector<FactRecord> derived;
  for (const FactRecord& came : *facts) {
    if (came.type != "HIRED_FROM" || came.polarity != Polarity::kAsserted) continue;
    if (!IsEntity(came.subject) || !IsEntity(came.object)) continue;
    const int name = index.TokenOfMention(came.object.range, came.object.entity);
    const int where = name < 0 ? -1 : WhereBehind(index, name);
    if (where < 0 || where + 1 >= index.PassageTokens(name).end) continue;
    if (!TellsOfPost(index.token(where + 1))) continue;
    if (HoldsPostAt(*facts, came.subject, came.object)) continue;
    FactRecord held = Derive(came, "HOLDS_ROLE", "HOLDS_ROLE/before-coming");
    held.modality = Modality::kActual;
    const int end = std::min(index.PassageTokens(name).end, where + 2 + kLongestPost);
    int past = where + 2;
    while (past < end && !index.IsComma(past) && index.token(past).form != "." &&
           !index.IsRelativePronoun(past)) {
      ++past;
    }
    if (past > where + 2) held.roles.push_back(Words(analysis, "role", {where + 2, past}));
    held.roles.push_back(Words(analysis, "former", {where + 1, where + 2}));
    derived.push_back(std::move(held));
  }
  facts->insert(facts->end(), derived.begin(), derived.end());
}

}  // namespace isnad::extraction
