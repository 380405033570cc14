// Whether the answer to a question is right.

#ifndef ISNAD_CLIENTS_CLI_JUDGING_VERDICT_H_
#define ISNAD_CLIENTS_CLI_JUDGING_VERDICT_H_

#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/judging/gold_question.h"
#include "isnad/v1/answer_service.pb.h"

namespace isnad::cli {

enum class Verdict {
  kRight,
  kRefusedRightly,  // nothing says it, and the suite says so
  kRefused,         // something says it
  kMadeUp,          // an answer to what nothing says
  kWrong,           // does not hold what was expected
  kTooLong,         // holds it, but hides it among other words
  kUncited,         // holds it, but cites no document that says so
};

// Right, be it an answer or a refusal.
bool IsRight(Verdict verdict);

// An answer was given, right or wrong.
bool IsGiven(Verdict verdict);

// The answer holds what was expected, whatever its length and citations.
bool HasRightContent(Verdict verdict);

// What people read: "right", "too long".
absl::string_view VerdictWords(Verdict verdict);

// A refusal, or no text, is no answer. An answer is right when it
//  - holds what the question's answers ask for (HoldsVariant), or for kYesNoKind begins with the
//    same yes or no as the first of them;
//  - is concise: at most 320 characters, 700 for the kinds conflict, list, timeline, what and why;
//  - cites a document of every group.
Verdict Judge(const GoldQuestion& gold, const isnad::v1::AskResponse& answer);

// A document's name among questions: the last part of its source URI or path, without query and
// without .txt, .html or .htm.
std::string DocumentName(absl::string_view source_uri);

// Whether a citation's words stand in the text of its document, at the place that it gives.
bool IsVerbatim(const isnad::v1::Citation& citation, absl::string_view document_text);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_JUDGING_VERDICT_H_
