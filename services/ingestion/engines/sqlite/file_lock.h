// Keeps a second process from opening the same queue.

#ifndef ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_FILE_LOCK_H_
#define ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_FILE_LOCK_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace isnad::ingestion {

// Holds an advisory lock on a file until destroyed; the kernel drops it when the process dies.
class FileLock {
 public:
  // Creates `path` when needed. FAILED_PRECONDITION (QUEUE_IN_USE) when another process or object
  // holds it, UNAVAILABLE when the file cannot be created.
  static absl::StatusOr<std::unique_ptr<FileLock>> Acquire(const std::string& path);

  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}

  const int descriptor_;
};

}  // namespace isnad::ingestion

#endif  // ISNAD_SERVICES_INGESTION_ENGINES_SQLITE_FILE_LOCK_H_
