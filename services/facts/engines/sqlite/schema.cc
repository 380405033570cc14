#include "services/facts/engines/sqlite/schema.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/facts/engines/sql/query.h"
#include "services/facts/store/records.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::sqlite {
namespace {

// `recorded` and `superseded` bound the time in which a row was believed; 9223372036854775807 is
// "still". What is read most keeps its current rows in `*_now` and its former ones in `*_past`.
constexpr const char* kFirst = R"sql(
CREATE TABLE document (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_uri TEXT NOT NULL, url TEXT NOT NULL, source TEXT NOT NULL, publisher TEXT NOT NULL,
  title TEXT NOT NULL, language TEXT NOT NULL,
  publish_time INTEGER NOT NULL, fetch_time INTEGER NOT NULL, recorded INTEGER NOT NULL,
  content_hash TEXT NOT NULL, near_duplicate_key TEXT NOT NULL, supersedes TEXT NOT NULL,
  publish_time_inferred INTEGER NOT NULL);
CREATE INDEX document_by_publish_time ON document(publish_time);
CREATE INDEX document_by_supersedes ON document(supersedes) WHERE supersedes <> '';
CREATE TABLE document_text (document INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE document_state (
  document INTEGER NOT NULL, state INTEGER NOT NULL, reason TEXT NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL,
  PRIMARY KEY (document, recorded)) WITHOUT ROWID;
CREATE TABLE extraction (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL, extractor_version TEXT NOT NULL,
  fact_count INTEGER NOT NULL, new_fact_count INTEGER NOT NULL, passage_count INTEGER NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL);
CREATE INDEX extraction_by_document ON extraction(document);

CREATE TABLE entity (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, type INTEGER NOT NULL,
  label_ar TEXT NOT NULL, label_en TEXT NOT NULL, entity_class TEXT NOT NULL,
  lexicon_key TEXT NOT NULL, external_ids TEXT NOT NULL,
  recorded INTEGER NOT NULL);
CREATE INDEX entity_by_lexicon_key ON entity(lexicon_key) WHERE lexicon_key <> '';
CREATE TABLE alias (
  folded_key TEXT NOT NULL, entity TEXT NOT NULL, surface TEXT NOT NULL,
  script TEXT NOT NULL, kind INTEGER NOT NULL, recorded INTEGER NOT NULL,
  PRIMARY KEY (folded_key, entity, surface)) WITHOUT ROWID;
CREATE INDEX alias_by_entity ON alias(entity);
CREATE TABLE alias_use (
  entity TEXT NOT NULL, extraction INTEGER NOT NULL, surface TEXT NOT NULL,
  uses INTEGER NOT NULL, recorded INTEGER NOT NULL, superseded INTEGER NOT NULL,
  PRIMARY KEY (entity, extraction, surface)) WITHOUT ROWID;
CREATE INDEX alias_use_by_extraction ON alias_use(extraction);
CREATE TABLE merge (
  child TEXT NOT NULL, parent TEXT NOT NULL, reason TEXT NOT NULL, end_reason TEXT NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL,
  PRIMARY KEY (child, recorded)) WITHOUT ROWID;
CREATE INDEX merge_by_parent ON merge(parent);
CREATE TABLE distinct_pair (
  one TEXT NOT NULL, other TEXT NOT NULL, recorded INTEGER NOT NULL,
  PRIMARY KEY (one, other)) WITHOUT ROWID;

CREATE TABLE fact (
  row INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
  subject_entity TEXT NOT NULL, object_entity TEXT NOT NULL,
  subject_ref TEXT NOT NULL, object_ref TEXT NOT NULL,
  polarity INTEGER NOT NULL, modality INTEGER NOT NULL,
  has_figure INTEGER NOT NULL, amount REAL NOT NULL, upper REAL NOT NULL, bound INTEGER NOT NULL,
  unit TEXT NOT NULL, recorded INTEGER NOT NULL);
CREATE INDEX fact_by_subject ON fact(subject_ref, type);
CREATE INDEX fact_by_object ON fact(object_ref, type);
CREATE TABLE fact_now (
  fact INTEGER PRIMARY KEY, stands INTEGER NOT NULL, support INTEGER NOT NULL,
  confidence REAL NOT NULL, first_publish INTEGER NOT NULL,
  valid_start INTEGER NOT NULL, valid_end INTEGER NOT NULL,
  claim BLOB NOT NULL, search_text TEXT NOT NULL, recorded INTEGER NOT NULL);
CREATE TABLE fact_past (
  fact INTEGER NOT NULL, stands INTEGER NOT NULL, support INTEGER NOT NULL,
  confidence REAL NOT NULL, first_publish INTEGER NOT NULL,
  valid_start INTEGER NOT NULL, valid_end INTEGER NOT NULL,
  claim BLOB NOT NULL, search_text TEXT NOT NULL, recorded INTEGER NOT NULL,
  superseded INTEGER NOT NULL,
  PRIMARY KEY (fact, recorded)) WITHOUT ROWID;
CREATE TABLE fact_change (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, fact INTEGER NOT NULL, change INTEGER NOT NULL,
  recorded INTEGER NOT NULL);
CREATE TABLE evidence (
  row INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL, document INTEGER NOT NULL, extraction INTEGER NOT NULL,
  passage INTEGER NOT NULL, confidence REAL NOT NULL,
  attribution INTEGER NOT NULL, speaker TEXT NOT NULL, body BLOB NOT NULL, claim BLOB NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL);
CREATE INDEX evidence_by_fact ON evidence(fact);
CREATE INDEX evidence_by_extraction ON evidence(extraction);
CREATE TABLE fact_type (
  name TEXT PRIMARY KEY, is_symmetric INTEGER NOT NULL, single_object INTEGER NOT NULL,
  single_subject INTEGER NOT NULL, is_state INTEGER NOT NULL, comparable_role TEXT NOT NULL,
  schema BLOB NOT NULL, recorded INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE conflict (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL,
  explanation_en TEXT NOT NULL, explanation_ar TEXT NOT NULL,
  state INTEGER NOT NULL, preferred_fact TEXT NOT NULL, resolution TEXT NOT NULL,
  recorded INTEGER NOT NULL, resolved INTEGER NOT NULL, version INTEGER NOT NULL);
CREATE TABLE conflict_fact (
  conflict INTEGER NOT NULL, fact INTEGER NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL,
  PRIMARY KEY (conflict, fact, recorded)) WITHOUT ROWID;
CREATE INDEX conflict_fact_by_fact ON conflict_fact(fact);
CREATE TABLE conflict_state (
  conflict INTEGER NOT NULL, state INTEGER NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL,
  PRIMARY KEY (conflict, recorded)) WITHOUT ROWID;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL, extraction INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  kind INTEGER NOT NULL, length INTEGER NOT NULL, mentions TEXT NOT NULL, body BLOB NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL);
CREATE INDEX passage_by_extraction ON passage(extraction);
CREATE VIRTUAL TABLE passage_terms USING fts5(
  surface, stem, tokenize = 'ascii', detail = column);
CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab(passage_terms, col);

CREATE TABLE source (
  id TEXT PRIMARY KEY, display_name TEXT NOT NULL, recorded INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE served_request (
  id TEXT PRIMARY KEY, body_hash TEXT NOT NULL, recorded INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE store_clock (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL);
INSERT INTO store_clock VALUES (1, 0);
)sql";

// Spellings by the keys that other spellings of the name have, too.
constexpr const char* kMatchKeys = R"sql(
CREATE TABLE alias_match (
  match_key TEXT NOT NULL, entity TEXT NOT NULL, surface TEXT NOT NULL, kind INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  PRIMARY KEY (match_key, entity, surface)) WITHOUT ROWID;
)sql";

// What answering a question looks up, so that it takes no longer with many facts of an entity:
// spellings with a match key by the age of their entities, and totals of what stands now, of each
// entity itself, no merge followed.
constexpr const char* kTallies = R"sql(
CREATE TABLE alias_by_match (
  match_key TEXT NOT NULL, entity_row INTEGER NOT NULL, surface TEXT NOT NULL,
  entity TEXT NOT NULL, type INTEGER NOT NULL, kind INTEGER NOT NULL, recorded INTEGER NOT NULL,
  PRIMARY KEY (match_key, entity_row, surface)) WITHOUT ROWID;
INSERT INTO alias_by_match SELECT m.match_key, e.row, m.surface, m.entity, e.type, m.kind,
  m.recorded FROM alias_match m JOIN entity e ON e.id = m.entity;
DROP TABLE alias_match;
ALTER TABLE alias_by_match RENAME TO alias_match;
CREATE TABLE alias_tally (
  entity TEXT NOT NULL, surface TEXT NOT NULL, uses INTEGER NOT NULL,
  PRIMARY KEY (entity, surface)) WITHOUT ROWID;
INSERT INTO alias_tally SELECT entity, surface, SUM(uses) FROM alias_use
  WHERE superseded = 9223372036854775807 GROUP BY entity, surface;
CREATE TABLE fact_tally (
  entity TEXT PRIMARY KEY, facts INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO fact_tally SELECT ends.entity, COUNT(*) FROM (
  SELECT f.row, f.subject_entity AS entity FROM fact f UNION
  SELECT f.row, f.object_entity FROM fact f) ends
  JOIN fact_now n ON n.fact = ends.row WHERE ends.entity <> '' AND n.stands = 1
  GROUP BY ends.entity;
CREATE INDEX evidence_by_speaker ON evidence(speaker) WHERE speaker <> '';
CREATE INDEX document_by_source ON document(source);
CREATE INDEX conflict_by_age ON conflict(recorded DESC, id);
CREATE INDEX extraction_by_end ON extraction(superseded)
  WHERE superseded <> 9223372036854775807;
)sql";

// Facts by what makes them comparable; see sql::kComparedObject.
constexpr const char* kEnds = R"sql(
DROP INDEX IF EXISTS fact_by_subject;
CREATE INDEX fact_by_ends ON fact(
  subject_ref, type, CASE WHEN substr(object_ref, 1, 2) = 'n:' THEN '' ELSE object_ref END);
)sql";

// Lists; see sql/listing.h. Rows are in order of the numbers of their facts, so are those that an
// index has alike.
constexpr const char* kListings = R"sql(
CREATE TABLE listing_now (
  fact INTEGER PRIMARY KEY, type TEXT NOT NULL,
  subject_entity TEXT NOT NULL, object_entity TEXT NOT NULL,
  polarity INTEGER NOT NULL, modality INTEGER NOT NULL,
  support INTEGER NOT NULL, confidence REAL NOT NULL, first_publish INTEGER NOT NULL,
  valid_order INTEGER NOT NULL, valid_start INTEGER NOT NULL, valid_end INTEGER NOT NULL,
  recorded INTEGER NOT NULL);
INSERT INTO listing_now SELECT n.fact, f.type, f.subject_entity, f.object_entity, f.polarity,
  f.modality, n.support, n.confidence, n.first_publish,
  CASE WHEN n.valid_start = -2147483648 THEN 2147483647 ELSE n.valid_start END,
  n.valid_start, n.valid_end, n.recorded
  FROM fact_now n JOIN fact f ON f.row = n.fact WHERE n.stands = 1 ORDER BY n.fact;
CREATE TABLE listing_past (
  fact INTEGER NOT NULL, type TEXT NOT NULL,
  subject_entity TEXT NOT NULL, object_entity TEXT NOT NULL,
  polarity INTEGER NOT NULL, modality INTEGER NOT NULL,
  support INTEGER NOT NULL, confidence REAL NOT NULL, first_publish INTEGER NOT NULL,
  valid_order INTEGER NOT NULL, valid_start INTEGER NOT NULL, valid_end INTEGER NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL,
  PRIMARY KEY (fact, recorded)) WITHOUT ROWID;
INSERT INTO listing_past SELECT p.fact, f.type, f.subject_entity, f.object_entity, f.polarity,
  f.modality, p.support, p.confidence, p.first_publish,
  CASE WHEN p.valid_start = -2147483648 THEN 2147483647 ELSE p.valid_start END,
  p.valid_start, p.valid_end, p.recorded, p.superseded
  FROM fact_past p JOIN fact f ON f.row = p.fact WHERE p.stands = 1 ORDER BY p.fact, p.recorded;
CREATE INDEX listing_now_by_type_support ON listing_now(type, support, confidence);
CREATE INDEX listing_now_by_type_publish ON listing_now(type, first_publish);
CREATE INDEX listing_now_by_type_valid ON listing_now(type, valid_order);
CREATE INDEX listing_now_by_subject ON listing_now(
  subject_entity, type, fact, object_entity, polarity, modality, support, confidence,
  first_publish, valid_order, valid_start, valid_end, recorded)
  WHERE subject_entity <> '';
CREATE INDEX listing_now_by_object ON listing_now(
  object_entity, type, fact, subject_entity, polarity, modality, support, confidence,
  first_publish, valid_order, valid_start, valid_end, recorded)
  WHERE object_entity <> '';
CREATE INDEX listing_now_by_support ON listing_now(support, confidence);
CREATE INDEX listing_now_by_confidence ON listing_now(confidence);
CREATE INDEX listing_now_by_publish ON listing_now(first_publish);
CREATE INDEX listing_now_by_valid ON listing_now(valid_order);
CREATE INDEX listing_now_by_age ON listing_now(recorded);
CREATE INDEX listing_past_by_type_support ON listing_past(type, support, confidence);
CREATE INDEX listing_past_by_type_publish ON listing_past(type, first_publish);
CREATE INDEX listing_past_by_type_valid ON listing_past(type, valid_order);
CREATE INDEX listing_past_by_subject ON listing_past(subject_entity, type)
  WHERE subject_entity <> '';
CREATE INDEX listing_past_by_object ON listing_past(object_entity, type)
  WHERE object_entity <> '';
CREATE INDEX listing_past_by_support ON listing_past(support, confidence);
CREATE INDEX listing_past_by_confidence ON listing_past(confidence);
CREATE INDEX listing_past_by_publish ON listing_past(first_publish);
CREATE INDEX listing_past_by_valid ON listing_past(valid_order);
CREATE INDEX listing_past_by_age ON listing_past(recorded);
CREATE INDEX listing_past_by_end ON listing_past(superseded);
DROP INDEX IF EXISTS evidence_by_speaker;
CREATE INDEX evidence_by_speaker ON evidence(speaker, fact, recorded, superseded)
  WHERE speaker <> '';
)sql";

