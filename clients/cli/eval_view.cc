#include "clients/cli/eval_view.h"

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "clients/cli/display_width.h"
#include "clients/cli/table.h"

namespace isnad::cli {
namespace {

constexpr char kFirstStrongIsolate[] = "\xE2\x81\xA8";  // U+2068
constexpr char kPopIsolate[] = "\xE2\x81\xA9";          // U+2069

// Of a question or answer among the misses; answers of the long kinds still fit.
constexpr int kMaxTextColumns = 700;

// What a figure says, by its name.
std::string Meaning(absl::string_view figure) {
  static const auto* const kMeanings = new std::map<absl::string_view, std::string>{
      {"accuracy", "questions treated rightly, refusals included"},
      {"answered_right", "answered rightly, of those that have an answer"},
      {"content_right", "the same, whatever length and citations"},
      {"precision", "right, of the answers given"},
      {"refusals_right", "refused, of those that have no answer"},
      {"quotes_verbatim", "quotes that stand in their document"}};
  const auto found = kMeanings->find(figure);
  return found == kMeanings->end() ? "" : found->second;
}

std::string Percent(const Share& share) {
  const absl::optional<double> percent = share.Percent();
  return percent ? absl::StrFormat("%5.1f", *percent) : "    -";
}

std::string Count(const Share& share) { return absl::StrCat(share.part, "/", share.whole); }

std::string PercentAndCount(const Share& share) {
  return share.whole == 0 ? "" : absl::StrCat(Percent(share), "  ", Count(share));
}

void PrintFigures(const Scores& scores, std::ostream& out) {
  Table table({"FIGURE", "    %", "COUNT", "MEANING"});
  for (const NamedShare& figure : AllShares()) {
    const Share& share = scores.*figure.share;
    table.AddRow({std::string(figure.name), Percent(share), Count(share), Meaning(figure.name)});
  }
  table.Print(out);
}

void AddSlices(const std::map<std::string, Scores>& slices, Table* table) {
  for (const auto& [name, scores] : slices) {
    table->AddRow({name, PercentAndCount(scores.accuracy), PercentAndCount(scores.precision),
                   PercentAndCount(scores.refusals_right),
                   PercentAndCount(scores.quotes_verbatim)});
  }
}

void PrintSlices(const std::string& heading, const std::map<std::string, Scores>& slices,
                 std::ostream& out) {
  Table table({heading, "ACCURACY", "PRECISION", "REFUSALS RIGHT", "QUOTES VERBATIM"});
  AddSlices(slices, &table);
  out << "\n";
  table.Print(out);
}

void PrintCoverage(const std::vector<CoveragePoint>& points, std::ostream& out) {
  if (points.empty()) return;
  Table table({"CONFIDENCE FROM", "COVERAGE", "PRECISION", "ACCURACY"});
  for (const CoveragePoint& point : points) {
    table.AddRow({absl::StrFormat("%.4f", point.confidence), PercentAndCount(point.coverage),
                  PercentAndCount(point.precision), PercentAndCount(point.accuracy)});
  }
  out << "\n";
  table.Print(out);
}

std::string Expected(const GoldQuestion& gold) {
  if (gold.match == Match::kAbstain) return "a refusal";
  return absl::StrJoin(gold.answers, gold.match == Match::kAll ? " + " : " | ",
                       [](std::string* to, const std::vector<std::string>& variants) {
                         absl::StrAppend(to, absl::StrJoin(variants, " | "));
                       });
}

std::string ExpectedDocuments(const GoldQuestion& gold) {
  return absl::StrJoin(gold.cite_groups, " + ",
                       [](std::string* to, const std::vector<std::string>& group) {
                         absl::StrAppend(to, absl::StrJoin(group, " | "));
                       });
}

class MissPrinter {
 public:
  MissPrinter(const Terminal& terminal, std::ostream& out) : terminal_(terminal), out_(out) {}

  void Print(const Miss& miss) const {
    out_ << "\n"
         << miss.gold.id << "  " << VerdictWords(miss.verdict) << "  (" << miss.gold.language
         << ", " << miss.gold.kind << ", line " << miss.gold.line << ")\n";
    PrintLine("question", miss.gold.question);
    PrintLine("expected", Expected(miss.gold));
    PrintLine("got", miss.got);
    if (miss.verdict != Verdict::kUncited) return;
    PrintLine("to cite", ExpectedDocuments(miss.gold));
    PrintLine("cited", absl::StrJoin(miss.cited, ", "));
  }

 private:
  void PrintLine(absl::string_view label, absl::string_view text) const {
    const std::string fitted = FitToWidth(text, kMaxTextColumns);
    out_ << absl::StreamFormat("  %-8s  ", label)
         << (terminal_.bidirectional ? absl::StrCat(kFirstStrongIsolate, fitted, kPopIsolate)
                                     : fitted)
         << "\n";
  }

  const Terminal& terminal_;
  std::ostream& out_;
};

}  // namespace

void PrintEvaluation(const Evaluation& evaluation, Misses misses, const Terminal& terminal,
                     std::ostream& out) {
  const Scores& scores = evaluation.board.all();
  const int answered = scores.precision.whole;
  out << scores.questions << " questions, " << answered << " answered, "
      << scores.questions - answered << " refused\n\n";
  PrintFigures(scores, out);
  PrintSlices("LANGUAGE", evaluation.board.by_language(), out);
  PrintSlices("KIND", evaluation.board.by_kind(), out);
  PrintCoverage(evaluation.board.Coverage(), out);
  if (misses == Misses::kLeftOut) return;
  out << "\n" << evaluation.misses.size() << " missed\n";
  for (const Miss& miss : evaluation.misses) MissPrinter(terminal, out).Print(miss);
}

}  // namespace isnad::cli
