#include "services/facts/engines/sql/document_rows.h"

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/fact_lookups.h"
#include "services/facts/engines/sql/filter_sql.h"
#include "services/facts/engines/sql/keyset.h"
#include "services/facts/engines/sql/passage_index.h"
#include "services/facts/engines/sql/row_numbers.h"
#include "services/facts/engines/sql/tallies.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sql {
namespace {

constexpr const char* kColumns =
    "d.row, d.id, d.source_uri, d.url, d.source, d.publisher, d.title, d.language, "
    "d.publish_time, d.fetch_time, d.recorded, d.content_hash, d.near_duplicate_key, "
    "d.supersedes, d.publish_time_inferred, s.state, s.recorded";

DocumentRecord FromRow(const Query& row) {
  DocumentRecord document;
  document.id = row.GetText(1);
  document.source_uri = row.GetText(2);
  document.url = row.GetText(3);
  document.source = row.GetText(4);
  document.publisher = row.GetText(5);
  document.title = row.GetText(6);
  document.language = row.GetText(7);
  document.publish_time = row.GetInt(8);
  document.fetch_time = row.GetInt(9);
  document.record_time = row.GetInt(10);
  document.content_hash = row.GetText(11);
  document.near_duplicate_key = row.GetText(12);
  document.supersedes = row.GetText(13);
  document.publish_time_inferred = row.GetInt(14) != 0;
  document.state = static_cast<DocumentState>(row.GetInt(15));
  document.state_time = row.GetInt(16);
  return document;
}

std::string FromDocuments(const View& view) {
  return absl::StrCat(" FROM document d JOIN document_state s ON s.document = d.row AND ",
                      Live(view, "s"), " ");
}

absl::optional<ExtractionRecord> NextExtraction(Query& query, const std::string& document) {
  if (!query.Next()) return absl::nullopt;
  ExtractionRecord extraction;
  extraction.id = query.GetInt(0);
  extraction.document = document;
  extraction.extractor_version = query.GetText(1);
  extraction.fact_count = static_cast<int>(query.GetInt(2));
  extraction.new_fact_count = static_cast<int>(query.GetInt(3));
  extraction.passage_count = static_cast<int>(query.GetInt(4));
  return extraction;
}

absl::Status Run(View& view, const char* sql, int64_t first, int64_t second) {
  Query query = view.connection.Prepare(sql);
  return query.Int(first).Int(second).Run();
}

absl::Status RunFor(View& view, const std::string& sql, int64_t row) {
  Query query = view.connection.Prepare(sql);
  return query.Int(row).Run();
}

}  // namespace

absl::StatusOr<DocumentRecord> ReadDocument(View& view, const std::string& id, Detail detail) {
  Query query = view.connection.Prepare(
      absl::StrCat("SELECT ", kColumns, FromDocuments(view), "WHERE d.id = ?"));
  query.Text(id);
  if (!query.Next()) {
    ISNAD_RETURN_IF_ERROR(query.status());
    return absl::NotFoundError(absl::StrCat("no document ", id));
  }
  DocumentRecord document = FromRow(query);
  if (detail == Detail::kFull) {
    Query text = view.connection.Prepare("SELECT text FROM document_text WHERE document = ?");
    text.Int(query.GetInt(0));
    if (text.Next()) document.text = text.GetText(0);
    ISNAD_RETURN_IF_ERROR(text.status());
  }
  return document;
}

absl::StatusOr<Page<DocumentRecord>> ReadDocuments(View& view, const PageQuery& page_query) {
  ISNAD_ASSIGN_OR_RETURN(SqlFragment where,
                         CompileFilter(view, FilterTable::kDocuments, page_query.filter));
  Keyset keyset({{"d.publish_time", Keyset::Type::kInteger, Direction::kDescending},
                 {"d.id", Keyset::Type::kText, Direction::kAscending}});
  return ReadPage<DocumentRecord>(
      view, absl::StrCat(kColumns), FromDocuments(view), where, keyset, page_query,
      [](const Query& row) -> absl::StatusOr<DocumentRecord> { return FromRow(row); });
}

absl::StatusOr<Page<SourceRecord>> ReadSources(View& view, const PageQuery& page_query) {
  Keyset keyset({{"o.id", Keyset::Type::kText, Direction::kAscending}});
  const std::string columns =
      absl::StrCat("o.id, o.display_name, (SELECT COUNT(*)", FromDocuments(view),
                   "WHERE d.source = o.id AND s.state = 1)");
  SqlFragment where;
  where.sql = Recorded(view, "o");
  return ReadPage<SourceRecord>(
      view, columns, " FROM source o ", where, keyset, page_query,
      [](const Query& row) -> absl::StatusOr<SourceRecord> {
        return SourceRecord{row.GetText(0), row.GetText(1), row.GetInt(2)};
      });
}

