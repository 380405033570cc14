#include "services/extraction/reference/pronoun_resolver.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr int kReach = 2;            // passages back to what a pronoun stands for
constexpr int kSpeechReach = 30;     // tokens from the verb to its complement
constexpr int kRelativeReach = 10;   // tokens back to الذي
constexpr int kGovernorReach = 3;    // tokens back to the word that takes a preposition
constexpr int kCarriedReach = 25;    // tokens back to the verb whose subject goes on
constexpr int kCarriedPassages = 2;  // back to the speaker who goes on
constexpr double kSureFit = 0.8;     // of gender
constexpr double kWeakFit = 0.45;

bool IsRelative(absl::string_view surface) {
  return IsOneOf(surface, {"الذي", "التي", "والذي", "والتي"});
}

}  // namespace

void PronounResolver::NoteSpeech(int verb) {
  bool carried = false;
  if (speech_verb_ >= 0) {
    earlier_speaker_ = Speaker(&carried);
    earlier_verb_ = speech_verb_;
  }
  speech_verb_ = verb;
}

int PronounResolver::Speaker(bool* carried) const {
  *carried = false;
  bool common = false;
  const int subject = subjects_.SubjectOf(speech_verb_, &common);
  if (subject >= 0 || common) return subject;
  *carried = true;
  const WordGender gender = GenderOfVerb(discourse_.token(speech_verb_));
  const auto agrees = [&](int entity) {
    return entity >= 0 && discourse_.profiles().GenderFit(entity, gender) >= kSureFit;
  };
  // "ودافعت X عن ...، وقالت": the subject of the verb before goes on.
  const int first =
      std::max(discourse_.PassageTokens(speech_verb_).begin, speech_verb_ - kCarriedReach);
  for (int i = speech_verb_ - 1; i >= first; --i) {
    if (!discourse_.IsVerb(i)) continue;
    const int before = subjects_.SubjectOf(i, &common);
    if (agrees(before)) return before;
    if (common) return -1;
  }
  // Else the only person of the sentence so far.
  const std::vector<Referent> people = discourse_.Rank(speech_verb_, 0, [&](int entity) {
    return discourse_.TypeOf(entity) == EntityType::kPerson && agrees(entity) ? 1.0 : 0.0;
  });
  if (!people.empty()) return people.size() == 1 ? people.front().entity : -1;
  // "وأضاف أنه": so does the speaker of the sentence before.
  const bool near = earlier_verb_ >= 0 && discourse_.token(speech_verb_).passage -
                                                  discourse_.token(earlier_verb_).passage <=
                                              kCarriedPassages;
  return near && agrees(earlier_speaker_) ? earlier_speaker_ : -1;
}

// "أنه يجب", "أنه من الممكن": the pronoun stands for nothing.
bool PronounResolver::IsExpletive(int i) const {
  const int end = discourse_.PassageTokens(i).end;
  int next = i + 1;
  bool none = false;  // "أنه لا نية": no such thing
  while (next < end &&
         IsOneOf(discourse_.token(next).surface, {"لا", "لم", "لن", "قد", "ليس", "سوف"})) {
    none = discourse_.token(next).surface == "لا";
    ++next;
  }
  if (next >= end || (none && !discourse_.IsVerb(next))) return true;
  const Token& token = discourse_.token(next);
  if (IsOneOf(token.surface,
              {"من",  "في",  "بعد",  "قبل", "اذا", "حتي", "ثمه", "لابد", "بد", "كلما",
               "عند", "رغم", "خلال", "منذ", "الي", "علي", "لدي", "هناك", "مع", "بامكان"})) {
    return true;
  }
  if (IsOneOf(token.lemma,
              {"وجب", "امكن", "تم", "جري", "وجد", "انبغي", "تعين", "تبين", "اتضح", "بقي", "حان"})) {
    return true;
  }
  if (IsOneOf(token.base, {"يجب", "يمكن", "يتم", "تم", "يوجد", "ينبغي", "يتعين", "يجري", "جري",
                           "يتوقع", "يفترض"})) {
    return true;
  }
  return false;
}

// "أنها المرة الأولى", "أنه الأكبر".
bool PronounResolver::PointsForward(int i) const {
  if (i + 1 >= discourse_.PassageTokens(i).end) return false;
  const Token& next = discourse_.token(i + 1);
  return next.definite && next.part_of_speech != PartOfSpeech::kVerb;
}

