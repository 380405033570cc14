// How fast and how well passages are found among many.
//
//   passage_search --articles=FILE --known_item_store=STORE --timed_store=STORE
//
// FILE holds articles as the ANT corpus writes them (<TITLE> and <TEXT>); it is not shipped, any
// with that markup will do. Two new stores are filled, named as for `isnad serve --store`: one with
// a passage for each article, to see whether an article is found by its title, which is not in it
// (known item; MRR@10, recall at 1 and at 10), one with a passage for every 12 words,
// --passages of them, to time the same titles as searches: to the ranked passages and the bytes of
// the best ten, without gRPC.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/terms/index_stemmer.h"
#include "services/extraction/terms/term_reader.h"
#include "services/facts/domain/passage_ranking.h"
#include "services/facts/engines/open_fact_store.h"
#include "services/server/clock/clock.h"

namespace isnad {
namespace {

using extraction::IndexTerms;
using SteadyClock = std::chrono::steady_clock;

constexpr size_t kPassagesPerDocument = 20;
constexpr size_t kPassageWords = 12;
constexpr double kSurfaceWeight = 0.3;

struct Article {
  std::string title;
  std::string text;
};

absl::string_view Between(absl::string_view text, absl::string_view from, absl::string_view to) {
  const size_t begin = text.find(from);
  if (begin == absl::string_view::npos) return "";
  const absl::string_view rest = text.substr(begin + from.size());
  return rest.substr(0, rest.find(to));
}

std::vector<Article> ReadArticles(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string all((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::vector<Article> articles;
  for (const absl::string_view one : absl::StrSplit(all, "</DOC>", absl::SkipWhitespace())) {
    Article article = {std::string(Between(one, "<TITLE>", "</TITLE>")),
                       std::string(Between(one, "<TEXT>", "</TEXT>"))};
    if (!article.title.empty() && !article.text.empty()) articles.push_back(std::move(article));
  }
  return articles;
}

// Index terms as an extraction gives them.
class TermMaker {
 public:
  explicit TermMaker(const extraction::IndexStemmer* stemmer) : reader_(stemmer) {}

  facts::PassageRecord Passage(absl::string_view text) {
    facts::PassageRecord passage;
    passage.kind = 3;  // isnad.v1.Passage.KIND_BODY
    passage.passage_bytes = std::string(text);
    reader_.Read(text, &terms_);
    for (int i = 0; i < terms_.size(); ++i) {
      passage.surface_terms.emplace_back(terms_.surface(i));
      if (!terms_.stem(i).empty()) passage.stem_terms.emplace_back(terms_.stem(i));
    }
    return passage;
  }

  facts::PassageSearch Search(absl::string_view text) {
    facts::PassageSearch search;
    reader_.Read(text, &terms_);
    for (int i = 0; i < terms_.size(); ++i) {
      if (terms_.stem(i).empty()) continue;
      search.terms.push_back({std::string(terms_.stem(i)), facts::TermField::kStem, 1, i});
      search.terms.push_back(
          {std::string(terms_.surface(i)), facts::TermField::kSurface, kSurfaceWeight, i});
    }
    return search;
  }

 private:
  extraction::TermReader reader_;
  IndexTerms terms_;
};

void Require(const absl::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "passage_search: %s\n", std::string(status.message()).c_str());
  std::exit(1);
}

// Stores passages, some to a document.
void Fill(facts::FactStore& store, std::vector<facts::PassageRecord> passages,
          size_t per_document) {
  for (size_t begin = 0; begin < passages.size(); begin += per_document) {
    const std::string id = absl::StrCat("d", begin / per_document);
    Require(store.Write([&](facts::WriteTransaction& write) {
      facts::DocumentRecord document;
      document.id = id;
      absl::Status status = write.InsertDocument(document);
      facts::ExtractionRecord extraction;
      extraction.document = id;
      extraction.extractor_version = "load";
      const auto row = write.InsertExtraction(extraction);
      if (!row.ok()) return row.status();
      for (size_t i = begin; i < std::min(begin + per_document, passages.size()); ++i) {
        passages[i].document = id;
        passages[i].extraction = *row;
        passages[i].ordinal = static_cast<int>(i - begin);
        status.Update(write.InsertPassage(passages[i]));
      }
      return status;
    }));
  }
}

// The best ten with their bytes, as documents.
std::vector<std::string> Best(facts::FactStore& store, const facts::PassageSearch& search) {
  auto snapshot = store.Read(facts::kLatest);
  Require(snapshot.status());
  auto candidates = (*snapshot)->FindPassages(search);
  Require(candidates.status());
  std::vector<std::string> documents;
  for (const facts::RankedPassage& ranked : facts::RankPassages(*candidates, search.terms, {})) {
    const facts::PassageRecord& passage = candidates->passages[ranked.candidate].passage;
    Require((*snapshot)->GetPassageBytes(passage.id).status());
    documents.push_back(passage.document);
    if (documents.size() == 10) break;
  }
  return documents;
}

std::unique_ptr<facts::FactStore> OpenStore(const std::string& name, server::Clock* clock) {
  facts::OpenOptions options;
  options.name = name;
  auto store = facts::OpenFactStore(std::move(options), clock);
  Require(store.status());
  return *std::move(store);
}

void MeasureQuality(const std::vector<Article>& articles, const std::string& name,
                    server::Clock* clock, TermMaker* terms) {
  const auto store = OpenStore(name, clock);
  std::vector<facts::PassageRecord> passages;
  for (const Article& article : articles) passages.push_back(terms->Passage(article.text));
  Fill(*store, std::move(passages), 1);
  double reciprocal = 0;
  int first = 0;
  int found = 0;
  for (size_t i = 0; i < articles.size(); ++i) {
    const std::vector<std::string> best = Best(*store, terms->Search(articles[i].title));
    const auto place = std::find(best.begin(), best.end(), absl::StrCat("d", i));
    if (place == best.end()) continue;
    ++found;
    first += place == best.begin();
    reciprocal += 1.0 / static_cast<double>(1 + (place - best.begin()));
  }
  const auto all = static_cast<double>(articles.size());
  std::printf("known item, %zu articles: MRR@10 %.3f, recall@1 %.3f, recall@10 %.3f\n",
              articles.size(), reciprocal / all, first / all, found / all);
}

void MeasureSpeed(const std::vector<Article>& articles, size_t count, size_t searches,
                  const std::string& name, server::Clock* clock, TermMaker* terms) {
  const auto store = OpenStore(name, clock);
  std::vector<facts::PassageRecord> passages;
  for (const Article& article : articles) {
    const std::vector<absl::string_view> words =
        absl::StrSplit(article.text, absl::ByAnyChar(" \n"), absl::SkipEmpty());
    for (size_t i = 0; i < words.size() && passages.size() < count; i += kPassageWords) {
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
      const size_t size = std::min(kPassageWords, words.size() - i);
      passages.push_back(
          terms->Passage(absl::StrJoin(begin, begin + static_cast<std::ptrdiff_t>(size), " ")));
    }
  }
  const size_t stored = passages.size();
  const auto begin = SteadyClock::now();
  Fill(*store, std::move(passages), kPassagesPerDocument);
  const std::chrono::duration<double> filled = SteadyClock::now() - begin;
  std::vector<double> millis;
  for (size_t i = 0; i < std::min(searches + 1, articles.size()); ++i) {
    const facts::PassageSearch search = terms->Search(articles[i].title);
    const auto start = SteadyClock::now();
    Best(*store, search);
    millis.push_back(std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count());
  }
  const double cold = millis.front();
  millis.erase(millis.begin());
  std::sort(millis.begin(), millis.end());
  std::printf(
      "%zu passages, stored in %.1f s; first search %.0f ms; then p50 %.2f ms, p99 %.2f ms\n",
      stored, filled.count(), cold, millis[millis.size() / 2], millis[millis.size() * 99 / 100]);
}

int Main(int argc, char** argv) {
  CLI::App app{"Measures the search of passages."};
  std::string file;
  std::string known_item_store;
  std::string timed_store;
  size_t passages = 100'000;
  size_t searches = 1000;
  app.add_option("--articles", file, "articles in the markup of ANT")
      ->required()
      ->check(CLI::ExistingFile);
  app.add_option("--known_item_store", known_item_store, "new store of whole articles")->required();
  app.add_option("--timed_store", timed_store, "new store of short passages")->required();
  app.add_option("--passages", passages, "passages to search")->capture_default_str();
  app.add_option("--searches", searches, "searches to time")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const std::vector<Article> articles = ReadArticles(file);
  if (articles.size() < 2) {
    std::fprintf(stderr, "passage_search: --articles: no articles in %s\n", file.c_str());
    return 1;
  }
  const auto stemmer = extraction::IndexStemmer::Create(extraction::LexiconFiles::Embedded());
  Require(stemmer.status());
  TermMaker terms(&*stemmer);
  server::Clock* const clock = server::SystemClock();
  MeasureSpeed(articles, passages, searches, timed_store, clock, &terms);
  MeasureQuality(articles, known_item_store, clock, &terms);
  return 0;
}

}  // namespace
}  // namespace isnad

int main(int argc, char** argv) { return isnad::Main(argc, argv); }
