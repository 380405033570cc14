// How the time of the whole chain grows with texts made to hurt: it should be linear in all.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "benchmark/benchmark.h"
#include "services/extraction/pipeline/analyzer.h"

namespace isnad::extraction {
namespace {

std::string Repeat(absl::string_view unit, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text.append(unit.data(), unit.size());
  return text;
}

// Different words, so that nothing is found in a cache.
std::string ManyWords(size_t bytes) {
  static const char* const kLetters[] = {"ا", "ب", "ت", "ج", "ح", "د", "ر", "س",
                                         "ش", "ص", "ع", "ف", "ق", "ل", "م", "ن"};
  std::string text;
  uint32_t state = 12345;
  while (text.size() < bytes) {
    for (int i = 0; i < 6; ++i) {
      state = state * 1664525 + 1013904223;
      text += kLetters[state >> 28];
    }
    text += ' ';
  }
  return text;
}

const std::vector<std::pair<const char*, std::function<std::string(size_t)>>>& Texts() {
  static const auto* texts =
      new std::vector<std::pair<const char*, std::function<std::string(size_t)>>>{
          {"one sentence of one word", [](size_t n) { return Repeat("شركة ", n); }},
          {"one sentence of unknown words", ManyWords},
          {"a name again and again", [](size_t n) { return Repeat("ألكسندر وانغ ", n); }},
          {"names joined by and", [](size_t n) { return Repeat("وميتا وجوجل وآبل ", n); }},
          {"unknown people", [](size_t n) { return Repeat("السيد كمتور بلنار، ", n); }},
          {"reporting verbs", [](size_t n) { return Repeat("قال إن ", n); }},
          {"descriptions", [](size_t n) { return Repeat("وأعلنت الشركة عن شركتها. ", n); }},
          {"one word of letters", [](size_t n) { return Repeat("و", n); }},
          {"digits", [](size_t n) { return Repeat("7", n); }},
          {"numbers joined by and", [](size_t n) { return Repeat("مئة ألف و", n); }},
          {"open quotes", [](size_t n) { return Repeat("«قال ", n); }},
          {"parentheses", [](size_t n) { return Repeat("((", n); }},
          {"empty lines", [](size_t n) { return "شركة " + Repeat("\n", n); }},
          {"bullets", [](size_t n) { return Repeat("- شركة\n", n); }},
          {"pipes", [](size_t n) { return Repeat("| شركة ", n); }},
          {"marks", [](size_t n) { return "شركة" + Repeat("\xD9\x8E", n); }},
          {"Latin capitals", [](size_t n) { return Repeat("Ab Cd ", n); }},
          {"dates", [](size_t n) { return Repeat("3/4/2025 - ", n); }},
          {"news of people and companies",
           [](size_t n) {
             return Repeat(
                 "قال جون ميلر، المدير المالي لشركة نوكيا، إن إريكسون باعت سيسكو مصنعا.\n", n);
           }},
      };
  return *texts;
}

const Analyzer& SharedAnalyzer() {
  static const Analyzer* analyzer =
      Analyzer::Create(LexiconFiles::Embedded(), *ModelSet::Embedded())->release();
  return *analyzer;
}

// Argument 0 is the text's index, argument 1 its size in bytes.
void BM_Hostile(benchmark::State& state) {
  const auto& [name, make] = Texts()[state.range(0)];
  const std::string text = make(state.range(1));
  AnalyzeOptions options;
  options.language_code = "ar";
  for (auto _ : state) {
    const auto analysis = SharedAnalyzer().Analyze(text, options);
    if (analysis.ok()) benchmark::DoNotOptimize(SharedAnalyzer().ExtractFacts(*analysis));
  }
  state.SetLabel(name);
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

void EveryTextInThreeSizes(benchmark::internal::Benchmark* benchmark) {
  for (size_t i = 0; i < Texts().size(); ++i) {
    for (int bytes : {64 << 10, 1 << 20, 10 << 20}) benchmark->Args({static_cast<int>(i), bytes});
  }
}
BENCHMARK(BM_Hostile)->Apply(EveryTextInThreeSizes)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad::extraction
