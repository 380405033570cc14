#include "services/isnad/data_dir.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace isnad::suite {

absl::StatusOr<std::unique_ptr<DataDir>> DataDir::Open(absl::string_view path) {
  const std::string folder(path);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return absl::PermissionDeniedError(
        absl::StrCat("data_dir \"", folder, "\" cannot be created: ", error.message()));
  }
  const std::string lock = absl::StrCat(folder, "/LOCK");
  const int fd = open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) {
    return absl::PermissionDeniedError(
        absl::StrCat("data_dir \"", folder, "\" cannot be written: ", std::strerror(errno)));
  }
  if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
    close(fd);
    return absl::FailedPreconditionError(
        absl::StrCat("data_dir \"", folder,
                     "\" is in use by another process; stop it or choose another folder"));
  }
  return std::unique_ptr<DataDir>(new DataDir(folder, fd));
}

DataDir::~DataDir() { close(lock_fd_); }

std::string DataDir::File(absl::string_view name) const { return absl::StrCat(path_, "/", name); }

}  // namespace isnad::suite
