#include "clients/cli/answer_view.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

std::string Day(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%d", absl::FromUnixSeconds(time.seconds()), absl::UTCTimeZone());
}

const char* ConfidenceWord(double confidence) {
  return confidence >= 0.8 ? "high" : confidence >= 0.5 ? "medium" : "low";
}

void PrintCitation(const v1::Citation& citation, const std::string& mark, std::ostream& out) {
  out << "  " << mark << " «" << citation.quote() << "»\n";
  std::string source = citation.title().empty() ? citation.source_uri() : citation.title();
  if (!citation.publisher().empty()) absl::StrAppend(&source, ", ", citation.publisher());
  if (citation.has_publish_time()) absl::StrAppend(&source, ", ", Day(citation.publish_time()));
  if (!citation.attributed_to().empty()) {
    absl::StrAppend(&source, " (according to ", citation.attributed_to(), ")");
  }
  out << "      " << source << "\n";
}

}  // namespace

void PrintAnswer(const v1::AskResponse& answer, std::ostream& out) {
  if (answer.has_refusal()) {
    out << answer.refusal().message() << "  ["
        << v1::Refusal::Reason_Name(answer.refusal().reason()).substr(7) << "]\n";
    if (answer.refusal().reading_size() > 0) out << "  nearest passages, not an answer:\n";
    for (const v1::Citation& citation : answer.refusal().reading())
      PrintCitation(citation, "-", out);
    return;
  }
  out << answer.text() << "\n";
  out << "  confidence: " << ConfidenceWord(answer.confidence())
      << (answer.conflicting() ? "; sources disagree" : "") << "\n";
  for (int i = 0; i < answer.citations_size(); ++i) {
    PrintCitation(answer.citations(i), absl::StrCat("[", i + 1, "]"), out);
  }
}

void PrintPlan(const v1::Plan& plan, std::ostream& out) {
  const v1::QuestionAnalysis& question = plan.question();
  out << "  read as: " << v1::QuestionKind_Name(question.kind()).substr(14) << ", answer "
      << v1::AnswerType_Name(question.answer_type()).substr(12);
  if (!question.answer_class().empty()) out << " (" << question.answer_class() << ")";
  out << "\n";
  if (!question.reading().empty()) out << "  " << question.reading() << "\n";
  for (const v1::QuestionEntity& entity : question.entities()) {
    out << "  name: " << entity.span().quote() << " = "
        << (entity.entity().label_en().empty() ? entity.entity().label_ar()
                                               : entity.entity().label_en())
        << (entity.known() ? "" : " (unknown)") << "\n";
  }
  for (const v1::RelationReading& relation : question.relations()) {
    out << "  relation: " << relation.fact_type() << " asks " << relation.asked_role() << " (";
    out << absl::StrJoin(relation.fillers(), ", ",
                         [](std::string* to, const v1::RelationFiller& filler) {
                           absl::StrAppend(to, filler.role(), "=", filler.entity());
                         });
    out << ")\n";
  }
  for (const v1::PlanStep& step : plan.steps()) {
    out << "  " << step.route() << ": " << step.query() << " -> " << step.result_count() << " "
        << step.outcome() << "\n";
  }
  if (!plan.route().empty()) out << "  answered by: " << plan.route() << "\n";
}

}  // namespace isnad::cli
