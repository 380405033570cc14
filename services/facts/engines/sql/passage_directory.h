// What ranking asks of passages, in memory.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_DIRECTORY_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_DIRECTORY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "services/facts/engines/sql/connection.h"
#include "services/facts/store/records.h"

namespace isnad::facts::sql {

// The place, kind and mentions of each passage, which never change, and which extractions ended
// when. Reading the rows of all candidates of a search takes several times as long as finding them.
// Some 50 bytes a passage. Not thread safe.
class PassageDirectory {
 public:
  // Adds the passages with these rows, in rising order, of rows above `after`.
  absl::Status Add(Connection& connection, int64_t after, const std::vector<int64_t>& passages);

  // Learns of the extractions that ended after those known. Returns whether there are such.
  absl::Status AddEnds(Connection& connection);
  // The latest end that is known.
  Micros latest_end() const { return latest_end_; }

  // Whether the passage of that number, in the order of adding, counted at the time.
  bool Stood(size_t number, Micros time) const;

  // The passage, without bytes and terms.
  PassageRecord At(size_t number) const;

 private:
  struct Entry {
    int64_t passage = 0;
    int64_t extraction = 0;
    uint32_t document = 0;
    int32_t ordinal = 0;
    int32_t kind = 0;
    uint32_t mention_count = 0;
    size_t first_mention = 0;
  };

  uint32_t NumberOf(const std::string& name);

  std::vector<Entry> entries_;
  std::vector<uint32_t> mentions_;  // Numbers of names, those of each passage together.
  std::vector<std::string> names_;  // Of documents and entities.
  absl::flat_hash_map<std::string, uint32_t> numbers_;
  absl::flat_hash_map<int64_t, Micros> ends_;  // Of extractions.
  Micros latest_end_ = 0;
};

// Mentions as the column of that name holds them, by entity id in the order of mention; empty ones
// are of no entity.
std::string EncodeMentions(const std::vector<std::string>& mentions);
std::vector<std::string> DecodeMentions(const std::string& text);

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_PASSAGE_DIRECTORY_H_
