// The nouns that questions ask with, and what kind of answer each calls for: "which newspaper",
// "ما كلفة", "كم موظفا".

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_FOCUS_NOUNS_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_FOCUS_NOUNS_H_

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/questions/question_reading.h"
#include "services/extraction/questions/question_text.h"

namespace isnad::extraction {

// What a noun calls for when it is asked with.
struct FocusNoun {
  AnswerType type = AnswerType::kUnspecified;
  // Entity class or unit key of the answer; may be empty.
  std::string answer_class;
  // Kind that the noun decides whatever the asking word is; kUnspecified when it decides none.
  QuestionKind kind = QuestionKind::kUnspecified;
  // Detail of an entity that the noun names; empty for most.
  std::string attribute;
};

// A noun found in a question.
struct FocusMatch {
  FocusNoun noun;
  TokenRange tokens;
  bool plural = false;
  // The last word is not the entry's own form but an inflection of it.
  bool inflected = false;
};

// Built-in table of nouns. Immutable, so thread-safe.
class FocusNouns {
 public:
  FocusNouns();

  // The longest entry that begins at `token`; its tokens are empty when there is none.
  FocusMatch MatchAt(const QuestionText& text, int token, int end) const;

 private:
  struct Entry {
    std::vector<std::vector<std::string>> word_keys;
    FocusNoun noun;
    bool plural = false;
  };

  void Add(absl::string_view phrase, const FocusNoun& noun, bool plural);

  // By each key of the first word.
  std::multimap<std::string, Entry> entries_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_FOCUS_NOUNS_H_
