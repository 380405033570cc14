// train_morphology: learns clitics, parts of speech, inflection and citation forms and writes
// morphology.model.
//
//   train_morphology --data=DIR --words=words.model --output=morphology.model
//
// The lexicon is the one that was built in. The same inputs give the same bytes.

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/tools/train_morphology/model_trainer.h"
#include "tests/eval/conllu_reader.h"

namespace isnad::extraction {
namespace {

struct Flags {
  std::string data;
  std::string hunspell;
  std::string treebank;
  std::string words;
  std::string output;
};

void AddFlags(CLI::App* app, Flags* flags) {
  app->add_option("--data", flags->data,
                  "training data under their usual names (see TrainingPathsUnder), and the "
                  "treebank as treebank/ar_pud-ud-test.conllu; .xz files need the xz program")
      ->required();
  app->add_option("--hunspell", flags->hunspell, "ar.dic, where it is not Debian's");
  app->add_option("--treebank", flags->treebank, "another treebank in CoNLL-U");
  app->add_option("--words", flags->words, "the model that train_words made")->required();
  app->add_option("--output", flags->output, "where the model is written")->required();
}

absl::Status Run(Flags flags) {
  if (flags.treebank.empty()) {
    flags.treebank = absl::StrCat(flags.data, "/treebank/ar_pud-ud-test.conllu");
  }
  TrainingPaths paths = TrainingPathsUnder(flags.data);
  if (!flags.hunspell.empty()) paths.hunspell = flags.hunspell;
  const absl::StatusOr<ModelFile> words = ModelFile::Open(flags.words);
  if (!words.ok()) return words.status();
  const auto treebank = eval::ReadConllu(flags.treebank);
  if (!treebank.ok()) return treebank.status();
  const auto trainer = ModelTrainer::Create(paths, LexiconFiles::Embedded(), *words);
  if (!trainer.ok()) return trainer.status();
  std::vector<const eval::TreebankSentence*> sentences;
  for (const eval::TreebankSentence& sentence : *treebank) sentences.push_back(&sentence);
  const absl::StatusOr<std::string> model = (*trainer)->Train(sentences);
  if (!model.ok()) return model.status();
  std::ofstream file(flags.output, std::ios::binary);
  file << *model;
  if (!file.flush()) {
    return absl::InternalError(absl::StrCat("cannot write ", flags.output));
  }
  std::cerr << model->size() << " bytes from " << sentences.size() << " sentences\n";
  return absl::OkStatus();
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  CLI::App app("Learns clitics, parts of speech, inflection and citation forms.",
               "train_morphology");
  isnad::extraction::Flags flags;
  isnad::extraction::AddFlags(&app, &flags);
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = isnad::extraction::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "train_morphology: " << status.message() << '\n';
  return 1;
}
