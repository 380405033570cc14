// Trains all parts of the morphology model.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_MODEL_TRAINER_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_MODEL_TRAINER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/morphology/lexical_table.h"
#include "services/extraction/tools/train_morphology/camel_morph.h"
#include "services/extraction/tools/train_morphology/citation_trainer.h"
#include "tests/eval/conllu_reader.h"

namespace isnad::extraction {

// Where the training data is. The data and its licences are named in the model's NOTICE.
struct TrainingPaths {
  std::vector<std::string> raw_texts;  // text files, see VisitLines
  std::string camel_morph;             // directory
  std::string hunspell;                // ar.dic
  std::string named_entities;          // CoNLL, BIO
  std::string person_names;            // see VisitPersonNames
};

// The usual names of the files below a data directory: raw/ant.txt.xz, raw/wiki_ar.txt.xz,
// morphology/, ner/anercorp_train.txt, names/wd_arabic_80.tsv. The dictionary is Debian's.
TrainingPaths TrainingPathsUnder(absl::string_view data_directory);

// Everything that is learned without a treebank, so that models for several parts of a treebank
// share it. Immutable after Create.
class ModelTrainer {
 public:
  // `words` is the distributional model (see tools/train_words). Errors name the input at fault.
  static absl::StatusOr<std::unique_ptr<ModelTrainer>> Create(const TrainingPaths& paths,
                                                              const LexiconFiles& lexicon,
                                                              const ModelFile& words);

  // The bytes of a model trained on these sentences.
  absl::StatusOr<std::string> Train(
      absl::Span<const eval::TreebankSentence* const> sentences) const;

 private:
  explicit ModelTrainer(const ModelFile& words) : words_(words) {}

  ModelFile words_;
  std::vector<LexicalRecord> records_;
  EditList edits_;
  // Forms with lemmas that raw text has.
  std::vector<LexicalForm> listed_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_MODEL_TRAINER_H_
