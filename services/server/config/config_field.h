// The fields of a configuration message that one flag or variable can set.

#ifndef ISNAD_SERVICES_SERVER_CONFIG_CONFIG_FIELD_H_
#define ISNAD_SERVICES_SERVER_CONFIG_CONFIG_FIELD_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace google::protobuf {
class Descriptor;
class FieldDescriptor;
class Message;
}  // namespace google::protobuf

namespace isnad::server {

// A scalar or repeated scalar, at any depth below the configuration message.
class ConfigField {
 public:
  // `steps` leads from the configuration message to the field.
  explicit ConfigField(std::vector<const google::protobuf::FieldDescriptor*> steps);

  // "server.max_send_bytes".
  const std::string& path() const { return path_; }
  // "ISNAD_SERVER_MAX_SEND_BYTES".
  std::string VariableName(absl::string_view prefix) const;
  // What kind of value it takes, such as "integer" or "true|false".
  std::string ValueKind() const;
  // The words of the `help` option, "" when it has none.
  std::string help() const;

  bool is_bool() const;
  bool is_repeated() const;

  void Clear(google::protobuf::Message* config) const;

  // Reads `value` and sets the field, or adds to it when repeated. INVALID_ARGUMENT, with the value
  // and what would be right, when it does not fit.
  absl::Status Set(absl::string_view value, google::protobuf::Message* config) const;

 private:
  // The message that holds the field.
  google::protobuf::Message* Holder(google::protobuf::Message* config) const;

  std::vector<const google::protobuf::FieldDescriptor*> steps_;
  std::string path_;
};

// All such fields of a message type, in the order of declaration. Maps, lists of messages and types
// that hold themselves are left out.
std::vector<ConfigField> ListConfigFields(const google::protobuf::Descriptor& type);

}  // namespace isnad::server

#endif  // ISNAD_SERVICES_SERVER_CONFIG_CONFIG_FIELD_H_