// "مع إعلان X، التي كانت تعمل هناك، أنها": who speaks by a noun of speech before the
// complementizer; -1 without.
int PronounResolver::AnnouncerAt(int i) const {
  constexpr int kNounReach = 22;
  const int begin = std::max(discourse_.PassageTokens(i).begin, i - kNounReach);
  for (int k = i - 1; k >= begin && !discourse_.IsStop(k); --k) {
    if (subjects_.IsComplementizer(k)) return -1;
    if (discourse_.IsVerb(k)) {
      if (discourse_.lexicon().IsSpeechVerb(discourse_.token(k).lemma)) return -1;
      continue;
    }
    const Token& noun = discourse_.token(k);
    if (!IsOneOf(noun.base, {"اعلان", "تاكيد", "قول", "كشف", "اعتراف", "تصريح"}) || noun.definite ||
        !noun.enclitic.empty()) {
      continue;
    }
    int name = k + 1;
    while (name < i && discourse_.IsQuoteMark(name)) ++name;
    return name < i ? discourse_.EntityFrom(name) : -1;
  }
  return -1;
}

// Who says the clause that a complementizer with a pronoun opens, when the pronoun may stand for
// the speaker; or -1.
int PronounResolver::SpeakerAt(int i, WordGender gender) const {
  if (!subjects_.IsComplementizer(i)) return -1;
  const int announced = AnnouncerAt(i);
  if (announced >= 0 && discourse_.profiles().GenderFit(announced, gender) >= kWeakFit) {
    return announced;
  }
  if (speech_verb_ < 0) return -1;
  const int verb = speech_verb_;
  if (discourse_.token(verb).passage != discourse_.token(i).passage || i - verb > kSpeechReach) {
    return -1;
  }
  bool carried = false;
  const int speaker = Speaker(&carried);
  if (speaker < 0 || discourse_.profiles().GenderFit(speaker, gender) < kWeakFit) return -1;
  bool second = false;
  for (int k = verb + 1; k < i; ++k) {
    if (discourse_.token(k).form == "." || discourse_.token(k).form == "؛") return -1;
    second = second || subjects_.IsComplementizer(k);
  }
  // A later "وأنه" may go on about what the first clause was about.
  if (second && chooser_.rivals()->Count(verb + 1, i, gender) > 0) return -1;
  return speaker;
}

// What the relative clause around a token is about, when a pronoun may go back to it.
void PronounResolver::ReadRelative(ReferenceSite* site) const {
  const int i = site->token;
  const int begin = discourse_.PassageTokens(i).begin;
  for (int k = i - 1; k >= begin && k >= i - kRelativeReach; --k) {
    if (discourse_.IsStop(k) || discourse_.IsQuoteMark(k) || subjects_.IsComplementizer(k)) return;
    const absl::string_view word = discourse_.token(k).surface;
    if (!IsRelative(word)) continue;
    if (absl::EndsWith(word, "التي") != (site->gender == WordGender::kFeminine)) return;
    int last = k - 1;
    while (last >= begin &&
           (discourse_.IsComma(last) || discourse_.IsQuoteMark(last) ||
            !discourse_.lexicon().NationalityOf(discourse_.token(last).surface).empty())) {
      --last;
    }
    if (last < begin) return;
    site->relative_head = discourse_.EntityAt(last);
    site->relative_of_common = site->relative_head < 0;
    return;
  }
}

// The pronoun on this word stands for nothing that is named: "بعدها", "أبرزها", "نفسها".
bool PronounResolver::IsFreeHost(int i) const {
  const absl::string_view base = PronounOf(discourse_.token(i)).base;
  return discourse_.lexicon().IsSkippedHost(base) ||
         discourse_.lexicon().IsSkippedHost(WithoutArticle(base));
}

// Whether the preposition at a token goes with a word that only organisations are spoken of by.
bool PronounResolver::IsOfOrganization(int i) const {
  const int first = std::max(discourse_.PassageTokens(i).begin, i - kGovernorReach);
  for (int k = i - 1; k >= first; --k) {
    const Token& token = discourse_.token(k);
    if (discourse_.Taken(k) || token.shape == TokenShape::kPunctuation) return false;
    if (IsOneOf(token.lemma, {"تابع", "مملوك"}) && k == i - 1) return true;
    if (IsOneOf(token.lemma, {"عمل", "اشتغل", "التحق", "انضم", "استقال", "رحل", "تنحي", "انسحب",
                              "استثمر", "استحوذ", "وظف", "استقطب", "انتقل", "قادم"}) ||
        IsOneOf(token.base, {"التحاق", "انضمام", "استقاله", "رحيل", "استحواذ", "استثمار"})) {
      return true;
    }
    if (discourse_.IsVerb(k)) return false;
  }
  return false;
}

// "X التابعة لها": the entity that belongs to whom the pronoun at a token means; or -1.
int PronounResolver::OwnedBefore(int i) const {
  const int begin = discourse_.PassageTokens(i).begin;
  if (i <= begin || !IsOneOf(discourse_.token(i - 1).lemma, {"تابع", "مملوك"})) return -1;
  int name = i - 1;
  while (name > begin && discourse_.IsQuoteMark(name - 1)) --name;
  return name > begin ? discourse_.EntityUntil(name) : -1;
}