// Whose facts lists ask for most: evidence knows the source of its document, in the order in which
// facts were recorded, and facts of an entity are in each order of lists. The expression keeps
// these indexes apart from those of an entity's types, which would be taken for any order
// otherwise. Figures that are told of an entity are found by how large they are.
constexpr const char* kSourcesOfEvidence = R"sql(
CREATE TABLE evidence_with_source (
  row INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL, document INTEGER NOT NULL, extraction INTEGER NOT NULL,
  passage INTEGER NOT NULL, confidence REAL NOT NULL,
  attribution INTEGER NOT NULL, source TEXT NOT NULL, speaker TEXT NOT NULL,
  recorded INTEGER NOT NULL, superseded INTEGER NOT NULL,
  body BLOB NOT NULL, claim BLOB NOT NULL);
INSERT INTO evidence_with_source SELECT e.row, e.fact, e.document, e.extraction, e.passage,
  e.confidence, e.attribution, COALESCE(d.source, ''), e.speaker, e.recorded, e.superseded, e.body,
  e.claim FROM evidence e LEFT JOIN document d ON d.row = e.document ORDER BY e.row;
DROP TABLE evidence;
ALTER TABLE evidence_with_source RENAME TO evidence;
CREATE INDEX evidence_by_fact ON evidence(fact);
CREATE INDEX evidence_by_extraction ON evidence(extraction);
CREATE INDEX evidence_by_speaker ON evidence(speaker, fact, recorded, superseded)
  WHERE speaker <> '';
