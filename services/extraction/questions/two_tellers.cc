#include "services/extraction/questions/two_tellers.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace isnad::extraction {
namespace {

// Words between two who tell.
constexpr int kTellersReach = 9;

bool IsEnglishTelling(const QuestionText& text, int token) {
  return text.Is(token, {"say",     "says",     "said",      "claim",     "claims",   "claimed",
                         "reply",   "replies",  "replied",   "answer",    "answers",  "answered",
                         "respond", "responds", "responded", "deny",      "denies",   "denied",
                         "hold",    "holds",    "maintain",  "maintains", "argue",    "argues",
                         "insist",  "insists",  "alleged",   "alleges",   "rumoured", "rumored",
                         "counter", "counters", "countered", "contend",   "contends", "reported"});
}

// The verb with what is told as its pronoun, or without.
bool IsArabicTelling(const QuestionText& text, int token) {
  return text.Is(token,
                 {"قال",   "قالت", "قاله",   "قالته", "يقول",  "تقول",  "يقوله", "تقوله", "ذكر",
                  "ذكرت",  "ذكره", "ذكرته",  "رد",    "ردت",   "يرد",   "ترد",   "نفي",   "نفت",
                  "ينفي",  "تنفي", "زعم",    "زعمت",  "يزعم",  "تزعم",  "ادعي",  "ادعت",  "تردد",
                  "قيل",   "اشيع", "شاع",    "اكد",   "اكدت",  "يوكد",  "توكد",  "اعلن",  "اعلنت",
                  "اوردت", "اورد", "اوردته", "نقلت",  "نقلته", "نشرت",  "نشرته", "روت",   "روته",
                  "يروي",  "تروي", "علق",    "علقت",  "اجاب",  "اجابت", "يجيب",  "تجيب",  "يري",
                  "تري",   "قررت", "قرر",    "وصفت",  "وصف",   "برر",   "بررت",  "يدعي",  "تدعي"});
}

// "وما", "وبماذا", "وبم", "وكيف": the second half begins.
bool OpensSecondHalf(const QuestionText& text, int token) {
  return text.Is(token, {"وما", "وماذا", "وبماذا", "وبم", "وكيف", "وبما", "ومماذا", "وعلام"});
}

bool TwoVerbsTell(const QuestionText& text, TokenRange range) {
  int told = -1;
  bool joined = false;
  for (int t = range.begin; t < range.end; ++t) {
    if (told >= 0) {
      joined |= text.arabic() ? OpensSecondHalf(text, t)
                              : text.Is(t, {"and", "but", "while", "versus", "vs"}) ||
                                    (text.Is(t, {"with", "against"}) && text.Is(t + 1, {"what"}));
    }
    const bool telling = text.arabic() ? IsArabicTelling(text, t) : IsEnglishTelling(text, t);
    if (!telling || text.words()[t].mention >= 0) continue;
    if (told >= 0 && joined) return true;
    told = t;
  }
  return false;
}

bool TwoNounsTell(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    const bool english = text.Is(t, {"report", "claim", "rumour", "rumor", "allegation", "charge",
                                     "accusation", "story", "version", "account", "memo"});
    const bool arabic = text.Is(t, {"روايه", "راي", "موقف", "تفسير", "حجه", "قول", "وجهه"});
    if (!english && !arabic) continue;
    for (int next = t + 1; next < range.end && next <= t + kTellersReach; ++next) {
      if (english) {
        const bool answer = text.Is(next, {"answer", "reply", "response", "denial", "rebuttal",
                                           "version", "account", "position"});
        if (!answer) continue;
        for (int and_at = t + 1; and_at < next; ++and_at) {
          if (text.Is(and_at, {"and"})) return true;
        }
      }
      const absl::string_view surface = text.SurfaceAt(next);
      if (arabic && (surface == absl::StrCat("و", text.SurfaceAt(t)) ||
                     text.Is(next, {"ورد", "وجواب", "ونفي"}) ||
                     (text.Is(next - 1, {"وما", "ما"}) && surface == text.SurfaceAt(t)))) {
        return true;
      }
    }
  }
  return false;
}

bool IsAccountNoun(const QuestionText& text, int token) {
  return text.Is(token,
                 {"accounts", "versions", "stories",    "reports",    "claims",  "figures",
                  "counts",   "numbers",  "views",      "positions",  "sides",   "answers",
                  "sums",     "amounts",  "estimates",  "dates",      "reasons", "explanations",
                  "readings", "parties",  "narratives", "statements", "opinions"});
}

bool IsApart(const QuestionText& text, int token) {
  return text.Is(token, {"different", "differing", "competing", "conflicting", "rival", "opposing",
                         "contrasting", "contradictory", "diverging", "clashing"});
}

// "Both sides": of other things two may simply be given.
bool AreTwo(const QuestionText& text, int token) {
  return text.Is(token, {"both", "two"}) &&
         text.Is(token + 1, {"accounts", "versions", "sides", "parties", "positions", "views",
                             "stories", "narratives"});
}

bool IsArabicAccountNoun(const QuestionText& text, int token) {
  return text.Is(token, {"الروايات", "المواقف", "الاقوال", "الاراء", "التفسيرات", "الاسباب",
                         "الارقام", "التقديرات", "الانباء", "التصريحات", "روايات", "مواقف", "ارقام",
                         "تفسيرات", "اقوال", "اراء"});
}

bool IsArabicApart(const QuestionText& text, int token) {
  return text.Is(token, {"المختلفه", "المتباينه", "المتضاربه", "المتعارضه", "المتناقضه",
                         "المتنافسه", "مختلفه", "متباينه", "متضاربه", "متعارضه", "متناقضه"});
}

// "Both articles", "المصدران": two who tell.
bool AreTwoTellers(const QuestionText& text, int token) {
  if (text.Is(token, {"المقالان", "المقالين", "المصدران", "المصدرين", "التقريران", "التقريرين",
                      "الصحيفتان", "الصحيفتين", "الموقعان", "الموقعين", "الوكالتان", "الوكالتين",
                      "المقالتان", "المقالتين"})) {
    return true;
  }
  const bool two =
      text.Is(token, {"both", "two"}) || (text.Is(token, {"each"}) && text.Is(token + 1, {"of"}));
  if (!two) return false;
  for (int next = token + 1; next <= token + 4; ++next) {
    if (text.Is(next, {"articles", "reports", "papers", "newspapers", "sources", "outlets"})) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool AsksWhatTwoTell(const QuestionText& text, TokenRange range) {
  return TwoVerbsTell(text, range) || TwoNounsTell(text, range);
}

bool AsksForDifferingAccounts(const QuestionText& text, TokenRange range) {
  for (int t = range.begin; t < range.end; ++t) {
    if (AreTwoTellers(text, t)) return true;
    if (IsApart(text, t) && (IsAccountNoun(text, t + 1) || IsAccountNoun(text, t + 2))) return true;
    if (AreTwo(text, t)) return true;
    if (IsArabicAccountNoun(text, t) && IsArabicApart(text, t + 1)) return true;
    if (text.Is(t, {"كل", "كلا", "كلتا"}) && text.Is(t + 1, {"جهه", "طرف", "الطرفين", "الجهتين"})) {
      return true;
    }
    if (text.Is(t, {"each"}) && text.Is(t + 1, {"side", "party", "camp", "account", "outlet"})) {
      return true;
    }
  }
  return false;
}

}  // namespace isnad::extraction
