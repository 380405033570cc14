// Learns services/extraction/model/data/pairs.model and confidence.model from articles whose facts
// people wrote down.
//
//   train_confidence --gold=FOLDER[,FOLDER...] --pairs_output=FILE --output=FILE
//                    [--model_dir=FOLDER] [--judged=FOLDER[,FOLDER...]]
//                    [--measure=FOLDER[,FOLDER...]]
//
// Each folder holds articles (*.txt), and either facts.jsonl and entities.jsonl or, of --judged,
// judgements.jsonl. Facts are extracted with the models that are there and compared with the gold
// or the judgements; those that nobody judged are left out. What the pair model says is among the
// signs that the confidence weighs, so the facts of each folder of gold are read with a pair model
// that was learned from the others: of pairs that it knows, a model says more than it can say of
// new ones. Pairs are learned from the examples of the lexicon, too. Prints, for each folder in
// turn left out and for those of --measure, how well the confidences order its facts. The same
// folders and models give the same bytes.

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/types/optional.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/model/model_writer.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/extraction/relations/confidence/fact_features.h"
#include "services/extraction/relations/frame_words.h"
#include "services/extraction/relations/pairs/pair_model.h"
#include "services/extraction/relations/pairs/pair_reading.h"
#include "services/extraction/tools/text_folder/text_folder.h"
#include "services/extraction/tools/train_confidence/confidence_trainer.h"
#include "services/extraction/tools/train_confidence/gold_facts.h"
#include "services/extraction/tools/train_confidence/judged_facts.h"
#include "services/extraction/tools/train_pairs/pair_examples.h"
#include "services/extraction/tools/train_pairs/pair_trainer.h"

namespace isnad::extraction {
namespace {

struct Flags {
  std::vector<std::string> gold;
  std::vector<std::string> judged;
  std::vector<std::string> measure;
  std::string lexicon_dir;
  std::string model_dir;
  std::string pairs_output;
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

// Reads articles with one pair model.
struct Reader {
  std::unique_ptr<Analyzer> analyzer;
  PairModel pairs;
  WordDistribution distribution;
};

absl::StatusOr<Reader> ReaderWith(const LexiconFiles& lexicon, const ModelSet& models,
                                  const PairWeights& weights, const std::string& path) {
  ModelWriter writer;
  writer.AddBytes("description", "What the words around two ends tell of the facts between them.");
  writer.AddBytes("origin", "Learned from tests/corpus/facts of this project.");
  writer.AddBytes("license", "CC-BY-SA-4.0");
  AddPairWeights(weights, &writer);
  const absl::Status written = writer.Write(path);
  if (!written.ok()) return written;
  const auto file = ModelFile::Open(path);
  if (!file.ok()) return file.status();
  auto pairs = PairModel::Of(*file);
  if (!pairs.ok()) return pairs.status();
  const auto words = models.Find("words");
  if (!words.ok()) return words.status();
  auto distribution = WordDistribution::Of(*words);
  if (!distribution.ok()) return distribution.status();
  auto analyzer =
      Analyzer::Create(lexicon, models.Without(kConfidenceModel).With(kPairModel, *file));
  if (!analyzer.ok()) return analyzer.status();
  return Reader{*std::move(analyzer), *std::move(pairs), *std::move(distribution)};
}

absl::StatusOr<Folder> Check(const Reader& reader, const std::string& path, bool judged) {
  const Analyzer& analyzer = *reader.analyzer;
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
    const FrameWords words(*analysis, &analyzer.frames());
    const RoleIndex roles(&index, analyzer.titles().Find(*analysis));
    PairReading pairs(&index, &roles, &words, &reader.distribution, &reader.pairs);
    pairs.ReadAll();
    for (FactWithFeatures& read : FeaturesOf(index, facts, &pairs)) {
      const auto right = (*verdict)(article.path.stem().string(), *analysis, facts[read.fact]);
      if (right.has_value()) folder.facts.push_back({std::move(read.features), *right});
    }
  }
  return folder;
}

using Examples = std::vector<PairExample>;

// The pairs of each folder, then those of the sentences in the lexicon.
absl::StatusOr<std::vector<Examples>> ExamplesOf(const LexiconFiles& lexicon,
                                                 const ModelSet& models,
                                                 const std::vector<std::string>& folders) {
  const auto analyzer =
      Analyzer::Create(lexicon, models.Without(kConfidenceModel).Without(kPairModel));
  if (!analyzer.ok()) return analyzer.status();
  const auto words = models.Find("words");
  if (!words.ok()) return words.status();
  const auto distribution = WordDistribution::Of(*words);
  if (!distribution.ok()) return distribution.status();
  std::vector<Examples> out;
  for (const std::string& folder : folders) {
    auto read = ReadPairExamples(**analyzer, *distribution, folder);
    if (!read.ok()) return read.status();
    out.push_back(*std::move(read));
  }
  auto read = ReadLexiconPairs(**analyzer, *distribution, lexicon);
  if (!read.ok()) return read.status();
  out.push_back(*std::move(read));
  return out;
}

// Of all folders but one, and of the lexicon, which comes last.
PairWeights Learned(const std::vector<Examples>& folders, const Examples* without) {
  std::vector<const PairExample*> all;
  for (const Examples& folder : folders) {
    if (&folder == without) continue;
    for (const PairExample& example : folder) all.push_back(&example);
  }
  return LearnPairs(all, PairTypes(), PairOptions());
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
  const auto examples = ExamplesOf(*lexicon, *models, flags.gold);
  if (!examples.ok()) return examples.status();
  std::vector<Folder> folders;
  for (size_t i = 0; i < flags.gold.size(); ++i) {
    // Written where the last one goes, which stays when all are done.
    const auto reader =
        ReaderWith(*lexicon, *models, Learned(*examples, &(*examples)[i]), flags.pairs_output);
    if (!reader.ok()) return reader.status();
    auto folder = Check(*reader, flags.gold[i], false);
    if (!folder.ok()) return folder.status();
    folders.push_back(*std::move(folder));
  }
  const auto reader =
      ReaderWith(*lexicon, *models, Learned(*examples, nullptr), flags.pairs_output);
  if (!reader.ok()) return reader.status();
  for (const std::string& path : flags.judged) {
    auto folder = Check(*reader, path, true);
    if (!folder.ok()) return folder.status();
    folders.push_back(*std::move(folder));
  }
  const ConfidenceOptions options;
  for (const Folder& folder : folders) {
    if (folders.size() < 2) break;
    Report(folder, ConfidenceModel(LearnConfidence(Together(folders, &folder), options)));
  }
  const FeatureWeights weights = LearnConfidence(Together(folders, nullptr), options);
  for (const std::string& path : flags.measure) {
    const auto folder = Check(*reader, path, false);
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
  app.add_option("--pairs_output", flags.pairs_output, "where the model of pairs is written")
      ->required();
  app.add_option("--output", flags.output, "where the model of confidence is written")->required();
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = isnad::extraction::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "train_confidence: " << status.message() << "\n";
  return 1;
}
