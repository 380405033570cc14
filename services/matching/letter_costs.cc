#include "services/matching/letter_costs.h"

#include <algorithm>
#include <cstdlib>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/matching/embedded_letter_costs.h"

namespace isnad::matching {
namespace {

constexpr float kUnseenLetterPair = 8.0f;

// The letter of a group of one, else 0.
char OnlyLetter(LetterGroup group) { return group < 32 ? static_cast<char>(group) : '\0'; }

absl::Status BadLine(int number, absl::string_view line) {
  return absl::InvalidArgumentError(
      absl::StrCat("line ", number, " of the letter costs is no step: \"", line.substr(0, 60),
                   "\"; a kind, two groups of letters and a cost are needed"));
}

bool ParseGroup(Script script, absl::string_view field, size_t most, std::string* letters) {
  bool ok = true;
  *letters = field == "-" ? std::string() : ParseLetters(script, field, &ok);
  return ok && letters->size() <= most;
}

}  // namespace

LetterGroup PackGroup(absl::string_view letters) {
  int packed = 0;
  for (char letter : letters) packed = packed << kLetterBits | letter;
  return static_cast<LetterGroup>(packed);
}

StepCosts::StepCosts(const std::vector<Step>& steps) : left_(kGroups), right_(kGroups) {
  GroupNumber rows = 1;
  GroupNumber columns = 1;
  for (const Step& step : steps) {
    if (step.left == 0 || step.right == 0) continue;
    if (left_[step.left] == 0) left_[step.left] = rows++;
    if (right_[step.right] == 0) right_[step.right] = columns++;
  }
  columns_ = columns;
  table_.assign(static_cast<size_t>(rows) * columns, kImpossible);
  cheapest_left_.assign(rows, kImpossible);
  cheapest_right_.assign(columns, kImpossible);
  left_out_.fill(kUnseen);
  added_.fill(kUnseen);
  for (char end : {kWordBegin, kWordEnd, '\0'}) {
    left_out_[static_cast<size_t>(end)] = kImpossible;
    added_[static_cast<size_t>(end)] = kImpossible;
  }
  for (const Step& step : steps) {
    if (step.right == 0) {
      left_out_[static_cast<size_t>(OnlyLetter(step.left))] = step.cost;
    } else if (step.left == 0) {
      added_[static_cast<size_t>(OnlyLetter(step.right))] = step.cost;
    } else {
      const GroupNumber row = left_[step.left];
      const GroupNumber column = right_[step.right];
      table_[row * columns_ + column] = step.cost;
      cheapest_left_[row] = std::min(cheapest_left_[row], step.cost);
      cheapest_right_[column] = std::min(cheapest_right_[column], step.cost);
    }
  }
}

LetterModel::LetterModel() {
  for (auto& row : of_) row.fill(kUnseenLetterPair);
}

float LetterModel::SurpriseOf(const std::string& letters) const {
  float sum = 0;
  char before = kWordBegin;
  for (char letter : letters) {
    sum += of_[before & 31][letter & 31];
    before = letter;
  }
  return sum + of_[before & 31][kWordEnd & 31];
}

absl::StatusOr<LetterCosts> LetterCosts::Parse(absl::string_view file) {
  LetterCosts costs;
  std::vector<StepCosts::Step> cross;
  std::vector<StepCosts::Step> arabic;
  std::vector<StepCosts::Step> latin;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(file, '\n')) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<absl::string_view> fields = absl::StrSplit(line, '\t');
    float cost = 0;
    if (fields.size() != 4 || !absl::SimpleAtof(fields[3], &cost)) return BadLine(number, line);
    const bool is_model = fields[0] == "next-latin" || fields[0] == "next-arabic";
    const bool left_arabic = fields[0] == "arabic-arabic" || fields[0] == "next-arabic";
    const bool right_arabic = left_arabic || fields[0] == "latin-arabic";
    if (!is_model && !right_arabic && fields[0] != "latin-latin") return BadLine(number, line);
    const size_t most = is_model ? 1 : kLongestGroup;
    std::string left;
    std::string right;
    if (!ParseGroup(left_arabic ? Script::kArabic : Script::kLatin, fields[1], most, &left) ||
        !ParseGroup(right_arabic ? Script::kArabic : Script::kLatin, fields[2], most, &right) ||
        (is_model && (left.empty() || right.empty())) || (left.empty() && right.empty()) ||
        (left.empty() && right.size() > 1) || (right.empty() && left.size() > 1)) {
      return BadLine(number, line);
    }
    if (is_model) {
      (left_arabic ? costs.arabic_model_ : costs.latin_model_).Set(left[0], right[0], cost);
      continue;
    }
    (left_arabic    ? arabic
     : right_arabic ? cross
                    : latin)
        .push_back({PackGroup(left), PackGroup(right), cost});
  }
  costs.latin_arabic_ = StepCosts(cross);
  costs.arabic_arabic_ = StepCosts(arabic);
  costs.latin_latin_ = StepCosts(latin);
  return costs;
}

const LetterCosts& LetterCosts::Embedded() {
  static const LetterCosts* const costs = [] {
    absl::StatusOr<LetterCosts> parsed = Parse(isnad_embedded_letter_costs[0].content());
    // The file is part of the program; a test parses it.
    if (!parsed.ok()) std::abort();
    return new LetterCosts(*std::move(parsed));
  }();
  return *costs;
}

const StepCosts& LetterCosts::Between(Script left, Script right) const {
  if (left != right) return latin_arabic_;
  return left == Script::kArabic ? arabic_arabic_ : latin_latin_;
}

}  // namespace isnad::matching
