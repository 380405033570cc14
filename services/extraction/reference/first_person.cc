#include "services/extraction/reference/first_person.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "services/extraction/morphology/verb_features.h"
#include "services/extraction/names/name_letters.h"
#include "services/extraction/reference/agreement.h"
#include "services/extraction/reference/mention_rules.h"
#include "services/extraction/text/one_of.h"

namespace isnad::extraction {
namespace {

constexpr double kOfficerConfidence = 0.75;
constexpr double kSubjectConfidence = 0.6;
constexpr int kReach = 3;       // passages back to the officer who speaks
constexpr int kMostTried = 24;  // titles
constexpr int kFewestQuestions = 3;
constexpr int kOpening = 6;  // passages that present the person interviewed

// Questions that stand alone or after the mark of one: "س:", "•", "-".
bool IsInterview(const Analysis& analysis) {
  int questions = 0;
  for (size_t p = 0; p < analysis.passages.size(); ++p) {
    const Passage& passage = analysis.passages[p];
    if (passage.tokens.empty()) continue;
    const absl::string_view last = analysis.tokens[passage.tokens.end - 1].form;
    if (last != "؟" && last != "?") continue;
    const Token& first = analysis.tokens[passage.tokens.begin];
    const bool marked = first.shape == TokenShape::kPunctuation ||
                        first.shape == TokenShape::kSymbol || first.surface == "س" ||
                        first.surface == "سوال";
    const bool alone = (p == 0 || analysis.passages[p - 1].paragraph != passage.paragraph) &&
                       (p + 1 == analysis.passages.size() ||
                        analysis.passages[p + 1].paragraph != passage.paragraph);
    if (marked || alone) ++questions;
  }
  return questions >= kFewestQuestions;
}

bool IsWe(const Token& word) { return IsOneOf(word.surface, {"نحن", "ونحن", "احنا", "فنحن"}); }

}  // namespace

FirstPerson::FirstPerson(Discourse* discourse)
    : discourse_(*discourse), interview_(IsInterview(discourse->analysis())) {
  if (!interview_) return;
  interviewed_ = HouseOfWe();
  if (interviewed_ >= 0) return;
  for (const TitleSite& site : discourse_.titles().sites()) {
    if (discourse_.token(site.tokens.begin).passage >= kOpening) break;
    const bool officer = site.place >= 0 && !site.former &&
                         discourse_.TypeOf(site.place) == EntityType::kOrganization;
    if (!officer) continue;
    interviewed_ = site.place;
    break;
  }
}

// "نحن في X", "عندنا في X": the house that those who answer say is theirs, or -1.
int FirstPerson::HouseOfWe() const {
  for (int i = 0; i + 2 < discourse_.size(); ++i) {
    if (!IsOneOf(discourse_.token(i + 1).surface, {"في", "ب"})) continue;
    const Token& word = discourse_.token(i);
    const bool we = IsWe(word) || (word.enclitic == "نا" && IsOneOf(word.base, {"عند", "لدي"}));
    if (!we || discourse_.token(i + 2).passage != word.passage) continue;
    int name = i + 2;
    while (name + 1 < discourse_.size() && discourse_.IsQuoteMark(name)) ++name;
    const int entity = discourse_.EntityFrom(name);
    if (entity >= 0 && discourse_.TypeOf(entity) == EntityType::kOrganization) return entity;
  }
  return -1;
}

void FirstPerson::TrackQuotation(int token) {
  const Token& mark = discourse_.token(token);
  if (mark.passage != passage_) {
    passage_ = mark.passage;
    quoted_ = false;
  }
  if (IsOneOf(mark.form, {"«", "“", "„"})) {
    quoted_ = true;
  } else if (IsOneOf(mark.form, {"»", "”"})) {
    quoted_ = false;
  } else if (IsSameWord(mark.form, "\"")) {
    quoted_ = !quoted_;
  }
}

// Whether "we" is counted: a number follows, past "now".
bool FirstPerson::CountsUs(int token) const {
  const int end = discourse_.PassageTokens(token).end;
  int next = token + 1;
  while (next < end && IsOneOf(discourse_.token(next).surface, {"الان", "اليوم", "حاليا"})) ++next;
  if (next >= end) return false;
  const Token& number = discourse_.token(next);
  return number.shape == TokenShape::kDigits || number.part_of_speech == PartOfSpeech::kNumber;
}

FirstPerson::Role FirstPerson::RoleOf(int token) const {
  const Token& word = discourse_.token(token);
  if (word.shape != TokenShape::kArabic || discourse_.Taken(token)) return Role::kNone;
  // "عيّنّا", "كنّا": the n of the verb and that of "we" are written as one.
  if (absl::EndsWith(discourse_.analysis().Quote(word.range), "نّا") &&
      word.part_of_speech == PartOfSpeech::kVerb) {
    return Role::kSubject;
  }
  // "نحن 240".
  if (IsWe(word)) return CountsUs(token) ? Role::kSubject : Role::kNone;
  const bool clitic = word.enclitic == "نا";
  if (word.part_of_speech == PartOfSpeech::kVerb) {
    const VerbFeatures features = FeaturesOf(word);
    if (clitic) {
      // "جاءتنا", "يمولنا": somebody else acts.
      const bool other = features.tense == VerbTense::kImperfect || absl::EndsWith(word.base, "ت");
      return other ? Role::kClitic : Role::kSubject;
    }
    const bool first =
        features.person == VerbPerson::kFirst && features.number == VerbNumber::kPlural;
    // "عيّنّا", which is spelled like the dual.
    const bool run_in = absl::EndsWith(word.base, "نا") && absl::EndsWith(word.lemma, "ن");
    return first || run_in ? Role::kSubject : Role::kNone;
  }
  if (clitic) return Role::kClitic;
  // "استغنينا", which taggers take for a name.
  const bool verbal = absl::EndsWith(word.base, "ينا") && word.lemma != word.base &&
                      absl::StartsWith(word.base, "است");
  return verbal ? Role::kSubject : Role::kNone;
}

// 'وقالت X في إفصاح "': whom the last verb of saying before the quotation of the token names right
// behind it, or -1.
int FirstPerson::SpeakerOf(int token) const {
  constexpr int kVerbReach = 15;  // tokens before the quotation
  const int begin = discourse_.PassageTokens(token).begin;
  int open = token;
  while (open > begin && !discourse_.IsQuoteMark(open - 1)) --open;
  for (int i = open - 2; i >= begin && i >= open - kVerbReach; --i) {
    if (discourse_.IsStop(i) && discourse_.token(i).form != ":") return -1;
    if (!discourse_.IsVerb(i)) continue;
    if (!IsOneOf(discourse_.token(i).lemma,
                 {"قال", "اوضح", "اكد", "اضاف", "ذكر", "علق", "كتب", "رد", "شدد", "تابع", "صرح"})) {
      return -1;
    }
    int name = i + 1;
    while (name < open && (discourse_.IsQuoteMark(name) ||
                           IsOneOf(discourse_.token(name).base, {"شركه", "مجموعه", "منصه"}))) {
      ++name;
    }
    return discourse_.EntityFrom(name);
  }
  return -1;
}

int FirstPerson::HouseAt(int token) const {
  const int passage = discourse_.token(token).passage;
  const std::vector<TitleSite>& sites = discourse_.titles().sites();
  if (interview_ && interviewed_ >= 0) return interviewed_;
  const int speaker = interview_ ? -1 : SpeakerOf(token);
  if (speaker >= 0 && discourse_.TypeOf(speaker) == EntityType::kOrganization) return speaker;
  const auto behind = std::partition_point(sites.begin(), sites.end(), [&](const TitleSite& site) {
    return discourse_.token(site.tokens.begin).passage <= passage;
  });
  int tried = 0;
  for (auto site = behind; site != sites.begin() && tried < kMostTried; ++tried) {
    --site;
    if (discourse_.token(site->tokens.begin).passage < passage - kReach) break;
    const bool officer = site->person >= 0 && site->place >= 0 && !site->former &&
                         discourse_.TypeOf(site->place) == EntityType::kOrganization;
    if (officer) return site->place;
  }
  const int subject = discourse_.SubjectAt(token);
  return subject >= 0 && discourse_.HeardBefore(subject, token) ? subject : -1;
}

bool FirstPerson::Resolve(int token) {
  TrackQuotation(token);
  const int passage = discourse_.token(token).passage;
  const bool speaks =
      quoted_ || interview_ ||
      (passage >= 0 && discourse_.analysis().passages[passage].kind == PassageKind::kQuote);
  if (!speaks) return false;
  const Role role = RoleOf(token);
  if (role == Role::kNone) return false;
  const int house = HouseAt(token);
  if (house < 0) return false;
  const bool by_subject = house == discourse_.SubjectAt(token);
  discourse_.Add({token, token + 1}, 0, MentionKind::kPronoun, house,
                 by_subject ? kSubjectConfidence : kOfficerConfidence,
                 role == Role::kSubject ? kFirstPersonSubject : kFirstPersonClitic);
  return true;
}

}  // namespace isnad::extraction