absl::StatusOr<KnownDocument> KnowDocument(View& view, const std::string& id) {
  const auto known = view.documents.find(id);
  if (known != view.documents.end()) return known->second;
  Query query = view.connection.Prepare("SELECT row, source FROM document WHERE id = ?");
  query.Text(id);
  KnownDocument document;
  if (query.Next()) document = {query.GetInt(0), query.GetText(1)};
  ISNAD_RETURN_IF_ERROR(query.status());
  if (document.row == 0) return absl::NotFoundError(absl::StrCat("no document ", id));
  return view.documents[id] = document;
}

absl::StatusOr<int64_t> ReadDocumentRow(View& view, const std::string& id) {
  ISNAD_ASSIGN_OR_RETURN(const KnownDocument document, KnowDocument(view, id));
  return document.row;
}

absl::Status WriteDocument(View& view, const DocumentRecord& document) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t row, NextRow(view, kDocumentRows));
  view.documents[document.id] = {row, document.source};
  Query insert = view.connection.Prepare(
      "INSERT INTO document(row, id, source_uri, url, source, publisher, title, language, "
      "publish_time, "
      "fetch_time, recorded, content_hash, near_duplicate_key, supersedes, publish_time_inferred) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.Int(row)
      .Text(document.id)
      .Text(document.source_uri)
      .Text(document.url)
      .Text(document.source);
  insert.Text(document.publisher).Text(document.title).Text(document.language);
  insert.Int(document.publish_time).Int(document.fetch_time).Int(view.now);
  insert.Text(document.content_hash).Text(document.near_duplicate_key).Text(document.supersedes);
  ISNAD_RETURN_IF_ERROR(insert.Int(document.publish_time_inferred ? 1 : 0).Run());
  Query text = view.connection.Prepare("INSERT INTO document_text VALUES (?, ?)");
  ISNAD_RETURN_IF_ERROR(text.Int(row).Text(document.text).Run());
  if (!document.source.empty()) {
    Query source =
        view.connection.Prepare("INSERT INTO source VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    ISNAD_RETURN_IF_ERROR(
        source.Text(document.source).Text(document.publisher).Int(view.now).Run());
  }
  return WriteDocumentState(view, document.id, DocumentState::kActive, "stored");
}

absl::Status WriteDocumentState(View& view, const std::string& id, DocumentState state,
                                const std::string& reason) {
  Query end = view.connection.Prepare(
      absl::StrCat("UPDATE document_state SET superseded = ?1 WHERE superseded = ", kForever,
                   " AND recorded < ?1 AND document = (SELECT row FROM document WHERE id = ?2)"));
  ISNAD_RETURN_IF_ERROR(end.Int(view.now).Text(id).Run());
  Query begin = view.connection.Prepare(absl::StrCat(
      "INSERT INTO document_state SELECT row, ?, ?, ?, ", kForever,
      " FROM document WHERE id = ? ON CONFLICT(document, recorded) DO UPDATE SET state = "
      "excluded.state, reason = excluded.reason, superseded = excluded.superseded"));
  return begin.Int(static_cast<int>(state)).Text(reason).Int(view.now).Text(id).Run();
}

absl::StatusOr<bool> ReadIsReplaced(View& view, const std::string& id) {
  Query query = view.connection.Prepare(
      "SELECT 1 FROM document WHERE supersedes = ? AND supersedes <> '' LIMIT 1");
  query.Text(id);
  const bool replaced = query.Next();
  ISNAD_RETURN_IF_ERROR(query.status());
  return replaced;
}

absl::Status EraseDocumentRows(View& view, const std::string& id) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t document, ReadDocumentRow(view, id));
  ForgetFacts(view);
  // Facts that rest on this document alone keep an empty row, so that their names stay taken and
  // watchers hear of their end; the others lose what this document had added to former states.
  constexpr const char* kOnlyHere =
      "fact IN (SELECT fact FROM evidence WHERE document = ?1) AND fact NOT IN "
      "(SELECT fact FROM evidence WHERE document <> ?1)";
  constexpr const char* kAlsoElsewhere =
      "fact IN (SELECT fact FROM evidence WHERE document = ?1) AND fact IN "
      "(SELECT fact FROM evidence WHERE document <> ?1)";
  const std::string statements[] = {
      absl::StrCat("DELETE FROM fact_past WHERE ", kOnlyHere),
      absl::StrCat("DELETE FROM listing_past WHERE ", kOnlyHere),
      absl::StrCat("UPDATE fact SET subject_ref = '', object_ref = '' WHERE row IN "
                   "(SELECT fact FROM fact_now WHERE ",
                   kOnlyHere, ")"),
      absl::StrCat("UPDATE fact_past SET (claim, search_text) = (SELECT n.claim, n.search_text "
                   "FROM fact_now n WHERE n.fact = fact_past.fact) WHERE ",
                   kAlsoElsewhere),
      "DELETE FROM evidence WHERE document = ?1",
      "DELETE FROM passage WHERE document = ?1",
      "DELETE FROM document_text WHERE document = ?1",
      "UPDATE document SET title = '' WHERE row = ?1",
  };
  ISNAD_RETURN_IF_ERROR(view.dialect.passages().EraseDocument(view.connection, document));
  Query empty = view.connection.Prepare(
      absl::StrCat("UPDATE fact_now SET claim = ?2, search_text = '' WHERE ", kOnlyHere));
  ISNAD_RETURN_IF_ERROR(empty.Int(document).Blob("").Run());
  for (const std::string& statement : statements) {
    ISNAD_RETURN_IF_ERROR(RunFor(view, statement, document));
  }
  return absl::OkStatus();
}

