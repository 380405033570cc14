// File formats that facts are exported in.

#ifndef ISNAD_SERVICES_FACTS_EXPORTS_FACT_WRITER_H_
#define ISNAD_SERVICES_FACTS_EXPORTS_FACT_WRITER_H_

#include <memory>
#include <string>
#include <vector>

#include "isnad/v1/evidence.pb.h"
#include "isnad/v1/fact.pb.h"
#include "isnad/v1/fact_service.pb.h"

namespace isnad::facts {

// One line of an export: a fact as one place claims it, with that evidence and everything that its
// ends are called.
struct ExportedFact {
  isnad::v1::Fact fact;
  isnad::v1::Evidence evidence;
  std::vector<std::string> subject_aliases;
  std::vector<std::string> object_aliases;
};

// Writes a file piece by piece. Not thread safe.
class FactWriter {
 public:
  virtual ~FactWriter() = default;

  // What stands before the first fact.
  virtual std::string Begin() { return ""; }
  // The lines of one fact and evidence. Always ends at the end of a line.
  virtual std::string Write(const ExportedFact& exported) = 0;
  // What stands after the last.
  virtual std::string End() { return ""; }
};

std::unique_ptr<FactWriter> MakeFactWriter(isnad::v1::ExportFormat format);

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_EXPORTS_FACT_WRITER_H_
