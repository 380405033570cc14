#include "services/extraction/converters/source_spans.h"

#include <google/protobuf/descriptor.h>

#include <string>
#include <vector>

namespace isnad::extraction {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

const FieldDescriptor* Offset(const Message& message, const char* name) {
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(name);
  const bool number = field != nullptr && !field->is_repeated() &&
                      field->cpp_type() == FieldDescriptor::CPPTYPE_INT32;
  return number ? field : nullptr;
}

void Move(const OffsetMap& to_source, absl::string_view source, Message* message) {
  const FieldDescriptor* begin = Offset(*message, "begin");
  const FieldDescriptor* end = Offset(*message, "end");
  if (begin == nullptr || end == nullptr) return;
  const Reflection& fields = *message->GetReflection();
  const int first = fields.GetInt32(*message, begin);
  const int last = fields.GetInt32(*message, end);
  if (last <= first) return;
  const SourceRange range = to_source.ToSourceRange(first, last);
  fields.SetInt32(message, begin, range.begin);
  fields.SetInt32(message, end, range.end);
  if (const FieldDescriptor* marker = Offset(*message, "marker_begin")) {
    fields.SetInt32(message, marker, to_source.ToSource(fields.GetInt32(*message, marker)));
  }
  const FieldDescriptor* quote = message->GetDescriptor()->FindFieldByName("quote");
  if (quote == nullptr || quote->cpp_type() != FieldDescriptor::CPPTYPE_STRING ||
      fields.GetString(*message, quote).empty()) {
    return;
  }
  fields.SetString(message, quote,
                   std::string(source.substr(range.begin, range.end - range.begin)));
}

}  // namespace

void ToSourceSpans(const OffsetMap& to_source, absl::string_view source, Message* message) {
  Move(to_source, source, message);
  const Reflection& reflection = *message->GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(*message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      ToSourceSpans(to_source, source, reflection.MutableMessage(message, field));
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(*message, field); ++i) {
      ToSourceSpans(to_source, source, reflection.MutableRepeatedMessage(message, field, i));
    }
  }
}

}  // namespace isnad::extraction
