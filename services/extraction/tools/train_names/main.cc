// train_names: learns the name tagger and writes names.model.
//
//   xz -dc raw/*.xz | train_names --data_dir=DIR --raw=- --words_model=words.model
//       --output=names.model
//
// Before it learns from all sentences it learns from the first nine tenths and scores the rest, and
// it sets from that how margins become confidences.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/tools/train_names/learn_names.h"
#include "services/extraction/tools/train_names/name_lists.h"
#include "services/extraction/tools/train_names/practice_text.h"
#include "tests/eval/conll_reader.h"

namespace isnad::extraction {
namespace {

constexpr int kPracticeSentences = 8;

struct Flags {
  std::string data_dir;
  std::string dictionary;
  std::vector<std::string> raw;
  double raw_words = 4;
  std::string words_model;
  std::string output;
  int folds = 1;
  std::string practice;
  std::string news;
  int practice_documents = 1000;
  int annotated_weight = 2;
  std::vector<uint32_t> without;
  LearnNamesOptions learning;
};

const std::map<std::string, uint32_t>& FeatureGroups() {
  static const auto* const kGroups =
      new std::map<std::string, uint32_t>{{"neighbours", kNeighbourWords},
                                          {"affixes", kAffixes},
                                          {"neighbour_affixes", kNeighbourAffixes},
                                          {"bare", kBareForms},
                                          {"lists", kLists},
                                          {"clusters", kClusters},
                                          {"document", kDocument},
                                          {"statistics", kStatistics},
                                          {"self_training", kSelfTraining}};
  return *kGroups;
}

void AddFlags(CLI::App* app, Flags* flags) {
  app->add_option("--data_dir", flags->data_dir,
                  "holds ner/anercorp_train.txt, names/* and morphology/*.csv")
      ->required();
  app->add_option("--dictionary", flags->dictionary, "hunspell dictionary, to tell plain words");
  app->add_option("--raw", flags->raw, "raw text for self-training; - is the standard input")
      ->delimiter(',');
  app->add_option("--raw_words", flags->raw_words, "how much of it is read, in millions of words")
      ->capture_default_str();
  app->add_option("--words_model", flags->words_model, "the model that train_words made");
  app->add_option("--output", flags->output,
                  "where the model is written; without it only the figures are printed");
  app->add_option("--without", flags->without, "feature groups to leave out")
      ->delimiter(',')
      ->transform(CLI::CheckedTransformer(FeatureGroups()));
  app->add_option("--practice", flags->practice,
                  "folder of practice_sentences.txt and practice_names.txt, to learn from as well");
  app->add_option("--news", flags->news,
                  "sentences that practice_news made, to learn from as well");
  app->add_option("--hidden_words", flags->learning.perceptron.hidden_words,
                  "share of the words whose own spelling is hidden while learning")
      ->capture_default_str();
  app->add_option("--perceptrons", flags->learning.perceptrons,
                  "how many are learned in different orders and averaged")
      ->capture_default_str();
  app->add_option("--practice_documents", flags->practice_documents,
                  "documents of eight sentences that are made of them")
      ->capture_default_str();
  app->add_option("--annotated_weight", flags->annotated_weight,
                  "how often each annotated sentence is learned from where a practice sentence is "
                  "once")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app->add_option("--folds", flags->folds,
                  "scores so many parts, each learned without, instead of the last tenth alone")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
}

// Raw documents in the order of the collections, up to so many words.
class RawCollection {
 public:
  RawCollection(double million_words, NameLists* lists)
      : words_left_(million_words * 1e6), lists_(*lists) {}

  void Read(std::istream& input) {
    ForEachRawDocument(input, [this](const std::string& title, const std::string& text) {
      // An encyclopedia repeats the title in a paragraph of its own.
      const size_t body = text.find("\n\n");
      if (body != std::string::npos && text.compare(0, body, title) == 0) {
        lists_.AddTitle(title, absl::string_view(text).substr(body + 2, kFirstBytes));
      }
      const auto words = std::count(text.begin(), text.end(), ' ');
      if (words_left_ < words) return;
      words_left_ -= words;
      documents_.push_back({title, text});
    });
  }

  const std::vector<RawDocument>& documents() const { return documents_; }

 private:
  static constexpr size_t kFirstBytes = 400;

