#include <algorithm>
#include <map>
#include <string>

#include "absl/strings/match.h"
#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/noun_question.h"

namespace isnad::extraction {
namespace {

const std::map<absl::string_view, AskingWord>& AskingWords() {
  static const auto* words = new std::map<absl::string_view, AskingWord>{
      {"who", AskingWord::kWho},     {"whom", AskingWord::kWho},    {"whose", AskingWord::kWho},
      {"who's", AskingWord::kWho},   {"whos", AskingWord::kWho},    {"what", AskingWord::kWhat},
      {"what's", AskingWord::kWhat}, {"whats", AskingWord::kWhat},  {"wat", AskingWord::kWhat},
      {"waht", AskingWord::kWhat},   {"which", AskingWord::kWhich}, {"wich", AskingWord::kWhich},
      {"when", AskingWord::kWhen},   {"wen", AskingWord::kWhen},    {"where", AskingWord::kWhere},
      {"why", AskingWord::kWhy},     {"how", AskingWord::kHow},     {"whn", AskingWord::kWhen},
  };
  return *words;
}

bool IsAuxiliary(const QuestionText& text, int token) {
  return text.Is(token, {"did", "do", "does", "was", "were", "is", "are", "has", "have", "had",
                         "will", "would", "can", "could", "should", "may", "might", "am"}) ||
         text.Is(token, {"didn't", "don't",    "doesn't", "wasn't", "weren't", "isn't",
                         "aren't", "hasn't",   "haven't", "hadn't", "won't",   "wouldn't",
                         "can't",  "couldn't", "didn",    "doesn",  "wasn",    "isn",
                         "aren",   "hasn",     "haven",   "won",    "weren"});
}

bool IsPreposition(const QuestionText& text, int token) {
  return text.Is(token, {"at",    "in",     "on",   "to",      "from",  "with",    "by",    "for",
                         "of",    "about",  "into", "against", "under", "through", "since", "until",
                         "after", "during", "over", "between", "among", "within",  "via"});
}

constexpr int kMaxLeadInTokens = 10;

// "which" and "who" after a noun are relative pronouns unless something marks them as asking.
bool AsksHere(const QuestionText& text, TokenRange range, int token, bool marked) {
  if (token == range.begin) return true;
  const bool after_break = text.words()[token - 1].punctuation;
  const bool after_lead_in =
      token - range.begin <= kMaxLeadInTokens &&
      text.Is(token - 1,
              {"me",    "us",       "know",     "explain", "say",        "wonder",   "wondering",
               "ask",   "tell",     "find",     "out",     "understand", "remember", "list",
               "state", "identify", "describe", "and",     "about",      "so"});
  if (after_lead_in) return true;
  if (IsPreposition(text, token - 1) &&
      (token - 1 == range.begin || text.words()[token - 2].punctuation || marked)) {
    return true;
  }
  // "Meta bought which company?" but not "the company which Meta bought".
  return marked && (after_break || text.Is(token, {"why", "how", "what", "which", "who", "where",
                                                   "when", "whom"}));
}

Interrogative Make(AskingWord word, int begin, int end) {
  Interrogative asked;
  asked.word = word;
  asked.tokens = {begin, end};
  asked.noun_at = end;
  return asked;
}

struct HowPhrase {
  absl::string_view second;
  AskingWord word;
};

// Decides what "how" and the word after it ask for.
void RefineHow(const QuestionText& text, Interrogative* asked) {
  static const HowPhrase kPhrases[] = {
      {"many", AskingWord::kHowMany},      {"much", AskingWord::kHowMuch},
      {"long", AskingWord::kHowLong},      {"come", AskingWord::kWhy},
      {"often", AskingWord::kHowMany},     {"soon", AskingWord::kWhen},
      {"old", AskingWord::kHowLong},       {"big", AskingWord::kHowMuch},
      {"large", AskingWord::kHowMuch},     {"high", AskingWord::kHowMuch},
      {"expensive", AskingWord::kHowMuch}, {"costly", AskingWord::kHowMuch},
      {"far", AskingWord::kHowMany},
  };
  for (const HowPhrase& phrase : kPhrases) {
    if (!text.Is(asked->noun_at, {phrase.second})) continue;
    asked->word = phrase.word;
    ++asked->tokens.end;
    ++asked->noun_at;
    break;
  }
  // "How large is the staff" counts people.
  if (text.Is(asked->noun_at - 1, {"big", "large"})) {
    for (int t = asked->noun_at; t < std::min(text.size(), asked->noun_at + 5); ++t) {
      if (text.Is(t, {"staff", "workforce", "headcount", "team", "crew", "personnel"})) {
        asked->word = AskingWord::kHowMany;
      }
    }
  }
  if (asked->word == AskingWord::kHowMuch && text.Is(asked->noun_at, {"time", "longer"})) {
    asked->word = AskingWord::kHowLong;
  }
}

void TakeCopula(const QuestionText& text, Interrogative* asked) {
  if (text.Is(asked->noun_at, {"is", "was", "are", "were", "'s", "'re"})) {
    asked->equative = true;
    asked->plural = text.Is(asked->noun_at, {"are", "were", "'re"});
    ++asked->noun_at;
  }
  while (text.Is(asked->noun_at, {"the", "a", "an", "some", "all", "of", "'s", "these", "those"})) {
    ++asked->noun_at;
  }
}

Interrogative Complete(const QuestionText& text, TokenRange range, int token, AskingWord word) {
  Interrogative asked = Make(word, token, token + 1);
  if (token > range.begin && IsPreposition(text, token - 1)) {
    asked.preposition = text.words()[token - 1].surface;
    --asked.tokens.begin;
  }
  if (word == AskingWord::kHow) RefineHow(text, &asked);
  if (text.Is(token, {"what's", "whats", "who's", "whos"})) asked.equative = true;
  if (word == AskingWord::kWho || word == AskingWord::kWhat || word == AskingWord::kWhich) {
    if (!text.Is(token, {"whose"})) TakeCopula(text, &asked);
    if (text.Is(asked.noun_at, {"else"})) ++asked.noun_at;
  }
  return asked;
}

struct EnglishRequest {
  absl::string_view verb;
  AskingWord word;
  bool plural;
};

Interrogative FindRequest(const QuestionText& text, TokenRange range) {
  static const EnglishRequest kRequests[] = {
      {"list", AskingWord::kRequest, true},          {"name", AskingWord::kRequest, false},
      {"give", AskingWord::kRequest, true},          {"identify", AskingWord::kRequest, false},
      {"enumerate", AskingWord::kRequest, true},     {"show", AskingWord::kRequest, true},
      {"mention", AskingWord::kRequest, true},       {"provide", AskingWord::kRequest, true},
      {"describe", AskingWord::kDescribe, false},    {"explain", AskingWord::kDescribe, false},
      {"summarize", AskingWord::kDescribe, false},   {"summarise", AskingWord::kDescribe, false},
      {"outline", AskingWord::kDescribe, false},     {"compare", AskingWord::kDescribe, false},
      {"tell", AskingWord::kDescribe, false},        {"find", AskingWord::kRequest, false},
      {"trace", AskingWord::kDescribe, false},       {"set", AskingWord::kDescribe, false},
      {"walk", AskingWord::kDescribe, false},        {"lay", AskingWord::kDescribe, false},
      {"state", AskingWord::kDescribe, false},       {"recount", AskingWord::kDescribe, false},
      {"retrace", AskingWord::kDescribe, false},     {"present", AskingWord::kDescribe, false},
      {"reconstruct", AskingWord::kDescribe, false}, {"arrange", AskingWord::kDescribe, false},
      {"take", AskingWord::kDescribe, false},
  };
  int t = range.begin;
  if (text.Is(t, {"please", "kindly"})) ++t;
  if (text.Is(t, {"can", "could", "would", "will"}) && text.Is(t + 1, {"you"})) t += 2;
  if (text.Is(t, {"please"})) ++t;
  for (const EnglishRequest& request : kRequests) {
    if (!text.Is(t, {request.verb}) || t + 1 >= range.end) continue;
    if (text.words()[t].mention >= 0) continue;
    Interrogative asked = Make(request.word, range.begin, t + 1);
    asked.plural = request.plural;
    while (text.Is(asked.noun_at,
                   {"me", "us", "the", "all", "of", "a", "an", "any", "some", "out", "through"})) {
      ++asked.noun_at;
    }
    return asked;
  }
  return Interrogative();
}

bool SubjectFollows(const QuestionText& text, int token) {
  if (token < 0 || token >= text.size()) return false;
  return text.words()[token].mention >= 0 || text.words()[token].capitalized ||
         text.Is(token, {"the", "a", "an", "it", "he", "she", "they", "there", "this", "that",
                         "any", "all", "its", "their", "his", "her"});
}

Interrogative FindYesNo(const QuestionText& text, TokenRange range) {
  int t = range.begin;
  if (text.Is(t, {"and", "so", "but"})) ++t;
  // "After the merger, did Meta ..." opens with a clause of its own.
  while (t < range.end &&
         !(IsAuxiliary(text, t) && (t == range.begin || text.words()[t - 1].punctuation ||
                                    text.Is(t - 1, {"and", "so", "but"})))) {
    ++t;
  }
  if (t >= range.end || text.words()[t].mention >= 0) return Interrogative();
  const bool plain = text.Is(t, {"did", "does", "is", "was", "are", "were", "has"});
  if (!text.HasQuestionMark(text.all()) && !SubjectFollows(text, t + 1) && !plain) {
    return Interrogative();
  }
  if (t + 1 >= range.end) return Interrogative();
  Interrogative asked = Make(AskingWord::kYesNo, t, t + 1);
  const absl::string_view surface = text.SurfaceAt(t);
  asked.negated = absl::StrContains(surface, "n't") || text.Is(t + 1, {"n't", "'t", "not"});
  for (int k = t + 1; k < std::min(range.end, t + 6); ++k) asked.negated |= text.Is(k, {"not"});
  return asked;
}

bool Greets(const QuestionText& text, TokenRange range) {
  return text.MatchesAt(range.begin, "how are you") || text.MatchesAt(range.begin, "what's up") ||
         text.MatchesAt(range.begin, "how do you do") || text.MatchesAt(range.begin, "what 's up");
}

}  // namespace

Interrogative FindEnglishInterrogative(const QuestionText& text, TokenRange range) {
  range = text.Trim(range);
  if (range.empty() || Greets(text, range)) return Interrogative();
  if (text.Is(range.begin, {"and", "but", "so", "also"}) && range.size() > 1) ++range.begin;
  const bool marked = text.HasQuestionMark(text.all());
  const Interrogative request = FindRequest(text, range);
  const Interrogative yes_no = FindYesNo(text, range);
  for (int t = range.begin; t < range.end; ++t) {
    if (text.words()[t].mention >= 0) continue;
    const auto word = AskingWords().find(text.words()[t].surface);
    if (word == AskingWords().end() || !AsksHere(text, range, t, marked)) continue;
    // "Did the analyst say when ...?" is a yes/no question unless the frame is a mere politeness.
    const bool framed = yes_no.found() && yes_no.tokens.begin < t &&
                        !text.Is(yes_no.tokens.end, {"you", "we", "anyone"});
    if (framed) break;
    if (request.found() && t - request.tokens.end > 3) break;
    return Complete(text, range, t, word->second);
  }
  if (request.found()) return request;
  if (yes_no.found()) return yes_no;
  Interrogative unmarked;
  if (text.HasQuestionMark(range) && range.size() > 1) {
    const int noun = AskingNounAt(text, range);
    unmarked = Make(noun < 0 ? AskingWord::kYesNo : AskingWord::kWhat, range.begin, range.begin);
    if (noun >= 0) {
      unmarked.noun_at = noun;
      unmarked.equative = true;
    }
  }
  return unmarked;
}

}  // namespace isnad::extraction
