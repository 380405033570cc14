#include "services/facts/handlers/stream_methods.h"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/facts/converters/fact_converter.h"
#include "services/facts/domain/filter/filter_parser.h"
#include "services/facts/exports/fact_writer.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

constexpr int kFactsPerRead = 200;
constexpr size_t kLargestChunk = 1 << 20;
constexpr size_t kChunk = 256 << 10;
constexpr int kChangesPerRead = 100;
constexpr absl::Duration kHeartbeat = absl::Seconds(15);
// How long a quiet watch may go without looking whether its client is still there.
constexpr absl::Duration kLongestWait = absl::Milliseconds(500);

absl::Status ClientGone() { return absl::CancelledError("the client went away"); }

// Collects lines and sends them in chunks that end at line ends.
class ChunkSender {
 public:
  explicit ChunkSender(const Send<v1::ExportFactsResponse>& send) : send_(send) {}

  absl::Status Add(const std::string& lines) {
    if (buffer_.size() + lines.size() > kLargestChunk) ISNAD_RETURN_IF_ERROR(Flush());
    buffer_ += lines;
    return buffer_.size() >= kChunk ? Flush() : absl::OkStatus();
  }

  absl::Status Flush() {
    if (buffer_.empty()) return absl::OkStatus();
    v1::ExportFactsResponse response;
    response.set_data(std::move(buffer_));
    buffer_.clear();
    return send_(response) ? absl::OkStatus() : ClientGone();
  }

 private:
  const Send<v1::ExportFactsResponse>& send_;
  std::string buffer_;
};

// Everything that an end is called: labels, then spellings.
absl::StatusOr<std::vector<std::string>> AliasesOf(const std::string& entity, EntityNames& names) {
  std::vector<std::string> aliases;
  if (entity.empty()) return aliases;
  ISNAD_ASSIGN_OR_RETURN(const EntityRecord* record, names.FindWithAliases(entity));
  std::set<std::string> seen;
  const auto add = [&](const std::string& alias) {
    if (!alias.empty() && seen.insert(alias).second) aliases.push_back(alias);
  };
  add(record->label_en);
  add(record->label_ar);
  for (const AliasRecord& alias : record->aliases) add(alias.surface);
  return aliases;
}

absl::Status ExportFact(const FactRecord& record, Snapshot& snapshot, EntityNames& names,
                        FactWriter& writer, ChunkSender& sender) {
  ExportedFact exported;
  ISNAD_ASSIGN_OR_RETURN(exported.fact, ToFact(record, names));
  ISNAD_ASSIGN_OR_RETURN(const std::vector<EvidenceRecord> evidence,
                         snapshot.GetEvidence(record.identity.key, Detail::kFull));
  for (const EvidenceRecord& row : evidence) {
    ISNAD_RETURN_IF_ERROR(SetClaim(row.claim, names, &exported.fact));
    ISNAD_ASSIGN_OR_RETURN(exported.evidence, ToEvidence(row, names));
    ISNAD_ASSIGN_OR_RETURN(exported.subject_aliases, AliasesOf(row.claim.subject.entity, names));
    exported.object_aliases.clear();
    if (row.claim.object.has_value()) {
      ISNAD_ASSIGN_OR_RETURN(exported.object_aliases, AliasesOf(row.claim.object->entity, names));
    }
    ISNAD_RETURN_IF_ERROR(sender.Add(writer.Write(exported)));
  }
  return absl::OkStatus();
}

absl::StatusOr<int64_t> ReadCursor(const std::string& cursor, int64_t last) {
  int64_t sequence = 0;
  if (cursor.empty()) return last;
  if (absl::SimpleAtoi(cursor, &sequence) && sequence >= 0 && sequence <= last &&
      cursor == absl::StrCat(sequence)) {
    return sequence;
  }
  return server::InvalidFields({{"cursor", absl::StrCat("\"", server::Shorten(cursor),
                                                        "\" was not given out by this store; "
                                                        "\"0\" begins with everything")}},
                               "INVALID_CURSOR");
}

