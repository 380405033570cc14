// train_words: learns word clusters and statistics from raw text and writes words.model.
//
//   xz -dc wiki.txt.xz news.txt.xz | train_words --corpus=- --output=words.model

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/tools/train_words/learn_words.h"

namespace isnad::extraction {
namespace {

struct Flags {
  std::vector<std::string> corpus;
  std::string output;
  std::string words;
};

void AddFlags(CLI::App* app, Flags* flags) {
  app->add_option("--corpus", flags->corpus, "plain text (see corpus.h); - is the standard input")
      ->delimiter(',')
      ->required();
  app->add_option("--output", flags->output, "where the model is written")->required();
  app->add_option("--words", flags->words,
                  "also lists all words with their clusters there, as tab-separated text");
}

absl::StatusOr<Corpus> Read(const std::vector<std::string>& paths) {
  CorpusReader reader;
  for (const std::string& path : paths) {
    if (path == "-") {
      reader.Read(std::cin);
      continue;
    }
    std::ifstream file(path);
    if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", path));
    reader.Read(file);
  }
  return std::move(reader).Finish();
}

// A line for each word: letters, count, clusters, Brown path in turns, shares.
absl::Status List(const WordTable& table, const std::string& path) {
  std::ofstream file(path);
  for (const WordTable::Word& word : table.words) {
    const word_layout::Path turns = table.paths[word.path];
    file << word.letters << '\t' << word.count << '\t' << word.fine_cluster << '\t'
         << int{word.coarse_cluster} << '\t';
    for (uint32_t i = turns.length; i-- > 0;) file << (turns.bits >> i & 1);
    for (const uint8_t share : word.shares) file << '\t' << int{share};
    file << '\n';
  }
  return file.flush() ? absl::OkStatus() : absl::InternalError(absl::StrCat("cannot write ", path));
}

absl::Status Run(const Flags& flags) {
  const absl::StatusOr<Corpus> corpus = Read(flags.corpus);
  if (!corpus.ok()) return corpus.status();
  std::cerr << corpus->stream.size() << " words of " << corpus->types.size() << " spellings in "
            << corpus->articles.size() << " titled articles\n";
  if (corpus->stream.empty()) return absl::InvalidArgumentError("the corpus holds no words");
  const WordTable table = LearnWords(*corpus, TrainWordsOptions());
  std::cerr << table.words.size() << " words, " << table.paths.size() << " classes\n";
  if (!flags.words.empty()) {
    const absl::Status listed = List(table, flags.words);
    if (!listed.ok()) return listed;
  }
  return WriteWords(table).Write(flags.output);
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  CLI::App app("Learns word clusters and statistics from raw text.", "train_words");
  isnad::extraction::Flags flags;
  isnad::extraction::AddFlags(&app, &flags);
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = isnad::extraction::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "train_words: " << status.message() << '\n';
  return 1;
}
