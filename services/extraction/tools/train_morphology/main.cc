// train_morphology: learns clitics, parts of speech, inflection and citation forms and writes
// morphology.model.
//
//   train_morphology --data=DIR --words=words.model --output=morphology.model
//
// --data=DIR       training data under their usual names (see TrainingPathsUnder), and the treebank
//                  as treebank/ar_pud-ud-test.conllu; ".xz" files need the xz program
// --hunspell=PATH  ar.dic, where it is not Debian's
// --treebank=PATH  another treebank in CoNLL-U
// --words=PATH     the model that train_words made
// --output=PATH    where the model is written
//
// The lexicon is the one that was built in. The same inputs give the same bytes.

#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/tools/train_morphology/model_trainer.h"
#include "tests/eval/conllu_reader.h"

namespace isnad::extraction {
namespace {

using Flags = std::map<std::string, std::string>;

absl::StatusOr<Flags> ParseFlags(int argc, char** argv) {
  Flags flags = {{"data", ""}, {"hunspell", ""}, {"treebank", ""}, {"words", ""}, {"output", ""}};
  for (int i = 1; i < argc; ++i) {
    const std::vector<std::string> parts = absl::StrSplit(argv[i], absl::MaxSplits('=', 1));
    absl::string_view name = parts[0];
    const bool known = absl::ConsumePrefix(&name, "--") && flags.count(std::string(name)) > 0;
    if (!known || parts.size() != 2) {
      return absl::InvalidArgumentError(absl::StrCat("unknown argument ", argv[i]));
    }
    flags[std::string(name)] = parts[1];
  }
  for (const char* const needed : {"data", "words", "output"}) {
    if (flags[needed].empty()) {
      return absl::InvalidArgumentError(absl::StrCat("--", needed, " is needed"));
    }
  }
  if (flags["treebank"].empty()) {
    flags["treebank"] = absl::StrCat(flags["data"], "/treebank/ar_pud-ud-test.conllu");
  }
  return flags;
}

absl::Status Run(int argc, char** argv) {
  absl::StatusOr<Flags> flags = ParseFlags(argc, argv);
  if (!flags.ok()) return flags.status();
  TrainingPaths paths = TrainingPathsUnder((*flags)["data"]);
  if (!(*flags)["hunspell"].empty()) paths.hunspell = (*flags)["hunspell"];
  const absl::StatusOr<ModelFile> words = ModelFile::Open((*flags)["words"]);
  if (!words.ok()) return words.status();
  const auto treebank = eval::ReadConllu((*flags)["treebank"]);
  if (!treebank.ok()) return treebank.status();
  const auto trainer = ModelTrainer::Create(paths, LexiconFiles::Embedded(), *words);
  if (!trainer.ok()) return trainer.status();
  std::vector<const eval::TreebankSentence*> sentences;
  for (const eval::TreebankSentence& sentence : *treebank) sentences.push_back(&sentence);
  const absl::StatusOr<std::string> model = (*trainer)->Train(sentences);
  if (!model.ok()) return model.status();
  std::ofstream file((*flags)["output"], std::ios::binary);
  file << *model;
  if (!file.flush()) {
    return absl::InternalError(absl::StrCat("cannot write ", (*flags)["output"]));
  }
  std::cerr << model->size() << " bytes from " << sentences.size() << " sentences\n";
  return absl::OkStatus();
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  const absl::Status status = isnad::extraction::Run(argc, argv);
  if (status.ok()) return 0;
  std::cerr << "train_morphology: " << status.message() << "\n";
  return 1;
}
