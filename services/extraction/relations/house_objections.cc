#include "services/extraction/relations/house_objections.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/reference/document_subject.h"
#include "services/extraction/relations/frame_traits.h"
#include "services/extraction/relations/people_nouns.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;
using WordSet = absl::flat_hash_set<absl::string_view>;

// Words between a verb and who acts before it: "had", "will".
bool IsAuxiliary(const Token& token) {
  static const auto* set = new WordSet{"كان", "كانت", "قد", "سوف", "لن", "لم", "لا", "كانوا"};
  return set->contains(token.base) || set->contains(token.surface);
}

// Words on either side of a trigger that tell of studies.
constexpr int kStudyReach = 12;
// Nouns between a preposition and the name that it governs.
constexpr int kNouns = 3;

bool IsProclitic(const Token& token, absl::string_view letter) {
  return std::find(token.proclitics.begin(), token.proclitics.end(), letter) !=
         token.proclitics.end();
}

bool IsSchool(const Token& token) {
  static const auto* set =
      new WordSet{"كليه", "معهد", "مدرسه", "ثانويه", "جامعه", "اكاديميه", "مدارس"};
  return set->contains(token.base);
}

// Who teaches or leads at a school works there.
bool TellsOfStaff(const Token& token) {
  static const auto* set =
      new WordSet{"استاذ", "استاذه", "باحث", "باحثه", "محاضر", "محاضره", "عميد",   "عميده",
                  "رييس",  "رييسه",  "مدير", "مديره", "مدرسا", "مدرسه",  "منصب",   "استاذا",
                  "رييسا", "مديرا",  "هييه", "طاقم",  "باحثا", "معيدا",  "مستشار", "مستشارا"};
  return set->contains(token.base);
}

bool TellsOfStudies(const Token& token) {
  static const auto* set = new WordSet{
      "دراسه",   "دراسات",  "دراساته", "دراساتها", "دراسته",  "دراستها",   "درس",    "يدرس",
      "تدرس",    "طالب",    "طالبه",   "طلاب",     "شهاده",   "بكالوريوس", "ديبلوم", "دبلوم",
      "ماجستير", "دكتوراه", "تعليم",   "تعليمه",   "تعليمها", "تلميذ",     "ليدرس",  "لتدرس",
      "ليكمل",   "لتكمل",   "تخرجه",   "تخرجها",   "تخرج",    "اجازه"};
  return set->contains(token.base) || set->contains(token.lemma);
}

// Whether the frame's verb has its object beside it.
bool TakesObject(const CompiledFrame& frame) {
  return std::any_of(frame.slots.begin(), frame.slots.end(), [](const CompiledSlot& slot) {
    return RoleOf(slot) == "object" &&
           std::find(slot.positions.begin(), slot.positions.end(), lexicon::Slot::VERB_OBJECT) !=
               slot.positions.end();
  });
}

}  // namespace

int HouseObjections::NameOf(const ArgumentRecord& end) const {
  if (end.kind != ArgumentRecord::Kind::kEntity) return -1;
  const int name = index_.TokenOfMention(end.range, end.entity);
  return name >= 0 && index_.MentionAt(name) >= 0 ? name : -1;
}

bool HouseObjections::IsOfState(const ArgumentRecord& end) const {
  if (end.kind != ArgumentRecord::Kind::kEntity) return false;
  const EntityRecord& entity = analysis_.entities[end.entity];
  if (entity.type != EntityType::kOrganization) return false;
  // Institutions that nobody knows are taken for the state's.
  const bool listed = !entity.lexicon_key.empty();
  if (listed && (entity.entity_class == "GOVERNMENT" || entity.entity_class == "REGULATOR")) {
    return true;
  }
  for (absl::string_view head : {"وزارة", "الحكومة", "حكومة", "رئاسة", "البرلمان", "مجلس النواب",
                                 "البنك المركزي", "محكمة", "المحكمة", "مجلس نواب"}) {
    if (absl::StartsWith(entity.label_ar, head)) return true;
  }
  return false;
}

bool HouseObjections::ActsLikeFirm(const CompiledFrame& frame, const FrameReading& reading) const {
  const absl::string_view type = TypeOf(frame);
  const ArgumentRecord& subject = reading.subjects.front();
  const bool object_of_state = !reading.objects.empty() && IsOfState(reading.objects.front());
  if (type == "COMPETES_WITH") return IsOfState(subject) || object_of_state;
  if (type == "ACQUIRED") return object_of_state;
  if (type == "PART_OF") return IsOfState(subject) && !object_of_state;
  return type == "HEADCOUNT" && subject.resolution_rule == "only-named" && IsOfState(subject);
}