CREATE INDEX evidence_by_source ON evidence(source, fact, recorded, superseded)
  WHERE source <> '';
CREATE INDEX listing_now_of_subject_by_valid ON listing_now(
  NULLIF(subject_entity, ''), valid_order) WHERE subject_entity <> '';
CREATE INDEX listing_now_of_subject_by_publish ON listing_now(
  NULLIF(subject_entity, ''), first_publish) WHERE subject_entity <> '';
CREATE INDEX listing_now_of_subject_by_support ON listing_now(
  NULLIF(subject_entity, ''), support, confidence) WHERE subject_entity <> '';
CREATE INDEX listing_now_of_object_by_valid ON listing_now(
  NULLIF(object_entity, ''), valid_order) WHERE object_entity <> '';
CREATE INDEX listing_now_of_object_by_publish ON listing_now(
  NULLIF(object_entity, ''), first_publish) WHERE object_entity <> '';
CREATE INDEX listing_now_of_object_by_support ON listing_now(
  NULLIF(object_entity, ''), support, confidence) WHERE object_entity <> '';
CREATE INDEX fact_by_figure ON fact(subject_ref, type, amount)
  WHERE has_figure = 1 AND substr(subject_ref, 1, 2) = 'e:';
)sql";

// Facts of an entity by age, and facts between two, of whom each may have very many; when facts
// were recorded, which bounds the newest of an earlier time. What lists of earlier times try on
// each row stands in the indexes that they follow, and former states of an entity are all in its
// index, as those of now: else a page would look up each row that it leaves out.
constexpr const char* kPairs = R"sql(
CREATE INDEX listing_now_of_subject_by_age ON listing_now(NULLIF(subject_entity, ''))
  WHERE subject_entity <> '';
