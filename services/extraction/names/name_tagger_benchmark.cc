#include <string>

#include "benchmark/benchmark.h"
#include "services/extraction/names/name_tagger.h"
#include "services/extraction/names/tagged_text.h"

namespace isnad::extraction {
namespace {

// Bytes and words per second of the names stage alone.
void BM_Tag(benchmark::State& state) {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += "أعلنت شركة إنتل أمس أن رئيسها ليب بو تان سيزور طوكيو للقاء مسؤولين في سوني وتويوتا. ";
    text += "وقال جيمس هاريسون، كبير المهندسين في المصنع، إن العمل بدأ قبل ثلاثة أشهر.\n";
  }
  const Analysis words = AnalyzeWords(text);
  for (auto _ : state) {
    Analysis analysis = words;
    TagNames(&analysis);
    benchmark::DoNotOptimize(analysis.mentions.data());
  }
  state.SetItemsProcessed(state.iterations() * words.tokens.size());
}
BENCHMARK(BM_Tag);

}  // namespace
}  // namespace isnad::extraction
