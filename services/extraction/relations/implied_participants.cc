#include "services/extraction/relations/implied_participants.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "services/extraction/relations/coordination.h"
#include "services/extraction/relations/frame_traits.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;

constexpr absl::string_view kDocumentSubject = "document-subject";
// From a verb of change past its subject to the title that is given.
constexpr int kPostReach = 16;
// How far before a post the house is named that its bearer moves to, and the words from "to" to it.
constexpr int kGoalReach = 14;
constexpr int kGoalPhrase = 5;
// Words behind a trigger within which a name in quotation marks opens.
constexpr int kQuoteReach = 4;
// Words of a paragraph among which the house that it speaks of is named, and those between it and
// its verb.
constexpr int kOpening = 14;
constexpr int kActorReach = 4;

// An office that is given and taken.
bool IsOffice(const Token& token) {
  static const auto* set =
      new absl::flat_hash_set<absl::string_view>{"اداره", "رياسه", "قياده", "دفه", "زمام"};
  return set->contains(token.base);
}

// What somebody may lead that is not a part of the house in question.
bool IsOtherBody(const Token& token) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "حكومه", "بلاد",    "جمهوريه", "برلمان", "لجنه",  "حزب",   "اتحاد",  "هييه",
      "نقابه", "جمعيه",   "بعثه",    "وفد",    "وزاره", "بلديه", "دوله",   "ازمه",
      "تحقيق", "مفاوضات", "مجموعه",  "شركه",   "بنك",   "مصرف",  "مختبر",  "نادي",
      "صندوق", "منتخب",   "جلسه",    "موتمر",  "كيان",  "تحالف", "ايتلاف", "جوله"};
  return set->contains(token.base);
}

// Whoever leads a part of a house by the head of the title.
bool IsLeader(const Token& token) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "مدير", "مديره", "رييس", "رييسه", "مسوول", "مسووله",
      "كبير", "كبيره", "قايد", "مشرف",  "مشرفه"};
  return set->contains(token.base);
}

// Kinds of houses that a title may be of, though nobody knows their name.
bool IsInstitution(const Token& token) {
  static const auto* set = new absl::flat_hash_set<absl::string_view>{
      "مجلس",  "جامعه",  "كليه",    "معهد",   "مدرسه",  "مستشفي", "مركز",   "منظمه",  "موسسه",
      "وكاله", "صحيفه",  "موقع",    "قناه",   "مجله",   "فندق",   "متحف",   "مكتب",   "سلطه",
      "غرفه",  "بورصه",  "رابطه",   "جيش",    "شرطه",   "محكمه",  "سفاره",  "محافظه", "ولايه",
      "مدينه", "اقليم",  "منطقه",   "مصنع",   "محطه",   "ميناء",  "مطار",   "حمله",   "كتله",
      "منتدي", "مهرجان", "استوديو", "منصه",   "متجر",   "سلسله",  "مطعم",   "نواب",   "شيوخ",
      "وزراء", "امه",    "قسم",     "ديوان",  "مشروع",  "برنامج", "مبادره", "شركات",  "بنوك",
      "دايره", "مديريه", "عمال",    "موظفين", "صحفيين", "محامين", "اطباء"};
  return set->contains(token.base);
}

// "the Indian", "the Jordanian": an adjective of relation that is none of offices.
bool IsOfPeople(const Token& word) {
  static const auto* of_firms = new absl::flat_hash_set<absl::string_view>{
      "تنفيذي", "اقليمي", "مالي", "تجاري", "تقني",    "فني",     "اداري",
      "دولي",   "عالمي",  "وطني", "حالي",  "تنفيذيه", "اقليميه", "ماليه",
      "تجاريه", "تقنيه",  "فنيه", "دوليه", "عالميه",  "حاليه"};
  const bool relation = absl::EndsWith(word.base, "ي") || absl::EndsWith(word.base, "يه");
  return word.definite && word.part_of_speech == PartOfSpeech::kAdjective && relation &&
         !of_firms->contains(word.base);
}

}  // namespace

ArgumentRecord ImpliedParticipants::NamedBy(int mention, absl::string_view rule) const {
  ArgumentRecord out;
  out.kind = ArgumentRecord::Kind::kEntity;
  out.entity = analysis_.mentions[mention].entity;
  out.range = analysis_.mentions[mention].range;
  out.text = std::string(analysis_.Quote(out.range));
  out.resolution_rule = std::string(rule);
  return out;
}

