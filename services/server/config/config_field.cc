#include "services/server/config/config_field.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <cstdint>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "services/server/config/field_help.pb.h"
#include "services/server/status/error_details.h"

namespace isnad::server {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using Steps = std::vector<const FieldDescriptor*>;

bool HoldsItself(const Descriptor* type, const Steps& steps) {
  return absl::c_any_of(
      steps, [&](const FieldDescriptor* step) { return step->containing_type() == type; });
}

void CollectFields(const Descriptor& type, const Steps& above, std::vector<ConfigField>* fields) {
  for (int i = 0; i < type.field_count(); ++i) {
    Steps steps = above;
    steps.push_back(type.field(i));
    if (type.field(i)->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) {
      fields->emplace_back(std::move(steps));
    } else if (!type.field(i)->is_repeated() &&
               !HoldsItself(type.field(i)->message_type(), steps)) {
      CollectFields(*type.field(i)->message_type(), steps, fields);
    }
  }
}

// Writes parsed values to one field, adding when it is repeated.
class FieldWriter {
 public:
  FieldWriter(const FieldDescriptor* field, Message* message)
      : field_(field), message_(message), reflection_(message->GetReflection()) {}

  // False when `text` is no value of the field's type.
  bool Write(absl::string_view text) {
    switch (field_->cpp_type()) {
      case FieldDescriptor::CPPTYPE_INT32:
        return WriteNumber<int32_t>(text, &Reflection::SetInt32, &Reflection::AddInt32);
      case FieldDescriptor::CPPTYPE_INT64:
        return WriteNumber<int64_t>(text, &Reflection::SetInt64, &Reflection::AddInt64);
      case FieldDescriptor::CPPTYPE_UINT32:
        return WriteNumber<uint32_t>(text, &Reflection::SetUInt32, &Reflection::AddUInt32);
      case FieldDescriptor::CPPTYPE_UINT64:
        return WriteNumber<uint64_t>(text, &Reflection::SetUInt64, &Reflection::AddUInt64);
      case FieldDescriptor::CPPTYPE_DOUBLE: {
        double value;
        return absl::SimpleAtod(text, &value) &&
               Put(value, &Reflection::SetDouble, &Reflection::AddDouble);
      }
      case FieldDescriptor::CPPTYPE_FLOAT: {
        float value;
        return absl::SimpleAtof(text, &value) &&
               Put(value, &Reflection::SetFloat, &Reflection::AddFloat);
      }
      case FieldDescriptor::CPPTYPE_BOOL: {
        bool value;
        return absl::SimpleAtob(text, &value) &&
               Put(value, &Reflection::SetBool, &Reflection::AddBool);
      }
      case FieldDescriptor::CPPTYPE_ENUM: {
        const auto* value = field_->enum_type()->FindValueByName(std::string(text));
        return value != nullptr && Put(value, &Reflection::SetEnum, &Reflection::AddEnum);
      }
      case FieldDescriptor::CPPTYPE_STRING:
        return Put(std::string(text), &Reflection::SetString, &Reflection::AddString);
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return false;
    }
    return false;
  }

 private:
  template <typename Value, typename Setter>
  bool Put(Value value, Setter set, Setter add) {
    (reflection_->*(field_->is_repeated() ? add : set))(message_, field_, std::move(value));
    return true;
  }

  template <typename Number, typename Setter>
  bool WriteNumber(absl::string_view text, Setter set, Setter add) {
    Number value;
    return absl::SimpleAtoi(text, &value) && Put(value, set, add);
  }

  const FieldDescriptor* const field_;
  Message* const message_;
  const Reflection* const reflection_;
};

std::string EnumNames(const google::protobuf::EnumDescriptor& type) {
  std::vector<std::string> names;
  for (int i = 0; i < type.value_count(); ++i) names.push_back(type.value(i)->name());
  return absl::StrJoin(names, "|");
}

}  // namespace

ConfigField::ConfigField(std::vector<const FieldDescriptor*> steps) : steps_(std::move(steps)) {
  path_ = absl::StrJoin(steps_, ".", [](std::string* out, const FieldDescriptor* step) {
    absl::StrAppend(out, step->name());
  });
}

std::string ConfigField::VariableName(absl::string_view prefix) const {
  return absl::StrCat(prefix, "_", absl::AsciiStrToUpper(absl::StrReplaceAll(path_, {{".", "_"}})));
}

std::string ConfigField::ValueKind() const {
  switch (steps_.back()->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
      return "integer";
    case FieldDescriptor::CPPTYPE_UINT32:
    case FieldDescriptor::CPPTYPE_UINT64:
      return "non-negative integer";
    case FieldDescriptor::CPPTYPE_DOUBLE:
    case FieldDescriptor::CPPTYPE_FLOAT:
      return "number";
    case FieldDescriptor::CPPTYPE_BOOL:
      return "true|false";
    case FieldDescriptor::CPPTYPE_ENUM:
      return EnumNames(*steps_.back()->enum_type());
    default:
      return "text";
  }
}

std::string ConfigField::help() const {
  return steps_.back()->options().GetExtension(config::help);
}

bool ConfigField::is_bool() const {
  return steps_.back()->cpp_type() == FieldDescriptor::CPPTYPE_BOOL;
}

bool ConfigField::is_repeated() const { return steps_.back()->is_repeated(); }

Message* ConfigField::Holder(Message* config) const {
  for (size_t i = 0; i + 1 < steps_.size(); ++i) {
    config = config->GetReflection()->MutableMessage(config, steps_[i]);
  }
  return config;
}

void ConfigField::Clear(Message* config) const {
  Message* holder = Holder(config);
  holder->GetReflection()->ClearField(holder, steps_.back());
}

absl::Status ConfigField::Set(absl::string_view value, Message* config) const {
  if (FieldWriter(steps_.back(), Holder(config)).Write(value)) return absl::OkStatus();
  return InvalidFields(
      {{path_, absl::StrCat("\"", Shorten(value), "\" does not fit; it takes: ", ValueKind())}},
      "INVALID_CONFIG");
}

std::vector<ConfigField> ListConfigFields(const Descriptor& type) {
  std::vector<ConfigField> fields;
  CollectFields(type, {}, &fields);
  return fields;
}

}  // namespace isnad::server
