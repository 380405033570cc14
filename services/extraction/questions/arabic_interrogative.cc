#include <algorithm>
#include <map>
#include <string>

#include "absl/strings/match.h"
#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/noun_question.h"
#include "services/extraction/questions/word_keys.h"

namespace isnad::extraction {
namespace {

struct ArabicAskingWord {
  AskingWord word;
  // Preposition that is part of the word.
  absl::string_view preposition;
  // The word is also a common one that asks nothing: it counts in few positions only.
  bool ambiguous;
};

using AskingWords = std::map<absl::string_view, ArabicAskingWord>;

// Folded, so without hamza seats and with final yeh.
const AskingWords& Words() {
  static const auto* words = new AskingWords{
      {"من", {AskingWord::kWho, "", true}},        {"بمن", {AskingWord::kWho, "ب", false}},
      {"لمن", {AskingWord::kWho, "ل", true}},      {"ممن", {AskingWord::kWho, "من", true}},
      {"عمن", {AskingWord::kWho, "عن", true}},     {"مين", {AskingWord::kWho, "", false}},
      {"منهو", {AskingWord::kWho, "", false}},     {"ما", {AskingWord::kWhat, "", true}},
      {"ماهو", {AskingWord::kWhat, "", false}},    {"ماهي", {AskingWord::kWhat, "", false}},
      {"ماهم", {AskingWord::kWhat, "", false}},    {"ماذا", {AskingWord::kWhat, "", false}},
      {"مادا", {AskingWord::kWhat, "", false}},    {"بماذا", {AskingWord::kWhat, "ب", false}},
      {"بمادا", {AskingWord::kWhat, "ب", false}},  {"بما", {AskingWord::kWhat, "ب", true}},
      {"بم", {AskingWord::kWhat, "ب", true}},      {"مما", {AskingWord::kWhat, "من", true}},
      {"الام", {AskingWord::kWhat, "الي", true}},  {"عماذا", {AskingWord::kWhat, "عن", false}},
      {"علام", {AskingWord::kWhat, "علي", true}},  {"فيم", {AskingWord::kWhat, "في", true}},
      {"شو", {AskingWord::kWhat, "", false}},      {"ايش", {AskingWord::kWhat, "", false}},
      {"لماذا", {AskingWord::kWhy, "", false}},    {"لمادا", {AskingWord::kWhy, "", false}},
      {"لمذا", {AskingWord::kWhy, "", false}},     {"لماذ", {AskingWord::kWhy, "", false}},
      {"لم", {AskingWord::kWhy, "", true}},        {"لما", {AskingWord::kWhy, "", true}},
      {"ليش", {AskingWord::kWhy, "", false}},      {"ليه", {AskingWord::kWhy, "", false}},
      {"متي", {AskingWord::kWhen, "", false}},     {"امتي", {AskingWord::kWhen, "", false}},
      {"اين", {AskingWord::kWhere, "", false}},    {"وين", {AskingWord::kWhere, "", false}},
      {"فين", {AskingWord::kWhere, "", false}},    {"كم", {AskingWord::kHowMany, "", false}},
      {"بكم", {AskingWord::kHowMuch, "ب", false}}, {"لكم", {AskingWord::kHowLong, "ل", true}},
      {"قديش", {AskingWord::kHowMuch, "", false}}, {"كيف", {AskingWord::kHow, "", false}},
      {"ازاي", {AskingWord::kHow, "", false}},     {"هل", {AskingWord::kYesNo, "", false}},
      {"اي", {AskingWord::kWhich, "", true}},      {"ايه", {AskingWord::kWhich, "", true}},
      {"اية", {AskingWord::kWhich, "", true}},     {"باي", {AskingWord::kWhich, "ب", false}},
      {"بايه", {AskingWord::kWhich, "ب", false}},  {"لاي", {AskingWord::kWhich, "ل", true}},
      {"لايه", {AskingWord::kWhich, "ل", true}},   {"بكام", {AskingWord::kHowMuch, "ب", false}},
      {"كام", {AskingWord::kHowMany, "", false}},  {"اديش", {AskingWord::kHowMuch, "", false}},
      {"منين", {AskingWord::kWhere, "من", false}}, {"علاش", {AskingWord::kWhy, "", false}},
      {"وقتاش", {AskingWord::kWhen, "", false}},   {"شنو", {AskingWord::kWhat, "", false}},
      {"شكون", {AskingWord::kWho, "", false}},     {"ايهما", {AskingWord::kWhich, "", false}},
      {"منو", {AskingWord::kWho, "", false}},      {"شحال", {AskingWord::kHowMuch, "", false}},
      {"ايهم", {AskingWord::kWhich, "", false}},   {"ايها", {AskingWord::kWhich, "", true}},
  };
  return *words;
}

struct ArabicRequest {
  AskingWord word;
  bool plural;
};

const std::map<absl::string_view, ArabicRequest>& Requests() {
  static const auto* words = new std::map<absl::string_view, ArabicRequest>{
      {"اذكر", {AskingWord::kRequest, true}},    {"اذكري", {AskingWord::kRequest, true}},
      {"اذكروا", {AskingWord::kRequest, true}},  {"عدد", {AskingWord::kRequest, true}},
      {"سم", {AskingWord::kRequest, false}},     {"اسرد", {AskingWord::kRequest, true}},
      {"اعطني", {AskingWord::kRequest, true}},   {"اعطنا", {AskingWord::kRequest, true}},
      {"هات", {AskingWord::kRequest, true}},     {"اعرض", {AskingWord::kRequest, true}},
      {"حدد", {AskingWord::kRequest, false}},    {"استخرج", {AskingWord::kRequest, true}},
      {"رتب", {AskingWord::kRequest, true}},     {"لخص", {AskingWord::kDescribe, false}},
      {"سلسل", {AskingWord::kDescribe, false}},  {"استعرض", {AskingWord::kDescribe, false}},
      {"تتبع", {AskingWord::kDescribe, false}},  {"ارو", {AskingWord::kDescribe, false}},
      {"قدم", {AskingWord::kDescribe, false}},   {"ارسم", {AskingWord::kDescribe, false}},
      {"احك", {AskingWord::kDescribe, false}},   {"ضع", {AskingWord::kDescribe, false}},
      {"اشرح", {AskingWord::kDescribe, false}},  {"صف", {AskingWord::kDescribe, false}},
      {"قارن", {AskingWord::kDescribe, false}},  {"وضح", {AskingWord::kDescribe, false}},
      {"بين", {AskingWord::kDescribe, false}},   {"اخبرني", {AskingWord::kDescribe, false}},
      {"حدثني", {AskingWord::kDescribe, false}}, {"عرفني", {AskingWord::kDescribe, false}},
  };
  return *words;
}

constexpr int kMaxLeadInTokens = 8;

bool IsPreposition(const QuestionText& text, int token) {
  return text.Is(token, {"من",    "في",    "مع",   "علي",  "الي",  "عن",    "منذ",   "حتي",  "لدي",
                         "عند",   "بين",   "عبر",  "تحت",  "ضد",   "حول",   "نحو",   "ل",    "ب",
                         "قرب",   "داخل",  "ضمن",  "خلال", "قبل",  "بعد",   "بجوار", "خارج", "امام",
                         "لصالح", "لحساب", "بسبب", "باسم", "وراء", "بجانب", "لدي"}) ||
         text.Is(token, {"ومن", "وفي", "ومع", "وعلي", "والي", "وعن", "ومنذ", "فمن", "وعبر"});
}

bool IsImperfect(absl::string_view word) {
  return CharacterCount(word) >= 4 && (absl::StartsWith(word, "ي") || absl::StartsWith(word, "ت"));
}

// "من المتوقع أن ..." and "ما زالت ..." are statements although they open like questions.
bool OpensStatement(const QuestionText& text, int token, AskingWord word) {
  if (word == AskingWord::kWho) {
    return text.Is(
        token + 1,
        {"المتوقع", "المقرر", "المرجح", "المنتظر", "المرتقب", "المحتمل", "الممكن", "جهه", "جهته",
         "جهتها",   "جهتهم",  "ناحيه",  "جانبه",   "جانبها",  "خلال",    "بين",    "قبل", "بعد",
         "اجل",     "دون",    "حيث",    "الواضح",  "المعروف", "الجدير",  "شان",    "ثم",  "هنا"});
  }
  if (word == AskingWord::kWhat) {
    return text.Is(token + 1, {"زال", "زالت", "زالوا", "يزال", "تزال", "دام", "دامت", "لم", "ان",
                               "عدا", "فتي", "برح"});
  }
  if (word == AskingWord::kWhy) return IsImperfect(text.SurfaceAt(token + 1));
  return false;
}

const ArabicAskingWord* Lookup(const QuestionText& text, int token, bool* conjoined) {
  if (token < 0 || token >= text.size() || text.words()[token].mention >= 0) return nullptr;
  const QuestionWord& word = text.words()[token];
  // "The mother", "the pains" are written alike.
  if (word.surface == "الام" && !text.Is(token + 1, {"عزا", "عزت", "يعزو", "تعزو", "ارجع", "ارجعت",
                                                     "يعود", "تعود", "يرجع", "نسب", "نسبت"})) {
    return nullptr;
  }
  *conjoined = false;
  auto found = Words().find(word.surface);
  if (found != Words().end()) return &found->second;
  *conjoined = true;
  found = Words().find(word.bare);
  return found == Words().end() ? nullptr : &found->second;
}

// "من أين", "في أي", "مع من": the preposition before an asking word belongs to it.
bool PrepositionGoverns(const QuestionText& text, int preposition) {
  bool conjoined = false;
  if (!IsPreposition(text, preposition)) return false;
  const ArabicAskingWord* next = Lookup(text, preposition + 1, &conjoined);
  if (next == nullptr || conjoined || !next->preposition.empty()) return false;
  return next->word == AskingWord::kWhich || next->word == AskingWord::kWhere ||
         next->word == AskingWord::kWhen || next->word == AskingWord::kHowMany ||
         (next->word == AskingWord::kWho && !text.Is(preposition, {"من", "ومن"})) ||
         text.Is(preposition + 1, {"ماذا"});
}

bool Greets(const QuestionText& text, int token) {
  return text.Is(token + 1, {"حالك", "حالكم", "الحال", "اخبارك", "الاخبار", "صحتك", "انت"});
}

Interrogative Make(const QuestionText& text, int begin, int token, AskingWord word) {
  Interrogative result;
  result.word = word;
  result.tokens = {begin, token + 1};
  result.noun_at = token + 1;
  if (begin < token) result.preposition = text.words()[begin].surface;
  if (absl::StartsWith(result.preposition, "و") && result.preposition.size() > 4) {
    result.preposition = text.words()[begin].bare;
  }
  return result;
}

// "هو", "هم" and "الذي" between the asking word and what it asks about.
void TakePronoun(const QuestionText& text, Interrogative* asked) {
  const int at = asked->noun_at;
  if (text.Is(at, {"هو", "هي", "هم", "هن", "هما"})) {
    asked->equative = true;
    asked->plural = text.Is(at, {"هم", "هن"});
    asked->tokens.end = at + 1;
    asked->noun_at = at + 1;
  }
  if (text.Is(asked->noun_at, {"الذي", "التي", "الذين", "اللذان"})) {
    asked->plural |= text.Is(asked->noun_at, {"الذين"});
    asked->tokens.end = asked->noun_at + 1;
    ++asked->noun_at;
    asked->equative = false;
  }
}

// Verbs that time is measured by: "كم استغرق", "كم تأخر". With "من" behind them they measure what
// that names.
bool LastsAt(const QuestionText& text, int token) {
  return text.Is(token, {"استغرق", "استغرقت", "يستغرق", "تستغرق", "سيستغرق", "ستستغرق", "دام",
                         "دامت",   "يدوم",    "تدوم",   "سيدوم",  "ستدوم",   "استمر",   "استمرت",
                         "يستمر",  "تستمر",   "سيستمر", "ستستمر", "تاخر",    "تاخرت",   "سيتاخر",
                         "ستتاخر", "تاجل",    "تاجلت",  "امضي",   "امضت",    "قضي",     "قضت",
                         "تكفي",   "يكفي",    "ستكفي",  "سيكفي",  "مكث",     "مكثت"}) &&
         !text.Is(token + 1, {"من"});
}

// "كم" asks for a number before a noun, a length before words of time, an amount before a verb of
// paying; the last is decided with the verb at hand.
void RefineHowMany(const QuestionText& text, Interrogative* asked) {
  const int at = asked->noun_at;
  if (text.Is(at, {"من"}) && text.Is(at + 1, {"الوقت", "الزمن", "وقت", "زمن", "المده"})) {
    asked->word = AskingWord::kHowLong;
    asked->tokens.end = at + 2;
    asked->noun_at = at + 2;
  } else if (text.Is(at, {"من"}) && text.Is(at + 1, {"المال", "الاموال"})) {
    asked->word = AskingWord::kHowMuch;
    asked->tokens.end = at + 2;
    asked->noun_at = at + 2;
  } else if (text.Is(at, {"من"})) {
    asked->noun_at = at + 1;
  } else if (text.Is(at, {"بقي", "بقيت", "يبقي", "تبقي", "يتبقي", "تبقت"}) &&
             text.Is(at + 1, {"من"})) {
    // "كم بقي من الموظفين": what remains is counted, money or time is measured.
    asked->noun_at = at + 2;
    if (text.Is(at + 2, {"الوقت", "الزمن", "المده", "المهله"})) {
      asked->word = AskingWord::kHowLong;
    } else if (text.Is(at + 2, {"المال", "الاموال", "السيوله", "النقد", "التمويل"})) {
      asked->word = AskingWord::kHowMuch;
    }
  } else if (text.Is(at, {"مده", "المده", "وقتا", "وقت"}) || LastsAt(text, at)) {
    asked->word = AskingWord::kHowLong;
  }
}

Interrogative Complete(const QuestionText& text, int begin, int token,
                       const ArabicAskingWord& found) {
  Interrogative asked = Make(text, begin, token, found.word);
  if (asked.preposition.empty()) asked.preposition = std::string(found.preposition);
  const bool since = text.Is(begin, {"منذ", "ومنذ"}) && begin < token;
  if (asked.word == AskingWord::kHowMany) RefineHowMany(text, &asked);
  if (since && asked.word == AskingWord::kHowMany) asked.word = AskingWord::kHowLong;
  if (asked.word == AskingWord::kWhat || asked.word == AskingWord::kWho) TakePronoun(text, &asked);
  if (text.Is(token, {"ماهو", "ماهي", "منهو", "ماهم"})) {
    asked.equative = true;
    asked.plural = text.Is(token, {"ماهم"});
  }
  return asked;
}

// Whether an ambiguous word asks at `token`, where `initial` says that a question may begin there.
bool AsksHere(const QuestionText& text, int token, const ArabicAskingWord& word, bool initial,
              bool conjoined) {
  if (!word.ambiguous) return !(conjoined && !initial && text.words()[token].bare.size() < 6);
  if (!initial) return false;
  if (!text.HasQuestionMark(text.all()) && OpensStatement(text, token, word.word)) return false;
  return !(word.word == AskingWord::kWhy && OpensStatement(text, token, word.word)) &&
         !(word.word == AskingWord::kWhat && OpensStatement(text, token, word.word));
}

// The question begins after lead-in words ("أخبرني من ...", "بحسب رويترز، كم ..."), so every asking
// word in the first clauses is tried.
bool MayBegin(const QuestionText& text, TokenRange range, int token) {
  if (token == range.begin || text.words()[token - 1].punctuation) return true;
  if (token - range.begin > kMaxLeadInTokens) return false;
  return text.Is(token - 1, {"اخبرني", "لي", "اعرف", "نعرف", "معرفه", "تخبرني", "تعرف", "عرفني",
                             "اذكر", "حدد", "وضح", "بين", "اشرح", "تقول"});
}

Interrogative AskedByHamza(const QuestionText& text, TokenRange range) {
  const int at = range.begin;
  Interrogative asked;
  const bool not_word = text.Is(at, {"الم", "اليس", "اليست", "الن", "افلم", "اولم", "افلا"});
  const bool is_word = text.Is(at, {"اهو", "اهي", "اهم", "اهذا", "اهذه", "اكان", "اكانت", "افي",
                                    "ايمكن", "ايعقل", "اثمه", "اصحيح", "احقا", "اتري"});
  if (!not_word && !is_word) return asked;
  if (not_word && text.words()[at].mention >= 0) return asked;
  if (!text.HasQuestionMark(text.all()) && !not_word) return asked;
  asked = Make(text, at, at, AskingWord::kYesNo);
  asked.negated = not_word;
  return asked;
}

Interrogative FindRequest(const QuestionText& text, TokenRange range) {
  Interrogative asked;
  const auto request = Requests().find(text.words()[range.begin].bare);
  if (request == Requests().end() || text.words()[range.begin].mention >= 0) return asked;
  if (range.size() < 2) return asked;
  // "عدد موظفي X" is a noun that asks for the number, "عدد الشركات" a request.
  if (text.Is(range.begin, {"عدد"}) && !text.analysis().tokens[range.begin + 1].definite &&
      !absl::StartsWith(text.SurfaceAt(range.begin + 1), "ال")) {
    return Make(text, range.begin, range.begin, AskingWord::kHowMany);
  }
  asked = Make(text, range.begin, range.begin, request->second.word);
  asked.plural = request->second.plural;
  if (text.Is(asked.noun_at, {"لي", "لنا"})) ++asked.noun_at;
  return asked;
}

// "على نماذج أي شركة", "مدير أي مصرف": the noun that the asking word completes comes first.
bool CompletesOpening(const QuestionText& text, TokenRange range, int token) {
  constexpr int kMostNouns = 2;
  if (!text.Is(token, {"اي", "ايه"}) || token == range.begin) return false;
  const std::vector<Token>& tokens = text.analysis().tokens;
  const int first = IsPreposition(text, range.begin) ? range.begin + 1 : range.begin;
  if (token <= first || token > first + kMostNouns || token + 1 >= range.end) return false;
  for (int i = first; i < token; ++i) {
    const bool noun = tokens[i].part_of_speech == PartOfSpeech::kNoun && !tokens[i].definite &&
                      text.words()[i].mention < 0;
    if (!noun) return false;
  }
  return !tokens[token + 1].definite && text.words()[token + 1].mention < 0;
}

Interrogative FindAskingWord(const QuestionText& text, TokenRange range) {
  const bool marked = text.HasQuestionMark(text.all());
  for (int t = range.begin; t < range.end; ++t) {
    const bool initial = MayBegin(text, range, t) || (marked && CompletesOpening(text, range, t));
    bool conjoined = false;
    if ((initial || marked) && PrepositionGoverns(text, t)) {
      const ArabicAskingWord* governed = Lookup(text, t + 1, &conjoined);
      return Complete(text, t, t + 1, *governed);
    }
    const ArabicAskingWord* word = Lookup(text, t, &conjoined);
    if (word == nullptr) continue;
    if (!initial && !marked) continue;
    if (!AsksHere(text, t, *word, initial, conjoined)) continue;
    if (Greets(text, t)) return Interrogative();
    return Complete(text, t, t, *word);
  }
  return Interrogative();
}

}  // namespace

Interrogative FindArabicInterrogative(const QuestionText& text, TokenRange range) {
  range = text.Trim(range);
  if (range.empty()) return Interrogative();
  if (text.Is(range.begin, {"كيف", "وكيف", "شو", "ايش"}) && Greets(text, range.begin)) {
    return Interrogative();
  }
  const Interrogative hamza = AskedByHamza(text, range);
  if (hamza.found()) return hamza;
  const Interrogative request = FindRequest(text, range);
  const Interrogative asked = FindAskingWord(text, range);
  // "اشرح لي لماذا ..." asks why; "اذكر ما أعلنته ..." is a request.
  if (request.found() && (!asked.found() || asked.tokens.begin - request.tokens.end > 2)) {
    return request;
  }
  if (asked.found()) {
    Interrogative result = asked;
    if (asked.word == AskingWord::kYesNo) {
      // "هل ما زال" and "هل ما وعدت به" negate nothing.
      result.negated = text.Is(asked.noun_at, {"لم", "لا", "لن", "ليس", "ليست"}) &&
                       !text.Is(asked.noun_at + 1, {"يزال", "تزال", "يزالون", "زال", "زالت"});
    }
    return result;
  }
  Interrogative unmarked;
  if (text.HasQuestionMark(range) && range.size() > 1) {
    const bool noun = AskingNounAt(text, range) >= 0;
    unmarked = Make(text, range.begin, range.begin, noun ? AskingWord::kWhat : AskingWord::kYesNo);
    unmarked.tokens.end = range.begin;
    unmarked.noun_at = range.begin;
    unmarked.equative |= noun;
  }
  return unmarked;
}

namespace {

bool ArabicAskingWordAt(const QuestionText& text, int token) {
  bool conjoined = false;
  if (PrepositionGoverns(text, token)) return true;
  const ArabicAskingWord* word = Lookup(text, token, &conjoined);
  if (word == nullptr || word->word == AskingWord::kNone) return false;
  if (!word->ambiguous) return true;
  if (word->word == AskingWord::kWhy) return !OpensStatement(text, token, word->word);
  // "ومن غادرها" and "وما أسباب" after a comma ask; "ومن ثم" and "وما زال" do not.
  return !OpensStatement(text, token, word->word) &&
         (word->word == AskingWord::kWhat || word->word == AskingWord::kWho ||
          word->word == AskingWord::kWhich) &&
         token > 0 && text.words()[token - 1].punctuation;
}

bool EnglishAskingWordAt(const QuestionText& text, int token) {
  if (text.Is(token, {"and"})) ++token;
  if (text.Is(token, {"since", "for", "on", "in", "at", "to", "from", "with", "by", "through"})) {
    ++token;
  }
  return text.Is(token, {"who", "whom", "what", "when", "where", "why", "how", "which", "whose"});
}

}  // namespace

bool AskingWordAt(const QuestionText& text, int token) {
  if (token < 0 || token >= text.size()) return false;
  return text.arabic() ? ArabicAskingWordAt(text, token) : EnglishAskingWordAt(text, token);
}

Interrogative FindInterrogative(const QuestionText& text, TokenRange range) {
  return text.arabic() ? FindArabicInterrogative(text, range)
                       : FindEnglishInterrogative(text, range);
}

}  // namespace isnad::extraction
