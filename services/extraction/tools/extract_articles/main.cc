// Prints the facts of a folder of articles as JSON lines under the names `isnad export` uses, with
// the lexicon and the models read from folders, so that a change of either is scored over whole
// articles in seconds, without a build and without a server.

#include <iostream>
#include <string>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nlohmann/json.hpp"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/extraction/relations/confidence/least_confidence.h"
#include "services/extraction/tools/text_folder/text_folder.h"

namespace isnad::extraction {
namespace {

using Json = nlohmann::ordered_json;

struct Flags {
  std::string folder;
  std::string lexicon_dir;
  std::string model_dir;
  double least_confidence = 0;
};

void AddEnd(const Analysis& analysis, const ArgumentRecord& end, const std::string& key,
            Json* line) {
  if (end.kind != ArgumentRecord::Kind::kEntity) {
    if (end.filled()) (*line)[key] = end.text;
    return;
  }
  const EntityRecord& entity = analysis.entities[end.entity];
  (*line)[key] = entity.label_en.empty() ? entity.label_ar : entity.label_en;
  Json& aliases = (*line)[key + "Aliases"] = Json::array({entity.label_ar});
  for (const AliasRecord& alias : entity.aliases) aliases.push_back(alias.surface);
}

void AddFigure(const Analysis& analysis, const ArgumentRecord& argument, Json* line) {
  if (argument.kind != ArgumentRecord::Kind::kValue) return;
  const ValueMention& value = analysis.values[argument.value];
  if (value.kind == ValueKind::kMoney && !line->contains("amount")) {
    (*line)["amount"] = {{"value", value.money.amount}, {"currency", value.money.currency_code}};
  }
  if (value.kind == ValueKind::kQuantity && !line->contains("count")) {
    (*line)["count"] = value.quantity.amount;
  }
}

Json LineOf(const Analysis& analysis, const FactRecord& fact, const std::string& article) {
  Json line = {{"type", fact.type}};
  AddEnd(analysis, fact.subject, "subject", &line);
  AddEnd(analysis, fact.object, "object", &line);
  for (const ArgumentRecord& role : fact.roles) {
    if (role.role == "amount" || role.role == "count") AddFigure(analysis, role, &line);
  }
  AddFigure(analysis, fact.object, &line);
  Json roles = Json::object();
  for (const ArgumentRecord& role : fact.roles) roles[role.role] = role.text;
  if (!roles.empty()) line["roles"] = roles;
  line["polarity"] = fact.polarity == Polarity::kDenied ? "DENIED" : "ASSERTED";
  line["modality"] = fact.modality == Modality::kPlanned   ? "PLANNED"
                     : fact.modality == Modality::kAlleged ? "ALLEGED"
                                                           : "ACTUAL";
  line["sourceUri"] = article;
  line["quote"] = analysis.Quote(fact.quote);
  line["confidence"] = fact.confidence;
  line["attributedTo"] = fact.attribution.text;
  line["rule"] = fact.rule;
  return line;
}

absl::Status Run(const Flags& flags) {
  const auto lexicon = flags.lexicon_dir.empty()
                           ? absl::StatusOr<LexiconFiles>(LexiconFiles::Embedded())
                           : LexiconFiles::FromDirectory(flags.lexicon_dir);
  if (!lexicon.ok()) return lexicon.status();
  const auto models =
      flags.model_dir.empty() ? ModelSet::Embedded() : ModelSet::FromDirectory(flags.model_dir);
  if (!models.ok()) return models.status();
  const auto analyzer = Analyzer::Create(*lexicon, *models);
  if (!analyzer.ok()) return analyzer.status();
  const LeastConfidence least((*analyzer)->fact_types(), flags.least_confidence);
  const auto articles = ReadTextFolder(flags.folder);
  if (!articles.ok()) return articles.status();
  for (const TextFile& article : *articles) {
    const auto analysis = (*analyzer)->Analyze(article.content, AnalyzeOptions());
    if (!analysis.ok()) return analysis.status();
    for (const FactRecord& fact : (*analyzer)->ExtractFacts(*analysis)) {
      if (!least.Admits(fact)) continue;
      std::cout << LineOf(*analysis, fact, article.path.filename().string()) << "\n";
    }
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  isnad::extraction::Flags flags;
  CLI::App app("Prints the facts of a folder of articles as JSON lines.", "extract_articles");
  app.add_option("folder", flags.folder, "folder with the articles, *.txt")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--lexicon_dir", flags.lexicon_dir,
                 "lexicon to extract with; the built-in one if empty");
  app.add_option("--model_dir", flags.model_dir,
                 "models to extract with; the built-in ones if empty");
  app.add_option("--least_confidence", flags.least_confidence,
                 "facts believed less are left out, over 0 to 1; as the lexicon says if 0");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = isnad::extraction::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "extract_articles: " << status.message() << "\n";
  return 1;
}
