// Speed of the way from raw text to index terms, beside an anchor that everybody can repeat: ICU's
// normaliser and word iterator with Snowball's Arabic stemmer. Both count the words they stem, so
// the ratio of the two rates in one run is what to compare.
//
//   ISNAD_CORPUS=ant.txt bazel run --config=opt //services/extraction/terms:term_benchmark
//
// The corpus is any UTF-8 text; without one a short article of our own is repeated.

#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "benchmark/benchmark.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/terms/index_stemmer.h"
#include "services/extraction/terms/index_terms.h"
#include "services/extraction/terms/term_reader.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/tokenize/tokenizer.h"

namespace isnad::extraction {
namespace {

constexpr char kArticle[] =
    "أعلنت الهيئة العامة للموانئ، في بيان صدر مساء الأحد، أنّ حجم المناولة ارتفع 12.5% خلال الربع "
    "الأخير من عام 2024، وأنها ستضيف أربعة أرصفة جديدة في الميناء الشرقي.\n"
    "وقال مديرها سامي الخطيب: «نعمل مع Contoso Shipping على نظام للحجز، وسيبدأ تشغيله قبل الصيف». "
    "ولم تكشف الهيئة عن الكلفة، لكن خبراء قدروها بنحو 300 مليون درهم.\n";
constexpr size_t kRepeatedBytes = 2 << 20;

// Without the tags that some corpora put around their articles.
std::string WithoutTagLines(std::istream& in) {
  std::string text;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] != '<') text += line + "\n";
  }
  return text;
}

const std::string& Corpus() {
  static const std::string* text = [] {
    auto* loaded = new std::string;
    if (const char* path = std::getenv("ISNAD_CORPUS")) {
      std::ifstream file(path);
      *loaded = WithoutTagLines(file);
    }
    while (loaded->size() < kRepeatedBytes) *loaded += kArticle;
    return loaded;
  }();
  return *text;
}

void SetRates(int64_t words, benchmark::State& state) {
  state.counters["tokens/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(Corpus().size()));
}

void BM_RawTextToIndexTerms(benchmark::State& state) {
  const auto stemmer = IndexStemmer::Create(LexiconFiles::Embedded());
  if (!stemmer.ok()) return state.SkipWithError(stemmer.status().ToString().c_str());
  const TermReader reader(&*stemmer);
  IndexTerms terms;
  int64_t words = 0;
  for (auto _ : state) {
    reader.Read(Corpus(), &terms);
    words += terms.size();
    benchmark::DoNotOptimize(terms);
  }
  SetRates(words, state);
}
BENCHMARK(BM_RawTextToIndexTerms)->Unit(benchmark::kMillisecond);

void BM_IcuAndSnowball(benchmark::State& state) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale("ar"), error));
  const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer(
      sb_stemmer_new("arabic", "UTF_8"), sb_stemmer_delete);
  if (U_FAILURE(error) || stemmer == nullptr) return state.SkipWithError("no ICU data");
  int64_t words = 0;
  for (auto _ : state) {
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    nfc->normalizeUTF8(0, Corpus(), sink, nullptr, error);
    UText* bytes =
        utext_openUTF8(nullptr, composed.data(), static_cast<int64_t>(composed.size()), &error);
    breaks->setText(bytes, error);
    int32_t begin = breaks->first();
    for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
      if (breaks->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
        const auto* word = reinterpret_cast<const sb_symbol*>(composed.data()) + begin;
        benchmark::DoNotOptimize(sb_stemmer_stem(stemmer.get(), word, end - begin));
        ++words;
      }
      begin = end;
    }
    utext_close(bytes);
  }
  SetRates(words, state);
}
BENCHMARK(BM_IcuAndSnowball)->Unit(benchmark::kMillisecond);

void BM_Clean(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Clean(Corpus()));
  SetRates(0, state);
}
BENCHMARK(BM_Clean)->Unit(benchmark::kMillisecond);

void BM_Fold(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Fold(Corpus()));
  SetRates(0, state);
}
BENCHMARK(BM_Fold)->Unit(benchmark::kMillisecond);

void BM_Segment(benchmark::State& state) {
  Analysis analysis;
  analysis.text = Corpus();
  for (auto _ : state) {
    Segmenter().Segment("", &analysis);
    benchmark::DoNotOptimize(analysis);
  }
  SetRates(0, state);
}
BENCHMARK(BM_Segment)->Unit(benchmark::kMillisecond);

void BM_Tokenize(benchmark::State& state) {
  Analysis analysis;
  // An article at a time: nobody analyses twelve megabytes at once.
  analysis.text = Corpus().substr(0, 20000);
  Segmenter().Segment("", &analysis);
  int64_t words = 0;
  for (auto _ : state) {
    Tokenizer().Tokenize(&analysis);
    words += static_cast<int64_t>(analysis.tokens.size());
    benchmark::DoNotOptimize(analysis);
  }
  state.counters["tokens/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_Tokenize)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace isnad::extraction
