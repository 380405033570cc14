// A question's words with everything the readers of questions ask them for.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_TEXT_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_TEXT_H_

#include <initializer_list>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

// One token of a question.
struct QuestionWord {
  // Folded, as in the index.
  std::string surface;
  // Folded, without the conjunction "و" or "ف" before an interrogative or a verb.
  std::string bare;
  // Keys by which it meets lexicon words; see word_keys.h.
  std::vector<std::string> keys;
  bool arabic = false;
  bool punctuation = false;
  bool capitalized = false;
  // Index into `Analysis::mentions` of the name that covers it, or -1.
  int mention = -1;
  // Index into `Analysis::values` of the value that covers it, or -1.
  int value = -1;
};

// The words of an analysed question, one per token of the analysis. Keeps a reference to the
// analysis, which must outlive it. Immutable, so thread-safe.
class QuestionText {
 public:
  explicit QuestionText(const Analysis& analysis);

  const Analysis& analysis() const { return analysis_; }
  const std::vector<QuestionWord>& words() const { return words_; }
  int size() const { return static_cast<int>(words_.size()); }
  TokenRange all() const { return {0, size()}; }

  // Arabic rather than English: by the language of the analysis, by the script of most words when
  // that is undetermined.
  bool arabic() const { return arabic_; }

  // The folded word at `token`; empty outside the text.
  absl::string_view SurfaceAt(int token) const;

  // Whether the folded word at `token` is one of `words`, themselves folded.
  bool Is(int token, std::initializer_list<absl::string_view> words) const;

  // Whether the word at `token` has one of `lemmas` among its keys.
  bool HasKey(int token, std::initializer_list<absl::string_view> lemmas) const;

  // Whether the words from `token` on are those of `phrase`, folded and separated by single spaces.
  bool MatchesAt(int token, absl::string_view phrase) const;

  // Whether `phrase` stands anywhere in `range`.
  bool Contains(TokenRange range, absl::string_view phrase) const;

  // Behind the subject that stands right behind an Arabic verb: a name, or a definite noun with its
  // adjectives; `begin` when none does.
  int EndOfSubject(int begin, int end) const;

  // Whether a question mark stands in `range` or right after it.
  bool HasQuestionMark(TokenRange range) const;

  // `range` without punctuation at its ends.
  TokenRange Trim(TokenRange range) const;

 private:
  const Analysis& analysis_;
  std::vector<QuestionWord> words_;
  bool arabic_ = false;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_TEXT_H_