Fillers ImpliedParticipants::MakerOf(const CompiledFrame& frame, const Fillers& products,
                                     const TriggerSite& site) const {
  if (!IsReleaseOrDelay(frame) || products.empty() || products.front().entity < 0) return {};
  const EntityRecord& product = analysis_.entities[products.front().entity];
  if (product.type != EntityType::kProduct || product.parent_key.empty()) return {};
  const int maker = index_.EntityOfKey(product.parent_key);
  if (maker < 0) return {};
  const int mention = index_.NearestMention(maker, site.tokens.begin);
  if (mention < 0) return {};
  return {NamedBy(mention, "maker")};
}

Fillers ImpliedParticipants::Announcer(const TriggerSite& site) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  static const auto* sources = new absl::flat_hash_set<absl::string_view>{
      "حسبما", "بحسبما", "وفقما", "كما", "حسب", "وفق", "وفقا", "بحسب"};
  constexpr int kSourceReach = 7;
  for (int i = site.tokens.end; i < passage.end; ++i) {
    if (index_.token(i).form == ".") return {};
    if (!sources->contains(index_.token(i).base)) continue;
    for (int k = i + 1; k < passage.end && k < i + kSourceReach; ++k) {
      if (!index_.MentionStartsAt(k)) continue;
      const int mention = index_.MentionAt(k);
      if (index_.TypeOfMention(mention) != EntityType::kOrganization) return {};
      if (filler_.IsOutlet(mention)) return {};
      return {NamedBy(mention, "announcer")};
    }
  }
  return {};
}

bool ImpliedParticipants::MayImplyOrganization(const CompiledFrame& frame,
                                               const TriggerSite& site) const {
  const absl::string_view type = TypeOf(frame);
  if (std::any_of(frame.slots.begin(), frame.slots.end(), MayBeTopic)) return true;
  if ((type == "LEFT" || type == "APPOINTED") && TellsOfState(site.tokens.begin)) return false;
  if (type == "LEFT") return !LeavesSomethingElse(site);
  if (type == "INVESTED_IN") {
    // "among the investors are X and Y".
    const bool known = absl::string_view(frame.name) == "list-of-investors" &&
                       index_.token(site.tokens.begin).definite;
    return TellsOfRound(frame) && (known || SpeaksOfKnownRound(site));
  }
  if (type == "HOLDS_ROLE") {
    // What stands right after the title says of what it is, though not by a known name.
    const RolePhrase* role = roles_.Covering(site.tokens.begin);
    // "a division that X runs": of the house in question.
    if (role == nullptr && frame.construction == Frame::ACTIVE_VERB) {
      return filler_.UnitLed(site.tokens.begin) >= 0 || FillsPostOfHouse(site);
    }
    if (role == nullptr || !SaysOfNothing(*role) || IsOutsider(*role)) return false;
    if (IsOfNoHouse(*role)) return false;
    // "X, head of human resources": what the text is about goes without saying.
    const bool of_field = NamesField(*role) && roles_.PersonBeside(*role) >= 0;
    return site.senior || (of_field && !role->former && !role->of_state);
  }
  if (type == "APPOINTED" || type == "FOUNDED") {
    return NamesOwnPost(frame, site);
  }
  if (type != "JOINED") return false;
  // "its arrival": anywhere.
  const Token& trigger = index_.token(site.tokens.begin);
  if (trigger.base == "وصول" && !trigger.enclitic.empty()) return false;
  // "joined a new project" says where, though not by name.
  const int end = std::min(index_.PassageTokens(site.tokens.begin).end, site.tokens.end + 4);
  for (int i = site.tokens.end; i < end; ++i) {
    // What a title is of is not where its bearer goes.
    if (roles_.Covering(i) != nullptr) continue;
    if (index_.IsPreposition(i, "الي") || index_.IsPreposition(i, "ل")) return false;
    if (trigger.lemma == "التحق" && index_.IsPreposition(i, "ب")) return false;
    // "joined it": whatever that is.
    if (!index_.token(i).enclitic.empty() && index_.token(i).base == "الي") return false;
  }
  return true;
}

