#include "services/ingestion/queue/ingestion_record.h"

namespace isnad::ingestion {

absl::string_view IngestionStateName(IngestionState state) {
  switch (state) {
    case IngestionState::kReceived:
      return "STATE_RECEIVED";
    case IngestionState::kExtracting:
      return "STATE_EXTRACTING";
    case IngestionState::kStored:
      return "STATE_STORED";
    case IngestionState::kDuplicate:
      return "STATE_DUPLICATE";
    case IngestionState::kFailed:
      return "STATE_FAILED";
  }
  return "STATE_UNSPECIFIED";
}

bool IsFinal(IngestionState state) {
  return state == IngestionState::kStored || state == IngestionState::kDuplicate ||
         state == IngestionState::kFailed;
}

}  // namespace isnad::ingestion
