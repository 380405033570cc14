// Speed of the morphology alone, in words per second on one core, and the time it takes to start.
//
//   ISNAD_BENCHMARK_TEXT=news.txt bazel run --config=opt
//       //services/extraction/morphology:morphology_benchmark
//
// The text is any in UTF-8; it is cut into pieces of an article's length, because a text's distinct
// words are analysed once. Without one an article of our own stands in, which is too short of
// distinct words to be quoted.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "benchmark/benchmark.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

constexpr char kArticle[] =
    "شركة الاتصالات تعيّن مديرًا ماليًا جديدًا\n\n"
    "أعلنت الشركة، ومقرها الدوحة، أنها عينت سلمى الهاشمي مديرة مالية خلفًا لكريم ناصر الذي غادر "
    "منصبه في مارس 2024 بعد سبع سنوات. وقالت الشركة في بيانها إن إيراداتها بلغت 3.7 مليارات ريال، "
    "بزيادة قدرها 12.5% عن العام السابق.\n\n"
    "توسع خارج المنطقة\n\n"
    "وأضاف رئيسها التنفيذي: \"سنستثمر نحو 400 مليون دولار في ثلاثة مراكز بيانات وسنوظف أكثر من "
    "250 مهندسًا\". وتعتزم الشركة إطلاق خدماتها السحابية عبر شراكتها مع Contoso Cloud قبل نهاية "
    "العام، بحسب ما نقلته الصحيفة عن مصدر مطلع.\n";
constexpr size_t kArticleBytes = 4000;
constexpr size_t kMaxArticles = 500;

// Texts of an article's length, segmented and tokenised.
std::vector<Analysis> TokenisedTexts() {
  std::vector<std::string> texts(1);
  if (const char* path = std::getenv("ISNAD_BENCHMARK_TEXT")) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line) && texts.size() <= kMaxArticles;) {
      if (!line.empty() && line[0] == '<') continue;
      texts.back() += line + "\n";
      if (texts.back().size() >= kArticleBytes) texts.emplace_back();
    }
  }
  if (texts.size() == 1) texts[0] += kArticle;
  std::vector<Analysis> analyses(texts.size());
  for (size_t i = 0; i < texts.size(); ++i) {
    analyses[i].text = texts[i];
    Segmenter().Segment("", &analyses[i]);
    Tokenizer().Tokenize(&analyses[i]);
  }
  return analyses;
}

void BM_Morphology(benchmark::State& state) {
  const auto morphology = Morphology::Create(LexiconFiles::Embedded());
  if (!morphology.ok()) return state.SkipWithError(morphology.status().ToString().c_str());
  const std::vector<Analysis> tokenised = TokenisedTexts();
  // A service at work has seen the frequent words before.
  for (Analysis analysis : tokenised) (*morphology)->Analyze(&analysis);
  int64_t tokens = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Analysis> analyses = tokenised;
    state.ResumeTiming();
    for (Analysis& analysis : analyses) {
      (*morphology)->Analyze(&analysis);
      tokens += static_cast<int64_t>(analysis.tokens.size());
    }
    benchmark::DoNotOptimize(analyses);
    state.PauseTiming();
    analyses.clear();
    state.ResumeTiming();
  }
  state.counters["tokens/s"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Morphology)->Unit(benchmark::kMillisecond);

void BM_Create(benchmark::State& state) {
  const LexiconFiles files = LexiconFiles::Embedded();
  for (auto _ : state) {
    auto morphology = Morphology::Create(files);
    if (!morphology.ok()) return state.SkipWithError(morphology.status().ToString().c_str());
    benchmark::DoNotOptimize(morphology);
  }
}
BENCHMARK(BM_Create)->Unit(benchmark::kMillisecond);

void BM_WordTable(benchmark::State& state) {
  const LexiconFiles files = LexiconFiles::Embedded();
  for (auto _ : state) {
    auto table = WordTable::Create(files);
    if (!table.ok()) return state.SkipWithError(table.status().ToString().c_str());
    benchmark::DoNotOptimize(table);
  }
}
BENCHMARK(BM_WordTable)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad::extraction