CREATE INDEX listing_now_of_object_by_age ON listing_now(NULLIF(object_entity, ''))
  WHERE object_entity <> '';
CREATE INDEX listing_now_of_pair ON listing_now(NULLIF(subject_entity, ''), object_entity)
  WHERE subject_entity <> '' AND object_entity <> '';
CREATE INDEX listing_past_of_pair ON listing_past(NULLIF(subject_entity, ''), object_entity)
  WHERE subject_entity <> '' AND object_entity <> '';
CREATE INDEX fact_by_age ON fact(recorded);
CREATE INDEX fact_past_of_fact ON fact_past(fact, superseded);
DROP INDEX listing_now_by_support;
DROP INDEX listing_now_by_type_support;
DROP INDEX listing_past_by_support;
DROP INDEX listing_past_by_type_support;
DROP INDEX listing_past_by_subject;
DROP INDEX listing_past_by_object;
CREATE INDEX listing_now_by_support ON listing_now(support, confidence, fact, recorded);
CREATE INDEX listing_now_by_type_support ON listing_now(
  type, support, confidence, fact, recorded);
CREATE INDEX listing_past_by_support ON listing_past(
  support, confidence, fact, recorded, superseded);
CREATE INDEX listing_past_by_type_support ON listing_past(
  type, support, confidence, fact, recorded, superseded);
