#include "services/extraction/relations/outside_judgment.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

using WordSet = absl::flat_hash_set<absl::string_view>;

constexpr int kSubjectReach = 6;  // words for what is judged

bool IsUnion(const PhraseIndex& index, int name) {
  static const auto* unions = new WordSet{"نقابه",    "نقابات", "كونفدراليه", "كونفيدراليه",
                                          "فيدراليه", "رابطه",  "جمعيه",      "اتحاد"};
  int before = name - 1;
  while (before > 0 && index.IsQuoteMark(before)) --before;
  return (before >= 0 && unions->contains(index.token(before).base)) ||
         unions->contains(index.token(name).base);
}

// Whether somebody judges houses by trade, or comes from another house to speak.
bool IsOutsider(const PhraseIndex& index, const RoleIndex& roles, int mention) {
  static const auto* keys =
      new WordSet{"ANALYST",   "CHIEF_ANALYST", "ECONOMIST", "CHIEF_ECONOMIST", "EXPERT",
                  "PROFESSOR", "JOURNALIST",    "CRITIC",    "REPRESENTATIVE",  "ACTIVIST"};
  for (const RolePhrase& role : roles.roles()) {
    if (keys->contains(role.key) && roles.PersonBeside(role) == mention) return true;
  }
  const int behind = index.analysis().mentions[mention].tokens.end;
  const int end = index.PassageTokens(index.analysis().mentions[mention].tokens.begin).end;
  int house = behind + 1;
  while (house < end && index.IsQuoteMark(house)) ++house;
  return house < end && index.token(behind).surface == "من" && index.MentionStartsAt(house) &&
         index.TypeOfMention(index.MentionAt(house)) == EntityType::kOrganization;
}

bool SpeaksFromOutside(const PhraseIndex& index, const RoleIndex& roles, const Speech& speech) {
  if (speech.speaker.kind != ArgumentRecord::Kind::kEntity) return false;
  const int name = index.TokenOfMention(speech.speaker.range, speech.speaker.entity);
  const int mention = name < 0 ? -1 : index.MentionAt(name);
  if (mention < 0) return false;
  const EntityType type = index.TypeOfMention(mention);
  if (type == EntityType::kOrganization) return IsUnion(index, name);
  return type == EntityType::kPerson && IsOutsider(index, roles, mention);
}

bool Praises(const Token& verb) {
  static const auto* lemmas =
      new WordSet{"منح", "عزز", "دعم", "حمي",  "قرب", "فتح", "خدم",  "حسن", "ضمن",  "اتاح",
                  "زاد", "نما", "غير", "ساعد", "سرع", "سهل", "اغني", "نجح", "تفوق", "استحق",
                  "وعد", "جمع", "صبر", "قاد",  "بني", "خلق", "اثبت", "عكس", "حقق"};
  return lemmas->contains(verb.lemma);
}

bool IsDeed(const Token& token) {
  static const auto* deeds = new WordSet{"اداره", "خطوه", "قرار", "صفقه", "خطه", "اتفاق", "سياسه"};
  return token.definite && deeds->contains(token.base);
}

// Whether the passage names no other house than the one in question, the speaker aside.
bool OnlyHouseInQuestion(const PhraseIndex& index, const Speech& speech) {
  const int subject = index.SubjectAt(speech.verb);
  const TokenRange words = index.PassageTokens(speech.verb);
  for (int i = words.begin; subject >= 0 && i < words.end; ++i) {
    const int mention = index.MentionAt(i);
    if (mention < 0 || index.TypeOfMention(mention) != EntityType::kOrganization) continue;
    const int entity = index.analysis().mentions[mention].entity;
    if (entity != subject && entity != speech.speaker.entity) return false;
  }
  return subject >= 0;
}

// Words of praise, and those that judge nothing.
bool IsPraiseOrPlain(const Token& word) {
  static const auto* words = new WordSet{
      "ممتاز", "ممتازه", "تاريخي", "تاريخيه", "مهم",    "مهمه",    "ناجح",   "ناجحه",  "واعد",
      "واعده", "رايع",   "رايعه",  "مذهل",    "مذهله",  "ثوري",    "ثوريه",  "ذكي",    "ذكيه",
      "شجاع",  "شجاعه",  "جريء",   "جرييه",   "ايجابي", "ايجابيه", "افضل",   "اكبر",   "اهم",
      "انجاز", "نجاح",   "نقله",   "فرصه",    "مفصلي",  "مفصليه",  "محوري",  "محوريه", "قوي",
      "قويه",  "ملهم",   "ملهمه",  "جيد",     "جيده",   "متميز",   "متميزه", "فريد",   "فريده",
      "رايد",  "رايده",  "طموح",   "طموحه",   "مبتكر",  "منطقي",   "منطقيه", "طبيعي",  "طبيعيه",
      "متوقع", "متوقعه", "جديد",   "جديده",   "اول",    "اولي",    "نوعي",   "نوعيه",  "بارع",
      "بارعه", "مشجع",   "مشجعه",  "مبشر",    "مبشره",  "حاسم",    "حاسمه",  "نضج",    "موشر",
      "بدايه", "انتصار", "مكسب",   "مثمر",    "مثمره",  "صحيح",    "صحيحه",  "ضروري"};
  return words->contains(word.base);
}

}  // namespace

bool DescribesFromOutside(const PhraseIndex& index, const RoleIndex& roles, const Speech& speech) {
  if (speech.act != Speech::Act::kDescribed || speech.content.empty()) return false;
  bool quoted = false;
  for (int i = speech.content.begin; i < speech.content.end; ++i) {
    quoted = quoted || index.IsQuoteMark(i);
    if (IsPraiseOrPlain(index.token(i))) return false;
  }
  return quoted && SpeaksFromOutside(index, roles, speech);
}

TokenRange JudgedFromOutside(const PhraseIndex& index, const RoleIndex& roles,
                             const Speech& speech) {
  if (speech.act != Speech::Act::kStated || speech.content.size() < 3) return {};
  const int last = std::min(speech.content.end - 1, speech.content.begin + kSubjectReach);
  bool house = false;
  for (int i = speech.content.begin; i < last; ++i) {
    // "«X» «sells dates»": the first pair of marks is the name's.
    const bool speech_opens = house && index.IsQuoteMark(i) && index.IsVerb(i + 1);
    if (speech_opens) {
      const bool outside = !Praises(index.token(i + 1)) && SpeaksFromOutside(index, roles, speech);
      return outside ? TokenRange{speech.content.begin, i} : TokenRange{};
    }
    if (index.IsVerb(i) || index.IsComma(i) || index.IsStrongBoundary(i)) return {};
    const int mention = index.MentionAt(i) >= 0 ? index.MentionAt(i) : index.PronounAt(i);
    if (mention >= 0) {
      // Another house than the one in question is an example.
      if (index.analysis().mentions[mention].entity != index.SubjectAt(i)) return {};
      house = true;
    }
    house = house || (IsDeed(index.token(i)) && OnlyHouseInQuestion(index, speech));
  }
  return {};
}

}  // namespace isnad::extraction
