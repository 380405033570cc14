// How fast a store of many facts writes and reads, through the service's methods, without gRPC.
//
//   fact_store_load --store=STORE --facts=1000000                      fills the store
//   fact_store_load --store=STORE --bare_store=COPY --writes=300      writes beside bare rows
//   fact_store_load --store=STORE --reads=2000 --lists=200            reads
//   fact_store_load --store=STORE --rounds=10                         makes history
//
// Any of these may stand together; they are done in that order. STORE is as for `isnad serve
// --store`. Filling goes on where an earlier run ended, with generated articles of 30 facts
// (generated_extraction.h), and reports the rate as the store grows. COPY is a copy of the store
// (`cp` of a SQLite file that nobody has open; `createdb -T` for PostgreSQL), which gets the very
// rows that each write left in STORE, by the database's own library, so that both grow alike:
// one article here, its rows there, in turns. History is every stored article read again by a newer
// extractor, --rounds times: no new fact, but a former state of each.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/facts/domain/alike_names.h"
#include "services/facts/engines/open_fact_store.h"
#include "services/facts/handlers/document_methods.h"
#include "services/facts/handlers/fact_methods.h"
#include "services/server/clock/clock.h"
#include "tests/load/bare_writer.h"
#include "tests/load/generated_extraction.h"
#include "tests/load/written_rows.h"

namespace isnad::load {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int kPageSize = 50;

void Require(const absl::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "fact_store_load: %s\n", std::string(status.message()).c_str());
  std::exit(1);
}

template <typename T>
T Require(absl::StatusOr<T> value) {
  Require(value.status());
  return *std::move(value);
}

double Millis(const std::function<void()>& work) {
  const auto begin = SteadyClock::now();
  work();
  return std::chrono::duration<double, std::milli>(SteadyClock::now() - begin).count();
}

class Times {
 public:
  void Add(double millis) { millis_.push_back(millis); }
  double Share(double share) {
    if (millis_.empty()) return 0;
    std::sort(millis_.begin(), millis_.end());
    const auto place = static_cast<size_t>(share * static_cast<double>(millis_.size()));
    return millis_[std::min(place, millis_.size() - 1)];
  }
  double Sum() const {
    double sum = 0;
    for (const double one : millis_) sum += one;
    return sum;
  }
  size_t size() const { return millis_.size(); }
  double Rate() const { return static_cast<double>(millis_.size()) / Sum() * 1000; }
  std::string Show() {
    char text[100];
    std::snprintf(text, sizeof(text), "p50 %8.3f  p99 %8.3f  max %8.3f ms  (%zu)", Share(0.5),
                  Share(0.99), Share(1), millis_.size());
    return text;
  }

 private:
  std::vector<double> millis_;
};

struct ReadOptions {
  int facts = 0;   // Facts to get, one by one.
  int lists = 20;  // Lists of each kind,
  int pages = 20;  // and how many pages of each.
};

// What an analyst asks: a filter, with %O for an organisation and %P for a person.
struct Listing {
  const char* name;
  const char* filter;
  const char* order;
};

constexpr Listing kListings[] = {
    {"everything, oldest first", "", ""},
    {"everything, newest first", "", "record_time desc"},
    {"everything, best supported first", "", "support desc, confidence desc"},
    {"a type", "type = INVESTED_IN", ""},
    {"a type, latest in the world first", "type = LAID_OFF", "valid_date desc"},
    {"a type, best supported first", "type = ACQUIRED", "support desc, confidence desc"},
    {"about a company", "entity = %O", ""},
    {"about a company, latest first", "entity = %O", "valid_date desc"},
    {"about a company, best supported first", "entity = %O", "support desc, confidence desc"},
    {"of a company, one type", "subject = %O AND type = INVESTED_IN", "valid_date desc"},
    {"about a person", "entity = %P", "publish_time desc"},
    {"between two", "subject = %P AND object = %O", ""},
    {"said by a person", "speaker = %P", ""},
    {"of an article", "document = %D", ""},
    {"of a newspaper, confident", "source = %S AND confidence >= 0.8", ""},
    {"several sources", "support >= 2", "support desc"},
    {"denials about a company", "entity = %O AND polarity = DENIED", ""},
    {"a month of the world", "valid_date >= \"2023-05-01\" AND valid_date < \"2023-06-01\"", ""},
    {"published in a week",
     "publish_time >= \"2023-05-01T00:00:00Z\" AND publish_time < \"2023-05-08T00:00:00Z\"",
     "publish_time"},
};

