// Reads annotated text in the column format of the CoNLL shared tasks.

#ifndef ISNAD_TESTS_EVAL_CONLL_READER_H_
#define ISNAD_TESTS_EVAL_CONLL_READER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::eval {

// A word and its tag, for example "B-PERS".
struct ConllWord {
  std::string text;
  std::string tag;
};

using ConllSentence = std::vector<ConllWord>;

// A document: sentences up to a "-DOCSTART-" or "# document" line, or all when there is none.
using ConllDocument = std::vector<ConllSentence>;

// Reads lines "word ... tag", columns parted by blanks or tabs, of which the first and the last
// count; an empty line ends a sentence, other lines that start with "# " are comments. NOT_FOUND
// when the file cannot be read, INVALID_ARGUMENT names the line that has one column.
absl::StatusOr<std::vector<ConllDocument>> ReadConll(absl::string_view path);

// A name by its words.
struct ConllName {
  int begin = 0;
  int end = 0;  // one past the last word
  std::string type;
};
inline bool operator==(const ConllName& a, const ConllName& b) {
  return a.begin == b.begin && a.end == b.end && a.type == b.type;
}

// The names of a sentence by its BIO tags. A continuation that follows nothing of its type begins a
// name.
std::vector<ConllName> NamesOf(const ConllSentence& sentence);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_CONLL_READER_H_
