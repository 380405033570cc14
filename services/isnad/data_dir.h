// The folder of the embedded storage, held by one process at a time.

#ifndef ISNAD_SERVICES_ISNAD_DATA_DIR_H_
#define ISNAD_SERVICES_ISNAD_DATA_DIR_H_

#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace isnad::suite {

// Holds a lock on the folder until destroyed; the kernel drops it when the process dies.
class DataDir {
 public:
  // Creates the folder when missing. FAILED_PRECONDITION when another process holds it,
  // PERMISSION_DENIED when it cannot be written.
  static absl::StatusOr<std::unique_ptr<DataDir>> Open(absl::string_view path);
  ~DataDir();
  DataDir(const DataDir&) = delete;
  DataDir& operator=(const DataDir&) = delete;

  // Path of a file in the folder.
  std::string File(absl::string_view name) const;

 private:
  DataDir(std::string path, int lock_fd) : path_(std::move(path)), lock_fd_(lock_fd) {}

  const std::string path_;
  const int lock_fd_;
};

}  // namespace isnad::suite

#endif  // ISNAD_SERVICES_ISNAD_DATA_DIR_H_
