// Start-up, and throughput of the whole chain, of its beginning up to the names, and of each stage.
//
// ISNAD_BENCHMARK_TEXT names a UTF-8 file with blank lines between articles; without it a short
// text of our own is repeated. Each round reads articles that were not read before, as long as the
// file lasts: a service at work knows the frequent words, not the text.

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "benchmark/benchmark.h"
#include "services/extraction/clauses/clause_finder.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/names/name_tagger.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/extraction/reference/reference_resolver.h"
#include "services/extraction/relations/fact_extractor.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/tokenize/tokenizer.h"
#include "services/extraction/values/value_tagger.h"

namespace isnad::extraction {
namespace {

constexpr size_t kRoundBytes = 2 << 20;
constexpr size_t kMaxRounds = 12;

std::string OwnText() {
  std::string text;
  for (int i = 0; i < 200; ++i) {
    text +=
        "أعلنت شركة الطيران الوطنية أمس أنها ستشتري 24 طائرة بقيمة 3.1 مليار دولار خلال عامين.\n"
        "وقالت المديرة المالية ريم الحسيني إن التسليم يبدأ في مارس 2027، بحسب صحيفة الميزان.\n\n";
  }
  return text;
}

using Articles = std::vector<std::string>;

// Articles of some kilobytes, two megabytes for each round.
const std::vector<Articles>& Rounds() {
  static const auto* rounds = [] {
    const char* path = std::getenv("ISNAD_BENCHMARK_TEXT");
    std::string text = OwnText();
    if (path != nullptr) {
      std::ifstream in(path, std::ios::binary);
      text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    auto* all = new std::vector<Articles>(1, Articles(1));
    size_t bytes = 0;
    for (absl::string_view block : absl::StrSplit(text, "\n\n", absl::SkipWhitespace())) {
      if ((bytes += block.size()) > kRoundBytes) {
        if (all->size() == kMaxRounds) break;
        all->emplace_back(1);
        bytes = block.size();
      }
      Articles& articles = all->back();
      if (articles.back().size() > 4000) articles.emplace_back();
      articles.back().append(block.data(), block.size());
      articles.back() += "\n\n";
    }
    return all;
  }();
  return *rounds;
}

void ReportTokens(benchmark::State& state, int64_t tokens, int64_t bytes) {
  state.SetItemsProcessed(tokens);
  state.SetBytesProcessed(bytes);
}

void BM_StartUp(benchmark::State& state) {
  const LexiconFiles files = LexiconFiles::Embedded();
  for (auto _ : state) {
    auto analyzer = Analyzer::Create(files, *ModelSet::Embedded());
    benchmark::DoNotOptimize(analyzer.ok());
  }
}
BENCHMARK(BM_StartUp)->Unit(benchmark::kMillisecond);

void BM_CleanToNames(benchmark::State& state) {
  const LexiconFiles files = LexiconFiles::Embedded();
  const auto morphology = *Morphology::Create(files);
  const auto names = *NameTagger::Create(files);
  const Segmenter segmenter;
  const Tokenizer tokenizer;
  int64_t tokens = 0;
  int64_t bytes = 0;
  size_t round = 0;
  for (auto _ : state) {
    for (const std::string& text : Rounds()[round++ % Rounds().size()]) {
      if (!Clean(text).ok()) continue;
      Analysis analysis;
      analysis.text = text;
      analysis.language_code = "ar";
      segmenter.Segment("", &analysis);
      tokenizer.Tokenize(&analysis);
      morphology->Analyze(&analysis);
      names->Tag(&analysis);
      tokens += static_cast<int64_t>(analysis.tokens.size());
      bytes += static_cast<int64_t>(text.size());
    }
  }
  ReportTokens(state, tokens, bytes);
}
BENCHMARK(BM_CleanToNames)->Unit(benchmark::kMillisecond);

void BM_CleanToFacts(benchmark::State& state) {
  const auto analyzer = *Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded());
  AnalyzeOptions options;
  options.language_code = "ar";
  options.reference_date = CivilDate{2026, 1, 15};
  int64_t tokens = 0;
  int64_t bytes = 0;
  size_t round = 0;
  for (auto _ : state) {
    for (const std::string& text : Rounds()[round++ % Rounds().size()]) {
      auto analysis = analyzer->Analyze(text, options);
      if (!analysis.ok()) continue;
      benchmark::DoNotOptimize(analyzer->ExtractFacts(*analysis));
      tokens += static_cast<int64_t>(analysis->tokens.size());
      bytes += static_cast<int64_t>(text.size());
    }
  }
  ReportTokens(state, tokens, bytes);
}
BENCHMARK(BM_CleanToFacts)->Unit(benchmark::kMillisecond);

// The chain of analyzer.cc, a stage at a time.
class Chain {
 public:
  using Stage = std::pair<const char*, std::function<void(Analysis*)>>;

