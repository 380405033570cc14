#include "services/server/paging/page_token.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/message.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "services/server/paging/checksum.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

// First byte of a token; to be changed with the layout.
constexpr char kLayout = '\x01';
constexpr size_t kTagBytes = 8;
constexpr ChecksumKey kTokenKey = {0x9d3c51f07b62a84e, 0x41e7c80d2f96b53a};
constexpr ChecksumKey kRequestKey = {0x5b1f83c6e9207d44, 0xc36a0e9472d8f115};

std::string Bytes(uint64_t value) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xff);
  return bytes;
}

// Binds the position to the request. The length keeps the two apart.
std::string Tag(absl::string_view fingerprint, absl::string_view position) {
  return Bytes(Checksum(kTokenKey, absl::StrCat(Bytes(fingerprint.size()), fingerprint, position)));
}

void ClearField(const char* name, google::protobuf::Message* message) {
  const auto* field = message->GetDescriptor()->FindFieldByName(name);
  if (field != nullptr) message->GetReflection()->ClearField(message, field);
}

}  // namespace

std::string RequestFingerprint(const google::protobuf::Message& request) {
  const std::unique_ptr<google::protobuf::Message> arguments(request.New());
  arguments->CopyFrom(request);
  ClearField("page_size", arguments.get());
  ClearField("page_token", arguments.get());
  std::string serialized;
  {
    google::protobuf::io::StringOutputStream stream(&serialized);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    arguments->SerializePartialToCodedStream(&coded);
  }
  return Bytes(
      Checksum(kRequestKey, absl::StrCat(request.GetDescriptor()->full_name(), "\n", serialized)));
}

std::string MakePageToken(absl::string_view request_fingerprint, absl::string_view position) {
  return absl::WebSafeBase64Escape(
      absl::StrCat(absl::string_view(&kLayout, 1), Tag(request_fingerprint, position), position));
}

absl::StatusOr<std::string> ReadPageToken(absl::string_view token,
                                          absl::string_view request_fingerprint,
                                          absl::string_view field) {
  std::string bytes;
  if (absl::WebSafeBase64Unescape(token, &bytes) && bytes.size() > kTagBytes &&
      bytes[0] == kLayout) {
    const absl::string_view tag = absl::string_view(bytes).substr(1, kTagBytes);
    const absl::string_view position = absl::string_view(bytes).substr(1 + kTagBytes);
    if (tag == Tag(request_fingerprint, position)) return std::string(position);
  }
  return InvalidFields(
      {{std::string(field),
        absl::StrCat("\"", Shorten(token, 40),
                     "\" is not a token that this method returned for the same arguments; repeat "
                     "the request with all arguments but the page size unchanged")}},
      "INVALID_PAGE_TOKEN");
}

absl::StatusOr<int> PageSize(int requested, int default_size, int max_size) {
  if (requested < 0) {
    return InvalidFields(
        {{"page_size", absl::StrCat(requested, " is negative; use 0 for the default of ",
                                    default_size, ", or 1 to ", max_size)}});
  }
  return std::min(requested == 0 ? default_size : requested, max_size);
}

}  // namespace isnad::server