bool ImpliedParticipants::GivesOwnPost(const TriggerSite& site) const {
  const int post = site.tokens.end + 1;
  if (post >= index_.PassageTokens(site.tokens.begin).end) return false;
  const Token& word = index_.token(post);
  return index_.IsPreposition(post - 1, "في") && word.base == "منصب" && !word.enclitic.empty();
}

// "will fill the post of head of production": a post that says of no house but the one in question.
bool ImpliedParticipants::FillsPostOfHouse(const TriggerSite& site) const {
  static const auto* posts =
      new absl::flat_hash_set<absl::string_view>{"منصب", "موقع", "وظيفه", "مهام"};
  const int end =
      std::min(index_.PassageTokens(site.tokens.begin).end, site.tokens.end + kPostReach);
  for (int i = site.tokens.end; i + 1 < end; ++i) {
    if (index_.IsVerb(i) && i == site.tokens.end) return false;
    if (index_.MentionAt(i) >= 0 || !posts->contains(index_.token(i).base)) continue;
    const RolePhrase* role = roles_.BeginningAt(i + 1);
    return role != nullptr && !role->former && IsLeader(index_.token(role->title.begin)) &&
           SaysOfNothing(*role) && !IsOutsider(*role) && !IsOfNoHouse(*role);
  }
  return false;
}

// Whether nothing but whoever acts stands between a verb and a token: "will take up [X, the vice
// president for planning, the duties of] the post".
bool ImpliedParticipants::OnlyNamesUpTo(const TriggerSite& site, int token) const {
  for (int i = site.tokens.end; i < token; ++i) {
    const bool of_actor =
        index_.MentionAt(i) >= 0 || index_.IsComma(i) || roles_.Covering(i) != nullptr;
    if (!of_actor && index_.token(i).base != "مهام") return false;
  }
  return true;
}

// "X, one of the founders", "X was appointed chief executive": nothing says of what, so it goes
// without saying. What stands right behind the title says of what it is, though not by a known
// name.
bool ImpliedParticipants::NamesOwnPost(const CompiledFrame& frame, const TriggerSite& site) const {
  const TokenRange passage = index_.PassageTokens(site.tokens.begin);
  if (TypeOf(frame) == "FOUNDED") {
    if (frame.construction != Frame::ROLE_NOUN) return false;
    const int founder = site.tokens.begin;
    // "X, one of the founders": none of the titles that the lexicon has.
    const absl::string_view form = index_.token(founder).base;
    const bool several = index_.token(founder).definite && founder > passage.begin &&
                         (form == "موسسين" || form == "موسسون") &&
                         roles_.Covering(founder) == nullptr;
    if (several) {
      const absl::string_view one = index_.token(founder - 1).base;
      return one == "احد" || one == "احدي" || one == "من" || one == "بين";
    }
    const RolePhrase* role = roles_.Covering(founder);
    if (role == nullptr || founder >= role->title.end || !SaysOfNothing(*role)) return false;
    // "the partner and founder X", "X, another co-founder".
    const bool one_more = index_.token(role->tokens.end - 1).base == "اخر" ||
                          index_.token(role->tokens.end - 1).base == "اخري";
    // "its founder X": of the house that the pronoun is, if nothing tells which.
    const bool known = index_.token(founder).definite || !index_.token(founder).enclitic.empty();
    return roles_.PersonBeside(*role) >= 0 && (known || one_more);
  }
  // "was followed by X", "X takes her place": in the post that was just spoken of.
  const absl::string_view name = frame.name;
  if (name == "take-lead") return !LeadsOther(site);
  if (name == "will-lead") return filler_.UnitLed(site.tokens.begin) >= 0;
  if (IsSuccession(frame) || name == "act-for") return true;
  const int end = std::min(passage.end, site.tokens.end + kPostReach);
  for (int i = site.tokens.end; i < end; ++i) {
    // "will take the post on", "takes over his duties": those just spoken of.
    const Token& word = index_.token(i);
    const bool known_post =
        (i <= site.tokens.end + 1 || OnlyNamesUpTo(site, i)) && index_.MentionAt(i) < 0 &&
        (word.base == "منصب" || word.base == "مهام") && (word.definite || !word.enclitic.empty());
    if (known_post) return true;
    if (IsOfficeOfHouse(i)) return true;
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role == nullptr || (roles_.IsAttributive(*role) && roles_.PersonBeside(*role) >= 0)) {
      continue;
    }
    return role->senior && SaysOfNothing(*role);
  }
  return false;
}

