#include "services/ingestion/engines/sqlite/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "services/ingestion/errors/ingestion_errors.h"
#include "services/server/status/error_details.h"

namespace isnad::ingestion {

absl::StatusOr<std::unique_ptr<FileLock>> FileLock::Acquire(const std::string& path) {
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return StorageUnavailableError(absl::StrCat("cannot open ", path, ": ", std::strerror(errno)));
  }
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    close(descriptor);
    return server::MakeError(
        absl::StatusCode::kFailedPrecondition,
        absl::StrCat(path, " is locked: another process serves this queue; give each its own file"),
        "QUEUE_IN_USE");
  }
  return std::unique_ptr<FileLock>(new FileLock(descriptor));
}

FileLock::~FileLock() { close(descriptor_); }

}  // namespace isnad::ingestion
