#include "services/extraction/questions/participants.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

// Words between a preposition and the name that it governs.
constexpr int kMaxDescribingWords = 3;

bool IsPreposition(const QuestionText& text, int token) {
  return text.Is(token, {"from",    "to",    "at",     "in",    "into",    "on",    "with",
                         "by",      "for",   "of",     "about", "against", "as",    "over",
                         "between", "after", "before", "under", "inside",  "within"}) ||
         text.Is(token, {"من", "الي", "علي", "عن", "في", "مع", "بين", "ضد", "لدي", "داخل", "ل", "ب",
                         "حول", "بشان", "تجاه", "ومن", "والي", "قبل", "بعد"});
}

bool Describes(const QuestionText& text, int token) {
  return text.Is(token, {"the", "a", "an", "company", "startup", "chipmaker", "rival", "firm",
                         "giant", "its", "former", "lab"}) ||
         text.HasKey(token, {"شركه",  "موسسه",  "مختبر", "مجموعه", "بنك",   "عملاق", "عملاقه",
                             "صحيفه", "وكاله",  "مجله",  "منصه",   "جامعه", "وزاره", "منافس",
                             "رئيس",  "الرييس", "رييس",  "تنفيذي", "باحث",  "تطبيق", "نموذج",
                             "ناشيه", "هييه",   "مكتب",  "فريق",   "قسم",   "وحده",  "فرع"});
}

std::string ProcliticPreposition(const Token& token) {
  for (const std::string& clitic : token.proclitics) {
    if (clitic == "ل" || clitic == "ب" || clitic == "لل") return clitic == "لل" ? "ل" : clitic;
  }
  return std::string();
}

bool IsPassive(const QuestionText& text, TokenRange trigger, int begin) {
  if (text.arabic()) return false;
  const absl::string_view verb = text.SurfaceAt(trigger.begin);
  if (absl::EndsWith(verb, "ing")) return false;
  for (int t = trigger.begin - 1; t >= std::max(begin, trigger.begin - 3); --t) {
    if (text.Is(t, {"was", "were", "is", "are", "been", "be", "being", "got"})) {
      const bool participle =
          absl::EndsWith(verb, "ed") || absl::EndsWith(verb, "en") ||
          text.Is(trigger.begin, {"bought", "sold", "built", "laid", "paid", "led", "founded",
                                  "made", "put", "cut", "hit"});
      if (participle) return true;
    }
  }
  return text.Is(trigger.end, {"by"});
}

bool AnyNameBetween(const std::vector<Participant>& names, int begin, int end) {
  return std::any_of(names.begin(), names.end(), [&](const Participant& name) {
    return name.tokens.begin >= begin && name.tokens.end <= end &&
           name.place != GrammaticalPlace::kOblique;
  });
}

// "Which lab did X start working with?": the preposition left at the end.
std::string StrandedPreposition(const QuestionText& text, TokenRange range, TokenRange trigger) {
  const TokenRange trimmed = text.Trim(range);
  if (trimmed.end - 1 <= trigger.begin) return std::string();
  if (!IsPreposition(text, trimmed.end - 1)) return std::string();
  return text.words()[trimmed.end - 1].surface;
}

// "الشركة التي استحوذت عليها", "الذين وظفتهم": a pronoun that takes up the gap.
bool ResumedByPronoun(const QuestionText& text, TokenRange range, TokenRange trigger) {
  static constexpr absl::string_view kPronouns[] = {"ها", "هم", "هما", "هن"};
  const Token& verb = text.analysis().tokens[trigger.begin];
  if (verb.part_of_speech == PartOfSpeech::kVerb && verb.enclitic == "ه") return true;
  for (int t = trigger.begin; t < std::min(range.end, trigger.end + 2); ++t) {
    if (text.words()[t].mention >= 0) break;
    if (text.Is(t, {"عليها", "عليه", "معها", "معه", "اليها", "اليه", "فيها", "فيه", "منها", "عنها",
                    "عنه", "لها", "له", "بها"})) {
      return true;
    }
    for (const absl::string_view pronoun : kPronouns) {
      if (absl::EndsWith(text.SurfaceAt(t), pronoun) && text.SurfaceAt(t).size() > 8) return true;
    }
  }
  return false;
}

bool IsFeminineVerb(absl::string_view verb) {
  return verb.size() > 6 &&
         (absl::EndsWith(verb, "ت") || absl::StartsWith(verb, "ت") || absl::StartsWith(verb, "ست"));
}

GrammaticalPlace BarePlace(const QuestionText& text, const NamedEntity& name, TokenRange trigger,
                           bool passive) {
  if (!text.arabic() && text.Is(name.tokens.end, {"'s", "’s", "'"})) {
    return GrammaticalPlace::kGenitive;
  }
  const bool before = name.tokens.end <= trigger.begin;
  if (before) return passive ? GrammaticalPlace::kPatient : GrammaticalPlace::kAgent;
  return GrammaticalPlace::kPatient;
}

}  // namespace