class Load {
 public:
  Load(const std::string& name, const GeneratedExtractions::Options& options)
      : articles_(options), facts_per_article_(options.facts) {
    facts::OpenOptions open;
    open.name = name;
    open.match_keys_of = facts::MatchKeys;
    store_ = Require(facts::OpenFactStore(std::move(open), server::SystemClock()));
    backend_.store = store_.get();
    backend_.clock = server::SystemClock();
    Count();
  }

  void Fill(int64_t facts, int64_t step) {
    Times times;
    int64_t reported = stats_.facts;
    int64_t stored = stats_.facts;
    while (stored < facts) {
      const v1::ApplyExtractionRequest request = articles_.Make(next_article_++);
      v1::ApplyExtractionResponse response;
      times.Add(Millis([&] { Require(ApplyExtractionMethod(backend_, request, &response)); }));
      stored += response.new_fact_count();
      if (stored / step == reported / step && stored < facts) continue;
      reported = stored;
      std::printf("%9lld facts: %5.0f articles/s  %s\n", static_cast<long long>(stored),
                  times.Rate(), times.Show().c_str());
      std::fflush(stdout);
      times = Times();
    }
    Count();
  }

  void Describe() const {
    std::printf(
        "store: %lld documents, %lld facts, %lld evidence, %lld entities, %lld passages, %lld "
        "open conflicts; %lld bytes, %.0f per fact\n",
        static_cast<long long>(stats_.documents), static_cast<long long>(stats_.facts),
        static_cast<long long>(stats_.evidence), static_cast<long long>(stats_.entities),
        static_cast<long long>(stats_.passages), static_cast<long long>(stats_.open_conflicts),
        static_cast<long long>(stats_.bytes),
        static_cast<double>(stats_.bytes) /
            static_cast<double>(std::max<int64_t>(1, stats_.facts)));
  }

  // Applies extractions here and writes their rows there, in turns.
  void CompareWrites(int writes, BareWriter& bare) {
    Times ours;
    Times theirs;
    size_t rows = 0;
    for (int i = 0; i < writes; ++i) {
      const v1::ApplyExtractionRequest request = articles_.Make(next_article_++);
      RowMarks before;
      WrittenRows written;
      Require(store_->ReadRows([&before](facts::sql::View& view) -> absl::Status {
        absl::StatusOr<RowMarks> marks = ReadMarks(view);
        if (marks.ok()) before = *std::move(marks);
        return marks.status();
      }));
      v1::ApplyExtractionResponse response;
      const double millis =
          Millis([&] { Require(ApplyExtractionMethod(backend_, request, &response)); });
      Require(store_->ReadRows([&](facts::sql::View& view) -> absl::Status {
        absl::StatusOr<WrittenRows> read = ReadWrittenRows(view, before);
        if (read.ok()) written = *std::move(read);
        return read.status();
      }));
      const double bare_millis = Millis([&] { Require(bare.Write(written)); });
      // The first writes prepare statements and read the tops of indexes.
      if (i < std::min(20, writes / 4)) continue;
      rows += written.rows.size();
      ours.Add(millis);
      theirs.Add(bare_millis);
    }
    Count();
    std::printf("ApplyExtraction of %d facts  %s  %.0f/s\n", facts_per_article_,
                ours.Show().c_str(), ours.Rate());
    std::printf("  the same %3zu rows, bare    %s  %.0f/s\n",
                rows / std::max<size_t>(1, ours.size()), theirs.Show().c_str(), theirs.Rate());
    std::printf("  rate against bare          %.2f (by medians %.2f)\n",
                ours.Rate() / theirs.Rate(), theirs.Share(0.5) / ours.Share(0.5));
  }

