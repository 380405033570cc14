// Learns services/extraction/model/data/references.model from texts in which people marked what
// words refer to.
//
//   train_references --texts=tests/corpus/coreference --output=FILE [--errors]
//
// The files are those of marked_text.h; all that are named "articles_X.txt" are groups of their
// own, the rest are one. Prints, for each group in turn left out, how many references of each kind
// are right, wrong, left open though something is meant, and found though nothing is. The same
// texts give the same bytes.

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_writer.h"
#include "services/extraction/reference/marked_text.h"
#include "services/extraction/reference/reference_resolver.h"
#include "services/extraction/tools/text_folder/text_folder.h"
#include "services/extraction/tools/train_references/reference_trainer.h"

namespace isnad::extraction {
namespace {

constexpr int kPasses = 3;               // resolutions change what later words see
constexpr double kUnmarkedWeight = 0.7;  // readers mark most, not all
constexpr double kLeastProbability = 0.4;

struct Flags {
  std::string texts;
  std::string output;
  std::string lexicon_dir;
  ReferenceOptions options;
  bool errors = false;
};

// A text with the group that it is left out with.
struct Text {
  std::string group;
  MarkedText marked;
};

struct Case {
  const Text* text = nullptr;
  JudgedReference reference;
  std::string words;  // around it, for people
};

absl::StatusOr<std::vector<Text>> Read(const std::string& folder) {
  const auto files = ReadTextFolder(folder);
  if (!files.ok()) return files.status();
  std::vector<Text> texts;
  for (const TextFile& file : *files) {
    const std::string stem = file.path.stem().string();
    const std::string group = absl::StartsWith(stem, "articles_") ? stem : "others";
    for (MarkedText& marked : ReadMarkedTexts(file.content)) {
      if (!marked.error.empty()) {
        return absl::InvalidArgumentError(
            absl::StrCat(file.path.string(), ": ", marked.title, ": ", marked.error));
      }
      texts.push_back({group, std::move(marked)});
    }
  }
  return texts;
}

std::string NameOfEntity(const Analysis& analysis, int entity) {
  return entity < 0 ? "nobody" : analysis.entities[entity].label_ar;
}

// Whether the readers tell what a decision should be, and which of its candidates are meant.
bool Judge(const MarkedText& marked, const Analysis& analysis, ReferenceDecision decision,
           Case* out) {
  const int token = decision.token;
  if (!IsJudged(marked, token)) return false;
  for (const Link& link : marked.allowed) {
    if (link.first == token) return false;
  }
  std::vector<std::string> ids;
  for (const Link& link : marked.expected) {
    if (link.first == token) ids.push_back(link.second);
  }
  std::vector<bool> meant(decision.candidates.size(), false);
  for (size_t c = 0; c + 1 < meant.size(); ++c) {
    const auto& own = analysis.entities[decision.candidates[c].entity].external_ids;
    const auto id = own.find("id");
    meant[c] = id != own.end() && std::find(ids.begin(), ids.end(), id->second) != ids.end();
  }
  if (std::find(meant.begin(), meant.end(), true) == meant.end()) meant.back() = true;
  const bool marked_here = !ids.empty() || marked.unnamed.count(token) > 0;
  out->reference = {std::move(decision), std::move(meant), marked_here ? 1 : kUnmarkedWeight};
  return true;
}

// The words before a token and some behind it.
std::string WordsAround(const Analysis& analysis, int token) {
  constexpr int kBefore = 22, kBehind = 6;
  const int last = static_cast<int>(analysis.tokens.size()) - 1;
  const ByteRange range = {analysis.tokens[std::max(token - kBefore, 0)].range.begin,
                           analysis.tokens[std::min(token + kBehind, last)].range.end};
  const ByteRange own = analysis.tokens[token].range;
  std::string words = absl::StrCat(analysis.Quote({range.begin, own.begin}), "[",
                                   analysis.Quote(own), "]", analysis.Quote({own.end, range.end}));
  std::replace(words.begin(), words.end(), '\n', '/');
  return words;
}

absl::StatusOr<std::vector<Case>> CasesOf(const std::vector<Text>& texts, const LexiconFiles& files,
                                          const AntecedentWeights& weights) {
  auto model = AntecedentModel::Of(weights);
  if (!model.ok()) return model.status();
  const auto resolver = ReferenceResolver::Create(files, *std::move(model));
  if (!resolver.ok()) return resolver.status();
  std::vector<Case> cases;
  for (const Text& text : texts) {
    Analysis analysis = text.marked.analysis;
    std::vector<ReferenceDecision> decisions;
    (*resolver)->Resolve(&analysis, &decisions);
    for (ReferenceDecision& decision : decisions) {
      Case one;
      one.text = &text;
      const int token = decision.token;
      if (!Judge(text.marked, analysis, std::move(decision), &one)) continue;
      one.words = WordsAround(analysis, token);
      for (size_t c = 0; c < one.reference.meant.size(); ++c) {
        const int entity = one.reference.decision.candidates[c].entity;
        absl::StrAppend(&one.words, c == 0 ? "\n    " : "; ", one.reference.meant[c] ? "*" : "",
                        NameOfEntity(analysis, entity));
      }
      cases.push_back(std::move(one));
    }
  }
  return cases;
}

std::vector<JudgedReference> ReferencesOf(const std::vector<Case>& cases,
                                          const std::string& without) {
  std::vector<JudgedReference> references;
  for (const Case& one : cases) {
    if (one.text->group != without) references.push_back(one.reference);
  }
  return references;
}

struct Counts {
  int right = 0, wrong = 0, open = 0, spurious = 0, rightly_open = 0;
};

absl::Status Report(const std::vector<Case>& cases, const std::string& group, bool errors,
                    const AntecedentWeights& weights, std::array<Counts, kReferenceKinds>* counts) {
  const auto model = AntecedentModel::Of(weights);
  if (!model.ok()) return model.status();
  for (const Case& one : cases) {
    if (one.text->group != group) continue;
    const ReferenceDecision& decision = one.reference.decision;
    const std::vector<double> p = model->Probabilities(decision.kind, decision.candidates);
    const size_t best = std::max_element(p.begin(), p.end()) - p.begin();
    const bool found = best + 1 < p.size() && p[best] >= kLeastProbability;
    const bool named = !one.reference.meant.back();
    Counts& kind = (*counts)[static_cast<int>(decision.kind)];
    const bool right = found && one.reference.meant[best];
    ++(right   ? kind.right
       : found ? (named ? kind.wrong : kind.spurious)
               : (named ? kind.open : kind.rightly_open));
    if (!errors || right || (!found && !named)) continue;
    std::cout << group << " " << one.text->marked.title << " " << NameOf(decision.kind) << " "
              << absl::StreamFormat("%.2f", p[best]) << " #" << best << " " << one.words << "\n";
  }
  return absl::OkStatus();
}

absl::Status Run(const Flags& flags) {
  const auto lexicon = flags.lexicon_dir.empty()
                           ? absl::StatusOr<LexiconFiles>(LexiconFiles::Embedded())
                           : LexiconFiles::FromDirectory(flags.lexicon_dir);
  if (!lexicon.ok()) return lexicon.status();
  const auto texts = Read(flags.texts);
  if (!texts.ok()) return texts.status();
  // Before anything is learned, the heaviest of those that fit.
  AntecedentWeights weights = {{"salience", 3.0f}, {"type-fits", 1.0f}, {"no-rivals", 1.0f}};
  std::vector<Case> cases;
  const ReferenceOptions& options = flags.options;
  for (int pass = 0; pass < kPasses; ++pass) {
    auto found = CasesOf(*texts, *lexicon, weights);
    if (!found.ok()) return found.status();
    cases = *std::move(found);
    weights = LearnReferences(ReferencesOf(cases, ""), options);
  }
  std::map<std::string, int> groups;
  for (const Case& one : cases) ++groups[one.text->group];
  std::array<Counts, kReferenceKinds> counts;
  for (const auto& [group, references] : groups) {
    const AntecedentWeights others = LearnReferences(ReferencesOf(cases, group), options);
    const absl::Status status = Report(cases, group, flags.errors, others, &counts);
    if (!status.ok()) return status;
  }
  for (int kind = 0; kind < kReferenceKinds; ++kind) {
    const Counts& c = counts[kind];
    std::cerr << absl::StreamFormat(
        "%-12s right %4d  wrong %4d  open %4d  found for nothing %4d  rightly open %4d\n",
        NameOf(static_cast<ReferenceKind>(kind)), c.right, c.wrong, c.open, c.spurious,
        c.rightly_open);
  }
  std::string lines;
  for (const auto& [name, weight] : weights) {
    absl::StrAppendFormat(&lines, "%.3f\t%s\n", weight, name);
  }
  std::cerr << weights.size() << " weights\n";
  ModelWriter writer;
  writer.AddBytes("description", "What the signs of an antecedent add to its log odds.");
  writer.AddBytes("origin",
                  "Learned from tests/corpus/coreference, original texts of this project in which "
                  "readers marked what words refer to.");
  writer.AddBytes("license", "CC-BY-SA-4.0");
  writer.AddBytes(kAntecedentWeights, lines);
  return writer.Write(flags.output);
}

}  // namespace
}  // namespace isnad::extraction

int main(int argc, char** argv) {
  isnad::extraction::Flags flags;
  CLI::App app("Learns what words refer to.", "train_references");
  app.add_option("--texts", flags.texts, "folder with marked texts")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--lexicon_dir", flags.lexicon_dir,
                 "lexicon to resolve with; the built-in one if empty");
  app.add_option("--rounds", flags.options.rounds, "times that all references are gone through");
  app.add_option("--rate", flags.options.rate, "size of the first steps");
  app.add_option("--prior", flags.options.prior, "pull of the weights to zero");
  app.add_option("--own_prior", flags.options.own_prior, "pull of what one kind adds to zero");
  app.add_option("--least_weight", flags.options.least_weight, "what one kind adds at least");
  app.add_flag("--errors", flags.errors, "print what is not right");
  app.add_option("--output", flags.output, "where the model is written")->required();
  CLI11_PARSE(app, argc, argv);
  const absl::Status status = isnad::extraction::Run(flags);
  if (status.ok()) return 0;
  std::cerr << "train_references: " << status.message() << "\n";
  return 1;
}
