#include "services/facts/maintenance/quote_check.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "isnad/v1/evidence.pb.h"
#include "services/facts/domain/extraction_check.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

bool ReadsAgain(absl::string_view text, const v1::Span& span) {
  return span.begin() >= 0 && span.begin() < span.end() &&
         OnCharacterBoundary(text, span.begin()) && OnCharacterBoundary(text, span.end()) &&
         text.substr(span.begin(), span.end() - span.begin()) == span.quote();
}

bool ReadsAgain(absl::string_view text, const std::string& evidence_bytes) {
  v1::Evidence evidence;
  if (!evidence.ParseFromString(evidence_bytes)) return false;
  if (!ReadsAgain(text, evidence.quote())) return false;
  for (const v1::RoleSpan& role : evidence.role_spans()) {
    if (!ReadsAgain(text, role.span())) return false;
  }
  return !evidence.attribution().has_span() || ReadsAgain(text, evidence.attribution().span());
}

absl::Status CheckExtractionQuotes(sql::View& view, int64_t extraction, const std::string& text,
                                   sql::CheckedRule* checked) {
  sql::Query query =
      view.connection.Prepare("SELECT e.row, e.body FROM evidence e WHERE e.extraction = ?");
  query.Int(extraction);
  while (query.Next()) {
    if (ReadsAgain(text, query.GetText(1))) continue;
    if (++checked->violations == 1) checked->example = absl::StrCat(query.GetInt(0));
  }
  return query.status();
}

}  // namespace

absl::StatusOr<sql::CheckedRule> CheckQuotes(sql::View& view) {
  sql::CheckedRule checked{"Every quote stands in the text of its document", 0, ""};
  constexpr int kBatch = 200;
  for (int64_t last = 0;;) {
    sql::Query query = view.connection.Prepare(
        "SELECT x.id, t.text FROM extraction x JOIN document_text t ON t.document = x.document "
        "WHERE x.id > ? ORDER BY x.id LIMIT ?");
    query.Int(last).Int(kBatch);
    int rows = 0;
    for (; query.Next(); ++rows) {
      last = query.GetInt(0);
      ISNAD_RETURN_IF_ERROR(CheckExtractionQuotes(view, last, query.GetText(1), &checked));
    }
    ISNAD_RETURN_IF_ERROR(query.status());
    if (rows < kBatch) return checked;
  }
}

}  // namespace isnad::facts