bool HouseObjections::Graduates(int verb) const {
  static const auto* verbs = new WordSet{"تخرج", "تخرجت", "تخرجا", "تخرجوا", "يتخرج", "تتخرج"};
  if (!verbs->contains(index_.token(verb).base)) return false;
  // Titles of those who graduated may stand in between.
  constexpr int kSchoolReach = 24;
  const int end = std::min(index_.PassageTokens(verb).end, verb + kSchoolReach);
  for (int i = verb + 1; i < end; ++i) {
    if (IsSchool(index_.token(i))) return true;
  }
  return false;
}

bool HouseObjections::IsOfStudies(const TriggerSite& site, const ArgumentRecord& school) const {
  const int trigger = site.tokens.begin;
  const TokenRange passage = index_.PassageTokens(trigger);
  const int first = std::max(passage.begin, trigger - kStudyReach);
  const int last = std::min(passage.end, site.tokens.end + kStudyReach);
  bool studies = false;
  for (int i = first; i < last; ++i) {
    // "the professor X joined": what somebody is called now.
    if (i > trigger && TellsOfStaff(index_.token(i))) return false;
    studies = studies || (i != trigger && TellsOfStudies(index_.token(i)));
  }
  const int name = NameOf(school);
  if (name < 0) return false;
  const bool is_school =
      IsSchool(index_.token(name)) || (name > passage.begin && IsSchool(index_.token(name - 1)));
  if (!is_school) return false;
  const absl::string_view kind = index_.token(name).base;
  return studies || kind == "كليه" || kind == "مدرسه" || kind == "ثانويه";
}

bool HouseObjections::IsNoOrigin(const ArgumentRecord& house) const {
  static const auto* comparatives = new WordSet{"اصغر", "اكبر", "اكثر", "اقل",  "اسرع", "اقوي",
                                                "افضل", "اعلي", "ادني", "اقرب", "بدلا"};
  const int name = NameOf(house);
  if (name < 0) return false;
  const TokenRange passage = index_.PassageTokens(name);
  int of = name - 1;
  while (of > passage.begin && of > name - 1 - kNouns && index_.token(of).surface != "من") {
    if (index_.IsVerb(of) || index_.MentionAt(of) >= 0) return false;
    --of;
  }
  if (of <= passage.begin || index_.token(of).surface != "من") return false;
  const Token& before = index_.token(of - 1);
  if (before.form == "(" || (!before.definite && comparatives->contains(before.base))) return true;
  const bool bound = before.definite || !before.enclitic.empty();
  if (index_.MentionAt(of - 1) >= 0 || bound || !index_.IsNominal(of - 1)) return false;
  if (before.part_of_speech == PartOfSpeech::kAdjective && of - 2 >= passage.begin) {
    return IsProclitic(index_.token(of - 2), "ب") && !index_.token(of - 2).definite;
  }
  return IsProclitic(before, "ب");
}

bool HouseObjections::AnotherHadActed(const TriggerSite& site,
                                      const ArgumentRecord& subject) const {
  const int verb = site.tokens.begin;
  const int first = index_.PassageTokens(verb).begin;
  if (site.construction != Frame::ACTIVE_VERB || verb - 3 < first) return false;
  if (index_.token(verb - 1).surface != "قد" || index_.MentionAt(verb - 2) >= 0) return false;
  const absl::string_view had = index_.token(verb - 3).base;
  if (had != "كان" && had != "كانت") return false;
  const Token& actor = index_.token(verb - 2);
  return actor.definite && actor.part_of_speech == PartOfSpeech::kNoun &&
         subject.range.begin >= index_.token(verb).range.end;
}