  double words_left_;
  NameLists& lists_;
  std::vector<RawDocument> documents_;
};

absl::Status ReadLists(const Flags& flags, NameLists* lists) {
  for (const absl::Status& status :
       {lists->ReadLexicon(LexiconFiles::Embedded()),
        lists->ReadPersonTokens(absl::StrCat(flags.data_dir, "/names/wd_arabic_80.tsv")),
        lists->ReadTransliterations(absl::StrCat(flags.data_dir, "/names/ar2en-train.txt")),
        lists->ReadCamelMorph(absl::StrCat(flags.data_dir, "/morphology")),
        flags.dictionary.empty() ? absl::OkStatus() : lists->ReadDictionary(flags.dictionary)}) {
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

void Print(const char* what, const KindScores& scores) {
  std::printf("%s", what);
  for (int kind = 0; kind <= kNameKinds; ++kind) {
    const KindScore& score = scores[kind];
    const std::string tag =
        kind < kNameKinds ? std::string(NameKindTag(static_cast<NameKind>(kind))) : "all";
    std::printf("  %s P %.1f R %.1f F1 %.2f", tag.c_str(),
                score.found == 0 ? 0 : 100.0 * score.right / score.found,
                score.gold == 0 ? 0 : 100.0 * score.right / score.gold, score.F1());
  }
  std::printf("\n");
  std::fflush(stdout);
}

// Scores the last tenth of the first `size` sentences, or each of several parts of them. Returns
// the confidences found in the last.
NameCalibration ScoreHeldOut(const NameSources& sources, int size, const Flags& flags) {
  const int all = static_cast<int>(sources.text->text.sentences.size());
  KindScores sums;
  NameCalibration calibration;
  for (int fold = 0; fold < flags.folds; ++fold) {
    const int begin = flags.folds == 1 ? size - size / 10 : size * fold / flags.folds;
    const int end = flags.folds == 1 ? size : size * (fold + 1) / flags.folds;
    std::vector<int> learned;
    std::vector<int> held_out;
    for (int s = 0; s < all; ++s) {
      if (s >= begin && s < end) {
        held_out.push_back(s);
      } else {
        learned.insert(learned.end(), s < size ? flags.annotated_weight : 1, s);
      }
    }
    LearnedTagger tagger = LearnedTagger::Learn(sources, learned, flags.learning);
    tagger.Calibrate(*sources.text, held_out, flags.learning.feature_groups);
    calibration = tagger.calibration();
    const KindScores scores =
        ScoreTagger(tagger.Model(), *sources.text, held_out, flags.learning.feature_groups);
    for (size_t kind = 0; kind < scores.size(); ++kind) {
      sums[kind].gold += scores[kind].gold;
      sums[kind].found += scores[kind].found;
      sums[kind].right += scores[kind].right;
    }
  }
  Print("held out:", sums);
  return calibration;
}

absl::Status Run(Flags flags) {
  for (const uint32_t group : flags.without) flags.learning.feature_groups &= ~group;
  absl::optional<WordDistribution> distribution;
  if (!flags.words_model.empty()) {
    const auto file = ModelFile::Open(flags.words_model);
    if (!file.ok()) return file.status();
    auto words = WordDistribution::Of(*file);
    if (!words.ok()) return words.status();
    distribution = *std::move(words);
  }
  const WordDistribution* const words = distribution.has_value() ? &*distribution : nullptr;
  auto documents = eval::ReadConll(absl::StrCat(flags.data_dir, "/ner/anercorp_train.txt"));
  if (!documents.ok()) return documents.status();
  int annotated = 0;
  for (const auto& document : *documents) annotated += static_cast<int>(document.size());
  if (!flags.practice.empty()) {
    const LexiconFiles lexicon = LexiconFiles::Embedded();
    PracticeSources practice;
    practice.sentences = absl::StrCat(flags.practice, "/practice_sentences.txt");
    practice.parts.names = absl::StrCat(flags.practice, "/practice_names.txt");
    practice.parts.name_tokens = absl::StrCat(flags.data_dir, "/names/wd_arabic_80.tsv");
    practice.parts.lexicon = &lexicon;
    const auto made = MakePracticeText(practice, flags.practice_documents, kPracticeSentences);
    if (!made.ok()) return made.status();
    documents->insert(documents->end(), made->begin(), made->end());
  }
  if (!flags.news.empty()) {
    const auto news = eval::ReadConll(flags.news);
    if (!news.ok()) return news.status();
    documents->insert(documents->end(), news->begin(), news->end());
  }
  const AnnotatedText text = ReadAnnotatedText(*documents, words);
  NameLists lists;
  const absl::Status read = ReadLists(flags, &lists);
  if (!read.ok()) return read;
  RawCollection raw(flags.raw_words, &lists);
  for (const std::string& path : flags.raw) {
    if (path == "-") {
      raw.Read(std::cin);
      continue;
    }
    std::ifstream file(path);
    if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", path));
    raw.Read(file);
  }
  std::printf("%zu words and %zu names annotated, %zu facts, %zu raw documents\n",
              text.text.words.size(), text.names.size(), lists.facts().size(),
              raw.documents().size());
  const NameSources sources = {&text, &lists.facts(), &raw.documents(), words};
  const NameCalibration calibration = ScoreHeldOut(sources, annotated, flags);
  if (flags.output.empty()) return absl::OkStatus();
  std::vector<int> all;
  for (int s = 0; s < static_cast<int>(text.text.sentences.size()); ++s) {
    all.insert(all.end(), s < annotated ? flags.annotated_weight : 1, s);
  }
  LearnedTagger tagger = LearnedTagger::Learn(sources, all, flags.learning);
  tagger.SetCalibration(calibration);
  std::printf("%d features kept, %d without place, facts of %zu bytes\n", tagger.weights().kept,
              tagger.weights().dropped, tagger.fact_bytes());
  return tagger.ToFile().Write(flags.output);
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  CLI::App app("Learns the name tagger and scores it on what it did not learn from.",
               "train_names");
  isnad::extraction::Flags flags;
  isnad::extraction::AddFlags(&app, &flags);
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = isnad::extraction::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "train_names: " << status.message() << '\n';
  return 1;
}
