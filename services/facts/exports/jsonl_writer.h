// Analyst JSON Lines: one object per fact and evidence.

#ifndef ISNAD_SERVICES_FACTS_EXPORTS_JSONL_WRITER_H_
#define ISNAD_SERVICES_FACTS_EXPORTS_JSONL_WRITER_H_

#include <string>

#include "services/facts/exports/fact_writer.h"

namespace isnad::facts {

// Keys in the JSON of a line: type, subject, subjectAliases, object, objectAliases, amount {value,
// currency, bound, upper}, count, unit, date, role, polarity, modality, sourceUri, quote,
// confidence, support, attributedTo, rule, document, publishTime, factName, and every other role
// under `roles`. What is not known is left out.
class JsonlWriter final : public FactWriter {
 public:
  std::string Write(const ExportedFact& exported) override;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_EXPORTS_JSONL_WRITER_H_