// "حليف ثقيل هو X، التي ضخت فيها 3 مليارات": a backer is not what it puts money into; -1 where
// nobody is called a backer, or where somebody else puts it there ("X، التي استثمرت فيها Y").
int PronounResolver::ActorOfRelative(const ReferenceSite& site) const {
  constexpr int kBehindReach = 3;
  constexpr int kBackerReach = 14;
  const int i = site.token;
  const int begin = discourse_.PassageTokens(i).begin;
  const bool acts =
      site.relative_head >= 0 && site.kind == ReferenceKind::kPreposition && i - 2 >= begin &&
      discourse_.IsVerb(i - 1) && discourse_.token(i - 1).enclitic.empty() &&
      IsRelative(discourse_.token(i - 2).surface) &&
      IsOneOf(discourse_.token(i - 1).lemma, {"استثمر", "ضخ", "ساهم", "اسهم", "شارك", "انفق"});
  if (!acts) return -1;
  const int end = std::min(discourse_.PassageTokens(i).end, i + 1 + kBehindReach);
  for (int k = i + 1; k < end && !discourse_.IsStop(k); ++k) {
    const Token& word = discourse_.token(k);
    if (discourse_.EntityFrom(k) >= 0) return -1;
    if (k == i + 1 && word.definite && word.part_of_speech == PartOfSpeech::kNoun) return -1;
  }
  for (int k = i - 3; k >= begin && k >= i - kBackerReach && !discourse_.IsStop(k); --k) {
    for (absl::string_view backer : {"مساهم", "مستثمر", "داعم", "حليف", "ممول", "شريك"}) {
      if (absl::StartsWith(discourse_.token(k).base, backer)) return site.relative_head;
    }
  }
  return -1;
}

// "منافستها «X»": the house named behind the rival at a token; -1 without.
int PronounResolver::RivalNamedBehind(int i) const {
  const absl::string_view base = PronounOf(discourse_.token(i)).base;
  if (!IsOneOf(base, {"منافس", "منافست", "غريم", "غريمت", "نظيرت"})) return -1;
  const int end = discourse_.PassageTokens(i).end;
  int name = i + 1;
  while (name < end &&
         (discourse_.IsQuoteMark(name) ||
          !discourse_.lexicon().NationalityOf(discourse_.token(name).surface).empty())) {
    ++name;
  }
  const int entity = name < end ? discourse_.EntityFrom(name) : -1;
  return entity >= 0 && discourse_.TypeOf(entity) == EntityType::kOrganization ? entity : -1;
}

// How the host of a pronoun is read. False for hosts that are not tried.
bool PronounResolver::ReadHost(ReferenceSite* site) const {
  const int i = site->token;
  const Token& host = discourse_.token(i);
  const PartOfSpeech part = host.part_of_speech;
  const absl::string_view base = PronounOf(host).base;
  if (subjects_.IsComplementizer(i) || IsOneOf(base, {"لان", "لكن", "كان"})) {
    site->kind = ReferenceKind::kClause;
    if (IsExpletive(i)) return false;
    site->impersonal = PointsForward(i);
    return true;
  }
  // "شركات على رأسها X": the noun before.
  const int begin = discourse_.PassageTokens(i).begin;
  const bool foremost = base == "راس" && i > begin && discourse_.token(i - 1).surface == "علي";
  if (foremost && chooser_.rivals()->Last(std::max(begin, i - 4), i - 1, site->gender) >= 0) {
    return false;
  }
  if (IsFreeHost(i)) {
    // "يحل محله": whose place, if anybody's.
    if (!IsOneOf(base, {"مكان", "محل"})) return false;
    site->skipped = true;
  }
  if (part == PartOfSpeech::kVerb) {
    site->kind = ReferenceKind::kObject;
    site->types = discourse_.lexicon().VerbSelects(host.lemma);
  } else if (base == "لدي") {
    site->kind = ReferenceKind::kPossessive;
    site->types.Add(EntityType::kPerson);
    site->types.Add(EntityType::kOrganization);
  } else if (part == PartOfSpeech::kAdposition || host.stop_word) {
    site->kind = ReferenceKind::kPreposition;
    // "a company that belongs to it", "she works there": an organisation.
    if (IsOfOrganization(i)) site->types.Add(EntityType::kOrganization);
  } else if (part == PartOfSpeech::kNoun || part == PartOfSpeech::kAdjective ||
             part == PartOfSpeech::kUnknown) {
    site->kind = ReferenceKind::kPossessive;
    site->types = discourse_.lexicon().NounSelects(base);
    if (site->types.empty()) site->types = discourse_.lexicon().NounSelects(host.lemma);
  } else {
    return false;
  }
  return true;
}

