// Writes rows with nothing but the database's own library: the measure of what a store's writes
// could cost at the least.

#ifndef ISNAD_TESTS_LOAD_BARE_WRITER_H_
#define ISNAD_TESTS_LOAD_BARE_WRITER_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tests/load/written_rows.h"

namespace isnad::load {

class BareWriter {
 public:
  virtual ~BareWriter() = default;
  // In one transaction, synced to the disk.
  virtual absl::Status Write(const WrittenRows& written) = 0;
};

// Over a copy of a store's file: statements prepared once, the settings that the store has.
absl::StatusOr<std::unique_ptr<BareWriter>> OpenBareSqlite(const std::string& path);

// Over a copy of a store's database: statements prepared once and pipelined, one wait in all.
absl::StatusOr<std::unique_ptr<BareWriter>> OpenBarePostgresql(const std::string& url);

}  // namespace isnad::load

#endif  // ISNAD_TESTS_LOAD_BARE_WRITER_H_
