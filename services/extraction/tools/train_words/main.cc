// train_words: learns word clusters and statistics from raw text and writes words.model.
//
//   xz -dc wiki.txt.xz news.txt.xz | train_words --corpus=- --output=words.model
//
// --corpus=PATH[,PATH...]  plain text (see corpus.h); "-" reads the standard input
// --output=PATH            where the model is written
// --words=PATH             also lists all words with their clusters, as tab-separated text

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/tools/train_words/learn_words.h"

namespace isnad::extraction {
namespace {

struct Flags {
  std::vector<std::string> corpus;
  std::string output;
  std::string words;
};

absl::StatusOr<Flags> ParseFlags(int argc, char** argv) {
  Flags flags;
  for (int i = 1; i < argc; ++i) {
    absl::string_view argument = argv[i];
    if (absl::ConsumePrefix(&argument, "--corpus=")) {
      flags.corpus = absl::StrSplit(argument, ',', absl::SkipEmpty());
    } else if (absl::ConsumePrefix(&argument, "--output=")) {
      flags.output = std::string(argument);
    } else if (absl::ConsumePrefix(&argument, "--words=")) {
      flags.words = std::string(argument);
    } else {
      return absl::InvalidArgumentError(absl::StrCat("unknown argument ", argument));
    }
  }
  if (flags.corpus.empty() || flags.output.empty()) {
    return absl::InvalidArgumentError("--corpus=PATH[,PATH...] and --output=PATH are needed");
  }
  return flags;
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

absl::Status Run(int argc, char** argv) {
  const absl::StatusOr<Flags> flags = ParseFlags(argc, argv);
  if (!flags.ok()) return flags.status();
  const absl::StatusOr<Corpus> corpus = Read(flags->corpus);
  if (!corpus.ok()) return corpus.status();
  std::cerr << corpus->stream.size() << " words of " << corpus->types.size() << " spellings in "
            << corpus->articles.size() << " titled articles\n";
  if (corpus->stream.empty()) return absl::InvalidArgumentError("the corpus holds no words");
  const WordTable table = LearnWords(*corpus, TrainWordsOptions());
  std::cerr << table.words.size() << " words, " << table.paths.size() << " classes\n";
  if (!flags->words.empty()) {
    const absl::Status listed = List(table, flags->words);
    if (!listed.ok()) return listed;
  }
  return WriteWords(table).Write(flags->output);
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  const absl::Status status = isnad::extraction::Run(argc, argv);
  if (status.ok()) return 0;
  std::cerr << "train_words: " << status.message() << '\n';
  return 1;
}
