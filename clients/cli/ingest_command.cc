#include "clients/cli/ingest_command.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cli/article_files.h"
#include "clients/cli/metadata.h"
#include "clients/cli/progress.h"
#include "clients/cli/table.h"
#include "services/server/status/grpc_status.h"

namespace isnad::cli {
namespace {

namespace v1 = isnad::v1;
using Metadata = std::map<std::string, ArticleMetadata>;

constexpr size_t kMaxArticleBytes = 20 << 20;
constexpr absl::Duration kFirstPoll = absl::Milliseconds(20);
constexpr absl::Duration kSlowestPoll = absl::Milliseconds(500);
// A suite that stores nothing for this long is stuck.
constexpr absl::Duration kPatience = absl::Minutes(5);

struct Outcome {
  ArticleFile file;
  absl::Status status;
  v1::Ingestion ingestion;
  bool sent = false;

  bool failed() const { return !status.ok() || ingestion.state() == v1::Ingestion::STATE_FAILED; }
  bool final() const {
    return failed() || ingestion.state() == v1::Ingestion::STATE_STORED ||
           ingestion.state() == v1::Ingestion::STATE_DUPLICATE;
  }
};

// FNV-1a: names a request by its content so that a repeated run is recognised.
std::string RequestId(const v1::Article& article) {
  uint64_t hash = 14695981039346656037ULL;
  for (unsigned char c : article.SerializeAsString()) hash = (hash ^ c) * 1099511628211ULL;
  return absl::StrFormat("cli-%016x-%d", hash, article.content().size());
}

absl::StatusOr<Metadata> LoadMetadata(const IngestOptions& options) {
  std::string path = options.metadata;
  if (path.empty()) {
    const auto beside = std::filesystem::path(options.path) / "metadata.jsonl";
    std::error_code error;
    if (!std::filesystem::is_regular_file(beside, error)) return Metadata();
    path = beside.string();
  }
  auto bytes = ReadBytes(path, kMaxArticleBytes);
  if (!bytes.ok()) return bytes.status();
  return ParseMetadata(*bytes, path);
}

absl::StatusOr<v1::IngestDocumentRequest> MakeRequest(const ArticleFile& file,
                                                      const Metadata& metadata) {
  auto bytes = ReadBytes(file.path, kMaxArticleBytes);
  if (!bytes.ok()) return bytes.status();
  v1::IngestDocumentRequest request;
  v1::Article* article = request.mutable_article();
  article->set_content(*std::move(bytes));
  article->set_source_uri(file.source_uri);
  auto known = metadata.find(std::filesystem::path(file.path).filename().string());
  if (known != metadata.end()) {
    article->set_title(known->second.title);
    article->set_publisher(known->second.source);
    article->set_url(known->second.url);
    if (known->second.published_at) {
      article->mutable_publish_time()->set_seconds(
          absl::ToUnixSeconds(*known->second.published_at));
    }
  }
  request.set_request_id(RequestId(*article));
  return request;
}

// Sends one article at a time over a stream of its own turn: read, write, await the
// acknowledgement.
absl::Status SendAll(const Connection& connection, const Metadata& metadata,
                     std::vector<Outcome>* outcomes) {
  grpc::ClientContext context;
  Connection::SetDeadline(kStreamDeadline, &context);
  auto stream = connection.ingestion().IngestDocuments(&context);
  Progress progress("sending ", static_cast<int>(outcomes->size()));
  int done = 0;
  bool broken = false;
  for (Outcome& outcome : *outcomes) {
    auto request = MakeRequest(outcome.file, metadata);
    if (!request.ok()) {
      outcome.status = request.status();
      progress.Update(++done);
      continue;
    }
    v1::IngestDocumentsRequest envelope;
    *envelope.mutable_request() = *std::move(request);
    v1::IngestDocumentsResponse response;
    if (!stream->Write(envelope) || !stream->Read(&response)) {
      broken = true;
      break;
    }
    outcome.sent = true;
    if (response.has_status()) {
      outcome.status = server::FromRpcStatus(response.status());
    } else {
      outcome.ingestion = response.ingestion();
    }
    progress.Update(++done);
  }
  if (!broken) stream->WritesDone();
  return connection.Explain(stream->Finish());
}

absl::Status AwaitAll(const Connection& connection, std::vector<Outcome>* outcomes) {
  Progress progress("storing ", static_cast<int>(outcomes->size()));
  absl::Duration pause = kFirstPoll;
  absl::Time progress_made = absl::Now();
  size_t last = 0;
  while (true) {
    size_t done = 0;
    for (Outcome& outcome : *outcomes) {
      if (!outcome.final()) {
        v1::GetIngestionRequest request;
        request.set_name(outcome.ingestion.name());
        v1::GetIngestionResponse response;
        absl::Status status = connection.Call(&v1::IngestionService::Stub::GetIngestion,
                                              connection.ingestion(), request, &response);
        if (!status.ok()) return status;
        outcome.ingestion = response.ingestion();
      }
      done += outcome.final() ? 1 : 0;
    }
    progress.Update(static_cast<int>(done));
    if (done == outcomes->size()) return absl::OkStatus();
    if (done > last) progress_made = absl::Now();
    last = done;
    if (absl::Now() - progress_made > kPatience) {
      return absl::DeadlineExceededError(
          "nothing was stored for five minutes; what was sent is safe, run the command again");
    }
    std::this_thread::sleep_for(absl::ToChronoMilliseconds(pause));
    pause = std::min(pause * 2, kSlowestPoll);
  }
}

void Print(const std::vector<Outcome>& outcomes, Format format) {
  if (format == Format::kJson) {
    for (const Outcome& outcome : outcomes) {
      if (outcome.status.ok()) PrintJson(outcome.ingestion);
    }
  } else {
    Table table({"FILE", "STATE", "DOCUMENT", "PASSAGES", "FACTS"});
    for (const Outcome& outcome : outcomes) {
      const v1::Ingestion& ingestion = outcome.ingestion;
      const std::string state =
          outcome.status.ok() ? v1::Ingestion::State_Name(ingestion.state()).substr(6) : "REFUSED";
      table.AddRow({std::filesystem::path(outcome.file.path).filename().string(), state,
                    ingestion.document(), absl::StrCat(ingestion.passage_count()),
                    absl::StrCat(ingestion.fact_count())});
    }
    table.Print(std::cout);
  }
  for (const Outcome& outcome : outcomes) {
    if (!outcome.failed()) continue;
    if (!outcome.status.ok()) {
      std::cerr << outcome.file.path << ": ";
      PrintFailure(outcome.status);
    } else {
      std::cerr << "isnad: " << outcome.file.path << ": " << outcome.ingestion.error() << " ["
                << outcome.ingestion.error_reason() << "]\n";
    }
  }
}

}  // namespace

int RunIngest(const IngestOptions& options, const Connection& connection) {
  auto files = FindArticles(options.path);
  if (!files.ok()) return PrintFailure(files.status());
  auto metadata = LoadMetadata(options);
  if (!metadata.ok()) return PrintFailure(metadata.status());
  std::vector<Outcome> outcomes;
  for (const ArticleFile& file : *files) outcomes.push_back({file, absl::OkStatus(), {}});
  absl::Status sent = SendAll(connection, *metadata, &outcomes);
  for (Outcome& outcome : outcomes) {
    if (!outcome.sent && outcome.status.ok()) {
      outcome.status = sent.ok() ? absl::AbortedError("the stream ended early; run again") : sent;
    }
  }
  absl::Status stored = AwaitAll(connection, &outcomes);
  if (!stored.ok()) return PrintFailure(stored);
  Print(outcomes, options.format);
  if (!sent.ok()) return PrintFailure(sent);
  const bool failed = std::any_of(outcomes.begin(), outcomes.end(),
                                  [](const Outcome& outcome) { return outcome.failed(); });
  return failed ? kFailure : kSuccess;
}

}  // namespace isnad::cli
