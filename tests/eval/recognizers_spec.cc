#include "tests/eval/recognizers_spec.h"

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace isnad::eval {
namespace {

using Json = google::protobuf::Value;

Json Field(const Json& object, const std::string& name) {
  const auto& fields = object.struct_value().fields();
  const auto it = fields.find(name);
  return it == fields.end() ? Json() : it->second;
}

std::string Text(const Json& object, const std::string& name) {
  return Field(object, name).string_value();
}

// The date in front of "2016-11-07" or "2016-11-07 08:00:00".
absl::optional<extraction::CivilDate> ParseDay(absl::string_view text) {
  extraction::CivilDate date;
  if (text.size() < 10 || !absl::SimpleAtoi(text.substr(0, 4), &date.year) ||
      !absl::SimpleAtoi(text.substr(5, 2), &date.month) ||
      !absl::SimpleAtoi(text.substr(8, 2), &date.day) || date.year <= 1) {
    return absl::nullopt;
  }
  return date;
}

ExpectedKind KindOf(absl::string_view type) {
  absl::ConsumePrefix(&type, "datetimeV2.");
  if (type == "number") return ExpectedKind::kNumber;
  if (absl::StartsWith(type, "ordinal")) return ExpectedKind::kOrdinal;
  if (type == "numberrange") return ExpectedKind::kNumberRange;
  if (type == "percentage") return ExpectedKind::kPercentage;
  if (type == "date") return ExpectedKind::kDate;
  if (type == "daterange") return ExpectedKind::kPeriod;
  if (type == "datetime" || type == "datetimerange") return ExpectedKind::kDateTime;
  if (type == "duration") return ExpectedKind::kDuration;
  return type.empty() ? ExpectedKind::kUnknown : ExpectedKind::kOutOfScope;
}

void AddInterval(const std::string& start, const std::string& end, Expectation* expectation) {
  ExpectedInterval interval;
  interval.start = ParseDay(start);
  interval.end = ParseDay(end);
  if (interval.start || interval.end) expectation->intervals.push_back(interval);
}

// "Value" of Parser files: one object with a past and a future resolution.
void ReadParsed(const Json& value, Expectation* expectation) {
  expectation->timex = Text(value, "Timex");
  for (const char* name : {"PastResolution", "FutureResolution"}) {
    const Json resolution = Field(value, name);
    for (const char* day : {"date", "dateTime"}) {
      const std::string text = Text(resolution, day);
      AddInterval(text, text, expectation);
    }
    AddInterval(Text(resolution, "startDate"), Text(resolution, "endDate"), expectation);
    AddInterval(Text(resolution, "startDateTime"), Text(resolution, "endDateTime"), expectation);
  }
}

// "Resolution" of Model files and "Value" of merged ones: a value, or a list of possible ones.
void ReadResolved(const Json& resolution, Expectation* expectation) {
  const std::string single = Text(resolution, "value");
  if (!single.empty()) expectation->value = single;
  const Json values = Field(resolution, "values");
  for (const Json& value : values.list_value().values()) {
    expectation->timex = Text(value, "timex");
    const std::string day = Text(value, "value");
    AddInterval(day, day, expectation);
    AddInterval(Text(value, "start"), Text(value, "end"), expectation);
  }
}

Expectation ReadExpectation(const Json& result) {
  Expectation expectation;
  std::string type = Text(result, "TypeName");
  if (type.empty()) type = Text(result, "Type");
  expectation.kind = KindOf(type);
  expectation.text = std::string(absl::StripAsciiWhitespace(Text(result, "Text")));
  ReadParsed(Field(result, "Value"), &expectation);
  for (const char* name : {"Value", "Resolution"}) ReadResolved(Field(result, name), &expectation);
  return expectation;
}

}  // namespace

absl::StatusOr<std::vector<SpecCase>> ReadRecognizersSpec(absl::string_view path) {
  std::ifstream file{std::string(path)};
  if (!file) return absl::NotFoundError(absl::StrCat("no spec file at ", path));
  std::stringstream buffer;
  buffer << file.rdbuf();
  const std::string text = buffer.str();
  absl::string_view json = text;
  absl::ConsumePrefix(&json, "\xEF\xBB\xBF");
  Json root;
  if (!google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &root).ok() ||
      root.kind_case() != Json::kListValue) {
    return absl::InvalidArgumentError(absl::StrCat(path, " holds no list of cases"));
  }
  std::vector<SpecCase> cases;
  for (const Json& entry : root.list_value().values()) {
    SpecCase spec;
    spec.input = Text(entry, "Input");
    spec.reference_date = ParseDay(Text(Field(entry, "Context"), "ReferenceDateTime"));
    const Json results = Field(entry, "Results");
    for (const Json& result : results.list_value().values()) {
      spec.expected.push_back(ReadExpectation(result));
    }
    cases.push_back(std::move(spec));
  }
  return cases;
}

}  // namespace isnad::eval