std::string GoverningPreposition(const QuestionText& text, int token, int begin) {
  if (token >= text.size()) return std::string();
  const std::string own = ProcliticPreposition(text.analysis().tokens[token]);
  if (!own.empty() && text.arabic()) return own;
  for (int t = token - 1; t >= std::max(begin, token - 1 - kMaxDescribingWords); --t) {
    if (IsPreposition(text, t)) return text.words()[t].surface;
    if (!Describes(text, t)) return std::string();
    const std::string clitic = ProcliticPreposition(text.analysis().tokens[t]);
    if (!clitic.empty() && text.arabic()) return clitic;
    if (text.arabic() && absl::StartsWith(text.SurfaceAt(t), "لل")) return "ل";
  }
  return std::string();
}

namespace {

// "A and B", "أ وب": the name at `next` goes on from the one before it. Two names after "between"
// are two parties.
bool IsJoined(const QuestionText& text, const Participant& before, const NamedEntity& next) {
  if (before.preposition == "between" || before.preposition == "بين") return false;
  const int gap = next.tokens.begin - before.tokens.end;
  if (gap < 0 || gap > 2) return false;
  const auto& clitics = text.analysis().tokens[next.tokens.begin].proclitics;
  if (gap == 0) return std::find(clitics.begin(), clitics.end(), "و") != clitics.end();
  return text.Is(next.tokens.begin - 1, {"and", "و", "&", ",", "،"}) &&
         (gap == 1 || text.words()[before.tokens.end].punctuation);
}

}  // namespace

std::vector<Participant> PlaceNames(const QuestionText& text, TokenRange range,
                                    const std::vector<NamedEntity>& named, TokenRange trigger) {
  std::vector<Participant> participants;
  const bool passive = IsPassive(text, trigger, range.begin);
  int bare_after = 0;
  for (const NamedEntity& name : named) {
    Participant participant;
    participant.id = name.id;
    participant.type = name.type;
    participant.tokens = name.tokens;
    participant.precedes_arabic_verb = text.arabic() && name.tokens.end <= trigger.begin;
    if (!participants.empty() && IsJoined(text, participants.back(), name)) {
      const Participant& first = participants.back();
      participant.joined_to =
          first.joined_to >= 0 ? first.joined_to : static_cast<int>(participants.size()) - 1;
      participant.place = first.place;
      participant.preposition = first.preposition;
      participants.push_back(participant);
      continue;
    }
    participant.preposition = GoverningPreposition(text, name.tokens.begin, range.begin);
    // "Between A and B": the second party stands as the first does.
    if (participant.preposition.empty() && !participants.empty() &&
        (participants.back().preposition == "بين" ||
         participants.back().preposition == "between") &&
        name.tokens.begin - participants.back().tokens.end <= 1) {
      participant.preposition = participants.back().preposition;
    }
    if (!participant.preposition.empty()) {
      participant.place = GrammaticalPlace::kOblique;
      if (participant.preposition == "by" || participant.preposition == "قبل") {
        if (passive) participant.place = GrammaticalPlace::kAgent;
      }
    } else {
      participant.place = BarePlace(text, name, trigger, passive);
      // After an Arabic verb the subject comes first, then the object.
      const bool after = name.tokens.begin >= trigger.end;
      if (text.arabic() && after && bare_after++ == 0) participant.place = GrammaticalPlace::kAgent;
    }
    participants.push_back(participant);
  }
  return participants;
}

Participant PlaceGap(const QuestionText& text, TokenRange range, const Interrogative& asked,
                     const AskedThing& thing, const std::vector<Participant>& names,
                     TokenRange trigger) {
  Participant gap;
  gap.tokens = thing.focus;
  switch (thing.type) {
    case AnswerType::kPerson:
      gap.type = EntityType::kPerson;
      break;
    case AnswerType::kOrganization:
      gap.type = EntityType::kOrganization;
      break;
    case AnswerType::kProduct:
      gap.type = EntityType::kProduct;
      break;
    case AnswerType::kLocation:
      gap.type = EntityType::kLocation;
      break;
    default:
      break;
  }
  gap.preposition = asked.preposition;
  if (gap.preposition.empty() && !text.arabic()) {
    gap.preposition = StrandedPreposition(text, range, trigger);
  }
  if (!gap.preposition.empty()) {
    gap.place = GrammaticalPlace::kOblique;
    return gap;
  }
  if (text.arabic()) {
    const bool resumed = ResumedByPronoun(text, range, trigger);
    const bool open = asked.word == AskingWord::kWhat && thing.noun.empty() && !asked.equative;
    // "من" is masculine: a feminine verb has another subject ("من وظفت أبل").
    // But "من المرأة التي أسست" takes the verb's gender from its noun.
    const bool relative = trigger.begin > range.begin &&
                          text.Is(trigger.begin - 1, {"التي", "الذي", "الذين", "اللي"});
    const bool other_subject = asked.word == AskingWord::kWho && thing.noun.empty() && !relative &&
                               IsFeminineVerb(text.SurfaceAt(trigger.begin));
    gap.resumed = resumed;
    gap.place =
        resumed || open || other_subject ? GrammaticalPlace::kPatient : GrammaticalPlace::kAgent;
    return gap;
  }
  const bool passive = IsPassive(text, trigger, range.begin);
  const bool name_between = AnyNameBetween(names, thing.focus.end, trigger.begin);
  const bool fronted = text.Is(thing.focus.end, {"did", "does", "do", "will", "would", "can"});
  const bool patient = passive ? !name_between : (name_between || fronted);
  gap.place = patient ? GrammaticalPlace::kPatient : GrammaticalPlace::kAgent;
  return gap;
}

}  // namespace isnad::extraction
