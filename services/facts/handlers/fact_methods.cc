#include "services/facts/handlers/fact_methods.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "services/facts/converters/fact_converter.h"
#include "services/facts/converters/resource_converter.h"
#include "services/facts/converters/resource_name.h"
#include "services/facts/converters/time_converter.h"
#include "services/facts/domain/civil_day.h"
#include "services/facts/domain/conflict_explanation.h"
#include "services/facts/domain/conflict_sides.h"
#include "services/facts/domain/errors.h"
#include "services/facts/domain/filter/filter_parser.h"
#include "services/facts/domain/filter/order_by.h"
#include "services/facts/handlers/once.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

absl::Status AddEvidence(Snapshot& snapshot, EntityNames& names, v1::Fact* fact) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<EvidenceRecord> evidence,
                         snapshot.GetEvidence(fact->fact_key(), Detail::kBasic));
  for (const EvidenceRecord& record : evidence) {
    ISNAD_ASSIGN_OR_RETURN(*fact->add_evidence(), ToEvidence(record, names));
  }
  return absl::OkStatus();
}

// Reads a page of facts into the `facts` of a response.
absl::Status FillFacts(Snapshot& snapshot, const PageQuery& query, v1::View view, Etags etags,
                       google::protobuf::RepeatedPtrField<v1::Fact>* facts, Position* next) {
  ISNAD_ASSIGN_OR_RETURN(const Page<FactRecord> page, snapshot.ListFacts(query));
  EntityNames names(snapshot);
  for (const FactRecord& record : page.rows) {
    ISNAD_ASSIGN_OR_RETURN(*facts->Add(), ToFact(record, names, etags));
    if (view == v1::VIEW_FULL) {
      ISNAD_RETURN_IF_ERROR(AddEvidence(snapshot, names, facts->Mutable(facts->size() - 1)));
    }
  }
  *next = page.next;
  return absl::OkStatus();
}

absl::StatusOr<ConflictRecord> FindConflict(Snapshot& snapshot, const std::string& id) {
  absl::StatusOr<ConflictRecord> conflict = snapshot.GetConflict(id);
  if (absl::IsNotFound(conflict.status())) {
    return server::NotFound("isnad.dev/Conflict", MakeName("conflicts", id));
  }
  return conflict;
}

void AddNames(const std::vector<FactRecord>& facts,
              google::protobuf::RepeatedPtrField<std::string>* names) {
  for (const FactRecord& fact : facts) *names->Add() = MakeName("facts", fact.identity.key);
}

// Conflicts with their sides.
absl::Status FillConflicts(const std::vector<ConflictRecord>& records, Snapshot& snapshot,
                           const std::function<v1::Conflict*()>& add) {
  ISNAD_ASSIGN_OR_RETURN(const std::vector<std::vector<ConflictSide>> sides,
                         FindSides(records, snapshot));
  for (size_t i = 0; i < records.size(); ++i) {
    v1::Conflict& conflict = *add();
    conflict = ToConflict(records[i]);
    for (const ConflictSide& side : sides[i]) {
      v1::Conflict::Side& added = *conflict.add_sides();
      AddNames(side.facts, added.mutable_facts());
      AddNames(side.agreeing, added.mutable_agreeing_facts());
      AddNames(side.unnamed, added.mutable_unnamed_mentions());
      added.set_support(side.support);
      added.set_unnamed_support(side.unnamed_support);
    }
    ISNAD_ASSIGN_OR_RETURN(const ConflictExplanation agreement,
                           ExplainAgreement(sides[i], snapshot));
    conflict.mutable_explanation_en()->append(agreement.english);
    conflict.mutable_explanation_ar()->append(agreement.arabic);
  }
  return absl::OkStatus();
}

Filter OfEntity(const std::string& id) {
  Filter filter;
  filter.kind = Filter::Kind::kCompare;
  filter.field = FilterField::kEntity;
  filter.text = id;
  return filter;
}

absl::Status Resolve(const v1::ResolveConflictRequest& request, const std::string& id,
                     const std::string& preferred, WriteTransaction& store) {
  ISNAD_ASSIGN_OR_RETURN(const ConflictRecord conflict, FindConflict(store, id));
  const std::string current = ToConflict(conflict).etag();
  if (!request.etag().empty() && request.etag() != current) {
    return EtagMismatch(request.name(), request.etag(), current);
  }
  const bool is_member =
      std::find(conflict.facts.begin(), conflict.facts.end(), preferred) != conflict.facts.end();
  if (!preferred.empty() && !is_member) {
    return server::InvalidFields(
        {{"preferred_fact", request.preferred_fact() + " is not part of the conflict"}});
  }
  return store.ResolveConflict(id, preferred, request.resolution());
}

}  // namespace

absl::Status GetFactMethod(const Backend& backend, const v1::GetFactRequest& request,
                           v1::GetFactResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string key, ParseName(request.name(), "facts", "name"));
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  const absl::StatusOr<FactRecord> record = snapshot->GetFact(key);
  if (absl::IsNotFound(record.status())) {
    return server::NotFound("isnad.dev/Fact", request.name());
  }
  ISNAD_RETURN_IF_ERROR(record.status());
  EntityNames names(*snapshot);
  ISNAD_ASSIGN_OR_RETURN(*response->mutable_fact(), ToFact(*record, names));
  return AddEvidence(*snapshot, names, response->mutable_fact());
}