// Sends what changed after `*sequence` and moves it on.
absl::Status SendChanges(const Backend& backend, const Send<v1::WatchFactsResponse>& send,
                         int64_t* sequence) {
  std::vector<v1::WatchFactsResponse> responses;
  {
    ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, backend.Read(kLatest));
    ISNAD_ASSIGN_OR_RETURN(const std::vector<ChangeRecord> changes,
                           snapshot->GetChanges(*sequence, kChangesPerRead));
    EntityNames names(*snapshot);
    for (const ChangeRecord& change : changes) {
      ISNAD_ASSIGN_OR_RETURN(const FactRecord fact, snapshot->GetFact(change.fact));
      v1::WatchFactsResponse response;
      response.set_cursor(absl::StrCat(change.sequence));
      response.set_change(static_cast<v1::WatchFactsResponse::Change>(change.change));
      ISNAD_ASSIGN_OR_RETURN(*response.mutable_fact(), ToFact(fact, names));
      responses.push_back(std::move(response));
      *sequence = change.sequence;
    }
  }
  // The reader is back before the client takes its time.
  for (const v1::WatchFactsResponse& response : responses) {
    if (!send(response)) return ClientGone();
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ExportFactsMethod(const Backend& backend, const v1::ExportFactsRequest& request,
                               const server::RpcContext& rpc,
                               const Send<v1::ExportFactsResponse>& send) {
  if (!v1::ExportFormat_IsValid(request.format())) {
    return server::InvalidFields({{"format", "is no format of this service"}});
  }
  PageQuery query;
  ISNAD_ASSIGN_OR_RETURN(query.filter, ParseFilter(request.filter(), FactFilterSchema()));
  query.order = {{OrderField::kRecordTime, Direction::kAscending}};
  query.limit = kFactsPerRead;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  EntityNames names(*snapshot);
  const std::unique_ptr<FactWriter> writer = MakeFactWriter(request.format());
  ChunkSender sender(send);
  ISNAD_RETURN_IF_ERROR(sender.Add(writer->Begin()));
  do {
    ISNAD_RETURN_IF_ERROR(rpc.CheckAlive());
    ISNAD_ASSIGN_OR_RETURN(const Page<FactRecord> page, snapshot->ListFacts(query));
    for (const FactRecord& record : page.rows) {
      ISNAD_RETURN_IF_ERROR(ExportFact(record, *snapshot, names, *writer, sender));
    }
    query.after = page.next;
  } while (!query.after.empty());
  ISNAD_RETURN_IF_ERROR(sender.Add(writer->End()));
  return sender.Flush();
}

absl::Status WatchFactsMethod(const Backend& backend, const v1::WatchFactsRequest& request,
                              const server::RpcContext& rpc,
                              const Send<v1::WatchFactsResponse>& send) {
  int64_t last = 0;
  {
    ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, backend.Read(kLatest));
    ISNAD_ASSIGN_OR_RETURN(last, snapshot->LastChange());
  }
  ISNAD_ASSIGN_OR_RETURN(int64_t sequence, ReadCursor(request.cursor(), last));
  // The first response tells where the watch begins, so that a client that saw nothing can resume.
  absl::Time next_heartbeat = absl::InfinitePast();
  while (true) {
    ISNAD_RETURN_IF_ERROR(rpc.CheckAlive());
    if (rpc.IsDraining()) return server::DrainingError();
    const int64_t before = sequence;
    ISNAD_RETURN_IF_ERROR(SendChanges(backend, send, &sequence));
    const absl::Time now = absl::Now();
    if (sequence == before && now >= next_heartbeat) {
      v1::WatchFactsResponse heartbeat;
      heartbeat.set_cursor(absl::StrCat(sequence));
      if (!send(heartbeat)) return ClientGone();
      next_heartbeat = now + kHeartbeat;
    }
    if (sequence != before) next_heartbeat = now + kHeartbeat;
    backend.store->WaitForChange(sequence, kLongestWait);
  }
}

}  // namespace isnad::facts