bool ImpliedParticipants::TellsOfState(int token) const {
  static const auto* offices = new absl::flat_hash_set<absl::string_view>{
      "وزير", "وزيره", "وزاره", "حكومه", "برلمان", "وزراء", "سفير", "سفيره"};
  const TokenRange passage = index_.PassageTokens(token);
  const int end = std::min(passage.end, token + kGoalReach);
  for (int i = std::max(passage.begin, token - kGoalReach); i < end; ++i) {
    if (index_.MentionAt(i) < 0 && offices->contains(index_.token(i).base)) return true;
  }
  return false;
}

bool ImpliedParticipants::LeavesSomethingElse(const TriggerSite& site) const {
  static const auto* own = new absl::flat_hash_set<absl::string_view>{
      "منصب",  "مناصب", "عمل",   "وظيفه", "شركه",  "موسسه", "مجموعه", "مكتب", "فريق", "قسم",
      "مختبر", "وحده",  "قياده", "رياسه", "اداره", "مهام",  "موقع",   "بنك",  "مصرف", "مقعد",
      "مجلس",  "خلاف",  "دون",   "جديد",  "قبل",   "مهمه",  "مكان",   "كيان", "دور",  "تلقاء"};
  const int end =
      std::min(index_.PassageTokens(site.tokens.begin).end, site.tokens.end + kGoalPhrase);
  for (int i = site.tokens.end; i + 1 < end; ++i) {
    if (index_.IsVerb(i) || index_.IsComma(i)) return false;
    const absl::string_view word = index_.token(i).surface;
    if (word != "من" && word != "عن") continue;
    const Token& left = index_.token(i + 1);
    return index_.MentionAt(i + 1) < 0 && index_.ValueAt(i + 1) < 0 && left.definite &&
           left.part_of_speech == PartOfSpeech::kNoun && !own->contains(left.base);
  }
  return false;
}

bool ImpliedParticipants::LeadsOther(const TriggerSite& site) const {
  constexpr int kLeadReach = 6;
  const int end =
      std::min(index_.PassageTokens(site.tokens.begin).end, site.tokens.end + kLeadReach);
  for (int i = site.tokens.end; i + 1 < end; ++i) {
    if (!IsOffice(index_.token(i))) continue;
    return index_.MentionAt(i + 1) < 0 && IsOtherBody(index_.token(i + 1));
  }
  return false;
}

bool ImpliedParticipants::IsOfficeOfHouse(int token) const {
  constexpr int kOfficeReach = 5;
  const Token& office = index_.token(token);
  if (!IsOffice(office) || !office.enclitic.empty() || index_.MentionAt(token) >= 0) {
    return false;
  }
  const int end = std::min(index_.PassageTokens(token).end, token + kOfficeReach);
  for (int i = token + 1; i < end; ++i) {
    if (index_.IsAnyPreposition(i) || index_.IsComma(i) || index_.IsVerb(i)) break;
    if (index_.IsQuoteMark(i) || !index_.token(i).enclitic.empty()) return false;
    const int mention = index_.MentionAt(i);
    if (mention >= 0) return index_.TypeOfMention(mention) == EntityType::kPerson;
    if (IsOtherBody(index_.token(i))) return false;
  }
  return office.definite || (token + 1 < end && index_.token(token + 1).definite);
}

// "the head of operations", not "the Indian engineer", "the well-known leaker".
bool ImpliedParticipants::NamesField(const RolePhrase& role) const {
  static const auto* fame = new absl::flat_hash_set<absl::string_view>{
      "معروف", "معروفه", "شهير", "شهيره", "بارز", "بارزه", "مخضرم", "مخضرمه"};
  for (int i = role.tokens.begin + 1; i < role.tokens.end; ++i) {
    const Token& word = index_.token(i);
    if (!IsOfPeople(word) && !fame->contains(word.base)) return true;
  }
  return false;
}

