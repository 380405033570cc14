#include "tests/eval/recognizers_scorer.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/extraction/tokenize/tokenizer.h"
#include "services/extraction/values/calendar.h"
#include "services/extraction/values/value_reader.h"
#include "tests/eval/recognizers_spec.h"

namespace isnad::eval {
namespace {

using extraction::Analysis;
using extraction::ByteRange;
using extraction::CivilDate;
using extraction::DateReading;
using extraction::LengthReading;
using extraction::OrdinalReading;
using extraction::RangeReading;
using extraction::TimeUnit;
using extraction::ValueReader;

constexpr char kExtension[] = ".json";
// The suite prints 15 digits.
constexpr double kRelativeTolerance = 1e-9;

bool Close(double a, double b) {
  return std::abs(a - b) <=
         kRelativeTolerance * std::max(1e-300, std::max(std::abs(a), std::abs(b)));
}

// Something that the reader found, in the notation of the suite where it has one.
struct Found {
  ByteRange range;
  std::string shown;
  double number = 0;
  const DateReading* date = nullptr;
};

std::string Day(const absl::optional<CivilDate>& date) {
  return date ? absl::StrFormat("%04d-%02d-%02d", date->year, date->month, date->day) : "";
}

std::string Notation(const OrdinalReading& ordinal) {
  switch (ordinal.origin) {
    case OrdinalReading::Origin::kStart:
      return absl::StrFormat("%.15g", ordinal.offset);
    case OrdinalReading::Origin::kCurrent:
      return absl::StrFormat("current%+g", ordinal.offset);
    case OrdinalReading::Origin::kEnd:
      return absl::StrFormat("end%+g", ordinal.offset);
  }
  return "";
}

std::string Notation(const RangeReading& range) {
  const auto number = [](const absl::optional<double>& value) {
    return value ? absl::StrFormat("%.15g", *value) : std::string();
  };
  return absl::StrCat(range.includes_low ? "[" : "(", number(range.low), ",", number(range.high),
                      range.includes_high ? "]" : ")");
}

// ISO 8601, largest unit first: "P1M2D", "PT1.5H".
std::string Notation(const LengthReading& length) {
  static constexpr struct {
    TimeUnit unit;
    char letter;
    bool of_day;
    double factor;
  } kUnits[] = {{TimeUnit::kCentury, 'Y', false, 100}, {TimeUnit::kDecade, 'Y', false, 10},
                {TimeUnit::kYear, 'Y', false, 1},      {TimeUnit::kMonth, 'M', false, 1},
                {TimeUnit::kWeek, 'W', false, 1},      {TimeUnit::kDay, 'D', false, 1},
                {TimeUnit::kHour, 'H', true, 1},       {TimeUnit::kMinute, 'M', true, 1},
                {TimeUnit::kSecond, 'S', true, 1}};
  std::string text = "P";
  bool of_day = false;
  for (const auto& known : kUnits) {
    for (const LengthReading::Part& part : length.parts) {
      if (part.unit != known.unit) continue;
      if (known.of_day && !of_day) text += "T";
      of_day = of_day || known.of_day;
      absl::StrAppend(&text, absl::StrFormat("%.10g", part.amount * known.factor),
                      std::string(1, known.letter));
    }
  }
  return text;
}

std::string Notation(const DateReading& date) {
  if (!date.resolved) return "?";
  return absl::StrCat(Day(date.interval.start), "/", Day(date.interval.end));
}

class CaseScorer {
 public:
  CaseScorer(const ValueReader& reader, const SpecCase& spec) : reader_(reader), spec_(spec) {
    analysis_.text = spec.input;
    analysis_.language_code = "ar";
    analysis_.reference_date = spec.reference_date;
    extraction::Passage passage;
    passage.range = {0, static_cast<int>(spec.input.size())};
    analysis_.passages.push_back(passage);
    extraction::Tokenizer().Tokenize(&analysis_);
  }

