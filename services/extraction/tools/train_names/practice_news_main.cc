// practice_news: makes practice sentences of raw news for train_names, see news_practice.h.
//
//   xz -dc raw/*.xz | practice_news --model_dir=DIR --practice=DIR --name_tokens=FILE.tsv
//       --output=FILE.conll
//
// DIR of the models holds words.model, morphology.model and the names.model of a first training.

#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/names/name_tagger.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/tokenize/tokenizer.h"
#include "services/extraction/tools/train_names/news_practice.h"
#include "services/extraction/tools/train_names/training_text.h"

namespace isnad::extraction {
namespace {

constexpr uint64_t kNamesSeed = 21;

struct Flags {
  std::string model_dir;
  std::string practice;
  std::string name_tokens;
  std::string output;
};

absl::Status Run(const Flags& flags) {
  const LexiconFiles lexicon = LexiconFiles::Embedded();
  const auto models = ModelSet::FromDirectory(flags.model_dir);
  if (!models.ok()) return models.status();
  const auto morphology = Morphology::Create(lexicon, *models);
  if (!morphology.ok()) return morphology.status();
  const auto tagger = NameTagger::Create(lexicon, *models);
  if (!tagger.ok()) return tagger.status();
  NameMaker maker(kNamesSeed);
  const absl::Status read = maker.Read(
      {absl::StrCat(flags.practice, "/practice_names.txt"), flags.name_tokens, &lexicon});
  if (!read.ok()) return read;
  NewsPractice practice;
  ForEachRawDocument(std::cin, [&](const std::string& title, const std::string& text) {
    Analysis analysis;
    analysis.text = text;
    analysis.language_code = "ar";
    Segmenter().Segment(title, &analysis);
    Tokenizer().Tokenize(&analysis);
    (*morphology)->Analyze(&analysis);
    (*tagger)->Tag(&analysis);
    practice.Add(analysis);
  });
  std::ofstream out(flags.output);
  size_t sentences = 0;
  for (const eval::ConllDocument& document : practice.Make({}, &maker)) {
    out << "# document = news\n";
    sentences += document.size();
    for (const eval::ConllSentence& sentence : document) {
      for (const eval::ConllWord& word : sentence) out << word.text << '\t' << word.tag << '\n';
      out << '\n';
    }
  }
  if (!out.flush()) return absl::UnavailableError(absl::StrCat("cannot write ", flags.output));
  std::cout << sentences << " practice sentences of news\n";
  return absl::OkStatus();
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  CLI::App app("Makes practice sentences of raw news.", "practice_news");
  isnad::extraction::Flags flags;
  app.add_option("--model_dir", flags.model_dir, "the models that read the news")->required();
  app.add_option("--practice", flags.practice, "folder of practice_names.txt")->required();
  app.add_option("--name_tokens", flags.name_tokens, "Latin and Arabic tokens of person names")
      ->required();
  app.add_option("--output", flags.output, "where the sentences are written, CoNLL columns")
      ->required();
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = isnad::extraction::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "practice_news: " << status.message() << '\n';
  return 1;
}
