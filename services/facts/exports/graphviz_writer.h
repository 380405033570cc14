// GraphViz source: entities as nodes, facts as edges.

#ifndef ISNAD_SERVICES_FACTS_EXPORTS_GRAPHVIZ_WRITER_H_
#define ISNAD_SERVICES_FACTS_EXPORTS_GRAPHVIZ_WRITER_H_

#include <set>
#include <string>

#include "services/facts/exports/fact_writer.h"

namespace isnad::facts {

// Writes each fact once. Denied facts are dashed and red, planned ones dotted, alleged ones grey.
class GraphvizWriter final : public FactWriter {
 public:
  std::string Begin() override;
  std::string Write(const ExportedFact& exported) override;
  std::string End() override;

 private:
  // The node of an end, declared in `out` when it is new.
  std::string Node(const isnad::v1::Argument& argument, std::string* out);

  std::set<std::string> nodes_;
  std::set<std::string> facts_;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_EXPORTS_GRAPHVIZ_WRITER_H_
