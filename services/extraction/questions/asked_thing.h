// What a question asks for: its kind and what fills the gap.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_THING_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_THING_H_

#include <string>

#include "services/extraction/questions/counted_nouns.h"
#include "services/extraction/questions/focus_nouns.h"
#include "services/extraction/questions/interrogative.h"
#include "services/extraction/questions/question_reading.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

struct AskedThing {
  QuestionKind kind = QuestionKind::kUnspecified;
  AnswerType type = AnswerType::kUnspecified;
  std::string answer_class;
  std::string attribute;
  bool plural = false;
  // What somebody or something is compared with.
  bool comparison = false;
  // Asking words and the noun they stand with.
  TokenRange focus;
  // The noun alone; empty when the question asks with no noun.
  TokenRange noun;
};

// Works out what is asked for from the asking word, the noun with it and the verb after it.
// Immutable, so thread-safe.
class AskedThingReader {
 public:
  AskedThing Read(const QuestionText& text, TokenRange range, const Interrogative& asked) const;

 private:
  void ReadWho(const QuestionText& text, TokenRange range, const Interrogative& asked,
               AskedThing* thing) const;
  void ReadWhat(const QuestionText& text, TokenRange range, const Interrogative& asked,
                AskedThing* thing) const;
  int CountedBehindVerb(const QuestionText& text, TokenRange range,
                        const Interrogative& asked) const;
  void ReadHowMany(const QuestionText& text, TokenRange range, const Interrogative& asked,
                   AskedThing* thing) const;
  void ReadSubjectMatter(const QuestionText& text, TokenRange range, AskedThing* thing) const;
  // What sources are asked to give or to agree on.
  void ReadAccountsOf(const QuestionText& text, TokenRange range, bool figures_told,
                      AskedThing* thing) const;
  void ReadHow(const QuestionText& text, TokenRange range, const Interrogative& asked,
               AskedThing* thing) const;
  void NarrowName(const QuestionText& text, TokenRange range, const FocusMatch& name,
                  AskedThing* thing) const;
  void ReadLength(const QuestionText& text, TokenRange range, const Interrogative& asked,
                  AskedThing* thing) const;
  // The noun at or shortly after where the asking word expects one.
  FocusMatch NounAt(const QuestionText& text, TokenRange range, const Interrogative& asked) const;
  // Whether a noun of money stands in `range`.
  bool MentionsMoney(const QuestionText& text, TokenRange range) const;
  void ApplyNoun(const QuestionText& text, const FocusMatch& match, const Interrogative& asked,
                 AskedThing* thing) const;

  FocusNouns nouns_;
  CountedNouns counted_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_ASKED_THING_H_