bool ImpliedParticipants::IsOutsider(const RolePhrase& role) const {
  static const auto* heads = new absl::flat_hash_set<absl::string_view>{
      "خبير", "خبيره", "مستثمر", "مستثمره", "محلل", "محلله", "ناشط",  "ناشطه",
      "كاتب", "كاتبه", "محام",   "محامي",   "نايب", "مستقل", "مستقله"};
  static const auto* deputies = new absl::flat_hash_set<absl::string_view>{"رييس", "مدير"};
  const int first = role.title.begin;
  if (heads->contains(index_.token(first).base)) {
    // "the deputy chief" is of a house, a deputy alone of a parliament.
    const bool deputy =
        first + 1 < role.tokens.end && deputies->contains(index_.token(first + 1).base);
    return !deputy;
  }
  // "the independent member" is one of the board.
  for (int i = first; index_.token(first).base != "عضو" && i < role.tokens.end; ++i) {
    if (index_.token(i).base == "مستقل" || index_.token(i).base == "مستقله") return true;
  }
  return false;
}

bool ImpliedParticipants::IsOfNoHouse(const RolePhrase& role) const {
  static const auto* callings = new absl::flat_hash_set<absl::string_view>{
      "BUSINESSMAN",   "BILLIONAIRE",   "ENTREPRENEUR", "INVESTOR", "ANGEL_INVESTOR", "ACTOR",
      "SINGER",        "ARTIST",        "ACTIVIST",     "BLOGGER",  "WRITER",         "AUTHOR",
      "PRODUCER",      "FILM_DIRECTOR", "JOURNALIST",   "LAWYER",   "JUDGE",          "PROSECUTOR",
      "PHYSICIST",     "MATHEMATICIAN", "STUDENT",      "TEACHER",  "DOCTOR",         "CANDIDATE",
      "HEAD_OF_STATE", "PROFESSOR"};
  if (role.of_state || callings->contains(role.key)) return true;
  // "the Algerian president", "the late president": of a country.
  const absl::string_view head = index_.token(role.title.begin).base;
  if (head != "رييس" && head != "رييسه") return false;
  for (int i = role.title.begin + 1; i < role.tokens.end; ++i) {
    const Token& word = index_.token(i);
    if (word.base == "راحل" || word.base == "مخلوع" || IsOfPeople(word)) return true;
  }
  return false;
}

bool ImpliedParticipants::SaysOfNothing(const RolePhrase& role) const {
  static const auto* fields = new absl::flat_hash_set<absl::string_view>{
      "عمليات", "تسويق",   "مبيعات",    "ماليه",   "منتجات", "هندسه",   "برمجيات",    "ابحاث",
      "بحث",    "تطوير",   "تقنيه",     "تصميم",   "اتصال",  "موارد",   "بشريه",      "علاقات",
      "خدمات",  "شوون",    "قانونيه",   "اعمال",   "ذكاء",   "اصطناعي", "بيانات",     "امن",
      "سلامه",  "محتوي",   "تشغيل",     "ايرادات", "نمو",    "ابتكار",  "مخاطر",      "امتثال",
      "تجاريه", "عملاء",   "انتاج",     "عتاد",    "قسم",    "قطاع",    "وحده",       "اداره",
      "دايره",  "تطبيقات", "اتصالات",   "رسمي",    "رسميه",  "موظفين",  "استراتيجيه", "تعليم",
      "اول",    "تنفيذي",  "تكنولوجيا", "اخر",     "اخري"};
  const int end = index_.PassageTokens(role.title.begin).end;
  if (role.tokens.end < end && index_.IsQuoteMark(role.tokens.end)) return false;
  const bool leads = IsLeader(index_.token(role.title.begin));
  for (int i = role.title.end; i < role.tokens.end; ++i) {
    if (index_.MentionAt(i) >= 0) return false;
    const Token& word = index_.token(i);
    if (fields->contains(word.base)) continue;
    if (leads && SaysWhere(i, role.tokens.end)) return true;
    // "the director of autonomous driving": who leads leads a field, unless it is a house.
    if (!leads || IsOtherBody(word) || IsInstitution(word) || index_.IsAnyPreposition(i)) {
      return false;
    }
  }
  return true;
}

// "the head of operations [in the city of X]".
bool ImpliedParticipants::SaysWhere(int token, int end) const {
  constexpr int kPlaceReach = 3;
  if (!index_.IsPreposition(token, "في")) return false;
  const int last = std::min(index_.PassageTokens(token).end, token + kPlaceReach);
  for (int i = token; i < std::max(last, end); ++i) {
    const int mention = i < index_.size() ? index_.MentionAt(i) : -1;
    if (mention >= 0) return index_.TypeOfMention(mention) == EntityType::kLocation;
  }
  return false;
}

