#include "clients/cli/explain_command.h"

#include <iostream>

#include "absl/strings/match.h"
#include "clients/cli/answer_view.h"
#include "clients/cli/explanation_view.h"
#include "clients/cli/fact_view.h"
#include "clients/cli/terminal.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

// The explanation of the fact that the evidence is of; null when extraction of today does not find
// it.
const v1::FactExplanation* ExplanationOf(const v1::Fact& fact, const v1::Evidence& evidence,
                                         const v1::ExplainFactsResponse& response) {
  const v1::FactExplanation* best = nullptr;
  for (const v1::FactExplanation& explanation : response.explanations()) {
    const v1::Evidence& found = explanation.fact().evidence(0);
    if (explanation.fact().type() != fact.type() || found.rule() != evidence.rule()) continue;
    // Several facts of one frame differ in what fills their roles.
    if (found.role_spans_size() == evidence.role_spans_size()) {
      bool same = true;
      for (int i = 0; i < found.role_spans_size(); ++i) {
        same = same && found.role_spans(i).span().begin() == evidence.role_spans(i).span().begin();
      }
      if (same) return &explanation;
    }
    if (best == nullptr) best = &explanation;
  }
  return best;
}

absl::Status ExplainEvidence(const v1::Fact& fact, const v1::Evidence& evidence, Format format,
                             const Connection& connection) {
  v1::GetDocumentRequest document_request;
  document_request.set_name(evidence.document());
  v1::GetDocumentResponse document;
  absl::Status status = connection.Call(&v1::FactService::Stub::GetDocument, connection.facts(),
                                        document_request, &document);
  if (!status.ok()) return status;
  v1::ExplainFactsRequest request;
  *request.mutable_document() = document.document();
  request.mutable_span()->set_begin(evidence.quote().begin());
  request.mutable_span()->set_end(evidence.quote().end());
  v1::ExplainFactsResponse response;
  status = connection.Call(&v1::ExtractionService::Stub::ExplainFacts, connection.extraction(),
                           request, &response);
  if (!status.ok()) return status;
  if (format == Format::kJson) {
    PrintJson(response);
    return absl::OkStatus();
  }
  const v1::FactExplanation* explanation = ExplanationOf(fact, evidence, response);
  std::cout << "\n" << evidence.source_uri();
  if (explanation == nullptr) {
    std::cout << ": found by extractor " << evidence.extractor_version() << "; the one at work ("
              << response.extractor_version() << ") does not find it any more\n";
    return absl::OkStatus();
  }
  std::cout << "\n";
  PrintExplanation(*explanation, response, document.document().text(), StandardOutput(), std::cout);
  return absl::OkStatus();
}

int ExplainFact(const ExplainOptions& options, const Connection& connection) {
  v1::GetFactRequest request;
  request.set_name(options.what);
  v1::GetFactResponse response;
  absl::Status status =
      connection.Call(&v1::FactService::Stub::GetFact, connection.facts(), request, &response);
  if (!status.ok()) return PrintFailure(status);
  const v1::Fact& fact = response.fact();
  if (options.format == Format::kJson) {
    PrintJson(fact);
  } else {
    PrintFactInFull(fact, std::cout);
  }
  for (const v1::Evidence& evidence : fact.evidence()) {
    status = ExplainEvidence(fact, evidence, options.format, connection);
    if (!status.ok()) return PrintFailure(status);
  }
  return kSuccess;
}

int ExplainQuestion(const ExplainOptions& options, const Connection& connection) {
  v1::ExplainQuestionRequest request;
  request.set_question(options.what);
  v1::ExplainQuestionResponse response;
  const absl::Status status = connection.Call(&v1::AnswerService::Stub::ExplainQuestion,
                                              connection.answers(), request, &response);
  if (!status.ok()) return PrintFailure(status);
  if (options.format == Format::kJson) {
    PrintJson(response.plan());
  } else {
    PrintPlan(response.plan(), std::cout);
  }
  return kSuccess;
}

}  // namespace

int RunExplain(const ExplainOptions& options, const Connection& connection) {
  return absl::StartsWith(options.what, "facts/") ? ExplainFact(options, connection)
                                                  : ExplainQuestion(options, connection);
}

}  // namespace isnad::cli
