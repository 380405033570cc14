// Measures the tagger against the Arabic cases of a public test suite for number and date
// recognisers, if a copy lies in the folder that ISNAD_SHARED_DIR names.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "absl/types/optional.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "gtest/gtest.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/tagged_text.h"
#include "services/extraction/values/value_tagger.h"

namespace isnad::extraction {
namespace {

using Json = google::protobuf::Value;

struct SpecCase {
  std::string input;
  absl::optional<CivilDate> reference_date;
  std::vector<Json> results;
};

Json Field(const Json& object, const std::string& name) {
  const auto& fields = object.struct_value().fields();
  const auto it = fields.find(name);
  return it == fields.end() ? Json() : it->second;
}

absl::optional<CivilDate> ParseDay(absl::string_view text) {
  CivilDate date;
  if (text.size() < 10 || !absl::SimpleAtoi(text.substr(0, 4), &date.year) ||
      !absl::SimpleAtoi(text.substr(5, 2), &date.month) ||
      !absl::SimpleAtoi(text.substr(8, 2), &date.day)) {
    return absl::nullopt;
  }
  return date;
}

std::vector<SpecCase> ReadCases(const std::string& path) {
  std::ifstream file(path);
  std::stringstream buffer;
  buffer << file.rdbuf();
  const std::string text = buffer.str();
  absl::string_view json = text;
  absl::ConsumePrefix(&json, "\xEF\xBB\xBF");
  Json root;
  std::vector<SpecCase> cases;
  if (!google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &root).ok()) {
    return cases;
  }
  for (const Json& entry : root.list_value().values()) {
    SpecCase c;
    c.input = Field(entry, "Input").string_value();
    c.reference_date = ParseDay(Field(Field(entry, "Context"), "ReferenceDateTime").string_value());
    const Json results = Field(entry, "Results");
    c.results.assign(results.list_value().values().begin(), results.list_value().values().end());
    cases.push_back(c);
  }
  return cases;
}

// The value of a number mention whatever it counts.
absl::optional<double> NumberOf(const ValueMention& value) {
  switch (value.kind) {
    case ValueKind::kMoney:
      return value.money.amount;
    case ValueKind::kQuantity:
      return value.quantity.amount;
    case ValueKind::kLength:
      return value.length.amount;
    default:
      return absl::nullopt;
  }
}

bool Close(double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b)); }

class RecognizersSpec : public testing::Test {
 protected:
  void SetUp() override {
    const char* shared = std::getenv("ISNAD_SHARED_DIR");
    if (shared == nullptr) GTEST_SKIP() << "ISNAD_SHARED_DIR is not set: no spec to measure by";
    folder_ = absl::StrCat(shared, "/data/numbers/");
    tagger_ = ValueTagger::Create().value();
  }

  std::vector<ValueMention> Tag(const SpecCase& c) const {
    Analysis analysis = Tokenised(c.input, c.reference_date);
    tagger_->Tag(&analysis);
    return analysis.values;
  }

  // Share of cases with expected results in which `found` holds for each result.
  template <typename Found>
  double Measure(const std::string& name, Found found) const {
    int total = 0;
    int right = 0;
    for (const SpecCase& c : ReadCases(folder_ + name + ".json")) {
      if (c.results.empty()) continue;
      ++total;
      const std::vector<ValueMention> values = Tag(c);
      bool all = true;
      for (const Json& result : c.results) all = all && found(values, result);
      right += all;
      if (!all) {
        std::cout << "  missed: " << c.input << " -> "
                  << TagText(*tagger_, c.input, c.reference_date) << "\n";
      }
    }
    std::cout << absl::StrFormat("%s: %d of %d\n", name, right, total);
    EXPECT_GT(total, 0) << "no cases in " << folder_ << name;
    return total == 0 ? 0 : static_cast<double>(right) / total;
  }

  std::string folder_;
  std::unique_ptr<ValueTagger> tagger_;
};

bool HoldsNumber(const std::vector<ValueMention>& values, const Json& result) {
  std::string text = Field(Field(result, "Resolution"), "value").string_value();
  double expected = 0;
  if (!absl::SimpleAtod(absl::StripSuffix(text, "%"), &expected)) return false;
  for (const ValueMention& value : values) {
    const absl::optional<double> number = NumberOf(value);
    if (number && Close(*number, expected)) return true;
  }
  return false;
}

bool HoldsPeriod(const std::vector<ValueMention>& values, const Json& result) {
  const Json past = Field(Field(result, "Value"), "PastResolution");
  const absl::optional<CivilDate> start = ParseDay(Field(past, "startDate").string_value());
  const absl::optional<CivilDate> end = ParseDay(Field(past, "endDate").string_value());
  for (const ValueMention& value : values) {
    if (value.kind != ValueKind::kDate) continue;
    if (!start) return true;  // the suite resolves no days for seasons
    if (!value.date.start || !value.date.end || !(*value.date.start == *start) || !end) continue;
    // The suite counts the last day of a range of days as its end, we the day after it.
    const int days = DaysBetween(*end, *value.date.end);
    if (days == 0 || days == 1) return true;
  }
  return false;
}

bool HoldsDuration(const std::vector<ValueMention>& values, const Json& result) {
  const std::string timex = Field(Field(result, "Value"), "Timex").string_value();
  for (const ValueMention& value : values) {
    if (value.kind != ValueKind::kLength) continue;
    const bool of_day = value.length.unit_key == "HOUR" || value.length.unit_key == "MINUTE" ||
                        value.length.unit_key == "SECOND";
    const std::string expected = absl::StrFormat("P%s%.10g%c", of_day ? "T" : "",
                                                 value.length.amount, value.length.unit_key[0]);
    if (timex == expected) return true;
  }
  return false;
}

TEST_F(RecognizersSpec, Numbers) { EXPECT_GE(Measure("NumberModel", HoldsNumber), 0.36); }

TEST_F(RecognizersSpec, Percentages) { EXPECT_GE(Measure("PercentModel", HoldsNumber), 1.0); }

TEST_F(RecognizersSpec, Periods) { EXPECT_GE(Measure("DatePeriodParser", HoldsPeriod), 0.38); }

TEST_F(RecognizersSpec, Durations) { EXPECT_GE(Measure("DurationParser", HoldsDuration), 0.8); }

}  // namespace
}  // namespace isnad::extraction
