// score_analysis: scores one part of the Arabic analysis on a data set in its usual format.
//
//   score_analysis names FILE.conll          CoNLL columns, BIO
//   score_analysis segmentation FILE.conllu  Universal Dependencies
//   score_analysis pos FILE.conllu
//   score_analysis features FILE.conllu
//   score_analysis values PATH               specs of Recognizers-Text, a file or their folder
//   score_analysis pairs FILE.tsv            Latin and Arabic spellings of names
//
// docs/quality.md holds the figures with these commands.

#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <utility>

#include "CLI/CLI.hpp"
#include "absl/status/statusor.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "tests/eval/name_pairs_scorer.h"
#include "tests/eval/names_scorer.h"
#include "tests/eval/pos_scorer.h"
#include "tests/eval/recognizers_scorer.h"
#include "tests/eval/report.h"
#include "tests/eval/segmentation_scorer.h"

namespace isnad::eval {
namespace {

using TreebankScorer = absl::StatusOr<Report> (*)(absl::string_view, const TreebankOptions&);

class Program {
 public:
  Program() : app_("Scores the Arabic analysis on annotated data.", "score_analysis") {
    app_.require_subcommand(1);
    AddNames();
    AddTreebank("segmentation", "clitics of words", ScoreSegmentation);
    AddTreebank("pos", "parts of speech", ScorePos);
    AddTreebank("features", "gender, number, person, aspect, voice, citation form",
                ScoreWordFeatures);
    AddValues();
    AddPairs();
  }

  // Returns the exit code: 0, 1 when the data cannot be scored, 2 for a wrong command line.
  int Run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app_.exit(error) == 0 ? 0 : 2;
    }
    const absl::StatusOr<Report> report = score_();
    if (!report.ok()) {
      std::cerr << "score_analysis: " << report.status().message() << "\n";
      return 1;
    }
    std::cout << FormatReport(*report);
    if (misses_) {
      for (const std::string& miss : report->misses) std::cout << miss << "\n";
    }
    return 0;
  }

 private:
  CLI::App* Add(const std::string& name, const std::string& words,
                std::function<absl::StatusOr<Report>()> score) {
    CLI::App* command = app_.add_subcommand(name, words);
    command->add_option("path", path_, "the data")->required();
    command->add_flag("--misses", misses_, "list what went wrong");
    command->callback([this, score = std::move(score)] { score_ = score; });
    return command;
  }

  void AddNames() {
    CLI::App* command = Add("names", "names of people, organisations, places and products",
                            [this] { return RunNames(); });
    command->add_flag("--learned", learned_, "the learned tagger alone, without gazetteers");
    command->add_option("--model_dir", model_dir_, "other models than those built in");
    command->add_option("--document_sentences", names_.document_sentences,
                        "sentences to a document where the file marks none");
  }

  absl::StatusOr<Report> RunNames() {
    names_.system = learned_ ? NamesSystem::kLearned : NamesSystem::kWhole;
    if (model_dir_.empty()) return ScoreNames(path_, names_);
    const auto models = extraction::ModelSet::FromDirectory(model_dir_);
    if (!models.ok()) return models.status();
    return ScoreNames(path_, extraction::LexiconFiles::Embedded(), *models, names_);
  }

  void AddTreebank(const std::string& name, const std::string& words, TreebankScorer scorer) {
    CLI::App* command = Add(name, words, [this, scorer] { return scorer(path_, treebank_); });
    command->add_option(
        "--folds", treebank_.folds,
        "train without each part of the file and score it; 0 for the shipped model");
    command->add_option("--data", treebank_.data_directory, "the other training data, for folds");
  }

  void AddValues() {
    CLI::App* command = Add("values", "numbers, money, dates, periods, durations",
                            [this] { return ScoreRecognizers(path_, values_); });
    command->add_option("--rejected", values_.rejected_path, "table of cases that are not scored");
  }

  void AddPairs() {
    CLI::App* command = Add("pairs", "Latin spellings matched to Arabic ones",
                            [this] { return ScoreNamePairs(path_, pairs_); });
    command->add_option("--queries", pairs_.queries, "held_out (a tenth, by hash) or all")
        ->transform(CLI::CheckedTransformer(std::map<std::string, NamePairsOptions::Queries>{
            {"held_out", NamePairsOptions::Queries::kHeldOut},
            {"all", NamePairsOptions::Queries::kAll}}));
    command
        ->add_option("--candidates", pairs_.candidates, "queries (their names) or file (all names)")
        ->transform(CLI::CheckedTransformer(std::map<std::string, NamePairsOptions::Candidates>{
            {"queries", NamePairsOptions::Candidates::kOfQueries},
            {"file", NamePairsOptions::Candidates::kWholeFile}}));
    command->add_option("--most", pairs_.most_queries, "at most so many queries; 0 for all");
  }

  CLI::App app_;
  std::function<absl::StatusOr<Report>()> score_;
  std::string path_;
  bool misses_ = false;
  bool learned_ = false;
  std::string model_dir_;
  NamesOptions names_;
  TreebankOptions treebank_;
  RecognizersOptions values_;
  NamePairsOptions pairs_;
};

}  // namespace
}  // namespace isnad::eval

int main(int argc, char** argv) { return isnad::eval::Program().Run(argc, argv); }