CREATE INDEX listing_past_by_subject ON listing_past(
  subject_entity, type, fact, object_entity, polarity, modality, support, confidence,
  first_publish, valid_order, valid_start, valid_end, recorded, superseded)
  WHERE subject_entity <> '';
CREATE INDEX listing_past_by_object ON listing_past(
  object_entity, type, fact, subject_entity, polarity, modality, support, confidence,
  first_publish, valid_order, valid_start, valid_end, recorded, superseded)
  WHERE object_entity <> '';
)sql";

// What bounds former states stands in their indexes of dates and denials, too, which lists of an
// earlier time read whole.
constexpr const char* kFormerStates = R"sql(
DROP INDEX listing_past_by_valid;
CREATE INDEX listing_past_by_valid ON listing_past(valid_order, fact, recorded, superseded);
CREATE INDEX listing_past_of_denials ON listing_past(
  fact, polarity, subject_entity, object_entity, type, recorded, superseded) WHERE polarity = 2;
)sql";

constexpr const char* kMigrations[] = {kFirst,    kMatchKeys,         kTallies, kEnds,
                                       kListings, kSourcesOfEvidence, kPairs,   kFormerStates};
constexpr int kMatchKeysMigration = 1;
constexpr int kNewest = sizeof(kMigrations) / sizeof(kMigrations[0]);

