#include "clients/cli/ask_command.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "clients/cli/answer_view.h"
#include "clients/cli/article_files.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kMaxQuestionsBytes = 64 << 20;

struct NumberedQuestion {
  std::string id;
  std::string text;
};

absl::StatusOr<std::vector<NumberedQuestion>> ReadQuestions(const std::string& path) {
  auto bytes = ReadBytes(path, kMaxQuestionsBytes);
  if (!bytes.ok()) return bytes.status();
  std::vector<NumberedQuestion> out;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(*bytes, '\n')) {
    ++number;
    line = absl::StripAsciiWhitespace(line);
    if (line.empty()) continue;
    google::protobuf::Struct object;
    auto wrong = [&](absl::string_view what) {
      return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": ", what));
    };
    if (!google::protobuf::util::JsonStringToMessage(std::string(line), &object).ok()) {
      return wrong("is not a JSON object");
    }
    NumberedQuestion question;
    for (const auto& [key, value] : object.fields()) {
      if (key == "id") question.id = value.string_value();
      if (key == "question") question.text = value.string_value();
    }
    if (question.text.empty()) return wrong("has no \"question\"");
    if (question.id.empty()) question.id = absl::StrCat(number);
    out.push_back(std::move(question));
  }
  return out;
}

absl::StatusOr<v1::AskResponse> Ask(const std::string& question, const AskOptions& options,
                                    const Connection& connection) {
  v1::AskRequest request;
  request.set_question(question);
  request.set_language_code(options.language);
  request.set_include_plan(options.plan);
  v1::AskResponse response;
  absl::Status status =
      connection.Call(&v1::AnswerService::Stub::Ask, connection.answers(), request, &response);
  if (!status.ok()) return status;
  return response;
}

void PrintOne(const v1::AskResponse& answer, const AskOptions& options) {
  if (options.format == Format::kJson) {
    PrintJson(answer);
    return;
  }
  PrintAnswer(answer, std::cout);
  if (options.plan) PrintPlan(answer.plan(), std::cout);
}

// The JSON of an answer with the question's id in front.
std::string WithId(const std::string& id, const v1::AskResponse& answer) {
  google::protobuf::Value value;
  value.set_string_value(id);
  const std::string body = ToJson(answer);
  return absl::StrCat("{\"id\":", ToJson(value), body.size() > 2 ? "," : "", body.substr(1));
}

int AskFile(const AskOptions& options, const Connection& connection) {
  auto questions = ReadQuestions(options.questions_file);
  if (!questions.ok()) return PrintFailure(questions.status());
  std::ofstream file;
  if (!options.output.empty()) {
    file.open(options.output);
    if (!file) {
      return PrintFailure(
          absl::PermissionDeniedError(absl::StrCat("\"", options.output, "\" cannot be written")));
    }
  }
  std::ostream& out = options.output.empty() ? std::cout : file;
  std::vector<double> milliseconds;
  int answered = 0;
  for (const NumberedQuestion& question : *questions) {
    const absl::Time begin = absl::Now();
    auto answer = Ask(question.text, options, connection);
    if (!answer.ok()) {
      std::cerr << question.id << ": ";
      return PrintFailure(answer.status());
    }
    milliseconds.push_back(absl::ToDoubleMilliseconds(absl::Now() - begin));
    answered += answer->has_refusal() ? 0 : 1;
    out << WithId(question.id, *answer) << "\n";
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  if (!milliseconds.empty()) {
    std::cerr << absl::StreamFormat(
        "%d questions, %d answered, %d refused; median %.1f ms, slowest %.1f ms\n",
        milliseconds.size(), answered, milliseconds.size() - answered,
        milliseconds[milliseconds.size() / 2], milliseconds.back());
  }
  return kSuccess;
}

int AskSession(const AskOptions& options, const Connection& connection) {
  const bool terminal = isatty(STDIN_FILENO) == 1;
  std::string line;
  while (true) {
    if (terminal) std::cout << "? " << std::flush;
    if (!std::getline(std::cin, line)) break;
    const std::string question(absl::StripAsciiWhitespace(line));
    if (question.empty()) continue;
    auto answer = Ask(question, options, connection);
    if (!answer.ok()) {
      PrintFailure(answer.status());
      if (answer.status().code() == absl::StatusCode::kUnavailable) return kUnavailable;
      continue;
    }
    PrintOne(*answer, options);
  }
  return kSuccess;
}

}  // namespace

int RunAsk(const AskOptions& options, const Connection& connection) {
  if (!options.questions_file.empty()) return AskFile(options, connection);
  if (options.question.empty()) return AskSession(options, connection);
  auto answer = Ask(options.question, options, connection);
  if (!answer.ok()) return PrintFailure(answer.status());
  PrintOne(*answer, options);
  return kSuccess;
}

}  // namespace isnad::cli