bool HouseObjections::ThingActs(const TriggerSite& site, const ArgumentRecord& person) const {
  const bool verb =
      site.construction == Frame::ACTIVE_VERB || site.construction == Frame::PASSIVE_VERB;
  const int trigger = site.tokens.begin;
  if (!verb || person.range.end > index_.token(trigger).range.begin) return false;
  const TokenRange passage = index_.PassageTokens(trigger);
  const auto is_thing = [this](int i) {
    const Token& word = index_.token(i);
    return index_.MentionAt(i) < 0 && index_.ValueAt(i) < 0 && word.definite &&
           word.part_of_speech == PartOfSpeech::kNoun && word.enclitic.empty() &&
           !index_.IsAnyPreposition(i) && !index_.IsAdverb(i) && roles_.Covering(i) == nullptr &&
           index_.PronounAt(i) < 0 && !IsPeopleNoun(word);
  };
  int i = trigger - 1;
  while (i > passage.begin && IsAuxiliary(index_.token(i))) --i;
  // "the grants that [التي] were not paid".
  if (i > passage.begin && index_.IsRelativePronoun(i) && is_thing(i - 1)) {
    return person.range.end <= index_.token(i - 1).range.begin;
  }
  // "goes back the rest [تعود البقية] to".
  const int next = site.tokens.end;
  return site.construction == Frame::ACTIVE_VERB && next < passage.end && is_thing(next) &&
         index_.token(trigger).enclitic.empty() && !index_.HasConjunction(next);
}

bool HouseObjections::PeopleAct(const TriggerSite& site, const ArgumentRecord& subject) const {
  if (site.construction != Frame::ACTIVE_VERB || subject.entity < 0) return false;
  if (analysis_.entities[subject.entity].type != EntityType::kOrganization) return false;
  const int verb = site.tokens.begin;
  if (verb == index_.PassageTokens(verb).begin) return false;
  const absl::string_view before = index_.token(verb - 1).surface;
  return (before == "الذين" || before == "اللواتي" || before == "اللاتي") &&
         subject.range.begin < index_.token(verb).range.begin;
}

bool HouseObjections::BelongsElsewhere(const TriggerSite& site,
                                       const ArgumentRecord& object) const {
  static const auto* belonging = new WordSet{"تابع",    "تابعه", "مملوك",  "مملوكه",  "تابعين",
                                             "تابعتين", "منتمي", "منتميه", "مملوكتين"};
  const int name = NameOf(object);
  if (name < 0) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - 1 - kNouns);
  for (int i = name - 1; i >= first && i >= site.tokens.end; --i) {
    if (index_.MentionAt(i) >= 0 || index_.IsComma(i)) return false;
    if (belonging->contains(index_.token(i).base)) return true;
  }
  return false;
}

bool HouseObjections::IsOtherSense(const CompiledFrame& frame, const TriggerSite& site) const {
  const int trigger = site.tokens.begin;
  const TokenRange passage = index_.PassageTokens(trigger);
  const Token& word = index_.token(trigger);
  const absl::string_view name = frame.name;
  // "[control] over the accounts of X" is not "at the expense of X [على حساب]".
  if (name == "at-expense-of") {
    return word.base != "حساب" || !word.enclitic.empty() || trigger == passage.begin ||
           index_.token(trigger - 1).surface != "علي";
  }
  // "the rate of leaving", "offered those who leave [على المغادرين]": nobody in particular.
  if (TypeOf(frame) == "LEFT" && trigger > passage.begin && !TakesObject(frame)) {
    static const auto* rates = new WordSet{"معدل", "معدلات", "نسبه", "وتيره"};
    const Token& before = index_.token(trigger - 1);
    if (rates->contains(before.base)) return true;
    if (before.surface == "علي" && name == "the-departing") return true;
  }
  // "the late [الراحل] X", who has died, rather than "X, gone from Y".
  if (TypeOf(frame) == "LEFT" && name == "the-gone-from") {
    return site.tokens.end >= passage.end || !(index_.IsPreposition(site.tokens.end, "عن") ||
                                               index_.IsPreposition(site.tokens.end, "من"));
  }
  // "its engineers moved [انتقلوا] to X", rather than one of them, who has a name.
  if (name == "lost-engineers-to") {
    const bool counted = site.tokens.end < passage.end && index_.ValueAt(site.tokens.end) >= 0;
    return !counted && !absl::EndsWith(word.base, "وا") && !absl::EndsWith(word.base, "ون");
  }
  // "devices equipped with [المزودة بـ] the system X".
  const bool equipped = word.base == "مزود" || word.base == "مزوده" || word.base == "مزودين";
  return TypeOf(frame) == "SUPPLIES" && name == "supplier" && equipped &&
         site.tokens.end < passage.end && index_.IsPreposition(site.tokens.end, "ب");
}

bool HouseObjections::IsAgainst(const ArgumentRecord& house) const {
  static const auto* aims = new WordSet{"منافسه", "مواجهه", "مجاراه", "محاربه", "مقاضاه", "شراء",
                                        "تحدي",   "مزاحمه", "ازاحه",  "كسر",    "مضاهاه"};
  const int name = NameOf(house);
  if (name < 0) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - 1 - kNouns);
  for (int i = name; i >= first; --i) {
    if (i < name && index_.MentionAt(i) >= 0) return false;
    if (index_.IsPreposition(i, "ل") && aims->contains(index_.token(i).base)) return true;
  }
  return false;
}

