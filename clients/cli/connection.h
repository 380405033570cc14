// The CLI's way to a suite: stubs of all services over one channel.

#ifndef ISNAD_CLIENTS_CLI_CONNECTION_H_
#define ISNAD_CLIENTS_CLI_CONNECTION_H_

#include <grpcpp/client_context.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "isnad/v1/answer_service.grpc.pb.h"
#include "isnad/v1/extraction_service.grpc.pb.h"
#include "isnad/v1/fact_service.grpc.pb.h"
#include "isnad/v1/ingestion_service.grpc.pb.h"
#include "isnad/v1/server_info_service.grpc.pb.h"

namespace isnad::cli {

constexpr char kDefaultAddress[] = "127.0.0.1:50051";

// Every call gets a deadline; nothing waits for ever.
constexpr absl::Duration kReadDeadline = absl::Seconds(20);
constexpr absl::Duration kStreamDeadline = absl::Minutes(30);

// Thread-safe.
class Connection {
 public:
  // Does not connect yet. INVALID_ARGUMENT when the address is malformed.
  static absl::StatusOr<std::unique_ptr<Connection>> Open(const std::string& address);

  const std::string& address() const { return address_; }
  std::shared_ptr<grpc::Channel> channel() const { return channel_; }
  isnad::v1::IngestionService::Stub& ingestion() const { return *ingestion_; }
  isnad::v1::ExtractionService::Stub& extraction() const { return *extraction_; }
  isnad::v1::FactService::Stub& facts() const { return *facts_; }
  isnad::v1::AnswerService::Stub& answers() const { return *answers_; }
  isnad::v1::ServerInfoService::Stub& info() const { return *info_; }

  // Makes a unary call with the read deadline: Call(&Stub::Method, stub, request, &response).
  template <class Stub, class Request, class Response>
  absl::Status Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                    Stub& stub, const Request& request, Response* response) const {
    grpc::ClientContext context;
    SetDeadline(kReadDeadline, &context);
    return Explain((stub.*method)(&context, request, response));
  }

  static void SetDeadline(absl::Duration timeout, grpc::ClientContext* context);

  // The status with its details; an unreachable server says how to start one.
  absl::Status Explain(const grpc::Status& status) const;

 private:
  Connection() = default;

  std::string address_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<isnad::v1::IngestionService::Stub> ingestion_;
  std::unique_ptr<isnad::v1::ExtractionService::Stub> extraction_;
  std::unique_ptr<isnad::v1::FactService::Stub> facts_;
  std::unique_ptr<isnad::v1::AnswerService::Stub> answers_;
  std::unique_ptr<isnad::v1::ServerInfoService::Stub> info_;
};

}  // namespace isnad::cli

#endif  // ISNAD_CLIENTS_CLI_CONNECTION_H_
