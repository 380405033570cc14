// The words that make a sentence a question or a request.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_INTERROGATIVE_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_INTERROGATIVE_H_

#include <string>

#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// What the asking word by itself asks for.
enum class AskingWord {
  kNone,
  kWho,       // who, whom, whose; من، بمن
  kWhat,      // what; ما، ماذا
  kWhich,     // which; أي
  kWhen,      // when, since when; متى
  kWhere,     // where; أين
  kHowMany,   // how many; كم before a noun
  kHowMuch,   // how much; بكم، كم before a verb
  kHowLong,   // how long; كم من الوقت
  kHow,       // how; كيف
  kWhy,       // why; لماذا
  kYesNo,     // did, is; هل
  kRequest,   // list, name; اذكر
  kDescribe,  // describe, explain; صف
};

// The asking words of one question.
struct Interrogative {
  AskingWord word = AskingWord::kNone;
  // The asking words, with a preposition before them.
  TokenRange tokens;
  // Folded preposition that governs the asking word: "في", "مع", "from"; empty when there is none.
  std::string preposition;
  // Where a noun that goes with the asking word may begin.
  int noun_at = 0;
  // "ألم", "didn't".
  bool negated = false;
  // The asking word itself calls for several: "من هم", "list".
  bool plural = false;
  // "هو"/"الذي" or a form of "be" stands between asking word and noun: the noun is described, not
  // counted.
  bool equative = false;

  bool found() const { return word != AskingWord::kNone; }
};

// Finds the asking words in `range` of an Arabic question. Tolerates missing hamza and question
// mark, common misspellings and dialect words. Statements and greetings yield none.
Interrogative FindArabicInterrogative(const QuestionText& text, TokenRange range);

// The same for an English question.
Interrogative FindEnglishInterrogative(const QuestionText& text, TokenRange range);

// Whichever fits the language of the question.
Interrogative FindInterrogative(const QuestionText& text, TokenRange range);

// Whether an unambiguous asking word begins at `token` ("ومتى", "why"), as the second of two
// questions in one does.
bool AskingWordAt(const QuestionText& text, int token);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_INTERROGATIVE_H_
