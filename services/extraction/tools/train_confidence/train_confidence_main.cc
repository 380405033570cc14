// Learns services/extraction/model/data/confidence.model from articles whose facts people wrote
// down.
//
//   train_confidence --gold=FOLDER[,FOLDER...] --output=FILE [--model_dir=FOLDER]
//                    [--judged=FOLDER[,FOLDER...]] [--measure=FOLDER[,FOLDER...]]
//
// Each folder holds articles (*.txt), and either facts.jsonl and entities.jsonl or, of --judged,
// judgements.jsonl. Facts are extracted with the models that are there and compared with the gold
// or the judgements; those that nobody judged are left out. Prints, for each folder in turn left
// out and for those of --measure, how well the confidences order its facts. The same folders and
// models give the same bytes.

#include <algorithm>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/types/optional.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/model/model_writer.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/extraction/relations/confidence/fact_features.h"
#include "services/extraction/tools/text_folder/text_folder.h"
#include "services/extraction/tools/train_confidence/confidence_trainer.h"
#include "services/extraction/tools/train_confidence/gold_facts.h"
#include "services/extraction/tools/train_confidence/judged_facts.h"

namespace isnad::extraction {
namespace {

struct Flags {
  std::vector<std::string> gold;
  std::vector<std::string> judged;
  std::vector<std::string> measure;
  std::string lexicon_dir;
  std::string model_dir;
  std::string output;
};

struct Folder {
  std::string path;
  std::vector<CheckedFact> facts;
};

// Whether a fact of an article is right, where that is known.
using Verdict = std::function<absl::optional<bool>(const std::string& article, const Analysis&,
                                                   const FactRecord&)>;

absl::StatusOr<Verdict> ReadVerdict(const std::string& path, bool judged) {
  if (judged) {
    auto facts = JudgedFacts::Read(path);
    if (!facts.ok()) return facts.status();
    return Verdict([facts = *std::move(facts)](const std::string& article, const Analysis& analysis,
                                               const FactRecord& fact) {
      return facts.IsRight(article, analysis, fact);
    });
  }
  auto gold = GoldFacts::Read(path);
  if (!gold.ok()) return gold.status();
  return Verdict([gold = *std::move(gold)](const std::string& article, const Analysis& analysis,
                                           const FactRecord& fact) -> absl::optional<bool> {
    return gold.Has(article, analysis, fact);
  });
}

absl::StatusOr<Folder> Check(const Analyzer& analyzer, const std::string& path, bool judged) {
  Folder folder = {path, {}};
  const auto verdict = ReadVerdict(path, judged);
  if (!verdict.ok()) return verdict.status();
  const auto articles = ReadTextFolder(path);
  if (!articles.ok()) return articles.status();
  for (const TextFile& article : *articles) {
    const auto analysis = analyzer.Analyze(article.content, AnalyzeOptions());
    if (!analysis.ok()) return analysis.status();
    const std::vector<FactRecord> facts = analyzer.ExtractFacts(*analysis);
    const PhraseIndex index(*analysis);
    for (FactWithFeatures& read : FeaturesOf(index, facts)) {
      const auto right = (*verdict)(article.path.stem().string(), *analysis, facts[read.fact]);
      if (right.has_value()) folder.facts.push_back({std::move(read.features), *right});
    }
  }
  return folder;
}

std::vector<CheckedFact> Together(const std::vector<Folder>& folders, const Folder* without) {
  std::vector<CheckedFact> out;
  for (const Folder& folder : folders) {
    if (&folder != without) out.insert(out.end(), folder.facts.begin(), folder.facts.end());
  }
  return out;
}

void Report(const Folder& folder, const ConfidenceModel& model) {
  const auto right = std::count_if(folder.facts.begin(), folder.facts.end(),
                                   [](const CheckedFact& fact) { return fact.right; });
  std::cerr << absl::StreamFormat("%s: %d facts, %.1f %% right, %.1f %% of pairs in order\n",
                                  folder.path, folder.facts.size(),
                                  100.0 * right / std::max<size_t>(folder.facts.size(), 1),
                                  100 * PairsInOrder(folder.facts, model));
}

absl::Status Run(const Flags& flags) {
  const auto models =
      flags.model_dir.empty() ? ModelSet::Embedded() : ModelSet::FromDirectory(flags.model_dir);
  if (!models.ok()) return models.status();
  const auto lexicon = flags.lexicon_dir.empty()
                           ? absl::StatusOr<LexiconFiles>(LexiconFiles::Embedded())
                           : LexiconFiles::FromDirectory(flags.lexicon_dir);
  if (!lexicon.ok()) return lexicon.status();
  const auto analyzer = Analyzer::Create(*lexicon, models->Without(kConfidenceModel));
  if (!analyzer.ok()) return analyzer.status();
  std::vector<Folder> folders;
  for (const auto* paths : {&flags.gold, &flags.judged}) {
    for (const std::string& path : *paths) {
      auto folder = Check(**analyzer, path, paths == &flags.judged);
      if (!folder.ok()) return folder.status();
      folders.push_back(*std::move(folder));
    }
  }
  const ConfidenceOptions options;
  for (const Folder& folder : folders) {
    if (folders.size() < 2) break;
    Report(folder, ConfidenceModel(LearnConfidence(Together(folders, &folder), options)));
  }
  const FeatureWeights weights = LearnConfidence(Together(folders, nullptr), options);
  for (const std::string& path : flags.measure) {
    const auto folder = Check(**analyzer, path, false);
    if (!folder.ok()) return folder.status();
    Report(*folder, ConfidenceModel(weights));
  }
  std::string lines;
  for (const auto& [feature, weight] : weights) {
    absl::StrAppendFormat(&lines, "%.4f\t%s\n", weight, feature);
  }
  ModelWriter writer;
  writer.AddBytes("description", "What the signs of an extracted fact add to its log odds.");
  writer.AddBytes("origin",
                  "Learned from tests/corpus/facts and tests/corpus/news of this project.");
  writer.AddBytes("license", "CC-BY-SA-4.0");
  writer.AddBytes(kConfidenceWeights, lines);
  return writer.Write(flags.output);
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  isnad::extraction::Flags flags;
  CLI::App app("Learns how likely extracted facts are right.", "train_confidence");
  app.add_option("--gold", flags.gold, "folders of articles with gold")->delimiter(',')->required();
  app.add_option("--judged", flags.judged, "folders of articles whose facts were judged")
      ->delimiter(',');
  app.add_option("--measure", flags.measure, "folders that only measure the result")
      ->delimiter(',');
  app.add_option("--lexicon_dir", flags.lexicon_dir,
                 "lexicon to extract with; the built-in one if empty");
  app.add_option("--model_dir", flags.model_dir,
                 "models to extract with; the built-in ones if empty");
  app.add_option("--output", flags.output, "where the model is written")->required();
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = isnad::extraction::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "train_confidence: " << status.message() << "\n";
  return 1;
}