  std::vector<Found> Read(ExpectedKind kind) {
    std::vector<Found> found;
    const auto add = [&found](ByteRange range, std::string shown) {
      found.push_back({range, std::move(shown), 0, nullptr});
    };
    switch (kind) {
      case ExpectedKind::kNumber:
      case ExpectedKind::kPercentage: {
        const bool plain = kind == ExpectedKind::kNumber;
        for (const auto& r : plain ? reader_.Numbers(analysis_) : reader_.Percentages(analysis_)) {
          add(r.range, absl::StrFormat("%.15g", r.value));
          found.back().number = r.value;
        }
        break;
      }
      case ExpectedKind::kOrdinal:
        for (const auto& r : reader_.Ordinals(analysis_)) add(r.range, Notation(r));
        break;
      case ExpectedKind::kNumberRange:
        for (const auto& r : reader_.Ranges(analysis_)) add(r.range, Notation(r));
        break;
      case ExpectedKind::kDuration:
        for (const auto& r : reader_.Lengths(analysis_)) add(r.range, Notation(r));
        break;
      default:
        dates_ = reader_.Dates(analysis_);
        for (const DateReading& r : dates_) {
          add(r.range, Notation(r));
          found.back().date = &r;
        }
    }
    return found;
  }

  // Position of the expected words; empty when they are not in the input.
  ByteRange RangeOf(const Expectation& expectation) const {
    const size_t at = spec_.input.find(expectation.text);
    if (expectation.text.empty() || at == std::string::npos) return {};
    return {static_cast<int>(at), static_cast<int>(at + expectation.text.size())};
  }

 private:
  const ValueReader& reader_;
  const SpecCase& spec_;
  Analysis analysis_;
  std::vector<DateReading> dates_;
};

bool HoldsInterval(const Expectation& expectation, const DateReading& date) {
  if (expectation.intervals.empty()) return true;
  if (!date.resolved) return false;
  const bool by_day = expectation.kind == ExpectedKind::kDate;
  for (const ExpectedInterval& expected : expectation.intervals) {
    const auto& start = date.interval.start;
    const auto& end = date.interval.end;
    if (expected.start.has_value() != start.has_value()) continue;
    if (expected.end.has_value() != end.has_value()) continue;
    if (start && !(*start == *expected.start)) continue;
    if (end) {
      const int days = extraction::DaysBetween(*expected.end, *end);
      if (!by_day && date.last && *date.last == *expected.end) return true;
      if (by_day ? days != 1 : days < 0 || days > 1) continue;
    }
    return true;
  }
  return false;
}

bool HoldsValue(const Expectation& expectation, const Found& found) {
  switch (expectation.kind) {
    case ExpectedKind::kNumber:
    case ExpectedKind::kPercentage: {
      double value = 0;
      return absl::SimpleAtod(absl::StripSuffix(expectation.value, "%"), &value) &&
             Close(found.number, value);
    }
    case ExpectedKind::kOrdinal:
    case ExpectedKind::kNumberRange:
      return found.shown == expectation.value;
    case ExpectedKind::kDuration:
      return found.shown == expectation.timex;
    default:
      return HoldsInterval(expectation, *found.date);
  }
}

// Counts of one file.
struct Tally {
  int64_t cases = 0;
  int64_t found = 0;  // cases in which everything expected was found somehow
  int64_t right = 0;
  int64_t exact = 0;  // extractor files
  int64_t rejected = 0;
  int64_t dropped = 0;  // by rule
  std::vector<std::string> misses;

