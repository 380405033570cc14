#include "services/extraction/relations/house_objections.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/relations/frame_traits.h"

namespace isnad::extraction {
namespace {

using lexicon::Frame;
using WordSet = absl::flat_hash_set<absl::string_view>;

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
  static const auto* set =
      new WordSet{"دراسه",   "دراسات",  "دراساته", "دراساتها", "دراسته",  "دراستها", "درس",
                  "يدرس",    "تدرس",    "طالب",    "طالبه",    "طلاب",    "شهاده",   "بكالوريوس",
                  "ماجستير", "دكتوراه", "تعليم",   "تعليمه",   "تعليمها", "تلميذ",   "ليدرس",
                  "لتدرس",   "ليكمل",   "لتكمل",   "تخرجه",    "تخرجها",  "تخرج",    "اجازه"};
  return set->contains(token.base) || set->contains(token.lemma);
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
  const int end = std::min(index_.PassageTokens(verb).end, verb + kStudyReach);
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
    if (TellsOfStaff(index_.token(i))) return false;
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
  if (GivesPostOfState(frame, site, reading)) return true;
  if (type == "BUILDS_FACILITY" && OnlyFinances(subject)) return true;
  if (type == "LEFT" && Graduates(site.tokens.begin)) return true;
  if (reading.objects.empty()) return false;
  const ArgumentRecord& object = reading.objects.front();
  const bool moves = type == "LEFT" || type == "JOINED" || type == "HIRED_FROM";
  if (moves && (IsOfStudies(site, object) || (type != "JOINED" && IsNoOrigin(object)))) return true;
  const bool joins = type == "COMPETES_WITH" || type == "PARTNERED_WITH" || type == "SUPPLIES";
  return joins && BelongsElsewhere(site, object);
}

}  // namespace isnad::extraction
