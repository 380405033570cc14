#include "clients/cli/read_commands.h"

#include <algorithm>
#include <iostream>
#include <vector>

#include "absl/strings/str_cat.h"
#include "clients/cli/conflict_view.h"
#include "clients/cli/entity_lookup.h"
#include "clients/cli/fact_view.h"
#include "clients/cli/table.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;

constexpr int kPageSize = 500;

// Follows page tokens until `limit` items are there.
template <class Request, class Response, class Item, class Fetch, class Items>
absl::StatusOr<std::vector<Item>> Collect(Request request, int limit, Fetch fetch, Items items) {
  std::vector<Item> out;
  while (static_cast<int>(out.size()) < limit) {
    request.set_page_size(std::min(kPageSize, limit - static_cast<int>(out.size())));
    Response response;
    absl::Status status = fetch(request, &response);
    if (!status.ok()) return status;
    for (const Item& item : items(response)) out.push_back(item);
    if (response.next_page_token().empty()) break;
    request.set_page_token(response.next_page_token());
  }
  return out;
}

void PrintFacts(const std::vector<v1::Fact>& facts, Format format) {
  if (format == Format::kTable) return PrintFactTable(facts, std::cout);
  for (const v1::Fact& fact : facts) PrintJson(fact);
}

}  // namespace

int RunFacts(const FactsOptions& options, const Connection& connection) {
  v1::ListFactsRequest request;
  request.set_filter(options.filter);
  request.set_order_by(options.order_by);
  request.set_view(options.format == Format::kJson ? v1::VIEW_FULL : v1::VIEW_BASIC);
  if (!options.entity.empty()) {
    auto entity = ResolveEntity(options.entity, connection);
    if (!entity.ok()) return PrintFailure(entity.status());
    const std::string about = absl::StrCat("entity = \"", *entity, "\"");
    request.set_filter(options.filter.empty() ? about
                                              : absl::StrCat("(", options.filter, ") AND ", about));
  }
  auto facts = Collect<v1::ListFactsRequest, v1::ListFactsResponse, v1::Fact>(
      request, options.limit,
      [&](const v1::ListFactsRequest& r, v1::ListFactsResponse* response) {
        return connection.Call(&v1::FactService::Stub::ListFacts, connection.facts(), r, response);
      },
      [](const v1::ListFactsResponse& response) { return response.facts(); });
  if (!facts.ok()) return PrintFailure(facts.status());
  PrintFacts(*facts, options.format);
  return kSuccess;
}

int RunEntities(const EntitiesOptions& options, const Connection& connection) {
  std::vector<v1::Entity> entities;
  if (!options.search.empty()) {
    auto matches = FindEntities(options.search, options.limit, connection);
    if (!matches.ok()) return PrintFailure(matches.status());
    for (const v1::EntityMatch& match : *matches) entities.push_back(match.entity());
  } else {
    v1::ListEntitiesRequest request;
    request.set_filter(options.filter);
    request.set_order_by("fact_count desc");
    auto listed = Collect<v1::ListEntitiesRequest, v1::ListEntitiesResponse, v1::Entity>(
        request, options.limit,
        [&](const v1::ListEntitiesRequest& r, v1::ListEntitiesResponse* response) {
          return connection.Call(&v1::FactService::Stub::ListEntities, connection.facts(), r,
                                 response);
        },
        [](const v1::ListEntitiesResponse& response) { return response.entities(); });
    if (!listed.ok()) return PrintFailure(listed.status());
    entities = *std::move(listed);
  }
  if (options.format == Format::kJson) {
    for (const v1::Entity& entity : entities) PrintJson(entity);
    return kSuccess;
  }
  Table table({"ENTITY", "TYPE", "ENGLISH", "ARABIC", "FACTS", "MENTIONS"});
  for (const v1::Entity& entity : entities) {
    table.AddRow({entity.name(), v1::EntityType_Name(entity.type()).substr(12), entity.label_en(),
                  entity.label_ar(), absl::StrCat(entity.fact_count()),
                  absl::StrCat(entity.mention_count())});
  }
  table.Print(std::cout);
  return kSuccess;
}

int RunConflicts(const ConflictsOptions& options, const Connection& connection) {
  v1::ListConflictsRequest request;
  request.set_filter(options.filter);
  auto conflicts = Collect<v1::ListConflictsRequest, v1::ListConflictsResponse, v1::Conflict>(
      request, options.limit,
      [&](const v1::ListConflictsRequest& r, v1::ListConflictsResponse* response) {
        return connection.Call(&v1::FactService::Stub::ListConflicts, connection.facts(), r,
                               response);
      },
      [](const v1::ListConflictsResponse& response) { return response.conflicts(); });
  if (!conflicts.ok()) return PrintFailure(conflicts.status());
  for (const v1::Conflict& conflict : *conflicts) {
    options.format == Format::kJson ? PrintJson(conflict) : PrintConflict(conflict, std::cout);
  }
  return kSuccess;
}

int RunTimeline(const TimelineOptions& options, const Connection& connection) {
  auto entity = ResolveEntity(options.entity, connection);
  if (!entity.ok()) return PrintFailure(entity.status());
  v1::GetTimelineRequest request;
  request.set_name(*entity);
  auto facts = Collect<v1::GetTimelineRequest, v1::GetTimelineResponse, v1::Fact>(
      request, options.limit,
      [&](const v1::GetTimelineRequest& r, v1::GetTimelineResponse* response) {
        return connection.Call(&v1::FactService::Stub::GetTimeline, connection.facts(), r,
                               response);
      },
      [](const v1::GetTimelineResponse& response) { return response.facts(); });
  if (!facts.ok()) return PrintFailure(facts.status());
  PrintFacts(*facts, options.format);
  return kSuccess;
}

int RunExport(const ExportOptions& options, const Connection& connection) {
  v1::ExportFactsRequest request;
  request.set_filter(options.filter);
  request.set_format(options.format == "nquads"     ? v1::EXPORT_FORMAT_NQUADS
                     : options.format == "graphviz" ? v1::EXPORT_FORMAT_GRAPHVIZ
                                                    : v1::EXPORT_FORMAT_JSONL);
  grpc::ClientContext context;
  Connection::SetDeadline(kStreamDeadline, &context);
  auto reader = connection.facts().ExportFacts(&context, request);
  v1::ExportFactsResponse chunk;
  while (reader->Read(&chunk)) std::cout << chunk.data();
  std::cout.flush();
  absl::Status status = connection.Explain(reader->Finish());
  return status.ok() ? kSuccess : PrintFailure(status);
}

}  // namespace isnad::cli
