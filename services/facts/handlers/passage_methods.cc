#include "services/facts/handlers/passage_methods.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/facts/converters/fact_converter.h"
#include "services/facts/converters/resource_converter.h"
#include "services/facts/converters/resource_name.h"
#include "services/facts/converters/time_converter.h"
#include "services/facts/domain/passage_ranking.h"
#include "services/server/status/error_details.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts {
namespace {

namespace v1 = isnad::v1;

constexpr int kMostTerms = 256;
constexpr int kDefaultHits = 20;
constexpr int kMostHits = 200;

absl::StatusOr<PassageSearch> ToSearch(const v1::SearchPassagesRequest& request) {
  if (request.terms().empty() || request.terms_size() > kMostTerms) {
    return server::InvalidFields(
        {{"terms", absl::StrCat("holds ", request.terms_size(), " terms; 1 to ", kMostTerms,
                                " are needed")}});
  }
  PassageSearch search;
  for (int i = 0; i < request.terms_size(); ++i) {
    const v1::QueryTerm& term = request.terms(i);
    if (term.term().empty()) {
      return server::InvalidFields({{absl::StrCat("terms[", i, "].term"), "is empty"}});
    }
    search.terms.push_back(
        {term.term(),
         term.field() == v1::QueryTerm::FIELD_SURFACE ? TermField::kSurface : TermField::kStem,
         term.weight() > 0 ? term.weight() : 1.0, term.word()});
  }
  for (int i = 0; i < request.documents_size(); ++i) {
    ISNAD_ASSIGN_OR_RETURN(std::string id, ParseName(request.documents(i), "documents",
                                                     absl::StrCat("documents[", i, "]")));
    search.documents.push_back(std::move(id));
  }
  if (request.has_publish_start_time()) {
    search.publish_start = ToMicros(request.publish_start_time());
  }
  if (request.has_publish_end_time()) search.publish_end = ToMicros(request.publish_end_time());
  return search;
}

// For each entity asked for, everything that reads as it.
absl::StatusOr<std::vector<std::set<std::string>>> ToEntitySets(
    const v1::SearchPassagesRequest& request, Snapshot& snapshot) {
  std::vector<std::set<std::string>> sets;
  for (int i = 0; i < request.entities_size(); ++i) {
    ISNAD_ASSIGN_OR_RETURN(const std::string id, ParseName(request.entities(i), "entities",
                                                           absl::StrCat("entities[", i, "]")));
    ISNAD_ASSIGN_OR_RETURN(const std::vector<std::string> same, snapshot.SameEntities(id));
    sets.emplace_back(same.begin(), same.end());
  }
  return sets;
}

absl::Status FillHit(const RankedPassage& ranked, PassageRecord passage, Words words, Etags etags,
                     Snapshot& snapshot, EntityNames& names,
                     std::map<std::string, v1::Document>* documents, v1::PassageHit* hit) {
  ISNAD_ASSIGN_OR_RETURN(passage.passage_bytes, snapshot.GetPassageBytes(passage.id));
  ISNAD_ASSIGN_OR_RETURN(*hit->mutable_passage(), ToPassage(passage, words, names));
  auto document = documents->find(passage.document);
  if (document == documents->end()) {
    ISNAD_ASSIGN_OR_RETURN(const DocumentRecord record,
                           snapshot.GetDocument(passage.document, Detail::kBasic));
    document = documents->emplace(passage.document, ToDocument(record, etags)).first;
  }
  *hit->mutable_document() = document->second;
  hit->set_score(ranked.score);
  for (const int word : ranked.matched_words) hit->add_matched_words(word);
  hit->set_historic(passage.historic);
  return absl::OkStatus();
}

}  // namespace

absl::Status SearchPassagesMethod(const Backend& backend, const v1::SearchPassagesRequest& request,
                                  v1::SearchPassagesResponse* response) {
  ISNAD_ASSIGN_OR_RETURN(const PassageSearch search, ToSearch(request));
  ISNAD_ASSIGN_OR_RETURN(
      const PageStart start,
      ReadPageStart(request, request.page_size(), request.page_token(), kDefaultHits, kMostHits));
  size_t offset = 0;
  if (!start.after.empty() && !absl::SimpleAtoi(start.after[0], &offset)) offset = 0;
  ISNAD_ASSIGN_OR_RETURN(std::unique_ptr<Snapshot> snapshot, ReadAsOf(backend, request));
  using EntitySets = std::vector<std::set<std::string>>;
  ISNAD_ASSIGN_OR_RETURN(const EntitySets entities, ToEntitySets(request, *snapshot));
  ISNAD_ASSIGN_OR_RETURN(PassageCandidates candidates, snapshot->FindPassages(search));
  const std::vector<RankedPassage> ranked = RankPassages(candidates, search.terms, entities);
  const Words words = request.view() == v1::VIEW_BASIC ? Words::kTextAlone : Words::kWithTokens;
  const size_t end = std::min(ranked.size(), offset + static_cast<size_t>(start.size));
  EntityNames names(*snapshot);
  std::map<std::string, v1::Document> documents;
  for (size_t i = offset; i < end; ++i) {
    ISNAD_RETURN_IF_ERROR(
        FillHit(ranked[i], std::move(candidates.passages[ranked[i].candidate].passage), words,
                backend.etags, *snapshot, names, &documents, response->add_hits()));
  }
  if (end < ranked.size()) {
    response->set_next_page_token(NextPageToken(start, {absl::StrCat(end)}));
  }
  return absl::OkStatus();
}

}  // namespace isnad::facts