int ImpliedParticipants::OtherHouseIn(TokenRange words, int entity) const {
  for (int i = words.begin; i < words.end; ++i) {
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    const bool house = index_.TypeOfMention(mention) == EntityType::kOrganization &&
                       analysis_.mentions[mention].entity >= 0 &&
                       analysis_.mentions[mention].entity != entity;
    if (house && !filler_.IsOutlet(mention)) return mention;
  }
  return -1;
}

int ImpliedParticipants::OpeningHouse(int token) const {
  const int passage = index_.token(token).passage;
  int first = passage;
  while (first > 0 &&
         analysis_.passages[first - 1].paragraph == analysis_.passages[passage].paragraph) {
    --first;
  }
  const TokenRange words = analysis_.passages[first].tokens;
  int verb = -1;
  for (int i = words.begin; i < words.end && i < words.begin + kOpening && i < token; ++i) {
    if (index_.IsVerb(i)) verb = i;
    if (!index_.MentionStartsAt(i)) continue;
    const int mention = index_.MentionAt(i);
    if (index_.TypeOfMention(mention) == EntityType::kLocation) continue;
    const bool acts = verb >= 0 && i - verb <= kActorReach;
    const bool house = index_.TypeOfMention(mention) == EntityType::kOrganization;
    return house && acts && !filler_.IsOutlet(mention) ? mention : -1;
  }
  return -1;
}

Fillers ImpliedParticipants::OtherHouse(const TriggerSite& site, int entity) const {
  const int token = site.tokens.begin;
  // "«X»" behind the trigger: somebody whom nobody knows.
  for (int i = site.tokens.end; i < index_.PassageTokens(token).end && i < token + kQuoteReach;
       ++i) {
    if (index_.IsQuoteMark(i) && i + 1 < index_.size() && index_.MentionAt(i + 1) < 0) return {};
  }
  int clause = token;
  while (clause > index_.PassageTokens(token).begin && !index_.IsStrongBoundary(clause - 1)) {
    --clause;
  }
  int mention = OtherHouseIn({clause, token}, entity);
  if (mention < 0) {
    const int setting = filler_.SettingOf(token);
    if (setting >= 0 && analysis_.mentions[setting].entity != entity) mention = setting;
  }
  if (mention < 0) {
    const int opening = OpeningHouse(token);
    if (opening >= 0 && analysis_.mentions[opening].entity != entity) mention = opening;
  }
  if (mention < 0) {
    const int house = index_.SubjectAt(token);
    if (house >= 0 && house != entity) mention = index_.NearestMention(house, token);
  }
  return mention < 0 ? Fillers() : Fillers{NamedBy(mention, kDocumentSubject)};
}

int ImpliedParticipants::SuccessorOf(const TriggerSite& site) const {
  static const auto* places =
      new absl::flat_hash_set<absl::string_view>{"محله", "محلها", "مكانه", "مكانها"};
  const int end = index_.PassageTokens(site.tokens.begin).end;
  int next = site.tokens.end;
  if (next < end && places->contains(index_.token(next).surface)) {
    ++next;
    while (next < end && index_.IsAdverb(next)) ++next;
    const int named = next < end && index_.MentionStartsAt(next) ? index_.MentionAt(next) : -1;
    if (named >= 0 && index_.TypeOfMention(named) == EntityType::kPerson) return named;
  }
  const int first = index_.PassageTokens(site.tokens.begin).begin;
  for (int i = site.tokens.begin - 1; i >= first; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return -1;
    const int mention = index_.MentionAt(i);
    if (mention < 0) continue;
    i = analysis_.mentions[mention].tokens.begin;
    if (index_.TypeOfMention(mention) != EntityType::kPerson) continue;
    return i > first && index_.token(i - 1).base == "ان" ? mention : -1;
  }
  return -1;
}