  void Add(const Tally& other) {
    cases += other.cases;
    found += other.found;
    right += other.right;
    exact += other.exact;
    rejected += other.rejected;
    dropped += other.dropped;
    misses.insert(misses.end(), other.misses.begin(), other.misses.end());
  }
};

bool InScope(const CaseScorer& scorer, const Expectation& expectation, bool extractor) {
  if (expectation.kind == ExpectedKind::kOutOfScope) return false;
  if (expectation.kind == ExpectedKind::kUnknown) return false;
  return !extractor || !scorer.RangeOf(expectation).empty();
}

void ScoreCase(const ValueReader& reader, const SpecCase& spec, bool extractor,
               const std::string& label, Tally* tally) {
  CaseScorer scorer(reader, spec);
  bool any = false;
  bool found_all = true;
  bool right_all = true;
  bool exact_all = true;
  std::vector<std::string> missed;
  for (const Expectation& expectation : spec.expected) {
    if (!InScope(scorer, expectation, extractor)) continue;
    any = true;
    const ByteRange expected_range = scorer.RangeOf(expectation);
    bool found = false;
    bool right = false;
    bool exact = false;
    std::vector<std::string> shown;
    for (const Found& reading : scorer.Read(expectation.kind)) {
      shown.push_back(absl::StrCat(
          spec.input.substr(reading.range.begin, reading.range.end - reading.range.begin), "=",
          reading.shown));
      const bool overlaps = reading.range.overlaps(expected_range) || expected_range.empty();
      found = found || overlaps;
      right = right || (extractor ? overlaps : HoldsValue(expectation, reading));
      exact = exact || (right && reading.range == expected_range);
    }
    found_all = found_all && found;
    right_all = right_all && right;
    exact_all = exact_all && exact;
    if (right && (exact || !extractor)) continue;
    std::vector<std::string> days;
    for (const auto& i : expectation.intervals) {
      days.push_back(absl::StrCat(Day(i.start), "/", Day(i.end)));
    }
    missed.push_back(absl::StrCat(right ? "(span) " : "", "expected ", expectation.text, "=",
                                  expectation.value, expectation.timex, " ",
                                  absl::StrJoin(days, " "), " found ", absl::StrJoin(shown, "; ")));
  }
  if (!any) {
    tally->dropped += !spec.expected.empty();
    return;
  }
  ++tally->cases;
  tally->found += found_all;
  tally->right += right_all;
  tally->exact += extractor && right_all && exact_all;
  if (!missed.empty()) {
    tally->misses.push_back(
        absl::StrCat(label, " ", spec.input, ": ", absl::StrJoin(missed, " | ")));
  }
}

absl::StatusOr<std::set<std::string>> ReadRejected(const std::string& path) {
  std::set<std::string> rejected;
  if (path.empty()) return rejected;
  std::ifstream file(path);
  if (!file) return absl::NotFoundError(absl::StrCat("no table of rejected cases at ", path));
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> cells = absl::StrSplit(line, '\t');
    if (cells.size() != 3) {
      return absl::InvalidArgumentError(absl::StrCat("no file, index and reason in: ", line));
    }
    rejected.insert(absl::StrCat(cells[0], " ", cells[1]));
  }
  return rejected;
}

absl::StatusOr<Tally> ScoreFile(const ValueReader& reader, const std::string& path,
                                const std::set<std::string>& rejected) {
  absl::StatusOr<std::vector<SpecCase>> cases = ReadRecognizersSpec(path);
  if (!cases.ok()) return cases.status();
  const std::string name = std::filesystem::path(path).stem().string();
  const bool extractor = absl::EndsWith(name, "Extractor");
  Tally tally;
  for (size_t i = 0; i < cases->size(); ++i) {
    const std::string label = absl::StrCat(name, " ", i);
    if (rejected.count(label) > 0) {
      ++tally.rejected;
      continue;
    }
    ScoreCase(reader, (*cases)[i], extractor, label, &tally);
  }
  return tally;
}

std::vector<std::string> SpecFiles(const std::string& path) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    if (entry.path().extension() == kExtension) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

absl::StatusOr<Report> ScoreRecognizers(absl::string_view path, const RecognizersOptions& options) {
  absl::StatusOr<std::unique_ptr<ValueReader>> reader = ValueReader::Create();
  if (!reader.ok()) return reader.status();
  const absl::StatusOr<std::set<std::string>> rejected = ReadRejected(options.rejected_path);
  if (!rejected.ok()) return rejected.status();
  Report report;
  Tally total;
  for (const std::string& file : SpecFiles(std::string(path))) {
    absl::StatusOr<Tally> tally = ScoreFile(**reader, file, *rejected);
    if (!tally.ok()) return tally.status();
    const std::string name = std::filesystem::path(file).stem().string();
    if (tally->cases > 0) {
      report.scores.push_back({name, tally->cases, tally->found, tally->right});
      if (tally->exact > 0) {
        report.scores.push_back(
            {absl::StrCat(name, " exact"), tally->cases, tally->found, tally->exact});
      }
    }
    total.Add(*tally);
  }
  report.title = absl::StrCat("values on ", path, ": ", total.rejected, " cases rejected, ",
                              total.dropped, " out of scope");
  report.scores.push_back({"all", total.cases, total.found, total.right});
  report.misses = std::move(total.misses);
  return report;
}

}  // namespace isnad::eval