absl::StatusOr<absl::optional<ExtractionRecord>> ReadExtraction(View& view,
                                                                const std::string& document,
                                                                const std::string& version) {
  Query query = view.connection.Prepare(
      "SELECT x.id, x.extractor_version, x.fact_count, x.new_fact_count, x.passage_count "
      "FROM extraction x JOIN document d ON d.row = x.document "
      "WHERE d.id = ? AND x.extractor_version = ? ORDER BY x.id DESC LIMIT 1");
  query.Text(document).Text(version);
  absl::optional<ExtractionRecord> extraction = NextExtraction(query, document);
  ISNAD_RETURN_IF_ERROR(query.status());
  return extraction;
}

absl::StatusOr<absl::optional<ExtractionRecord>> ReadCurrentExtraction(
    View& view, const std::string& document) {
  Query query = view.connection.Prepare(absl::StrCat(
      "SELECT x.id, x.extractor_version, x.fact_count, x.new_fact_count, x.passage_count "
      "FROM extraction x JOIN document d ON d.row = x.document WHERE d.id = ? AND ",
      Live(view, "x")));
  query.Text(document);
  absl::optional<ExtractionRecord> extraction = NextExtraction(query, document);
  ISNAD_RETURN_IF_ERROR(query.status());
  return extraction;
}

absl::StatusOr<int64_t> WriteExtraction(View& view, const ExtractionRecord& extraction) {
  ISNAD_ASSIGN_OR_RETURN(const int64_t document, ReadDocumentRow(view, extraction.document));
  ISNAD_ASSIGN_OR_RETURN(const int64_t row, NextRow(view, kExtractionRows));
  Query insert = view.connection.Prepare(
      absl::StrCat("INSERT INTO extraction(id, document, extractor_version, fact_count, "
                   "new_fact_count, passage_count, recorded, superseded) VALUES (?, ?, ?, ?, ?, ?, "
                   "?, ",
                   kForever, ")"));
  insert.Int(row).Int(document).Text(extraction.extractor_version).Int(extraction.fact_count);
  insert.Int(extraction.new_fact_count).Int(extraction.passage_count).Int(view.now);
  ISNAD_RETURN_IF_ERROR(insert.Run());
  return row;
}

absl::Status WriteExtractionCounts(View& view, const ExtractionRecord& extraction) {
  Query update = view.connection.Prepare(
      "UPDATE extraction SET fact_count = ?, new_fact_count = ?, passage_count = ? WHERE id = ?");
  update.Int(extraction.fact_count).Int(extraction.new_fact_count);
  return update.Int(extraction.passage_count).Int(extraction.id).Run();
}

absl::StatusOr<std::vector<std::string>> EndExtractionRows(View& view, int64_t extraction) {
  std::vector<std::string> facts;
  {
    Query query = view.connection.Prepare(
        absl::StrCat("SELECT DISTINCT f.key FROM evidence e JOIN fact f ON f.row = e.fact "
                     "WHERE e.extraction = ? AND e.superseded = ",
                     kForever, " ORDER BY f.key"));
    query.Int(extraction);
    while (query.Next()) facts.push_back(query.GetText(0));
    ISNAD_RETURN_IF_ERROR(query.status());
  }
  ISNAD_RETURN_IF_ERROR(UntallyUses(view, extraction));
  const char* const statements[] = {
      "UPDATE extraction SET superseded = ?1 WHERE id = ?2 AND superseded > ?1",
      "UPDATE evidence SET superseded = ?1 WHERE extraction = ?2 AND superseded > ?1",
      "UPDATE passage SET superseded = ?1 WHERE extraction = ?2 AND superseded > ?1",
      "UPDATE alias_use SET superseded = ?1 WHERE extraction = ?2 AND superseded > ?1",
  };
  for (const char* statement : statements) {
    ISNAD_RETURN_IF_ERROR(Run(view, statement, view.now, extraction));
  }
  return facts;
}

}  // namespace isnad::facts::sql
