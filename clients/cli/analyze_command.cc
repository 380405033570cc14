#include "clients/cli/analyze_command.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "clients/cli/analysis_view.h"
#include "clients/cli/terminal.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

std::string ReadAll(std::istream& in) {
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

absl::StatusOr<std::string> TextOf(const AnalyzeOptions& options) {
  if (!options.text.empty() && !options.file.empty()) {
    return absl::InvalidArgumentError("give either a text or --file, not both");
  }
  if (!options.text.empty()) return options.text;
  if (options.file.empty()) {
    return absl::InvalidArgumentError("give a text, or --file=PATH (- for standard input)");
  }
  if (options.file == "-") return ReadAll(std::cin);
  std::ifstream in(options.file, std::ios::binary);
  if (!in) return absl::InvalidArgumentError(absl::StrCat("--file: cannot read ", options.file));
  return ReadAll(in);
}

absl::Status SetReferenceTime(const std::string& date, v1::AnalyzeTextRequest* request) {
  if (date.empty()) return absl::OkStatus();
  absl::Time time;
  std::string error;
  if (!absl::ParseTime("%Y-%m-%d", date, absl::UTCTimeZone(), &time, &error)) {
    return absl::InvalidArgumentError(
        absl::StrCat("--reference_date: \"", date, "\" is no date such as 2025-08-31"));
  }
  request->mutable_reference_time()->set_seconds(absl::ToUnixSeconds(time));
  return absl::OkStatus();
}

int Refuse(const absl::Status& status) {
  PrintFailure(status);
  return kUsage;
}

}  // namespace

int RunAnalyze(const AnalyzeOptions& options, const Connection& connection) {
  v1::AnalyzeTextRequest request;
  absl::StatusOr<std::string> text = TextOf(options);
  if (!text.ok()) return Refuse(text.status());
  request.set_text(*std::move(text));
  request.set_language_code(options.language);
  absl::Status status = SetReferenceTime(options.reference_date, &request);
  if (!status.ok()) return Refuse(status);
  v1::AnalyzeTextResponse response;
  status = connection.Call(&v1::ExtractionService::Stub::AnalyzeText, connection.extraction(),
                           request, &response);
  if (!status.ok()) return PrintFailure(status);
  if (options.format == Format::kJson) {
    PrintJson(response);
    return kSuccess;
  }
  AnalysisViewOptions view;
  view.words = !options.names_only;
  PrintAnalysis(response, view, StandardOutput(), std::cout);
  return kSuccess;
}

}  // namespace isnad::cli