Fillers ImpliedParticipants::ImpliedOrganization(const TriggerSite& site,
                                                 const ArgumentRecord& other,
                                                 absl::string_view type) const {
  const int goal = type == "APPOINTED" ? GoalBefore(site.tokens.begin) : -1;
  if (goal >= 0) return {NamedBy(goal, kDocumentSubject)};
  int main = index_.SubjectAt(site.tokens.begin);
  // The house whose officer was just named is the one in mind.
  const bool of_move = type == "LEFT" || type == "APPOINTED";
  const int posted = of_move ? PostedOrganization(index_, roles_, site.tokens.begin) : -1;
  const int setting = filler_.SettingOf(site.tokens.begin);
  if (setting >= 0) main = analysis_.mentions[setting].entity;
  if (posted >= 0 && !filler_.IsOutlet(posted)) main = analysis_.mentions[posted].entity;
  if (main < 0 || other.entity == main) return {};
  // Another organisation in mind leaves it open which is meant.
  const int nearest = NearestHouse(site.tokens.begin, type);
  if (nearest >= 0 && nearest != main) {
    // What the part of the text is about is not in mind; the whole may be.
    if (nearest != index_.document_subject() || main != index_.SubjectAt(site.tokens.begin)) {
      return {};
    }
    main = nearest;
    if (other.entity == main) return {};
  }
  // The last mention before the trigger, so that the evidence stays close; else the first one.
  const int mention = index_.NearestMention(main, site.tokens.begin);
  if (mention < 0) return {};
  const int name = analysis_.mentions[mention].tokens.begin;
  // An agency of unknown name reports what others do.
  if (name > 0) {
    static const auto* outlets =
        new absl::flat_hash_set<absl::string_view>{"وكاله", "صحيفه", "موقع", "مجله", "قناه"};
    if (outlets->contains(index_.token(name - 1).base)) return {};
  }
  return {NamedBy(mention, kDocumentSubject)};
}

int ImpliedParticipants::NearestHouse(int token, absl::string_view type) const {
  const int first = index_.PassageTokens(token).begin;
  const bool of_move = type == "LEFT" || type == "APPOINTED" || type == "HOLDS_ROLE";
  for (int i = token - 1; i >= first; --i) {
    const int named = index_.MentionAt(i);
    if (named < 0 || index_.TypeOfMention(named) != EntityType::kOrganization) continue;
    const int entity = analysis_.mentions[named].entity;
    const bool goal = type == "LEFT" && IsGoal(named);
    if (goal || (of_move && IsOriginOrNew(named))) {
      i = analysis_.mentions[named].tokens.begin;
      continue;
    }
    if (!filler_.IsOutlet(named) || entity == index_.SubjectAt(token)) return entity;
  }
  return -1;
}

bool ImpliedParticipants::IsGoal(int mention) const {
  constexpr int kGoalWords = 4;
  const int name = analysis_.mentions[mention].tokens.begin;
  const int first = std::max(index_.PassageTokens(name).begin, name - kGoalWords);
  bool with = index_.IsPreposition(name, "ب");
  for (int i = name; i >= first; --i) {
    if (index_.IsPreposition(i, "الي")) return true;
    with = with || index_.IsPreposition(i, "ب");
    if (index_.IsVerb(i)) return with && index_.token(i).lemma == "التحق";
    if (i < name && (index_.MentionAt(i) >= 0 || index_.IsComma(i))) return false;
  }
  return false;
}

bool ImpliedParticipants::IsOriginOrNew(int mention) const {
  static const auto* comings = new absl::flat_hash_set<absl::string_view>{
      "جاء",     "جاءت",    "اتي",  "اتت",   "قدم",    "قدمت",   "قادم",    "قادمه",  "قادما",
      "ات",      "اتيا",    "اتيه", "انتقل", "انتقلت", "استقدم", "استقدمه", "استقطب", "استقطبه",
      "استقطاب", "استقدام", "جلب",  "خطف",   "انتقال", "قدوم",   "مجيء",    "وصول"};
  static const auto* foundings = new absl::flat_hash_set<absl::string_view>{
      "انشاء", "تاسيس", "اطلاق", "انشا", "اسس", "اسست", "انشات", "اطلق", "اطلقت", "ليوسس"};
  constexpr int kPhrase = 6;
  const TokenRange name = analysis_.mentions[mention].tokens;
  // "a former banker at Y".
  const RolePhrase* role = roles_.Covering(name.begin);
  if (role != nullptr && role->former) return true;
  const int first = std::max(index_.PassageTokens(name.begin).begin, name.begin - kPhrase);
  bool from = false;
  for (int i = name.begin - 1; i >= first; --i) {
    if (index_.IsComma(i) || index_.token(i).form == "." || index_.MentionAt(i) >= 0) return false;
    const Token& word = index_.token(i);
    if (foundings->contains(word.base)) return true;
    // "a unit by the name of Y", "whose name is Y".
    if (word.base == "اسم" || word.base == "مسمي") return true;
    if (from && comings->contains(word.base)) return true;
    from = from || word.surface == "من";
    if (index_.IsVerb(i)) return false;
  }
  return false;
}