bool HouseObjections::IsNoPartner(const TriggerSite& site, const FrameReading& reading) const {
  const ArgumentRecord& subject = reading.subjects.front();
  // "the agreement between the largest maker and its supplier, [like] X and Y".
  const int name = NameOf(subject);
  for (int i = site.tokens.end; i < name; ++i) {
    if (index_.IsEnumerator(i)) return true;
  }
  if (subject.entity >= 0 && !subject.resolution_rule.empty() &&
      IsOutlet(analysis_.entities[subject.entity])) {
    return true;
  }
  // "contracts with some doctors".
  static const auto* some = new WordSet{"بعض", "عدد", "كبار", "عشرات", "احد", "مجموعه"};
  if (reading.objects.empty()) return false;
  const ArgumentRecord& object = reading.objects.front();
  if (object.kind != ArgumentRecord::Kind::kText) return false;
  const int first = index_.TokenAtByte(object.range.begin);
  if (first + 1 >= index_.size()) return false;
  const int head = some->contains(index_.token(first).base) ? first + 1 : first;
  return IsPeopleNoun(index_.token(head));
}

bool HouseObjections::IsCourtesy(const TriggerSite& site, const FrameReading& reading) const {
  static const auto* courtesies = new WordSet{"DOCTOR", "MR", "SHEIKH", "ENGINEER"};
  const RolePhrase* role = roles_.Covering(site.tokens.begin);
  const ArgumentRecord& house = reading.objects.front();
  return role != nullptr && courtesies->contains(role->key) && house.resolution_rule.empty() &&
         house.range.begin > reading.subjects.front().range.end &&
         reading.subjects.front().range.begin > index_.token(site.tokens.begin).range.begin;
}

bool HouseObjections::IsOfficerOfState(const ArgumentRecord& person) const {
  const int name = NameOf(person);
  if (name <= index_.PassageTokens(std::max(name, 0)).begin) return false;
  const RolePhrase* role = roles_.Covering(name - 1);
  return role != nullptr && role->of_state && role->tokens.end == name;
}

bool HouseObjections::BuysThings(const TriggerSite& site, const ArgumentRecord& object) const {
  static const auto* things =
      new WordSet{"حقوق",  "حق",    "براءه",  "براءات",  "تذاكر", "منتجات", "اجهزه",
                  "هواتف", "معدات", "سيارات", "تراخيص",  "خدمات", "طايرات", "طايره",
                  "هاتف",  "نسخه",  "كتب",    "اعلانات", "وحدات"};
  const int name = NameOf(object);
  for (int i = name - 1; i >= std::max(site.tokens.end, name - kNouns); --i) {
    if (index_.MentionAt(i) >= 0 || index_.IsVerb(i)) return false;
    // "the company of car making X": the things of a house.
    const int before = i - 1;
    const bool head = before < site.tokens.end || index_.MentionAt(before) >= 0 ||
                      !index_.IsNominal(before) || index_.token(before).definite;
    if (head && things->contains(index_.token(i).base)) return true;
  }
  return false;
}

bool HouseObjections::IsFieldOnly(const CompiledFrame& frame, const TriggerSite& site,
                                  const FrameReading& reading) const {
  static const auto* hosts = new WordSet{"وزير",  "وزيره", "وزاره", "ندوه", "موتمر", "منتدي",
                                         "قانون", "مجله",  "هييه",  "حول",  "بشان",  "مجال"};
  constexpr int kHostReach = 3;
  if (TypeOf(frame) != "INVESTED_IN" || frame.construction != Frame::EVENT_NOUN) return false;
  const int noun = site.tokens.begin;
  if (!index_.token(noun).definite || !reading.objects.empty()) return false;
  const int first = std::max(index_.PassageTokens(noun).begin, noun - kHostReach);
  for (int i = noun - 1; i >= first && !index_.IsVerb(i); --i) {
    if (hosts->contains(index_.token(i).base)) return true;
  }
  return false;
}

