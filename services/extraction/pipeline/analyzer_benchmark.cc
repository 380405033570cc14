// Start-up and throughput of the whole chain and of its beginning up to the names.
//
// ISNAD_BENCHMARK_TEXT names a UTF-8 file with blank lines between articles; without it a short
// text of our own is repeated. Each round reads articles that were not read before, as long as the
// file lasts: a service at work knows the frequent words, not the text.

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "benchmark/benchmark.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/names/name_tagger.h"
#include "services/extraction/pipeline/analyzer.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/tokenize/tokenizer.h"

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

void BM_Analyze(benchmark::State& state) {
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
      tokens += static_cast<int64_t>(analysis->tokens.size());
      bytes += static_cast<int64_t>(text.size());
    }
  }
  ReportTokens(state, tokens, bytes);
}
BENCHMARK(BM_Analyze)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad::extraction