  void MeasureReads(const ReadOptions& options) {
    const facts::Micros now = FactAt(1.0).state.record_time;
    const facts::Micros then = FactAt(0.5).record_time;
    Times current;
    Times as_of_now;
    Times as_of_then;
    for (int i = 0; i < options.facts; ++i) {
      v1::GetFactRequest request;
      request.set_name(absl::StrCat("facts/", FactOf(then)));
      current.Add(Get(request));
      SetTime(now, request.mutable_as_of());
      as_of_now.Add(Get(request));
      SetTime(then, request.mutable_as_of());
      as_of_then.Add(Get(request));
    }
    std::printf("GetFact                       %s\n", current.Show().c_str());
    std::printf("  as of now                   %s\n", as_of_now.Show().c_str());
    std::printf("  as of half the store's age  %s\n", as_of_then.Show().c_str());
    for (const Listing& listing : kListings) {
      MeasureListing(listing, options, now, then);
    }
  }

  void MakeHistory(int rounds) {
    for (int round = 0; round < rounds; ++round) {
      Times times;
      const int version = next_version_++;
      for (int64_t article = 0; article < next_article_; ++article) {
        const v1::ApplyExtractionRequest request = articles_.Make(article, version);
        v1::ApplyExtractionResponse response;
        times.Add(Millis([&] { Require(ApplyExtractionMethod(backend_, request, &response)); }));
        if (response.replayed()) break;  // An earlier run made that version.
      }
      std::printf("version %d: %.0f articles/s  %s\n", version, times.Rate(), times.Show().c_str());
      std::fflush(stdout);
    }
    Count();
  }

 private:
  void Count() {
    stats_ = Require(Require(store_->Read(facts::kLatest))->GetStats());
    next_article_ = stats_.documents;
    last_change_ = Require(Require(store_->Read(facts::kLatest))->LastChange());
  }

  double Uniform() { return static_cast<double>(random_() >> 11) * 0x1.0p-53; }

  // Popular and rare alike: each tenth of the logarithm of the ranks is as likely.
  int Rank() { return static_cast<int>(std::exp(Uniform() * std::log(2000.0))) - 1; }

  // The fact that changed at that share of the store's changes.
  facts::FactRecord FactAt(double share) {
    const auto sequence = static_cast<int64_t>(share * static_cast<double>(last_change_ - 1));
    const std::unique_ptr<facts::Snapshot> snapshot = Require(store_->Read(facts::kLatest));
    return Require(snapshot->GetFact(Require(snapshot->GetChanges(sequence, 1)).at(0).fact));
  }

  // A fact that was stored at that time.
  std::string FactOf(facts::Micros time) {
    for (;;) {
      const facts::FactRecord fact = FactAt(Uniform());
      if (fact.record_time <= time) return fact.identity.key;
    }
  }

  static void SetTime(facts::Micros time, google::protobuf::Timestamp* timestamp) {
    timestamp->set_seconds(time / 1'000'000);
    timestamp->set_nanos(static_cast<int>(time % 1'000'000 * 1000));
  }

  double Get(const v1::GetFactRequest& request) {
    v1::GetFactResponse response;
    return Millis([&] { Require(GetFactMethod(backend_, request, &response)); });
  }

  std::string Filled(absl::string_view filter) {
    std::string filled(filter);
    const std::pair<const char*, std::string> names[] = {
        {"%O", GeneratedExtractions::OrganizationName(Rank())},
        {"%P", GeneratedExtractions::PersonName(Rank())},
        {"%D", absl::StrCat("documents/load-", random_() % static_cast<uint64_t>(next_article_))},
        {"%S", source_}};
    for (const auto& [mark, name] : names) {
      const size_t place = filled.find(mark);
      if (place != std::string::npos) filled.replace(place, 2, name);
    }
    return filled;
  }

  double List(const v1::ListFactsRequest& request, v1::ListFactsResponse* response) {
    return Millis([&] { Require(ListFactsMethod(backend_, request, response)); });
  }

