#include "services/facts/handlers/entity_methods.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/facts/converters/resource_converter.h"
#include "services/facts/converters/resource_name.h"
#include "services/facts/domain/alike_names.h"
#include "services/facts/domain/errors.h"
#include "services/facts/domain/filter/filter_parser.h"
#include "services/facts/domain/filter/order_by.h"
#include "services/facts/domain/merge_entities.h"
#include "services/facts/handlers/once.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

constexpr int kMostKeys = 256;
// Keys beyond are looked up to the letter only.
constexpr int kMostAlikeKeys = 64;
constexpr int kMostMerged = 100;
constexpr size_t kLongestMergeReason = 1000;

// The entity that `id` leads to.
absl::StatusOr<EntityRecord> Find(Snapshot& snapshot, const std::string& id) {
  ISNAD_ASSIGN_OR_RETURN(const std::string root, snapshot.Canonical(id));
  absl::StatusOr<EntityRecord> entity = snapshot.GetEntity(root, Detail::kFull);
  if (absl::IsNotFound(entity.status())) {
    return server::NotFound("isnad.dev/Entity", MakeName("entities", id));
  }
  return entity;
}

absl::Status CheckShort(const std::string& reason) {
  if (reason.size() <= 4 * kLongestMergeReason) return absl::OkStatus();
  return server::InvalidFields(
      {{"reason", absl::StrCat("is longer than ", kLongestMergeReason, " characters")}});
}

}  // namespace

absl::Status GetEntityMethod(const Backend& backend, const v1::GetEntityRequest& request,
                             v1::GetEntityResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseName(request.name(), "entities", "name"));
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  ISNAD_ASSIGN_OR_RETURN(const EntityRecord entity, Find(*snapshot, id));
  *response->mutable_entity() = ToEntity(entity);
  return absl::OkStatus();
}

absl::Status ListEntitiesMethod(const Backend& backend, const v1::ListEntitiesRequest& request,
                                v1::ListEntitiesResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const PageStart start,
                         ReadPageStart(request, request.page_size(), request.page_token()));
  PageQuery query;
  ISNAD_ASSIGN_OR_RETURN(query.filter, ParseFilter(request.filter(), EntityFilterSchema()));
  ISNAD_ASSIGN_OR_RETURN(
      query.order, ParseOrderBy(request.order_by(), EntityOrderSchema(), {OrderField::kName, {}}));
  query.limit = start.size;
  query.after = start.after;
  const Detail detail = request.view() == v1::VIEW_FULL ? Detail::kFull : Detail::kBasic;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  ISNAD_ASSIGN_OR_RETURN(const Page<EntityRecord> page, snapshot->ListEntities(query, detail));
  for (const EntityRecord& entity : page.rows) *response->add_entities() = ToEntity(entity);
  response->set_next_page_token(NextPageToken(start, page.next));
  return absl::OkStatus();
}

absl::Status SearchEntitiesMethod(const Backend& backend, const v1::SearchEntitiesRequest& request,
                                  v1::SearchEntitiesResponse* response) {
  if (request.folded_keys().empty() && request.prefix().empty() && request.lexicon_key().empty()) {
    return server::InvalidFields({{"folded_keys", "give keys, a prefix or a lexicon key"}});
  }
  if (request.folded_keys_size() > kMostKeys) {
    return server::InvalidFields({{"folded_keys", absl::StrCat("holds ", request.folded_keys_size(),
                                                               " keys; at most ", kMostKeys)}});
  }
  ISNAD_ASSIGN_OR_RETURN(const PageStart start,
                         ReadPageStart(request, request.page_size(), request.page_token()));
  EntitySearch search;
  search.folded_keys.assign(request.folded_keys().begin(), request.folded_keys().end());
  search.prefix = request.prefix();
  search.lexicon_key = request.lexicon_key();
  search.type = request.type();
  search.limit = start.size + 1;
  if (!start.after.empty() && !absl::SimpleAtoi(start.after[0], &search.offset)) search.offset = 0;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  AlikeNames names(*snapshot);
  for (int i = 0; i < std::min(kMostAlikeKeys, request.folded_keys_size()); ++i) {
    ISNAD_ASSIGN_OR_RETURN(std::vector<FoundEntity> found,
                           names.FindEntities(request.folded_keys(i), request.type()));
    search.found.insert(search.found.end(), found.begin(), found.end());
  }
  ISNAD_ASSIGN_OR_RETURN(std::vector<EntityMatchRecord> matches, snapshot->SearchEntities(search));
  if (static_cast<int>(matches.size()) > start.size) {
    matches.pop_back();
    response->set_next_page_token(NextPageToken(start, {absl::StrCat(search.offset + start.size)}));
  }
  for (const EntityMatchRecord& match : matches) {
    v1::EntityMatch& added = *response->add_matches();
    *added.mutable_entity() = ToEntity(match.entity, backend.etags);
    added.set_score(match.score);
    added.set_matched_alias(match.matched_alias);
    added.set_matched_key(match.matched_key);
  }
  return absl::OkStatus();
}

absl::Status MergeEntitiesMethod(const Backend& backend, const v1::MergeEntitiesRequest& request,
                                 v1::MergeEntitiesResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string target, ParseName(request.name(), "entities", "name"));
  if (request.merged_names().empty() || request.merged_names_size() > kMostMerged) {
    return server::InvalidFields(
        {{"merged_names", absl::StrCat("holds ", request.merged_names_size(), " names; 1 to ",
                                       kMostMerged, " are needed")}});
  }
  ISNAD_RETURN_IF_ERROR(CheckShort(request.reason()));
  std::vector<std::string> merged;
  for (int i = 0; i < request.merged_names_size(); ++i) {
    ISNAD_ASSIGN_OR_RETURN(std::string id, ParseName(request.merged_names(i), "entities",
                                                     absl::StrCat("merged_names[", i, "]")));
    merged.push_back(std::move(id));
  }
  return WriteOnce(
      backend, request, request.request_id(),
      [&](WriteTransaction& store) -> absl::Status {
        if (!request.etag().empty()) {
          ISNAD_ASSIGN_OR_RETURN(const EntityRecord entity, Find(store, target));
          const std::string current = ToEntity(entity).etag();
          if (request.etag() != current) {
            return EtagMismatch(request.name(), request.etag(), current);
          }
        }
        return MergeEntities(target, merged, request.reason(), store);
      },
      [&](Snapshot& snapshot) -> absl::Status {
        ISNAD_ASSIGN_OR_RETURN(const EntityRecord entity, Find(snapshot, target));
        *response->mutable_entity() = ToEntity(entity);
        return absl::OkStatus();
      });
}

absl::Status UnmergeEntitiesMethod(const Backend& backend,
                                   const v1::UnmergeEntitiesRequest& request,
                                   v1::UnmergeEntitiesResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseName(request.name(), "entities", "name"));
  ISNAD_RETURN_IF_ERROR(CheckShort(request.reason()));
  const Remerge remerge = request.distinct_policy() == v1::DISTINCT_POLICY_NEVER_MERGE
                              ? Remerge::kNever
                              : Remerge::kAllowed;
  return WriteOnce(
      backend, request, request.request_id(),
      [&](WriteTransaction& store) { return UnmergeEntity(id, remerge, request.reason(), store); },
      [&](Snapshot& snapshot) -> absl::Status {
        ISNAD_ASSIGN_OR_RETURN(const EntityRecord entity, Find(snapshot, id));
        *response->mutable_entity() = ToEntity(entity);
        return absl::OkStatus();
      });
}

}  // namespace isnad::facts
