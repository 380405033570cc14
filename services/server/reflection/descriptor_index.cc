#include "services/server/reflection/descriptor_index.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;

absl::Status Unknown(absl::string_view what, absl::string_view name) {
  return MakeError(absl::StatusCode::kNotFound,
                   absl::StrCat("this server knows no ", what, " \"", Shorten(name), "\""),
                   "DESCRIPTOR_NOT_FOUND");
}

std::vector<std::string> WithImports(const FileDescriptor* file) {
  std::vector<const FileDescriptor*> files = {file};
  absl::flat_hash_set<const FileDescriptor*> seen = {file};
  for (size_t i = 0; i < files.size(); ++i) {
    for (int j = 0; j < files[i]->dependency_count(); ++j) {
      const FileDescriptor* import = files[i]->dependency(j);
      if (seen.insert(import).second) files.push_back(import);
    }
  }
  std::vector<std::string> serialized;
  for (const FileDescriptor* each : files) {
    google::protobuf::FileDescriptorProto proto;
    each->CopyTo(&proto);
    serialized.push_back(proto.SerializeAsString());
  }
  return serialized;
}

}  // namespace

DescriptorIndex::DescriptorIndex() : pool_(DescriptorPool::generated_pool()) {}

absl::StatusOr<std::vector<std::string>> DescriptorIndex::FileByName(absl::string_view name) const {
  const FileDescriptor* file = pool_->FindFileByName(std::string(name));
  if (file == nullptr) return Unknown("file", name);
  return WithImports(file);
}

absl::StatusOr<std::vector<std::string>> DescriptorIndex::FileContainingSymbol(
    absl::string_view symbol) const {
  const FileDescriptor* file = pool_->FindFileContainingSymbol(std::string(symbol));
  if (file == nullptr) return Unknown("symbol", symbol);
  return WithImports(file);
}

absl::StatusOr<std::vector<std::string>> DescriptorIndex::FileContainingExtension(
    absl::string_view type, int number) const {
  const Descriptor* extended = pool_->FindMessageTypeByName(std::string(type));
  if (extended == nullptr) return Unknown("message type", type);
  const FieldDescriptor* extension = pool_->FindExtensionByNumber(extended, number);
  if (extension == nullptr) return Unknown("extension", absl::StrCat(type, "/", number));
  return WithImports(extension->file());
}

absl::StatusOr<std::vector<int32_t>> DescriptorIndex::ExtensionNumbers(
    absl::string_view type) const {
  const Descriptor* extended = pool_->FindMessageTypeByName(std::string(type));
  if (extended == nullptr) return Unknown("message type", type);
  std::vector<const FieldDescriptor*> extensions;
  pool_->FindAllExtensions(extended, &extensions);
  std::vector<int32_t> numbers;
  for (const FieldDescriptor* extension : extensions) numbers.push_back(extension->number());
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace isnad::server