std::string PronounResolver::RuleOf(const ReferenceSite& site, int entity) {
  if (entity == site.relative_head) return "relative-pronoun";
  if (entity == site.speaker) return "speaker-pronoun";
  switch (site.kind) {
    case ReferenceKind::kObject:
      return "object-pronoun";
    case ReferenceKind::kPreposition:
      return "preposition-pronoun";
    case ReferenceKind::kClause:
      return "clause-pronoun";
    default:
      return "possessive-pronoun";
  }
}

// "رئيسها X", "التي أسسها X": the house of X.
void PronounResolver::NoteHouse(int host, int house) const {
  if (discourse_.TypeOf(house) != EntityType::kOrganization) return;
  int person = -1;
  if (discourse_.IsVerb(host)) {
    bool common = false;
    if (IsOneOf(discourse_.token(host).lemma, {"اسس", "انشا", "قاد", "راس", "ادار", "تراس"})) {
      person = subjects_.SubjectOf(host, &common);
    }
  } else if (const TitleSite* const title = discourse_.titles().At(host)) {
    if (!title->former) person = title->person;
  }
  if (person >= 0 && discourse_.TypeOf(person) == EntityType::kPerson) {
    discourse_.NoteHouse(person, house);
  }
}

// "شركته": the house of the person whom the pronoun means; -1 when none is known or it is no such
// noun.
int PronounResolver::HouseMeant(int host, int owner) const {
  if (discourse_.TypeOf(owner) != EntityType::kPerson) return -1;
  if (!IsOneOf(PronounOf(discourse_.token(host)).base, {"شركت", "مجموعت", "موسست", "مصرف"})) {
    return -1;
  }
  // "شركته X".
  const int end = discourse_.PassageTokens(host).end;
  int next = host + 1;
  while (next < end && discourse_.IsQuoteMark(next)) ++next;
  return next < end && discourse_.EntityFrom(next) >= 0 ? -1 : discourse_.HouseOf(owner);
}

// "X وزميلته Y": whose colleague Y is stands right before; -1 without.
int PronounResolver::BesideKin(int host) const {
  const Token& word = discourse_.token(host);
  if (!absl::StartsWith(word.surface, "و")) return -1;
  if (!IsOneOf(PronounOf(word).base, {"زميل", "زميلت", "شريك", "شريكت", "شقيق", "شقيقت", "زوج",
                                      "زوجت", "صديق", "صديقت", "نايب", "نايبت"})) {
    return -1;
  }
  const int before = discourse_.EntityUntil(host);
  return before >= 0 && discourse_.TypeOf(before) == EntityType::kPerson ? before : -1;
}

void PronounResolver::Resolve(int i) {
  const Token& host = discourse_.token(i);
  if (discourse_.IsVerb(i) && discourse_.lexicon().IsSpeechVerb(host.lemma)) NoteSpeech(i);
  const Agreement pronoun = AgreementOfPronoun(PronounOf(host).pronoun);
  if (pronoun.number != WordNumber::kSingular || discourse_.Taken(i)) return;
  ReferenceSite site;
  site.token = i;
  site.gender = pronoun.gender;
  site.reach = kReach;
  if (!ReadHost(&site)) return;
  ReadRelative(&site);
  site.speaker = SpeakerAt(i, pronoun.gender);
  if (!discourse_.added().empty()) site.meant_last = discourse_.added().back().entity;
  const int owned = OwnedBefore(i);
  const int rival = RivalNamedBehind(i);
  const int actor = ActorOfRelative(site);
  const int kin = BesideKin(i);
  const bool inside = PronounOf(host).base == "في" && site.kind == ReferenceKind::kPreposition;
  site.fit = [&](int entity) {
    if (entity == owned || entity == rival || entity == actor) return 0.0;
    if (kin >= 0 && entity != kin) return 0.0;
    // "الأبحاث فيها", "منافستها «X»": people have neither an inside nor houses for rivals.
    const bool person = discourse_.TypeOf(entity) == EntityType::kPerson;
    if (person && (inside || rival >= 0)) return 0.0;
    return discourse_.profiles().GenderFit(entity, pronoun.gender);
  };
  ReferenceDecision decision = chooser_.Choose(site);
  const int house = decision.entity >= 0 ? HouseMeant(i, decision.entity) : -1;
  if (house >= 0) {
    discourse_.Add({i, i + 1}, 0, MentionKind::kDescription, house,
                   AntecedentChooser::ConfidenceOf(decision), "house-of-person");
  } else if (decision.entity >= 0) {
    discourse_.Add({i, i + 1}, 0, MentionKind::kPronoun, decision.entity,
                   AntecedentChooser::ConfidenceOf(decision), RuleOf(site, decision.entity));
    NoteHouse(i, decision.entity);
  }
  chooser_.Keep(std::move(decision));
}

}  // namespace isnad::extraction
