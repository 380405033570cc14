// `isnad facts`, `entities`, `timeline` and `export`: what is stored.

#ifndef ISNAD_CLIENTS_CLI_READ_COMMANDS_H_
#define ISNAD_CLIENTS_CLI_READ_COMMANDS_H_

#include <string>

#include "clients/cli/connection.h"
#include "clients/cli/output.h"

namespace isnad::cli {

struct FactsOptions {
  std::string filter;  // as in ListFacts
  std::string entity;  // a name in any spelling; narrows the filter to facts about it
  std::string order_by;
  int limit = 50;
  Format format = Format::kTable;
};
int RunFacts(const FactsOptions& options, const Connection& connection);

struct EntitiesOptions {
  std::string search;  // a name in any spelling, or its beginning; all when empty
  std::string filter;
  int limit = 50;
  Format format = Format::kTable;
};
int RunEntities(const EntitiesOptions& options, const Connection& connection);

struct ConflictsOptions {
  std::string filter;
  int limit = 50;
  Format format = Format::kTable;
};
int RunConflicts(const ConflictsOptions& options, const Connection& connection);

struct TimelineOptions {
  std::string entity;  // a name in any spelling, or entities/ID
  int limit = 100;
  Format format = Format::kTable;
};
int RunTimeline(const TimelineOptions& options, const Connection& connection);

struct ExportOptions {
  std::string format = "jsonl";  // jsonl, nquads or graphviz
  std::string filter;
};
// Writes the file to standard output.
int RunExport(const ExportOptions& options, const Connection& connection);

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_READ_COMMANDS_H_
