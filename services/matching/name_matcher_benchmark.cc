// How long preparing, comparing and keying names takes.

#include "benchmark/benchmark.h"
#include "services/matching/name_matcher.h"

namespace isnad::matching {
namespace {

void BM_Compare(benchmark::State& state) {
  const NameMatcher matcher;
  const MatchableName arabic = matcher.Prepare("زوكربيرغ");
  const MatchableName latin = matcher.Prepare("Zuckerberg");
  for (auto _ : state) {
    benchmark::DoNotOptimize(matcher.Compare(arabic, latin, NameKind::kOther));
  }
}
BENCHMARK(BM_Compare);

void BM_CompareFullNames(benchmark::State& state) {
  const NameMatcher matcher;
  const MatchableName arabic = matcher.Prepare("مارك زوكربيرغ");
  const MatchableName latin = matcher.Prepare("Mark Zuckerberg");
  for (auto _ : state) {
    benchmark::DoNotOptimize(matcher.Compare(arabic, latin, NameKind::kPerson));
  }
}
BENCHMARK(BM_CompareFullNames);

void BM_Prepare(benchmark::State& state) {
  const NameMatcher matcher;
  for (auto _ : state) benchmark::DoNotOptimize(matcher.Prepare("Mark Zuckerberg"));
}
BENCHMARK(BM_Prepare);

void BM_Keys(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(NameMatcher::Keys("زوكربيرغ"));
}
BENCHMARK(BM_Keys);

}  // namespace
}  // namespace isnad::matching
