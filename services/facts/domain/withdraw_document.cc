#include "services/facts/domain/withdraw_document.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "services/facts/domain/conflict_detection.h"
#include "services/facts/domain/errors.h"
#include "services/facts/domain/fact_state.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

absl::StatusOr<DocumentRecord> Find(const std::string& id, WriteTransaction& store) {
  absl::StatusOr<DocumentRecord> document = store.GetDocument(id, Detail::kBasic);
  if (absl::IsNotFound(document.status())) {
    return server::NotFound("isnad.dev/Document", absl::StrCat("documents/", id));
  }
  return document;
}

// Returns the number of facts that no longer stand.
absl::StatusOr<int> EndEvidence(const std::string& id, WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(const absl::optional<ExtractionRecord> extraction,
                         store.CurrentExtraction(id));
  if (!extraction.has_value()) return 0;
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> facts, store.EndExtraction(extraction->id));
  ISNAD_ASSIGN_OR_RETURN(const std::vector<RefreshedFact> refreshed, RefreshFacts(facts, store));
  int superseded = 0;
  for (const RefreshedFact& fact : refreshed) {
    if (fact.change == FactChange::kSuperseded) ++superseded;
  }
  ISNAD_RETURN_IF_ERROR(RefreshConflicts(refreshed, Cause::kOther, store));
  return superseded;
}

}  // namespace

absl::StatusOr<int> RetractDocument(const std::string& id, const std::string& reason,
                                    WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(const DocumentRecord document, Find(id, store));
  if (document.state == DocumentState::kPurged) {
    return DocumentPurged(absl::StrCat("documents/", id));
  }
  if (document.state == DocumentState::kRetracted) return 0;
  ISNAD_ASSIGN_OR_RETURN(const int superseded, EndEvidence(id, store));
  ISNAD_RETURN_IF_ERROR(store.SetDocumentState(id, DocumentState::kRetracted, reason));
  return superseded;
}

absl::Status PurgeDocument(const std::string& id, const std::string& reason,
                           WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(const DocumentRecord document, Find(id, store));
  if (document.state == DocumentState::kPurged) return absl::OkStatus();
  ISNAD_RETURN_IF_ERROR(EndEvidence(id, store).status());
  ISNAD_RETURN_IF_ERROR(store.EraseDocument(id));
  return store.SetDocumentState(id, DocumentState::kPurged, reason);
}

}  // namespace isnad::facts