  Chain() {
    const LexiconFiles files = LexiconFiles::Embedded();
    morphology_ = *Morphology::Create(files);
    values_ = *ValueTagger::Create();
    names_ = *NameTagger::Create(files);
    resolver_ = *ReferenceResolver::Create(files);
    extractor_ = *FactExtractor::Create(files, *ModelSet::Embedded(), *morphology_);
    stages_ = {
        {"check", [](Analysis* a) { benchmark::DoNotOptimize(Clean(a->text).ok()); }},
        {"segment", [this](Analysis* a) { segmenter_.Segment("", a); }},
        {"tokenise", [this](Analysis* a) { tokenizer_.Tokenize(a); }},
        {"words", [this](Analysis* a) { morphology_->Analyze(a); }},
        {"values", [this](Analysis* a) { values_->Tag(a); }},
        {"names", [this](Analysis* a) { names_->Tag(a); }},
        {"reference", [this](Analysis* a) { resolver_->Resolve(a); }},
        {"clauses", [this](Analysis* a) { clauses_.Find(a); }},
        {"facts", [this](Analysis* a) { benchmark::DoNotOptimize(extractor_->Extract(*a)); }},
    };
  }

  const std::vector<Stage>& stages() const { return stages_; }

 private:
  Segmenter segmenter_;
  Tokenizer tokenizer_;
  ClauseFinder clauses_;
  std::unique_ptr<Morphology> morphology_;
  std::unique_ptr<ValueTagger> values_;
  std::unique_ptr<NameTagger> names_;
  std::unique_ptr<ReferenceResolver> resolver_;
  std::unique_ptr<FactExtractor> extractor_;
  std::vector<Stage> stages_;
};

// Microseconds per token of each stage, as counters.
void BM_Stages(benchmark::State& state) {
  const Chain chain;
  std::map<std::string, double> microseconds;
  int64_t tokens = 0;
  int64_t bytes = 0;
  size_t round = 0;
  for (auto _ : state) {
    for (const std::string& text : Rounds()[round++ % Rounds().size()]) {
      Analysis analysis;
      analysis.text = text;
      analysis.language_code = "ar";
      analysis.reference_date = CivilDate{2026, 1, 15};
      for (const auto& [name, run] : chain.stages()) {
        const auto begin = std::chrono::steady_clock::now();
        run(&analysis);
        const std::chrono::duration<double, std::micro> taken =
            std::chrono::steady_clock::now() - begin;
        microseconds[name] += taken.count();
      }
      tokens += static_cast<int64_t>(analysis.tokens.size());
      bytes += static_cast<int64_t>(text.size());
    }
  }
  for (const auto& [name, taken] : microseconds) {
    state.counters[name] = taken / static_cast<double>(std::max<int64_t>(tokens, 1));
  }
  ReportTokens(state, tokens, bytes);
}
BENCHMARK(BM_Stages)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad::extraction
