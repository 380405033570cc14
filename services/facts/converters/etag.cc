#include "services/facts/converters/etag.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <memory>

#include "absl/strings/str_cat.h"
#include "services/server/digest/sha256.h"

namespace isnad::facts {
namespace {

constexpr size_t kEtagDigits = 16;

// Maps are written in one order.
std::string Serialize(const google::protobuf::Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

}  // namespace

std::string EtagOf(const google::protobuf::Message& resource) {
  return absl::StrCat("\"", server::Sha256Hex(Serialize(resource)).substr(0, kEtagDigits), "\"");
}

std::string BodyHash(const google::protobuf::Message& request) {
  std::unique_ptr<google::protobuf::Message> body(request.New());
  body->CopyFrom(request);
  const auto* field = request.GetDescriptor()->FindFieldByName("request_id");
  if (field != nullptr) body->GetReflection()->ClearField(body.get(), field);
  return server::Sha256Hex(
      absl::StrCat(request.GetDescriptor()->full_name(), "\n", Serialize(*body)));
}

}  // namespace isnad::facts
