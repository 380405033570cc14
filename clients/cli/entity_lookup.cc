#include "clients/cli/entity_lookup.h"

#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace isnad::cli {

namespace v1 = isnad::v1;

absl::StatusOr<std::vector<v1::EntityMatch>> FindEntities(const std::string& name, int limit,
                                                          const Connection& connection) {
  v1::AnalyzeTextRequest analyze;
  analyze.set_text(name);
  v1::AnalyzeTextResponse analysis;
  absl::Status status = connection.Call(&v1::ExtractionService::Stub::AnalyzeText,
                                        connection.extraction(), analyze, &analysis);
  if (!status.ok()) return status;
  v1::SearchEntitiesRequest request;
  request.set_page_size(limit);
  std::set<std::string> keys;
  for (const v1::ExtractedEntity& entity : analysis.entities()) {
    if (request.lexicon_key().empty()) request.set_lexicon_key(entity.lexicon_key());
    for (const v1::Alias& alias : entity.aliases()) keys.insert(alias.folded_key());
  }
  std::string folded;
  for (const v1::Token& token : analysis.tokens()) {
    absl::StrAppend(&folded, folded.empty() ? "" : " ", token.surface());
  }
  keys.insert(folded);
  for (const std::string& key : keys) {
    if (!key.empty() && request.folded_keys_size() < 256) request.add_folded_keys(key);
  }
  request.set_prefix(folded);
  v1::SearchEntitiesResponse response;
  status = connection.Call(&v1::FactService::Stub::SearchEntities, connection.facts(), request,
                           &response);
  if (!status.ok()) return status;
  return std::vector<v1::EntityMatch>(response.matches().begin(), response.matches().end());
}

absl::StatusOr<std::string> ResolveEntity(const std::string& name, const Connection& connection) {
  if (absl::StartsWith(name, "entities/")) return name;
  auto matches = FindEntities(name, 1, connection);
  if (!matches.ok()) return matches.status();
  if (matches->empty()) {
    return absl::NotFoundError(
        absl::StrCat("nothing stored is called \"", name, "\"; `isnad entities` lists what is"));
  }
  return matches->front().entity().name();
}

}  // namespace isnad::cli