  // First pages, and those after them by their tokens; first pages of earlier times.
  void MeasureListing(const Listing& listing, const ReadOptions& options, facts::Micros now,
                      facts::Micros then) {
    if (source_.empty()) {
      facts::PageQuery query;
      query.limit = 1;
      source_ = absl::StrCat(
          "sources/",
          Require(Require(store_->Read(facts::kLatest))->ListSources(query)).rows[0].id);
    }
    Times first;
    Times deep;
    Times as_of_now;
    Times as_of_then;
    size_t rows = 0;
    for (int i = 0; i < options.lists; ++i) {
      v1::ListFactsRequest request;
      request.set_page_size(kPageSize);
      request.set_filter(Filled(listing.filter));
      request.set_order_by(listing.order);
      v1::ListFactsRequest historic = request;
      for (int page = 0; page < options.pages; ++page) {
        v1::ListFactsResponse response;
        (page == 0 ? first : deep).Add(List(request, &response));
        if (page == 0) rows += static_cast<size_t>(response.facts_size());
        if (response.next_page_token().empty()) break;
        request.set_page_token(response.next_page_token());
      }
      for (auto& [time, times] : {std::pair(now, &as_of_now), std::pair(then, &as_of_then)}) {
        v1::ListFactsResponse response;
        SetTime(time, historic.mutable_as_of());
        times->Add(List(historic, &response));
      }
    }
    std::printf("%-40s %5.1f rows\n", listing.name,
                static_cast<double>(rows) / static_cast<double>(options.lists));
    std::printf("    first     %s\n", first.Show().c_str());
    std::printf("    later     %s\n", deep.Show().c_str());
    std::printf("    as of now %s\n", as_of_now.Show().c_str());
    std::printf("    half ago  %s\n", as_of_then.Show().c_str());
    std::fflush(stdout);
  }

  const GeneratedExtractions articles_;
  const int facts_per_article_;
  std::unique_ptr<facts::sql::SqlFactStore> store_;
  facts::Backend backend_;
  facts::StoreStats stats_;
  std::string source_;
  std::mt19937_64 random_{20261122};
  int64_t next_article_ = 0;
  int64_t last_change_ = 0;
  int next_version_ = 2;
};

std::unique_ptr<BareWriter> OpenBare(const std::string& name) {
  absl::string_view path = name;
  if (absl::ConsumePrefix(&path, "sqlite:")) return Require(OpenBareSqlite(std::string(path)));
  return Require(OpenBarePostgresql(name));
}

int Main(int argc, char** argv) {
  CLI::App app{"Measures a store of many facts."};
  std::string store;
  std::string bare_store;
  int64_t facts = 0;
  int64_t step = 50'000;
  int writes = 0;
  ReadOptions reads;
  int rounds = 0;
  GeneratedExtractions::Options options;
  app.add_option("--store", store, "sqlite:PATH or postgresql://...")->required();
  app.add_option("--facts", facts, "fill the store up to so many facts");
  app.add_option("--report_every", step, "facts between reports")->capture_default_str();
  app.add_option("--bare_store", bare_store, "copy of the store for bare writes, named alike");
  app.add_option("--writes", writes, "extractions to write beside bare rows");
  app.add_option("--reads", reads.facts, "facts to read; then lists, too");
  app.add_option("--lists", reads.lists, "lists of each kind to read")->capture_default_str();
  app.add_option("--pages", reads.pages, "pages of each list")->capture_default_str();
  app.add_option("--rounds", rounds, "times to read every article again by a newer extractor");
  app.add_option("--facts_per_article", options.facts)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  if (writes > 0 && bare_store.empty()) {
    std::fprintf(stderr, "fact_store_load: --writes needs --bare_store\n");
    return 1;
  }
  Load load(store, options);
  if (facts > 0) load.Fill(facts, step);
  load.Describe();
  if (writes > 0) {
    const std::unique_ptr<BareWriter> bare = OpenBare(bare_store);
    load.CompareWrites(writes, *bare);
  }
  if (reads.facts > 0) load.MeasureReads(reads);
  if (rounds > 0) {
    load.MakeHistory(rounds);
    load.Describe();
    if (reads.facts > 0) load.MeasureReads(reads);
  }
  return 0;
}

}  // namespace
}  // namespace isnad::load

int main(int argc, char** argv) { return isnad::load::Main(argc, argv); }
