#include "clients/cli/eval_command.h"

#include <iostream>
#include <map>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "clients/cli/article_files.h"
#include "clients/cli/eval_json.h"
#include "clients/cli/eval_view.h"
#include "clients/cli/evaluation.h"
#include "clients/cli/judging/bars.h"
#include "clients/cli/judging/gold_question.h"
#include "clients/cli/judging/verdict.h"
#include "clients/cli/progress.h"
#include "clients/cli/terminal.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

constexpr size_t kMaxQuestionsBytes = 64 << 20;

absl::StatusOr<std::vector<Bar>> ParseBars(const std::vector<std::string>& texts) {
  std::vector<Bar> bars;
  for (const std::string& text : texts) {
    auto bar = ParseBar(text);
    if (!bar.ok()) return bar.status();
    bars.push_back(*bar);
  }
  return bars;
}

absl::StatusOr<std::vector<GoldQuestion>> ReadGoldQuestions(const std::string& path) {
  auto bytes = ReadBytes(path, kMaxQuestionsBytes);
  if (!bytes.ok()) return bytes.status();
  return ParseGoldQuestions(*bytes, path);
}

// The texts of documents, each fetched once and valid as long as this lives.
class DocumentTexts {
 public:
  explicit DocumentTexts(const Connection& connection) : connection_(connection) {}

  // Empty for a document that the suite does not have.
  absl::StatusOr<absl::string_view> Get(const std::string& name) {
    const auto known = texts_.find(name);
    if (known != texts_.end()) return absl::string_view(known->second);
    v1::GetDocumentRequest request;
    request.set_name(name);
    request.set_view(v1::VIEW_FULL);
    v1::GetDocumentResponse response;
    const absl::Status status = connection_.Call(&v1::FactService::Stub::GetDocument,
                                                 connection_.facts(), request, &response);
    if (!status.ok() && !absl::IsNotFound(status)) return status;
    return absl::string_view(texts_[name] = response.document().text());
  }

 private:
  const Connection& connection_;
  std::map<std::string, std::string> texts_;
};

absl::Status CountQuotes(const v1::AskResponse& answer, DocumentTexts* texts, JudgedAnswer* out) {
  for (const v1::Citation& citation : answer.citations()) {
    auto text = texts->Get(citation.document());
    if (!text.ok()) return text.status();
    ++out->quotes;
    out->verbatim_quotes += IsVerbatim(citation, *text) ? 1 : 0;
  }
  return absl::OkStatus();
}

Miss Missed(const GoldQuestion& gold, Verdict verdict, const v1::AskResponse& answer) {
  Miss miss;
  miss.gold = gold;
  miss.verdict = verdict;
  miss.got = answer.has_refusal() ? answer.refusal().message() : answer.text();
  std::set<std::string> cited;
  for (const v1::Citation& citation : answer.citations()) {
    cited.insert(DocumentName(citation.source_uri()));
  }
  miss.cited.assign(cited.begin(), cited.end());
  return miss;
}

absl::Status AskAndJudge(const GoldQuestion& gold, const Connection& connection,
                         DocumentTexts* texts, Evaluation* out) {
  v1::AskRequest request;
  request.set_question(gold.question);
  v1::AskResponse answer;
  absl::Status status =
      connection.Call(&v1::AnswerService::Stub::Ask, connection.answers(), request, &answer);
  if (!status.ok()) return status;
  JudgedAnswer judged;
  judged.kind = gold.kind;
  judged.language = gold.language;
  judged.verdict = Judge(gold, answer);
  judged.confidence = answer.confidence();
  if (IsGiven(judged.verdict)) status = CountQuotes(answer, texts, &judged);
  if (!status.ok()) return status;
  if (!IsRight(judged.verdict)) out->misses.push_back(Missed(gold, judged.verdict, answer));
  out->board.Add(judged);
  return absl::OkStatus();
}

// Names the question that could not be asked before it fails.
absl::StatusOr<Evaluation> Evaluate(const std::vector<GoldQuestion>& questions,
                                    const Connection& connection) {
  Evaluation out;
  DocumentTexts texts(connection);
  Progress progress("asking", static_cast<int>(questions.size()));
  int done = 0;
  for (const GoldQuestion& gold : questions) {
    const absl::Status status = AskAndJudge(gold, connection, &texts, &out);
    if (!status.ok()) {
      std::cerr << gold.id << ": ";
      return status;
    }
    progress.Update(++done);
  }
  return out;
}

void Print(const Evaluation& evaluation, const EvalOptions& options) {
  const Misses misses = options.misses ? Misses::kShown : Misses::kLeftOut;
  if (options.format == Format::kJson) {
    std::cout << EvaluationJson(evaluation, misses) << "\n";
  } else {
    PrintEvaluation(evaluation, misses, StandardOutput(), std::cout);
  }
  std::cout << std::flush;
}

}  // namespace

int RunEval(const EvalOptions& options, const Connection& connection) {
  const auto bars = ParseBars(options.bars);
  if (!bars.ok()) {
    PrintFailure(bars.status());
    return kUsage;
  }
  const auto questions = ReadGoldQuestions(options.questions_file);
  if (!questions.ok()) return PrintFailure(questions.status());
  const auto evaluation = Evaluate(*questions, connection);
  if (!evaluation.ok()) return PrintFailure(evaluation.status());
  Print(*evaluation, options);
  const std::vector<std::string> missed = MissedBars(*bars, evaluation->board.all());
  for (const std::string& sentence : missed) std::cerr << "isnad: " << sentence << "\n";
  return missed.empty() ? kSuccess : kFailure;
}

}  // namespace isnad::cli
