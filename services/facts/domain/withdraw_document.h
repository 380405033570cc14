// Takes documents out of the evidence.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_WITHDRAW_DOCUMENT_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_WITHDRAW_DOCUMENT_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/facts/store/fact_store.h"

namespace isnad::facts {

// Withdraws the document, whose text stays readable. Returns the number of facts that lost their
// last evidence; 0 when it was withdrawn before. DOCUMENT_PURGED, NOT_FOUND.
absl::StatusOr<int> RetractDocument(const std::string& id, const std::string& reason,
                                    WriteTransaction& store);

// Erases the document for good; its row, hash, addresses and the reason stay as an audit record.
// Nothing happens when it was erased before. NOT_FOUND.
absl::Status PurgeDocument(const std::string& id, const std::string& reason,
                           WriteTransaction& store);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_WITHDRAW_DOCUMENT_H_
