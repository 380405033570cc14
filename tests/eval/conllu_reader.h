// Reads treebanks in CoNLL-U and derives how Arabic words divide into clitics and host.

#ifndef ISNAD_TESTS_EVAL_CONLLU_READER_H_
#define ISNAD_TESTS_EVAL_CONLLU_READER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::eval {

// A syntactic word: a line with an integer number.
struct SyntacticWord {
  std::string form;
  std::string lemma;  // empty when there is none
  std::string upos;
  std::string features;  // the FEATS column

  // Value of a feature such as "Gender"; empty when there is none.
  absl::string_view Feature(absl::string_view name) const;
};

// What is written in one piece, in terms of our analysis.
struct WrittenWord {
  std::string form;  // as written, without vowel marks
  std::vector<SyntacticWord> parts;
  // parts[host] is the word that clitics attach to. Where a treebank makes several parts of what
  // is no clitic, the host is the first of them and `host_form` all of them.
  int host = 0;
  std::string host_form;  // without article
  // Folded proclitics in order, the article among them by rule, and the enclitic.
  std::vector<std::string> proclitics;
  std::string enclitic;
};

struct TreebankSentence {
  std::string text;
  std::vector<WrittenWord> words;
};

// Two layouts are understood: multiword ranges ("3-4"), and parts joined by SpaceAfter=No, which
// PUD uses; there, punctuation never joins. The article, which treebanks leave on the noun, is
// split by rule: the form of a nominal begins with a bare "ال" and its lemma does not, or the
// letters behind it do as well. NOT_FOUND when the file cannot be read, INVALID_ARGUMENT names a
// line that is no CoNLL-U.
absl::StatusOr<std::vector<TreebankSentence>> ReadConllu(absl::string_view path);

// True for words of letters or digits, which scores count; false for marks and symbols.
bool IsCountedWord(const WrittenWord& word);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_CONLLU_READER_H_