absl::Status ListFactsMethod(const Backend& backend, const v1::ListFactsRequest& request,
                             v1::ListFactsResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const PageStart start,
                         ReadPageStart(request, request.page_size(), request.page_token()));
  PageQuery query;
  ISNAD_ASSIGN_OR_RETURN(query.filter, ParseFilter(request.filter(), FactFilterSchema()));
  ISNAD_ASSIGN_OR_RETURN(query.order, ParseOrderBy(request.order_by(), FactOrderSchema(),
                                                   {OrderField::kRecordTime, {}}));
  if (request.has_valid_at()) {
    query.valid_on = DayNumber(
        absl::ToCivilDay(absl::FromUnixMicros(ToMicros(request.valid_at())), absl::UTCTimeZone()));
  }
  query.limit = start.size;
  query.after = start.after;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  Position next;
  ISNAD_RETURN_IF_ERROR(
      FillFacts(*snapshot, query, request.view(), backend.etags, response->mutable_facts(), &next));
  response->set_next_page_token(NextPageToken(start, next));
  return absl::OkStatus();
}

absl::Status GetTimelineMethod(const Backend& backend, const v1::GetTimelineRequest& request,
                               v1::GetTimelineResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseName(request.name(), "entities", "name"));
  ISNAD_ASSIGN_OR_RETURN(const PageStart start,
                         ReadPageStart(request, request.page_size(), request.page_token()));
  ISNAD_ASSIGN_OR_RETURN(Filter filter, ParseFilter(request.filter(), FactFilterSchema()));
  PageQuery query;
  query.filter.kind = Filter::Kind::kAnd;
  query.filter.children = {OfEntity(id), std::move(filter)};
  query.order = {{OrderField::kTimeline, Direction::kAscending}};
  query.limit = start.size;
  query.after = start.after;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  const absl::StatusOr<EntityRecord> entity = snapshot->GetEntity(id, Detail::kNames);
  if (absl::IsNotFound(entity.status())) {
    return server::NotFound("isnad.dev/Entity", request.name());
  }
  ISNAD_RETURN_IF_ERROR(entity.status());
  Position next;
  ISNAD_RETURN_IF_ERROR(
      FillFacts(*snapshot, query, v1::VIEW_FULL, backend.etags, response->mutable_facts(), &next));
  response->set_next_page_token(NextPageToken(start, next));
  return absl::OkStatus();
}

absl::Status ListConflictsMethod(const Backend& backend, const v1::ListConflictsRequest& request,
                                 v1::ListConflictsResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const PageStart start,
                         ReadPageStart(request, request.page_size(), request.page_token()));
  PageQuery query;
  ISNAD_ASSIGN_OR_RETURN(query.filter, ParseFilter(request.filter(), ConflictFilterSchema()));
  query.limit = start.size;
  query.after = start.after;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, backend.Read(kLatest));
  ISNAD_ASSIGN_OR_RETURN(const Page<ConflictRecord> page, snapshot->ListConflicts(query));
  if (request.view() == v1::VIEW_BASIC) {
    for (const ConflictRecord& conflict : page.rows) {
      *response->add_conflicts() = ToConflict(conflict);
    }
  } else {
    ISNAD_RETURN_IF_ERROR(
        FillConflicts(page.rows, *snapshot, [response] { return response->add_conflicts(); }));
  }
  response->set_next_page_token(NextPageToken(start, page.next));
  return absl::OkStatus();
}

absl::Status ResolveConflictMethod(const Backend& backend,
                                   const v1::ResolveConflictRequest& request,
                                   v1::ResolveConflictResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseName(request.name(), "conflicts", "name"));
  ISNAD_RETURN_IF_ERROR(CheckReason(request.resolution(), "resolution"));
  std::string preferred;
  if (!request.preferred_fact().empty()) {
    ISNAD_ASSIGN_OR_RETURN(preferred,
                           ParseName(request.preferred_fact(), "facts", "preferred_fact"));
  }
  return WriteOnce(
      backend, request, request.request_id(),
      [&](WriteTransaction& store) { return Resolve(request, id, preferred, store); },
      [&](Snapshot& snapshot) -> absl::Status {
        ISNAD_ASSIGN_OR_RETURN(const ConflictRecord conflict, FindConflict(snapshot, id));
        return FillConflicts({conflict}, snapshot,
                             [response] { return response->mutable_conflict(); });
      });
}

absl::Status GetStatsMethod(const Backend& backend, const v1::GetStatsRequest&,
                            v1::GetStatsResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, backend.Read(kLatest));
  ISNAD_ASSIGN_OR_RETURN(const StoreStats stats, snapshot->GetStats());
  response->set_document_count(stats.documents);
  response->set_fact_count(stats.facts);
  response->set_entity_count(stats.entities);
  response->set_evidence_count(stats.evidence);
  response->set_passage_count(stats.passages);
  response->set_open_conflict_count(stats.open_conflicts);
  for (const auto& type : stats.facts_by_type) {
    (*response->mutable_fact_count_by_type())[type.first] = type.second;
  }
  response->set_store_bytes(stats.bytes);
  return absl::OkStatus();
}

}  // namespace isnad::facts
