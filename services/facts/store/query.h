// Requests for pages of rows.

#ifndef ISNAD_SERVICES_FACTS_STORE_QUERY_H_
#define ISNAD_SERVICES_FACTS_STORE_QUERY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "services/facts/store/filter.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

enum class OrderField {
  kName,
  kRecordTime,
  kValidDate,
  kPublishTime,
  kConfidence,
  kSupport,
  kType,
  kFactCount,
  kMentionCount,
  kTimeline,  // The valid date, else the first publication.
};

enum class Direction { kAscending, kDescending };

struct OrderKey {
  OrderField field = OrderField::kName;
  Direction direction = Direction::kAscending;
};

// The sort values of the last row of a page, one per order key, then its name. Empty: from the
// start. Only the engine that wrote a position reads it.
using Position = std::vector<std::string>;

// A page of facts, entities, documents or conflicts. Names break ties; of facts, their age.
struct PageQuery {
  Filter filter;
  std::vector<OrderKey> order;
  absl::optional<int32_t> valid_on;  // Facts that hold on this day.
  int limit = 50;
  Position after;
};

template <typename Row>
struct Page {
  std::vector<Row> rows;
  Position next;  // Empty on the last page.
};

enum class Detail {
  kNames,  // Of entities: the row alone, without counts, merges and spellings. Cheap for any
           // entity.
  kBasic,
  kFull,
};

// Facts that one may contradict: of its type, about the same subject, the same object or both.
struct RivalQuery {
  std::string type;
  // Refs of which the end must be one; any end if empty. Not both are.
  std::vector<std::string> subject_refs;
  // With subjects given, "" stands for facts without an object and for those with a figure there.
  std::vector<std::string> object_refs;
};

// Of more rivals that many are found, so that no write takes longer the more there is: the last
// recorded ones when both ends are given, else any.
constexpr int kMostRivals = 100;

// Facts of a type that are told of a subject and have a figure of some size.
struct FigureQuery {
  std::string type;
  std::vector<std::string> subject_refs;  // Entities, of which the subject must be one.
  std::string unit;
  double low = 0;  // Both included.
  double high = 0;
};

// Of more such facts that many are found, those recorded first.
constexpr int kMostFiguresFound = 100;

// An entity that was found by other means than its keys.
struct FoundEntity {
  std::string entity;
  double score = 0;
  std::string matched_alias;
  std::string matched_key;
};

// A spelling to find entities by.
struct EntitySearch {
  std::vector<std::string> folded_keys;
  std::string prefix;
  std::string lexicon_key;
  int type = 0;  // Any type if 0.
  // Ranked among what the keys find; the better score of an entity counts.
  std::vector<FoundEntity> found;
  int limit = 50;
  int offset = 0;
};

struct EntityMatchRecord {
  EntityRecord entity;
  double score = 0;
  std::string matched_alias;
  std::string matched_key;  // The key of the request that led there; may be empty.
};

enum class TermField { kSurface, kStem };

struct SearchTerm {
  std::string term;
  TermField field = TermField::kStem;
  double weight = 1;
  int word = 0;
};

struct PassageSearch {
  std::vector<SearchTerm> terms;
  std::vector<std::string> documents;  // Any if empty.
  Micros publish_start = kUnknownTime;
  Micros publish_end = kForever;
  int candidate_limit = 300;
};

// What ranking needs to know about the collection.
struct TermStatistics {
  int64_t passage_count = 0;
  double mean_length = 1;                     // In stem terms.
  std::vector<int64_t> document_frequencies;  // One per search term.
};

// A passage that holds terms of a search.
struct PassageCandidate {
  PassageRecord passage;         // Without `passage_bytes` and terms.
  int length = 0;                // In stem terms.
  std::vector<int> term_counts;  // How often it holds each term of the search.
};

struct PassageCandidates {
  std::vector<PassageCandidate> passages;
  TermStatistics statistics;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_STORE_QUERY_H_
