// RDF N-Quads with PROV-O provenance.

#ifndef ISNAD_SERVICES_FACTS_EXPORTS_NQUADS_WRITER_H_
#define ISNAD_SERVICES_FACTS_EXPORTS_NQUADS_WRITER_H_

#include <set>
#include <string>

#include "absl/strings/string_view.h"
#include "services/facts/exports/fact_writer.h"

namespace isnad::facts {

// Each fact is a resource of type `Claim` in a named graph of its own; each piece of evidence a
// prov:Entity that the claim is derived from and that quotes its document.
class NQuadsWriter final : public FactWriter {
 public:
  std::string Write(const ExportedFact& exported) override;

 private:
  void WriteClaim(const ExportedFact& exported, std::string* out);
  void WriteEvidence(const ExportedFact& exported, std::string* out);
  void WriteArgument(const isnad::v1::Argument& argument, absl::string_view property,
                     const std::string& claim, const std::string& graph, std::string* out);

  std::set<std::string> written_;  // Claims, entities and documents described so far.
  int evidence_count_ = 0;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_EXPORTS_NQUADS_WRITER_H_
