#include "services/extraction/names/name_letters.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"

namespace isnad::extraction {
namespace {

constexpr absl::string_view kArticle = "ال";

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

int CharBytes(absl::string_view text, int at) {
  int end = at + 1;
  while (end < static_cast<int>(text.size()) && IsContinuation(text[end])) ++end;
  return end - at;
}

// Vowel marks U+064B to U+065F, superscript alef U+0670, tatweel U+0640 and invisible marks.
bool IsMark(absl::string_view character) {
  if (character.size() == 3) {
    return absl::StartsWith(character, "\xE2\x80") || character == "\xEF\xBB\xBF";
  }
  if (character.size() != 2) return false;
  const unsigned char lead = character[0];
  const unsigned char trail = character[1];
  return (lead == 0xD9 && (trail == 0x80 || (trail >= 0x8B && trail <= 0x9F) || trail == 0xB0)) ||
         (lead == 0xD8 && trail == 0x9C);
}

bool IsArabicLetter(absl::string_view text, size_t at) {
  const unsigned char lead = text[at];
  return lead >= 0xD8 && lead <= 0xDB;
}

// Whether two letters or more stand there.
bool IsLongEnough(absl::string_view rest) {
  return rest.size() >= 2 && static_cast<int>(rest.size()) > CharBytes(rest, 0);
}

// The letters that the proclitics are made of, each of two bytes. Every word of a text is asked for
// them many times: comparing the bytes is several times faster than comparing strings.
constexpr char kAlef[] = "ا";
constexpr char kWaw[] = "و";
constexpr char kFeh[] = "ف";
constexpr char kBeh[] = "ب";
constexpr char kLam[] = "ل";
constexpr char kKaf[] = "ك";

bool LetterAt(absl::string_view word, size_t at, const char (&letter)[3]) {
  return at + 2 <= word.size() && word[at] == letter[0] && word[at + 1] == letter[1];
}

bool HasArticle(absl::string_view word) {
  return LetterAt(word, 0, kAlef) && LetterAt(word, 2, kLam);
}

void AddWithArticle(absl::string_view rest, int stripped, BareFormList* forms) {
  forms->push_back({rest, stripped});
  if (HasArticle(rest) && IsLongEnough(rest.substr(4))) {
    forms->push_back({rest.substr(4), stripped + 2});
  }
}

// `rest` is after an optional conjunction.
void AddPrepositions(absl::string_view rest, int stripped, BareFormList* forms) {
  const bool lam = LetterAt(rest, 0, kLam);
  if (!lam && !LetterAt(rest, 0, kBeh) && !LetterAt(rest, 0, kKaf)) return;
  const absl::string_view after = rest.substr(2);
  if (!IsLongEnough(after)) return;
  AddWithArticle(after, stripped + 1, forms);
  // "لل" hides an article.
  if (lam && LetterAt(after, 0, kLam) && IsLongEnough(after.substr(2))) {
    forms->push_back({after.substr(2), stripped + 2});
  }
}

}  // namespace

std::string ScriptOf(absl::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (IsArabicLetter(text, i)) return "Arab";
  }
  return "Latn";
}

int LetterCount(absl::string_view folded) {
  int count = 0;
  for (char c : folded) count += IsContinuation(c) ? 0 : 1;
  return count;
}

std::string MatchKey(absl::string_view folded) {
  std::string key;
  AppendMatchKey(folded, &key);
  return key;
}

void AppendMatchKey(absl::string_view folded, std::string* key) {
  for (const char c : folded) {
    if (static_cast<unsigned char>(c) >= 0x80 || absl::ascii_isalnum(c) || c == '+') {
      key->push_back(c);
    }
  }
}

BareFormList BareForms(absl::string_view surface) {
  BareFormList forms;
  if (surface.empty() || !IsArabicLetter(surface, 0)) {
    forms.push_back({surface, 0});
    return forms;
  }
  AddWithArticle(surface, 0, &forms);
  AddPrepositions(surface, 0, &forms);
  if (LetterAt(surface, 0, kWaw) || LetterAt(surface, 0, kFeh)) {
    const absl::string_view rest = surface.substr(2);
    if (IsLongEnough(rest)) {
      AddWithArticle(rest, 1, &forms);
      AddPrepositions(rest, 1, &forms);
    }
  }
  return forms;
}

absl::string_view WithoutArticle(absl::string_view word) {
  return HasArticle(word) && IsLongEnough(word.substr(4)) ? word.substr(4) : word;
}

ByteRange WithoutLetters(const Analysis& analysis, const Token& token, int letters) {
  if (letters == 0) return token.range;
  const absl::string_view text = analysis.Quote(token.range);
  int at = 0;
  const int size = static_cast<int>(text.size());
  for (int taken = 0; taken < letters && at < size; ++taken) {
    while (at < size && IsMark(text.substr(at, CharBytes(text, at)))) at += CharBytes(text, at);
    if (at < size) at += CharBytes(text, at);
  }
  while (at < size && IsMark(text.substr(at, CharBytes(text, at)))) at += CharBytes(text, at);
  return {token.range.begin + at, token.range.end};
}

bool StartsUpper(absl::string_view form) { return !form.empty() && absl::ascii_isupper(form[0]); }

bool HasUpper(absl::string_view form) {
  for (char c : form) {
    if (absl::ascii_isupper(c)) return true;
  }
  return false;
}

bool IsAllUpper(absl::string_view form) {
  for (char c : form) {
    if (absl::ascii_islower(c) || static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return HasUpper(form);
}

bool HasForeignLetters(absl::string_view surface) {
  for (absl::string_view part :
       {"تش",    "ينغ", "ونغ",  "انغ",  "يرغ",  "ورغ",   "كيو", "سكي",  "بيرج",
        "ويليا", "شتا", "فيتش", "غر",   "زوك",  "شنغ",   "جيا", "سكو",  "براه",
        "شوا",   "تسو", "دز",   "سبن",  "يوه",  "زه",    "كسا", "كوفي", "نيكو",
        "ديفي",  "غيل", "هايم", "ستاي", "فريد", "كريست", "غوف", "فسك",  "نوف"}) {
    if (absl::StrContains(surface, part)) return true;
  }
  for (absl::string_view end :
       {"مان", "سون", "وف",  "يف",   "ييف",  "سكي", "وس",  "يس",  "ير",  "وير", "اين", "ستون",
        "لي",  "برغ", "برج", "بيرغ", "فيلد", "ينو", "يني", "كين", "وود", "كر",  "زر",  "نز",
        "تز",  "كس",  "لز",  "تي",   "غو",   "يو",  "شي",  "ساي", "اي",  "دي"}) {
    if (LetterCount(surface) >= 5 && absl::EndsWith(surface, end) &&
        !absl::StartsWith(surface, kArticle)) {
      return true;
    }
  }
  return false;
}

}  // namespace isnad::extraction
