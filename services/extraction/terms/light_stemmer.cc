#include "services/extraction/terms/light_stemmer.h"

namespace isnad::extraction {
namespace {

using namespace stem_letters;  // NOLINT(build/namespaces): one-letter constants of this folder

constexpr int kMinStem = 3;
// Stems of two letters are kept where an ending of two leaves them: "سنين" gives "سن".
constexpr int kMinAfterLongEnding = 2;

bool IsLong(LetterCode letter) { return letter == kAlef || letter == kWaw || letter == kYeh; }

// Cuts a two-letter ending off when `min` letters stay.
bool Cut(StemWord* word, LetterCode last_but_one, LetterCode last, int min) {
  if (word->size() < min + 2 || word->back(0) != last || word->back(1) != last_but_one) {
    return false;
  }
  word->DropLast(2);
  return true;
}

bool Cut(StemWord* word, LetterCode last, int min) {
  if (word->size() < min + 1 || word->back(0) != last) return false;
  word->DropLast(1);
  return true;
}

void CutPronoun(StemWord* word) {
  switch (word->back(0)) {
    case kAlef:
      if (word->size() >= kMinStem + 3 && word->back(1) == kMeem && word->back(2) == kHeh) {
        word->DropLast(3);
      } else if (!Cut(word, kHeh, kAlef, kMinStem)) {
        Cut(word, kNoon, kAlef, kMinStem + 1);
      }
      return;
    case kMeem:
      if (!Cut(word, kHeh, kMeem, kMinStem)) Cut(word, kKaf, kMeem, kMinStem + 1);
      return;
    case kNoon:
      Cut(word, kHeh, kNoon, kMinStem + 1);
      return;
    default:
      return;
  }
}

// Number, gender and case, in the order in which they pile up from the end.
void CutInflection(StemWord* word) {
  constexpr int kMin = kMinAfterLongEnding;
  Cut(word, kAlef, kNoon, kMin);
  Cut(word, kAlef, kTeh, kMin);
  Cut(word, kWaw, kNoon, kMin);
  Cut(word, kYeh, kNoon, kMin);
  Cut(word, kYeh, kHeh, kMin);
  Cut(word, kHeh, kMinStem);
  Cut(word, kYeh, kMinStem);
  Cut(word, kTeh, kMinStem);
  if (!Cut(word, kWaw, kAlef, kMinStem)) Cut(word, kAlef, kMinStem);
}

// One more ending, the longest that fits: what showed up behind the first ones.
void CutLastEnding(StemWord* word) {
  if (word->size() <= kMinStem) return;
  const LetterCode last = word->back(0);
  const LetterCode before = word->back(1);
  const int size = word->size();
  if (size >= kMinStem + 3) {
    const LetterCode third = word->back(2);
    const bool long_ending =
        (third == kYeh && ((before == kAlef && last == kTeh) || (before == kWaw && last == kNoon) ||
                           (before == kYeh && last == kNoon))) ||
        (third == kTeh && last == kNoon && (before == kYeh || before == kAlef));
    if (long_ending) return word->DropLast(3);
  }
  if (size >= kMinStem + 2) {
    const bool ending = (last == kNoon && (before == kWaw || before == kYeh || before == kAlef)) ||
                        (last == kTeh && before == kAlef) || (last == kHeh && before == kYeh) ||
                        (last == kAlef && (before == kWaw || before == kTeh)) ||
                        (last == kYeh && before == kTeh);
    if (ending) return word->DropLast(2);
  }
  if (last == kHeh || last == kYeh || last == kTeh || last == kAlef || last == kWaw) {
    word->DropLast(1);
  }
}

// The tenth form: (ا|ي|ت|ن|م)ست + three letters, with a long vowel before the last in the masdar.
bool TenthForm(StemWord* word) {
  const int size = word->size();
  if (size != 6 && size != 7) return false;
  const LetterCode first = (*word)[0];
  const bool opens =
      first == kAlef || first == kYeh || first == kTeh || first == kNoon || first == kMeem;
  if (!opens || (*word)[1] != kSeen || (*word)[2] != kTeh) return false;
  if (size == 6) {
    // "استقال", "يستقيل": hollow roots meet in alef.
    if (IsLong((*word)[4])) word->Set(4, kAlef);
  } else {
    if ((*word)[5] != kAlef) return false;
    word->Erase(5);
  }
  word->Set(0, kAlef);
  return true;
}

// The eighth form: (ا|ي|ن|م) C ت C C, masdar with alef before the last letter. "ت" is no prefix
// here: too many nouns begin so.
bool EighthForm(StemWord* word) {
  const int size = word->size();
  if (size != 5 && size != 6) return false;
  const LetterCode first = (*word)[0];
  const LetterCode second = (*word)[1];
  const bool opens = first == kAlef || first == kYeh || first == kMeem;
  if (!opens || (*word)[2] != kTeh || IsLong(second) || second == kSeen || second == kTeh) {
    return false;
  }
  if (size == 5) {
    // "مفتوح" and "مكتوب" are participles of the first form.
    if (first == kMeem && IsLong((*word)[3])) return false;
  } else {
    if (first != kAlef || (*word)[4] != kAlef) return false;
    word->Erase(4);
  }
  word->Set(0, kAlef);
  return true;
}

// The seventh form: ان C C C, masdar with alef before the last letter.
bool SeventhForm(StemWord* word) {
  const int size = word->size();
  if (size != 5 && size != 6) return false;
  const LetterCode first = (*word)[0];
  const bool opens = first == kAlef || first == kYeh || first == kMeem;
  if (!opens || (*word)[1] != kNoon) return false;
  if (size == 5) {
    if (IsLong((*word)[2]) || (*word)[4] == kYeh || (first == kMeem && IsLong((*word)[3]))) {
      return false;
    }
  } else {
    if (first != kAlef || (*word)[4] != kAlef) return false;
    word->Erase(4);
  }
  word->Set(0, kAlef);
  return true;
}

// The masdar of the second form, ت C C ي C, meets its verb C C C.
bool SecondFormMasdar(StemWord* word) {
  if (word->size() != 5 || (*word)[0] != kTeh || (*word)[3] != kYeh) return false;
  if (IsLong((*word)[1]) && IsLong((*word)[2])) return false;
  word->Erase(3);
  word->DropFirst(1);
  return true;
}

bool FirstPattern(StemWord* word) {
  return TenthForm(word) || EighthForm(word) || SeventhForm(word);
}

// Article letters at `at`, or 0.
int ArticleAt(const StemWord& word, int at) {
  const int left = word.size() - at;
  if (left < 4) return 0;
  const LetterCode first = word[at];
  if (first == kAlef) return word[at + 1] == kLam ? 2 : 0;
  if (first == kLam) return word[at + 1] == kLam ? 2 : 0;
  if (first == kBeh || first == kKaf) {
    return left >= kMinStem + 3 && word[at + 1] == kAlef && word[at + 2] == kLam ? 3 : 0;
  }
  return 0;
}

}  // namespace

int ArticleLetters(const StemWord& word) {
  if (word.size() < 4) return 0;
  const LetterCode first = word[0];
  if (first == kWaw || first == kFeh) {
    const int article = ArticleAt(word, 1);
    return article > 0 ? article + 1 : 0;
  }
  return ArticleAt(word, 0);
}

int ProcliticLetters(const StemWord& word) {
  const int article = ArticleLetters(word);
  if (article > 0) return article;
  return word.size() >= kMinStem + 1 && word[0] == kWaw ? 1 : 0;
}

bool StartsWithFuture(const StemWord& word) {
  return word.size() >= 5 && word[0] == kSeen &&
         (word[1] == kYeh || word[1] == kTeh || word[1] == kNoon);
}

void StemInPlace(StemWord* word) {
  if (word->size() <= kMinStem) return;
  CutPronoun(word);
  CutInflection(word);
  if (word->size() > kMinStem && !FirstPattern(word)) {
    CutLastEnding(word);
    if (!FirstPattern(word)) SecondFormMasdar(word);
  }
  const LetterCode first = (*word)[0];
  if (word->size() == kMinStem + 1 && (first == kYeh || first == kTeh || first == kNoon)) {
    word->DropFirst(1);
  }
}

std::string DerivedVerb(absl::string_view base) {
  StemWord word;
  if (!word.Assign(base)) return {};
  if (!TenthForm(&word)) {
    CutLastEnding(&word);
    if (!TenthForm(&word)) return {};
  }
  std::string verb(2 * word.size(), '\0');
  word.Write(&verb[0]);
  return verb;
}

}  // namespace isnad::extraction
