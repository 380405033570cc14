#include "clients/cli/doctor_command.h"

#include <grpcpp/channel.h>

#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "clients/cli/table.h"
#include "grpc/health/v1/health.grpc.pb.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;
using grpc::health::v1::Health;
using grpc::health::v1::HealthCheckRequest;
using grpc::health::v1::HealthCheckResponse;

constexpr const char* kServices[] = {"", "isnad.v1.IngestionService", "isnad.v1.ExtractionService",
                                     "isnad.v1.FactService", "isnad.v1.AnswerService"};

std::string Check(const std::string& service, Health::Stub& health, const Connection& connection) {
  HealthCheckRequest request;
  request.set_service(service);
  HealthCheckResponse response;
  absl::Status status = connection.Call(&Health::Stub::Check, health, request, &response);
  if (status.code() == absl::StatusCode::kNotFound) return "absent";
  if (!status.ok()) return std::string(status.message());
  return HealthCheckResponse::ServingStatus_Name(response.status());
}

}  // namespace

int RunDoctor(Format format, const Connection& connection) {
  auto health = Health::NewStub(connection.channel());
  Table table({"CHECK", "RESULT"});
  bool serving = true;
  for (const char* service : kServices) {
    const std::string result = Check(service, *health, connection);
    const bool whole = *service == '\0';
    // A single service of the suite may answer here; the others are then absent.
    serving = serving && (result == "SERVING" || (!whole && result == "absent"));
    table.AddRow({whole ? "health" : service, result});
  }
  v1::GetServerInfoResponse info;
  absl::Status status = connection.Call(&v1::ServerInfoService::Stub::GetServerInfo,
                                        connection.info(), v1::GetServerInfoRequest(), &info);
  if (status.ok()) table.AddRow({"server", absl::StrCat(info.server_name(), " ", info.version())});
  v1::GetStatsResponse stats;
  if (connection
          .Call(&v1::FactService::Stub::GetStats, connection.facts(), v1::GetStatsRequest(), &stats)
          .ok()) {
    table.AddRow({"documents", absl::StrCat(stats.document_count())});
    table.AddRow({"facts", absl::StrCat(stats.fact_count())});
    table.AddRow({"entities", absl::StrCat(stats.entity_count())});
    table.AddRow({"open conflicts", absl::StrCat(stats.open_conflict_count())});
  }
  if (format == Format::kJson)
    PrintJson(info);
  else
    table.Print(std::cout, 80);
  return serving ? kSuccess : kUnavailable;
}

}  // namespace isnad::cli
