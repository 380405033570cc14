// Time to tag a paragraph of news, tokens already cut.

#include <memory>

#include "benchmark/benchmark.h"
#include "services/extraction/values/tagged_text.h"
#include "services/extraction/values/value_tagger.h"

namespace isnad::extraction {
namespace {

constexpr char kParagraph[] =
    "قالت المجموعة القابضة في بيان صدر أمس إنها رفعت إنفاقها على مراكز البيانات إلى 3.2 مليار "
    "دولار خلال "
    "الربع الثاني من 2024، أي بزيادة قدرها 18 في المئة على أساس سنوي، وإن عدد العاملين لديها تجاوز "
    "أربعة "
    "آلاف ومئتي موظف في نهاية العام الماضي. وأضافت أن المصنع الذي بدأ بناؤه قبل سنتين سيدخل الخدمة "
    "في مارس "
    "المقبل بطاقة تراوح بين 150 و200 ميغاواط.";

void BM_Tag(benchmark::State& state) {
  const std::unique_ptr<ValueTagger> tagger = ValueTagger::Create().value();
  Analysis analysis = Tokenised(kParagraph, CivilDate{2025, 10, 22});
  for (auto _ : state) {
    tagger->Tag(&analysis);
    benchmark::DoNotOptimize(analysis.values.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(analysis.tokens.size()));
}
BENCHMARK(BM_Tag);

void BM_Create(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(ValueTagger::Create().value());
}
BENCHMARK(BM_Create);

}  // namespace
}  // namespace isnad::extraction