int ImpliedParticipants::GoalBefore(int token) const {
  const int first = index_.PassageTokens(token).begin;
  for (int i = token - 1; i > first && i > token - kGoalReach; --i) {
    if (index_.token(i).form == "." || index_.token(i).form == "؛") return -1;
    const int named = index_.MentionAt(i);
    if (named < 0 || index_.TypeOfMention(named) != EntityType::kOrganization) continue;
    for (int k = analysis_.mentions[named].tokens.begin; k > first && k > i - kGoalPhrase; --k) {
      if (k < i && index_.MentionAt(k) >= 0 && index_.MentionAt(k) != named) break;
      if (index_.IsPreposition(k, "الي")) return named;
    }
    return -1;
  }
  return -1;
}

bool ImpliedParticipants::HoldsPostOfUnknown(const ArgumentRecord& person) const {
  constexpr int kTitleReach = 8;
  const int name = index_.TokenOfMention(person.range, person.entity);
  if (name < 0 || index_.MentionAt(name) < 0) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - kTitleReach);
  for (int i = name - 1; i >= first; --i) {
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role == nullptr || roles_.PersonBeside(*role) != index_.MentionAt(name)) continue;
    // "its director": the pronoun says of what.
    if (!index_.token(role->title.end - 1).enclitic.empty()) return false;
    if (roles_.OrganizationOf(*role) >= 0) return false;
    for (int k = role->title.end; k < role->tokens.end; ++k) {
      // "the head of operations in Egypt": of the house in question there.
      const int named = index_.MentionAt(k);
      const bool place = named >= 0 && index_.TypeOfMention(named) == EntityType::kLocation &&
                         index_.IsPreposition(k - 1, "في");
      if (named >= 0 && !place) return true;
      // "the director of the television": of a house that bears no known name.
      const Token& word = index_.token(k);
      const bool body = named < 0 && word.definite && (IsInstitution(word) || IsOtherBody(word));
      const bool called = k + 1 < role->tokens.end && index_.token(k + 1).definite;
      if (body && (called || (index_.IsPreposition(k, "ل") && IsInstitution(word)))) return true;
    }
    return false;
  }
  return false;
}

Fillers ImpliedParticipants::OrganizationInRelative(const ArgumentRecord& person) const {
  static const auto* worked = new absl::flat_hash_set<absl::string_view>{
      "قاد",  "يقود",  "تقود", "قادت",  "شغل",   "يشغل", "تشغل",  "شغلت",  "عمل",   "يعمل", "تعمل",
      "عملت", "ادار",  "يدير", "تدير",  "ادارت", "تراس", "يتراس", "تتراس", "تراست", "اشرف", "يشرف",
      "تشرف", "اشرفت", "تولي", "يتولي", "تتولي", "تولت", "راس",   "يراس",  "تراس"};
  constexpr int kOfficeReach = 10;
  const int name = index_.TokenOfMention(person.range, person.entity);
  if (name < 0 || index_.MentionAt(name) < 0) return {};
  const int end = index_.PassageTokens(name).end;
  int i = analysis_.mentions[index_.MentionAt(name)].tokens.end;
  while (i < end && (index_.IsQuoteMark(i) || index_.IsComma(i))) ++i;
  if (i >= end || !index_.IsRelativePronoun(i)) return {};
  bool works = false;
  for (int k = i + 1; k < end && k < i + kOfficeReach && !index_.IsComma(k); ++k) {
    works = works || worked->contains(index_.token(k).base);
    if (!works || !index_.MentionStartsAt(k)) continue;
    const int mention = index_.MentionAt(k);
    if (index_.TypeOfMention(mention) != EntityType::kOrganization) continue;
    return {NamedBy(mention, kDocumentSubject)};
  }
  return {};
}

}  // namespace isnad::extraction