bool HouseObjections::GivesPostOfState(const CompiledFrame& frame, const TriggerSite& site,
                                       const FrameReading& reading) const {
  if (TypeOf(frame) != "APPOINTED" || reading.objects.empty()) return false;
  const absl::string_view rule = reading.objects.front().resolution_rule;
  if (rule != "topic" && rule != "document-subject" && rule != "carried-subject") return false;
  const int end =
      std::min(index_.PassageTokens(site.tokens.begin).end, site.tokens.end + kStudyReach);
  for (int i = site.tokens.end; i < end && !index_.IsStrongBoundary(i); ++i) {
    const RolePhrase* role = roles_.BeginningAt(i);
    if (role != nullptr && role->of_state) return true;
  }
  return false;
}

bool HouseObjections::IsAskedBy(const ArgumentRecord& person, const ArgumentRecord& house) const {
  const int name = NameOf(house);
  if (name < 0 || person.range.end > house.range.begin) return false;
  const EntityRecord& entity = analysis_.entities[house.entity];
  const bool near =
      index_.IsPreposition(name, "ل") || (name > 0 && index_.IsPreposition(name - 1, "ل")) ||
      (name > 1 && index_.IsQuoteMark(name - 1) && index_.IsPreposition(name - 2, "ل"));
  return near && IsOutlet(entity) && NameOf(person) >= 0 &&
         index_.token(NameOf(person)).passage == index_.token(name).passage;
}

bool HouseObjections::PaysRatherThanCosts(const CompiledFrame& frame, const TriggerSite& site,
                                          const ArgumentRecord& subject) const {
  if (TypeOf(frame) != "COSTS" || absl::string_view(frame.name) != "cost-verb") return false;
  if (subject.entity < 0 || analysis_.entities[subject.entity].type != EntityType::kOrganization) {
    return false;
  }
  const int name = NameOf(subject);
  const int mention = name < 0 ? -1 : index_.MentionAt(name);
  return mention < 0 || analysis_.mentions[mention].tokens.end != site.tokens.begin;
}

bool HouseObjections::OnlyFinances(const ArgumentRecord& house) const {
  static const auto* finance =
      new WordSet{"ممول", "مموله", "ممولا", "ممولين", "ممولتين", "ممولات", "تمويل", "ممولان"};
  const int name = NameOf(house);
  if (name < 0) return false;
  const int first = std::max(index_.PassageTokens(name).begin, name - kNouns);
  for (int i = name - 1; i > first; --i) {
    if (index_.token(i).surface != "من") continue;
    return finance->contains(index_.token(i - 1).base);
  }
  return false;
}

bool HouseObjections::SpeakAgainst(const CompiledFrame& frame, const TriggerSite& site,
                                   const FrameReading& reading) const {
  const absl::string_view type = TypeOf(frame);
  if (reading.subjects.empty()) return false;
  const ArgumentRecord& subject = reading.subjects.front();
  if (AnotherHadActed(site, subject) || PeopleAct(site, subject)) return true;
  if (ActsLikeFirm(frame, reading) || IsFieldOnly(frame, site, reading)) return true;
  if (GivesPostOfState(frame, site, reading) || IsOtherSense(frame, site)) return true;
  if (type == "PARTNERED_WITH" && IsNoPartner(site, reading)) return true;
  // Talks that somebody says there were none of make no partners.
  const bool no_talks =
      absl::string_view(frame.name) == "talks-with" && reading.base.polarity == Polarity::kDenied;
  if (no_talks || PaysRatherThanCosts(frame, site, subject)) return true;
  if (type == "BUILDS_FACILITY" && OnlyFinances(subject)) return true;
  if (type == "LEFT" && Graduates(site.tokens.begin)) return true;
  const bool intransitive = type == "JOINED" || type == "HIRED_FROM" || type == "LEFT";
  if (intransitive && !TakesObject(frame) && ThingActs(site, subject)) return true;
  if (reading.objects.empty()) return false;
  const ArgumentRecord& object = reading.objects.front();
  if (type == "HOLDS_ROLE") {
    const bool title = frame.construction == Frame::ROLE_NOUN;
    if (IsAskedBy(subject, object) || (title && IsCourtesy(site, reading))) return true;
    if (!title && !IsOfState(object) && IsOfficerOfState(subject)) return true;
  }
  if (type == "ACQUIRED" && BuysThings(site, object)) return true;
  const bool moves = type == "LEFT" || type == "JOINED" || type == "HIRED_FROM";
  if (moves && (IsOfStudies(site, object) || (type != "JOINED" && IsNoOrigin(object)))) return true;
  if (type == "SUPPLIES" && IsAgainst(object)) return true;
  const bool joins = type == "COMPETES_WITH" || type == "PARTNERED_WITH" || type == "SUPPLIES";
  return joins && BelongsElsewhere(site, object);
}

}  // namespace isnad::extraction
