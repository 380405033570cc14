// Prints the facts of each line of standard input, for people who write lexicons: type, subject,
// object, how sure the words are of it, roles, speaker, rule, confidence. "\n" in a line is a line
// break. A folder of lexicon files may be named as first argument; a second one ("tokens") asks for
// words and mentions, too.

#include <iostream>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/pipeline/analyzer.h"

namespace isnad::extraction {
namespace {

const char* StandingOf(const FactRecord& fact) {
  if (fact.polarity == Polarity::kDenied) return "denied";
  if (fact.modality == Modality::kPlanned) return "planned";
  return fact.modality == Modality::kAlleged ? "alleged" : "asserted";
}

std::string Words(const Analysis& analysis, const ArgumentRecord& argument) {
  if (argument.kind != ArgumentRecord::Kind::kEntity) return argument.text;
  const EntityRecord& entity = analysis.entities[argument.entity];
  const std::string& label = entity.label_ar.empty() ? entity.label_en : entity.label_ar;
  return argument.text == label ? label : absl::StrCat(argument.text, "=", label);
}

void Print(const Analysis& analysis, const FactRecord& fact) {
  std::cout << fact.type << "\t" << Words(analysis, fact.subject) << "\t"
            << Words(analysis, fact.object) << "\t" << StandingOf(fact) << "\t";
  for (const ArgumentRecord& role : fact.roles) std::cout << role.role << "=" << role.text << "; ";
  std::cout << "\t" << fact.attribution.text << "\t" << fact.rule << "\t" << fact.confidence
            << "\n";
}

void PrintTokens(const Analysis& analysis) {
  for (const Token& token : analysis.tokens) {
    std::cout << token.form << "/" << token.base << "/" << token.lemma << "/"
              << static_cast<int>(token.part_of_speech) << " ";
  }
  std::cout << "\n";
  for (const Mention& mention : analysis.mentions) {
    std::cout << "[" << analysis.Quote(mention.range) << " " << mention.rule;
    if (mention.entity >= 0) {
      const EntityRecord& entity = analysis.entities[mention.entity];
      std::cout << " " << static_cast<int>(entity.type) << "="
                << (entity.label_ar.empty() ? entity.label_en : entity.label_ar);
    }
    std::cout << "] ";
  }
  std::cout << "\n";
}

enum class Detail { kFacts, kTokens };

int Run(const LexiconFiles& files, Detail detail) {
  const auto analyzer = Analyzer::Create(files, *ModelSet::Embedded());
  if (!analyzer.ok()) {
    std::cerr << analyzer.status() << "\n";
    return 1;
  }
  AnalyzeOptions options;
  options.reference_date = CivilDate{2025, 9, 1};
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::string text = absl::StrReplaceAll(line, {{"\\n", "\n"}});
    const auto analysis = (*analyzer)->Analyze(text, options);
    std::cout << "> " << line << "\n";
    if (!analysis.ok()) {
      std::cerr << analysis.status() << "\n";
      continue;
    }
    if (detail == Detail::kTokens) PrintTokens(*analysis);
    for (const FactRecord& fact : (*analyzer)->ExtractFacts(*analysis)) Print(*analysis, fact);
  }
  return 0;
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  using namespace isnad::extraction;
  const Detail detail = argc > 2 ? Detail::kTokens : Detail::kFacts;
  if (argc < 2) return Run(LexiconFiles::Embedded(), detail);
  const auto files = LexiconFiles::FromDirectory(argv[1]);
  if (!files.ok()) {
    std::cerr << files.status() << "\n";
    return 1;
  }
  return Run(*files, detail);
}
