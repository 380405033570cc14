// Speed of the chain that every text goes through first, in words per second on one core.

#include <string>

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

void BM_AnalyzeArticle(benchmark::State& state) {
  const auto morphology = Morphology::Create(LexiconFiles::Embedded());
  if (!morphology.ok()) return state.SkipWithError(morphology.status().ToString().c_str());
  std::string text;
  for (int i = 0; i < state.range(0); ++i) text += kArticle;
  int64_t tokens = 0;
  for (auto _ : state) {
    Analysis analysis;
    analysis.text = text;
    Segmenter().Segment("", &analysis);
    Tokenizer().Tokenize(&analysis);
    (*morphology)->Analyze(&analysis);
    tokens += static_cast<int64_t>(analysis.tokens.size());
    benchmark::DoNotOptimize(analysis);
  }
  state.counters["tokens/s"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_AnalyzeArticle)->Arg(1)->Arg(5)->Arg(50);

}  // namespace
}  // namespace isnad::extraction