// Gives the spellings that an older release stored their keys.
absl::Status FillMatchKeys(Connection& connection, const MatchKeysOf& match_keys_of) {
  struct Row {
    std::string entity;
    int type;
    AliasRecord alias;
    Micros recorded;
  };
  std::vector<Row> rows;
  sql::Query query = connection.Prepare(
      "SELECT a.entity, e.type, a.surface, a.kind, a.recorded FROM alias a JOIN entity e ON e.id = "
      "a.entity");
  while (query.Next()) {
    Row row{query.GetText(0), static_cast<int>(query.GetInt(1)), {}, query.GetInt(4)};
    row.alias.surface = query.GetText(2);
    row.alias.kind = static_cast<AliasKind>(query.GetInt(3));
    rows.push_back(std::move(row));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  for (const Row& row : rows) {
    for (const std::string& key : match_keys_of(row.alias.surface, row.type)) {
      sql::Query insert = connection.Prepare(
          "INSERT INTO alias_match VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
      insert.Text(key).Text(row.entity).Text(row.alias.surface);
      insert.Int(static_cast<int>(row.alias.kind)).Int(row.recorded);
      ISNAD_RETURN_IF_ERROR(insert.Run());
    }
  }
  return absl::OkStatus();
}

absl::Status NewerSchema(int version) {
  return absl::FailedPreconditionError(
      absl::StrCat("the fact store has schema ", version, ", this release knows up to ", kNewest,
                   "; start a release at least as new as the one that wrote it"));
}

absl::Status RunMigration(Connection& connection, int number, const MatchKeysOf& match_keys_of) {
  ISNAD_RETURN_IF_ERROR(connection.Execute(absl::StrCat("BEGIN IMMEDIATE;", kMigrations[number])));
  if (number == kMatchKeysMigration && match_keys_of != nullptr) {
    ISNAD_RETURN_IF_ERROR(FillMatchKeys(connection, match_keys_of));
  }
  return connection.Execute(absl::StrCat("PRAGMA user_version = ", number + 1, "; COMMIT;"));
}

}  // namespace

absl::StatusOr<int> ReadSchemaNumber(Connection& connection) {
  sql::Query query = connection.Prepare("PRAGMA user_version");
  int version = 0;
  if (query.Next()) version = static_cast<int>(query.GetInt(0));
  ISNAD_RETURN_IF_ERROR(query.status());
  return version;
}

absl::Status RequireNewestSchema(Connection& connection) {
  ISNAD_ASSIGN_OR_RETURN(const int version, ReadSchemaNumber(connection));
  if (version == 0) return absl::FailedPreconditionError("the file holds no fact store");
  if (version > kNewest) return NewerSchema(version);
  if (version == kNewest) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("the fact store has schema ", version, ", this release needs ", kNewest,
                   "; bring it up to date with `isnad store migrate`"));
}

absl::Status Migrate(Connection& connection, const MatchKeysOf& match_keys_of) {
  ISNAD_ASSIGN_OR_RETURN(int version, ReadSchemaNumber(connection));
  if (version > kNewest) return NewerSchema(version);
  for (; version < kNewest; ++version) {
    if (absl::Status status = RunMigration(connection, version, match_keys_of); !status.ok()) {
      connection.Execute("ROLLBACK").IgnoreError();
      return absl::Status(status.code(), absl::StrCat("migration ", version + 1,
                                                      " of the fact store: ", status.message()));
    }
  }
  return absl::OkStatus();
}

absl::Status CheckIntegrity(Connection& connection) {
  sql::Query query = connection.Prepare("PRAGMA quick_check(1)");
  std::string answer;
  if (query.Next()) answer = query.GetText(0);
  if (query.status().ok() && answer == "ok") return absl::OkStatus();
  return absl::DataLossError(
      absl::StrCat("the fact store's file is damaged: ",
                   query.status().ok() ? answer : std::string(query.status().message()),
                   "; restore it from a backup, or move it away and ingest the documents again"));
}

}  // namespace isnad::facts::sqlite
