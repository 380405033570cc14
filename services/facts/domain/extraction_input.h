// What extraction hands over, checked for shape and ready to be stored.

#ifndef ISNAD_SERVICES_FACTS_DOMAIN_EXTRACTION_INPUT_H_
#define ISNAD_SERVICES_FACTS_DOMAIN_EXTRACTION_INPUT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "services/facts/store/records.h"

namespace isnad::facts {

// A span of the document with its words, and where in the request it stands.
struct CitedSpan {
  std::string field;
  int32_t begin = 0;
  int32_t end = 0;
  std::string quote;
  bool quote_left_out = false;  // Only the offsets are checked.
};

// An entity under its local id. `entity.id` is empty.
struct InputEntity {
  std::string local_id;
  EntityRecord entity;
};

// A reference to a local id, and where in the request it stands.
struct LocalReference {
  std::string field;
  std::string local_id;
};

struct InputFact {
  std::string type;
  Polarity polarity = Polarity::kAsserted;
  Modality modality = Modality::kActual;
  Claim claim;  // Entities are local ids.
  // Canonical form of the ends where they are values; empty where they are entities or missing.
  std::string subject_ref;
  std::string object_ref;
  // Figures of the roles, and of the object under "object".
  std::vector<std::pair<std::string, Figure>> figures;
  EvidenceRecord evidence;  // Speaker is a local id.
};

struct ExtractionInput {
  DocumentRecord document;
  std::string extractor_version;
  std::vector<InputEntity> entities;
  std::vector<InputFact> facts;
  std::vector<PassageRecord> passages;  // Mentions are local ids.
  std::vector<FactTypeRecord> fact_types;
  std::vector<CitedSpan> spans;
  std::vector<LocalReference> references;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_DOMAIN_EXTRACTION_INPUT_H_
