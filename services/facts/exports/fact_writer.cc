#include "services/facts/exports/fact_writer.h"

#include "services/facts/exports/graphviz_writer.h"
#include "services/facts/exports/jsonl_writer.h"
#include "services/facts/exports/nquads_writer.h"

namespace isnad::facts {

std::unique_ptr<FactWriter> MakeFactWriter(isnad::v1::ExportFormat format) {
  switch (format) {
    case isnad::v1::EXPORT_FORMAT_NQUADS:
      return std::make_unique<NQuadsWriter>();
    case isnad::v1::EXPORT_FORMAT_GRAPHVIZ:
      return std::make_unique<GraphvizWriter>();
    default:
      return std::make_unique<JsonlWriter>();
  }
}

}  // namespace isnad::facts
