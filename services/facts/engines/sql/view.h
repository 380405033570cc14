// What a group of reads looks at: a connection and a time.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_VIEW_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_VIEW_H_

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "services/facts/engines/sql/connection.h"
#include "services/facts/engines/sql/dialect.h"
#include "services/facts/engines/sql/posting_cache.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

// Who was merged into whom, as far as was asked: entities without a parent have an empty one, those
// without children none.
struct MergeLinks {
  bool sought = false;    // Whether they were tried to be read at once.
  bool complete = false;  // Whether these are all.
  std::map<std::string, std::string> parent_of;
  std::map<std::string, std::vector<std::string>> children_of;
};

// What a transaction knows of a fact that it writes about.
struct KnownFact {
  int64_t row = 0;       // 0 when the fact is not stored.
  bool is_new = false;   // Stored by this very transaction.
  bool has_ends = true;  // Not emptied by a purge.
  bool stands = false;
  std::string type;
  std::string subject_entity;
  std::string object_entity;
  Polarity polarity = Polarity::kAsserted;
  Modality modality = Modality::kActual;

  void SetIdentity(const FactIdentity& identity);
};

struct KnownDocument {
  int64_t row = 0;
  std::string source;
};

// What a transaction has looked up of entities, ahead of what is asked one by one.
struct KnownEntities {
  std::map<std::string, bool> exists;                 // By id.
  std::map<std::string, std::string> by_lexicon_key;  // Empty for none.
  // By folded key and type, oldest first.
  std::map<std::pair<std::string, int>, std::vector<std::string>> by_full_name;
  // Who has a spelling, by folded key and surface.
  std::map<std::pair<std::string, std::string>, std::set<std::string>> by_spelling;
};

// Lives as long as one snapshot or transaction. `now` is the time that writes record.
// `postings` of the store are given to snapshots, not to transactions.
struct View {
  View(Connection& view_connection, const Dialect& view_dialect, Micros read_time,
       Micros write_time = 0, PostingCache* store_postings = nullptr)
      : connection(view_connection),
        dialect(view_dialect),
        time(read_time),
        now(write_time),
        postings(store_postings) {}

  Connection& connection;
  const Dialect& dialect;
  Micros time;
  Micros now;
  PostingCache* postings;
  MergeLinks links;                                // Read when first needed; dropped by merges.
  std::map<std::string, int64_t> last_rows;        // By table, of those that were added to.
  std::map<std::string, KnownFact> facts;          // By key; of transactions.
  std::map<std::string, KnownDocument> documents;  // By id, of those that were stored.
  std::map<std::string, EntityRecord> names;       // By id, as of Detail::kNames.
  absl::flat_hash_map<std::string, int64_t>
      listed_facts;  // Rows by key, of facts that were listed.
  KnownEntities entities;
  absl::optional<std::map<std::string, FactTypeRecord>> fact_types;

  bool latest() const { return time == kLatest; }
};

// SQL that holds when the row of `table` (with `recorded` and `superseded`) was believed at the
// view's time.
std::string Live(const View& view, absl::string_view table);

// SQL that holds when the row of `table` (with `recorded`) existed at the view's time.
std::string Recorded(const View& view, absl::string_view table);

// A table expression with the columns of fact_now, as of the view's time.
std::string FactStates(const View& view);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_VIEW_H_
