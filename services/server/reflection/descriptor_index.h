// Answers the questions of server reflection from the descriptors linked into the binary.

#ifndef ISNAD_SERVICES_SERVER_REFLECTION_DESCRIPTOR_INDEX_H_
#define ISNAD_SERVICES_SERVER_REFLECTION_DESCRIPTOR_INDEX_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace google::protobuf {
class DescriptorPool;
}  // namespace google::protobuf

namespace isnad::server {

// Finds files of a descriptor pool. Files come as serialised FileDescriptorProtos: the one asked
// for, then everything it imports, directly or not, each once. Errors are NOT_FOUND. Thread safe.
class DescriptorIndex {
 public:
  // The pool of generated code.
  DescriptorIndex();
  // `pool` must outlive the index.
  explicit DescriptorIndex(const google::protobuf::DescriptorPool* pool) : pool_(pool) {}

  absl::StatusOr<std::vector<std::string>> FileByName(absl::string_view name) const;

  // `symbol` is the full name of a message, field, enum, service, method or extension.
  absl::StatusOr<std::vector<std::string>> FileContainingSymbol(absl::string_view symbol) const;

  absl::StatusOr<std::vector<std::string>> FileContainingExtension(absl::string_view type,
                                                                   int number) const;

  // The numbers of all extensions of a message type, ascending.
  absl::StatusOr<std::vector<int32_t>> ExtensionNumbers(absl::string_view type) const;

 private:
  const google::protobuf::DescriptorPool* const pool_;
};

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_REFLECTION_DESCRIPTOR_INDEX_H_
