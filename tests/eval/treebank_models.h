// The morphology under test for each sentence of a treebank: the shipped one, or, for cross
// validation, one that was trained without the sentence.

#ifndef ISNAD_TESTS_EVAL_TREEBANK_MODELS_H_
#define ISNAD_TESTS_EVAL_TREEBANK_MODELS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/morphology/morphology.h"
#include "tests/eval/conllu_reader.h"

namespace isnad::eval {

struct TreebankOptions {
  // 0: the shipped model. Else the treebank is cut into so many runs of sentences, and each is
  // analysed with a model trained on all others.
  int folds = 0;
  // Training data besides the treebank, under its usual names (see tools/train_morphology); needed
  // for folds only.
  std::string data_directory;
};

// A treebank with its models.
class TreebankModels {
 public:
  // Errors of the reader, the trainer and the models; INVALID_ARGUMENT for folds without data.
  static absl::StatusOr<std::unique_ptr<TreebankModels>> Create(absl::string_view path,
                                                                const TreebankOptions& options);

  const std::vector<TreebankSentence>& sentences() const { return sentences_; }
  const extraction::Morphology& MorphologyFor(int sentence) const;
  // The sentence's text, segmented, tokenised and analysed as the service does.
  extraction::Analysis Analyze(int sentence) const;
  // "PATH, 5-fold cross-validation" or "PATH, shipped model".
  std::string Describe() const;

 private:
  TreebankModels() = default;

  std::string path_;
  std::vector<TreebankSentence> sentences_;
  // Bytes of the trained models, on the borders that ModelFile asks for.
  struct alignas(64) Chunk {
    char bytes[64];
  };
  std::vector<std::vector<Chunk>> trained_;
  std::vector<std::unique_ptr<extraction::Morphology>> models_;  // by fold
};

// Tokens that lie on one written word, or none when borders cross.
struct AlignedWord {
  const WrittenWord* gold = nullptr;
  std::vector<const extraction::Token*> tokens;
};

// Pairs the written words of a sentence with tokens by counting characters. Empty when the texts
// differ.
std::vector<AlignedWord> Align(const TreebankSentence& sentence,
                               const extraction::Analysis& analysis);

}  // namespace isnad::eval

#endif  // ISNAD_TESTS_EVAL_TREEBANK_MODELS_H_
