// Look-ups in the model that is built in: words that are there, words with clitics, unknown words.

#include <cstddef>
#include <string>
#include <vector>

#include "benchmark/benchmark.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/model/model_set.h"

namespace isnad::extraction {
namespace {

const std::vector<std::string>& Words() {
  static const std::vector<std::string> words = {
      "أعلنت", "الشركة",  "الأمريكية", "في",      "بيان",   "صحفي",         "أن",     "رئيسها",
      "مارك",  "والرئيس", "بالقاهرة",  "للطيران", "قططاخة", "وسيستكشفونها", "OpenAI", "2025"};
  return words;
}

void BM_Find(benchmark::State& state) {
  const auto models = ModelSet::Embedded();
  const auto model = models.ok() ? models->Find("words") : models.status();
  const auto words = model.ok() ? WordDistribution::Of(*model) : model.status();
  if (!words.ok()) return state.SkipWithError(words.status().ToString().c_str());
  const bool strip = state.range(0) != 0;
  size_t i = 0;
  for (auto _ : state) {
    const std::string& word = Words()[i++ % Words().size()];
    if (strip) {
      benchmark::DoNotOptimize(words->FindStripped(word));
    } else {
      benchmark::DoNotOptimize(words->Find(word));
    }
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Find)->ArgName("strip")->Arg(0)->Arg(1);

}  // namespace
}  // namespace isnad::extraction
