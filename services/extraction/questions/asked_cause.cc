#include "services/extraction/questions/asked_cause.h"

#include <algorithm>

namespace isnad::extraction {
namespace {

bool Justifies(const QuestionText& text, int token) {
  return text.Is(token, {"علل",  "عللت",  "تعلل", "يعلل",  "عللوا", "برر",   "بررت",  "يبرر",
                         "تبرر", "برروا", "فسر",  "فسرت",  "يفسر",  "تفسر",  "فسروا", "سوغ",
                         "سوغت", "يسوغ",  "تسوغ", "بررته", "بررها", "فسرته", "عللته"});
}

bool Ascribes(const QuestionText& text, int token) {
  return text.Is(token, {"عزا", "عزت", "تعزو", "يعزو", "عزي", "ارجع", "ارجعت", "يرجع", "ترجع",
                         "يعود", "تعود", "نسب", "نسبت", "رد", "ردت", "عزوا", "ينسب", "تنسب"});
}

// Whether one of `words` stands behind `token` in its clause.
bool Follows(const QuestionText& text, TokenRange range, int token,
             std::initializer_list<absl::string_view> words) {
  for (int t = token + 1; t < range.end && !text.words()[t].punctuation; ++t) {
    if (text.Is(t, words)) return true;
  }
  return false;
}

// "ما الخلل الذي أخر": what went wrong, and what that brought about.
bool IsTrouble(const QuestionText& text, int token) {
  return text.Is(token,
                 {"المشكله", "الخلل", "العيب", "العطل", "العقبه", "الخطا", "العايق", "النقص"});
}

// "دفع X إلى": who is driven to something, and not what is paid.
bool Drives(const QuestionText& text, TokenRange range, int token) {
  if (text.Is(token,
              {"جعل",    "جعلت", "يجعل", "تسبب", "سبب",   "يسبب",  "عطل",   "يعطل",   "اعاق",
               "يعيق",   "اخر",  "يؤخر", "يوخر", "منع",   "يمنع",  "اجبر",  "اجبرها", "اضطر",
               "اضطرها", "اخرت", "منعت", "عطلت", "اعاقت", "اجبرت", "اضطرت", "سببت",   "تسببت"})) {
    return true;
  }
  if (text.Is(token, {"دفع", "دفعه", "دفعها", "دفعهم", "يدفع", "حدا", "قاد", "ادي", "ساق", "دفعت",
                      "قادت", "ادت", "حدت"})) {
    return Follows(text, range, token, {"الي", "ل", "ب"}) ||
           // "دفعه للرحيل": the preposition is written with its noun.
           (token + 2 < range.end && text.words()[token + 2].surface.rfind("لل", 0) == 0);
  }
  return text.Is(token, {"حمل", "حمله", "حملها", "يحمل"}) && Follows(text, range, token, {"علي"});
}

bool AsksInArabic(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  const int at = asked.noun_at;
  if (asked.word == AskingWord::kHow) return Justifies(text, at);
  if (asked.preposition == "ب" && Justifies(text, at)) return true;
  if (asked.preposition == "الي" && Ascribes(text, at)) return true;
  if (!asked.preposition.empty()) return false;
  // "ما الذي دفع", "ماذا وراء", "ما وراء", "ما سر".
  const bool that = text.Is(at - 1, {"الذي", "ماذا"});
  if (that && Drives(text, range, at)) return true;
  if (text.Is(at, {"وراء"}) || (that && text.Is(at, {"يقف", "كان"}) && text.Is(at + 1, {"وراء"}))) {
    return true;
  }
  if (IsTrouble(text, at) && text.Is(at + 1, {"الذي", "التي"}) && Drives(text, range, at + 2)) {
    return true;
  }
  return text.Is(at, {"سر", "الداعي", "داعي", "مسوغ", "مسوغات", "خلفيات", "ملابسات"});
}

// Auxiliaries between the asking word and the verb: "what has made".
int PastAuxiliaries(const QuestionText& text, int token) {
  while (text.Is(token, {"has", "have", "had", "is", "was", "could", "might", "may", "would"})) {
    ++token;
  }
  return token;
}

bool BringsAbout(const QuestionText& text, int token) {
  return text.Is(token, {"made", "led", "forced", "pushed", "prompted", "caused", "drove"});
}

// "What went wrong that made X postpone it", "what flaw forced X to".
bool AsksForTrouble(const QuestionText& text, TokenRange range, int at) {
  if (text.Is(at, {"problem", "problems", "issue", "issues", "flaw", "fault", "defect", "snag",
                   "glitch", "bug", "shortage", "setback", "trouble", "obstacle"})) {
    return BringsAbout(text, at + 1);
  }
  if (!text.Is(at, {"went", "happened", "goes"})) return false;
  for (int t = at + 1; t < range.end && text.words()[t].mention < 0; ++t) {
    if (text.Is(t, {"that", "which"}) && BringsAbout(text, t + 1)) return true;
  }
  return false;
}

bool AsksInEnglish(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  constexpr int kVerbReach = 9;
  if (asked.word == AskingWord::kHow) {
    for (int t = asked.noun_at; t < std::min(range.end, asked.noun_at + kVerbReach); ++t) {
      if (text.words()[t].mention >= 0) continue;
      if (text.Is(t,
                  {"justify", "justified", "rationalise", "rationalize", "explain", "explained"})) {
        return true;
      }
      if (text.Is(t, {"account"}) && text.Is(t + 1, {"for"})) return true;
    }
    return false;
  }
  const bool what = asked.word == AskingWord::kWhat;
  if (!what && asked.word != AskingWord::kWhich) return false;
  if (asked.preposition == "on" &&
      text.Is(asked.noun_at, {"ground", "grounds", "basis", "pretext"})) {
    return true;
  }
  if (!what) return false;
  if (!asked.preposition.empty()) return false;
  const int at = PastAuxiliaries(text, asked.noun_at);
  if (text.Is(at, {"made",      "caused",   "prompted",   "drove",     "driving",   "pushed",
                   "forced",    "spurred",  "compelled",  "motivated", "triggered", "persuaded",
                   "convinced", "explains", "explained",  "causing",   "prompting", "behind",
                   "delaying",  "blocking", "preventing", "stopped",   "stopping",  "derailed",
                   "scuppered", "sank",     "halted",     "stalled",   "slowed",    "delayed",
                   "blocked",   "inspired", "moved",      "soured"})) {
    return at + 1 < range.end;
  }
  if (AsksForTrouble(text, range, at)) return true;
  if (text.Is(at, {"led"})) return Follows(text, range, at, {"to"});
  if (text.Is(at, {"lies", "lay", "stands", "stood"})) return text.Is(at + 1, {"behind"});
  // "What is holding up the plant", "what keeps X from", "what held it back".
  if (text.Is(at, {"holding", "held", "holds", "keeping", "kept", "keeps"})) {
    return Follows(text, range, at, {"up", "back", "from"});
  }
  return false;
}

}  // namespace

bool AsksForCause(const QuestionText& text, TokenRange range, const Interrogative& asked) {
  return text.arabic() ? AsksInArabic(text, range, asked) : AsksInEnglish(text, range, asked);
}

}  // namespace isnad::extraction
