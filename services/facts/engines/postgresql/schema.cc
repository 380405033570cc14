#include "services/facts/engines/postgresql/schema.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/server/status/status_macros.h"

namespace isnad::facts::postgresql {
namespace {

// The columns are those of SQLite's tables, so that rows can be copied from one engine to the
// other. There are no sequences and no foreign keys: rows refer to each other across shards.
// Long texts have hash indexes, because a B-tree takes no more than 2,700 bytes.
constexpr const char* kFirst = R"sql(
CREATE TABLE document (
  row BIGINT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source_uri TEXT NOT NULL, url TEXT NOT NULL, source TEXT NOT NULL, publisher TEXT NOT NULL,
  title TEXT NOT NULL, language TEXT NOT NULL,
  publish_time BIGINT NOT NULL, fetch_time BIGINT NOT NULL, recorded BIGINT NOT NULL,
  content_hash TEXT NOT NULL, near_duplicate_key TEXT NOT NULL, supersedes TEXT NOT NULL,
  publish_time_inferred BIGINT NOT NULL);
CREATE INDEX document_by_publish_time ON document(publish_time);
CREATE INDEX document_by_supersedes ON document(supersedes) WHERE supersedes <> '';
CREATE TABLE document_text (document BIGINT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE document_state (
  document BIGINT NOT NULL, state BIGINT NOT NULL, reason TEXT NOT NULL,
  recorded BIGINT NOT NULL, superseded BIGINT NOT NULL,
  PRIMARY KEY (document, recorded));
CREATE TABLE extraction (
  id BIGINT PRIMARY KEY,
  document BIGINT NOT NULL, extractor_version TEXT NOT NULL,
  fact_count BIGINT NOT NULL, new_fact_count BIGINT NOT NULL,
  passage_count BIGINT NOT NULL,
  recorded BIGINT NOT NULL, superseded BIGINT NOT NULL);
CREATE INDEX extraction_by_document ON extraction(document);

CREATE TABLE entity (
  row BIGINT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE, type BIGINT NOT NULL,
  label_ar TEXT NOT NULL, label_en TEXT NOT NULL, entity_class TEXT NOT NULL,
  lexicon_key TEXT NOT NULL, external_ids TEXT NOT NULL,
  recorded BIGINT NOT NULL);
CREATE INDEX entity_by_lexicon_key ON entity(lexicon_key) WHERE lexicon_key <> '';
CREATE TABLE alias (
  folded_key TEXT NOT NULL, entity TEXT NOT NULL, surface TEXT NOT NULL,
  script TEXT NOT NULL, kind BIGINT NOT NULL, recorded BIGINT NOT NULL,
  PRIMARY KEY (folded_key, entity, surface));
CREATE INDEX alias_by_entity ON alias(entity);
CREATE TABLE alias_use (
  entity TEXT NOT NULL, extraction BIGINT NOT NULL, surface TEXT NOT NULL,
  uses BIGINT NOT NULL, recorded BIGINT NOT NULL, superseded BIGINT NOT NULL,
  PRIMARY KEY (entity, extraction, surface));
CREATE INDEX alias_use_by_extraction ON alias_use(extraction);
CREATE TABLE merge (
  child TEXT NOT NULL, parent TEXT NOT NULL, reason TEXT NOT NULL, end_reason TEXT NOT NULL,
  recorded BIGINT NOT NULL, superseded BIGINT NOT NULL,
  PRIMARY KEY (child, recorded));
CREATE INDEX merge_by_parent ON merge(parent);
CREATE TABLE distinct_pair (
  one TEXT NOT NULL, other TEXT NOT NULL, recorded BIGINT NOT NULL,
  PRIMARY KEY (one, other));

CREATE TABLE fact (
  row BIGINT PRIMARY KEY,
  key TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
  subject_entity TEXT NOT NULL, object_entity TEXT NOT NULL,
  subject_ref TEXT NOT NULL, object_ref TEXT NOT NULL,
  polarity BIGINT NOT NULL, modality BIGINT NOT NULL,
  has_figure BIGINT NOT NULL, amount DOUBLE PRECISION NOT NULL,
  upper DOUBLE PRECISION NOT NULL, bound BIGINT NOT NULL,
  unit TEXT NOT NULL, recorded BIGINT NOT NULL);
CREATE INDEX fact_by_subject ON fact USING hash (subject_ref);
CREATE INDEX fact_by_object ON fact USING hash (object_ref);
CREATE TABLE fact_now (
  fact BIGINT PRIMARY KEY, stands BIGINT NOT NULL, support BIGINT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL, first_publish BIGINT NOT NULL,
  valid_start BIGINT NOT NULL, valid_end BIGINT NOT NULL,
  claim BYTEA NOT NULL, search_text TEXT NOT NULL, recorded BIGINT NOT NULL);
CREATE TABLE fact_past (
  fact BIGINT NOT NULL, stands BIGINT NOT NULL, support BIGINT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL, first_publish BIGINT NOT NULL,
  valid_start BIGINT NOT NULL, valid_end BIGINT NOT NULL,
  claim BYTEA NOT NULL, search_text TEXT NOT NULL, recorded BIGINT NOT NULL,
  superseded BIGINT NOT NULL,
  PRIMARY KEY (fact, recorded));
CREATE TABLE fact_change (
  sequence BIGINT PRIMARY KEY, fact BIGINT NOT NULL, change BIGINT NOT NULL,
  recorded BIGINT NOT NULL);
CREATE TABLE evidence (
  row BIGINT NOT NULL, fact BIGINT NOT NULL, document BIGINT NOT NULL, extraction BIGINT NOT NULL,
  passage BIGINT NOT NULL, confidence DOUBLE PRECISION NOT NULL,
  attribution BIGINT NOT NULL, speaker TEXT NOT NULL, body BYTEA NOT NULL, claim BYTEA NOT NULL,
  recorded BIGINT NOT NULL, superseded BIGINT NOT NULL,
  PRIMARY KEY (fact, row));
CREATE INDEX evidence_by_row ON evidence(row);
CREATE INDEX evidence_by_extraction ON evidence(extraction);
CREATE INDEX evidence_by_document ON evidence(document);
CREATE TABLE fact_type (
  name TEXT PRIMARY KEY, is_symmetric BIGINT NOT NULL, single_object BIGINT NOT NULL,
  single_subject BIGINT NOT NULL, is_state BIGINT NOT NULL, comparable_role TEXT NOT NULL,
  schema BYTEA NOT NULL, recorded BIGINT NOT NULL);

CREATE TABLE conflict (
  row BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind BIGINT NOT NULL,
  explanation_en TEXT NOT NULL, explanation_ar TEXT NOT NULL,
  state BIGINT NOT NULL, preferred_fact TEXT NOT NULL, resolution TEXT NOT NULL,
  recorded BIGINT NOT NULL, resolved BIGINT NOT NULL, version BIGINT NOT NULL);
CREATE TABLE conflict_fact (
  conflict BIGINT NOT NULL, fact BIGINT NOT NULL,
  recorded BIGINT NOT NULL, superseded BIGINT NOT NULL,
  PRIMARY KEY (conflict, fact, recorded));
CREATE INDEX conflict_fact_by_fact ON conflict_fact(fact);
CREATE TABLE conflict_state (
  conflict BIGINT NOT NULL, state BIGINT NOT NULL,
  recorded BIGINT NOT NULL, superseded BIGINT NOT NULL,
  PRIMARY KEY (conflict, recorded));

CREATE TABLE passage (
  id BIGINT PRIMARY KEY,
  document BIGINT NOT NULL, extraction BIGINT NOT NULL, ordinal BIGINT NOT NULL,
  kind BIGINT NOT NULL, length BIGINT NOT NULL, mentions TEXT NOT NULL, body BYTEA NOT NULL,
  recorded BIGINT NOT NULL, superseded BIGINT NOT NULL);
CREATE INDEX passage_by_extraction ON passage(extraction);
CREATE INDEX passage_by_document ON passage(document);
CREATE TABLE passage_terms (
  passage BIGINT PRIMARY KEY, surface TEXT NOT NULL, stem TEXT NOT NULL);
CREATE TABLE passage_posting (
  term TEXT NOT NULL, field BIGINT NOT NULL, passage BIGINT NOT NULL,
  PRIMARY KEY (term, field, passage));
CREATE INDEX passage_posting_by_passage ON passage_posting(passage);

CREATE TABLE source (
  id TEXT PRIMARY KEY, display_name TEXT NOT NULL, recorded BIGINT NOT NULL);
CREATE TABLE served_request (
  id TEXT PRIMARY KEY, body_hash TEXT NOT NULL, recorded BIGINT NOT NULL);
CREATE TABLE store_clock (id BIGINT PRIMARY KEY CHECK (id = 1), last BIGINT NOT NULL);
INSERT INTO store_clock VALUES (1, 0);

CREATE TABLE alias_match (
  match_key TEXT NOT NULL, entity TEXT NOT NULL, surface TEXT NOT NULL, kind BIGINT NOT NULL,
  recorded BIGINT NOT NULL,
  PRIMARY KEY (match_key, entity, surface));
)sql";

// Totals of what stands now, which older releases would leave as they are, and indexes (see
// SQLite's migration of the same name).
constexpr const char* kTallies = R"sql(
CREATE TABLE alias_by_match (
  match_key TEXT NOT NULL, entity_row BIGINT NOT NULL, surface TEXT NOT NULL,
  entity TEXT NOT NULL, type BIGINT NOT NULL, kind BIGINT NOT NULL, recorded BIGINT NOT NULL,
  PRIMARY KEY (match_key, entity_row, surface));
INSERT INTO alias_by_match SELECT m.match_key, e.row, m.surface, m.entity, e.type, m.kind,
  m.recorded FROM alias_match m JOIN entity e ON e.id = m.entity;
DROP TABLE alias_match;
ALTER TABLE alias_by_match RENAME TO alias_match;
CREATE TABLE alias_tally (
  entity TEXT NOT NULL, surface TEXT NOT NULL, uses BIGINT NOT NULL,
  PRIMARY KEY (entity, surface));
INSERT INTO alias_tally SELECT entity, surface, SUM(uses) FROM alias_use
  WHERE superseded = 9223372036854775807 GROUP BY entity, surface;
CREATE TABLE fact_tally (
  entity TEXT PRIMARY KEY, facts BIGINT NOT NULL);
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
CREATE INDEX fact_by_ends ON fact (
  md5(subject_ref || ' ' || type || ' ' ||
      CASE WHEN substr(object_ref, 1, 2) = 'n:' THEN '' ELSE object_ref END), row);
)sql";

// Lists; see sql/listing.h. Older releases would leave them as they are.
constexpr const char* kListings = R"sql(
CREATE TABLE listing_now (
  fact BIGINT PRIMARY KEY, type TEXT NOT NULL,
  subject_entity TEXT NOT NULL, object_entity TEXT NOT NULL,
  polarity BIGINT NOT NULL, modality BIGINT NOT NULL,
  support BIGINT NOT NULL, confidence DOUBLE PRECISION NOT NULL, first_publish BIGINT NOT NULL,
  valid_order BIGINT NOT NULL, valid_start BIGINT NOT NULL, valid_end BIGINT NOT NULL,
  recorded BIGINT NOT NULL);
INSERT INTO listing_now SELECT n.fact, f.type, f.subject_entity, f.object_entity, f.polarity,
  f.modality, n.support, n.confidence, n.first_publish,
  CASE WHEN n.valid_start = -2147483648 THEN 2147483647 ELSE n.valid_start END,
  n.valid_start, n.valid_end, n.recorded
  FROM fact_now n JOIN fact f ON f.row = n.fact WHERE n.stands = 1;
CREATE TABLE listing_past (
  fact BIGINT NOT NULL, type TEXT NOT NULL,
  subject_entity TEXT NOT NULL, object_entity TEXT NOT NULL,
  polarity BIGINT NOT NULL, modality BIGINT NOT NULL,
  support BIGINT NOT NULL, confidence DOUBLE PRECISION NOT NULL, first_publish BIGINT NOT NULL,
  valid_order BIGINT NOT NULL, valid_start BIGINT NOT NULL, valid_end BIGINT NOT NULL,
  recorded BIGINT NOT NULL, superseded BIGINT NOT NULL,
  PRIMARY KEY (fact, recorded));
INSERT INTO listing_past SELECT p.fact, f.type, f.subject_entity, f.object_entity, f.polarity,
  f.modality, p.support, p.confidence, p.first_publish,
  CASE WHEN p.valid_start = -2147483648 THEN 2147483647 ELSE p.valid_start END,
  p.valid_start, p.valid_end, p.recorded, p.superseded
  FROM fact_past p JOIN fact f ON f.row = p.fact WHERE p.stands = 1;
CREATE INDEX listing_now_by_type_support ON listing_now(type, support, confidence, fact);
CREATE INDEX listing_now_by_type_publish ON listing_now(type, first_publish, fact);
CREATE INDEX listing_now_by_type_valid ON listing_now(type, valid_order, fact);
CREATE INDEX listing_now_by_subject ON listing_now(subject_entity, type, fact)
  WHERE subject_entity <> '';
CREATE INDEX listing_now_by_object ON listing_now(object_entity, type, fact)
  WHERE object_entity <> '';
CREATE INDEX listing_now_by_support ON listing_now(support, confidence, fact);
CREATE INDEX listing_now_by_confidence ON listing_now(confidence, fact);
CREATE INDEX listing_now_by_publish ON listing_now(first_publish, fact);
CREATE INDEX listing_now_by_valid ON listing_now(valid_order, fact);
CREATE INDEX listing_now_by_age ON listing_now(recorded);
CREATE INDEX listing_past_by_type_support ON listing_past(type, support, confidence, fact);
CREATE INDEX listing_past_by_type_publish ON listing_past(type, first_publish, fact);
CREATE INDEX listing_past_by_type_valid ON listing_past(type, valid_order, fact);
CREATE INDEX listing_past_by_subject ON listing_past(subject_entity, type, fact)
  WHERE subject_entity <> '';
CREATE INDEX listing_past_by_object ON listing_past(object_entity, type, fact)
  WHERE object_entity <> '';
CREATE INDEX listing_past_by_support ON listing_past(support, confidence, fact);
CREATE INDEX listing_past_by_confidence ON listing_past(confidence, fact);
CREATE INDEX listing_past_by_publish ON listing_past(first_publish, fact);
CREATE INDEX listing_past_by_valid ON listing_past(valid_order, fact);
CREATE INDEX listing_past_by_age ON listing_past(recorded);
CREATE INDEX listing_past_by_end ON listing_past(superseded);
DROP INDEX evidence_by_speaker;
CREATE INDEX evidence_by_speaker ON evidence(speaker, fact) WHERE speaker <> '';
)sql";

// The facts of an entity are counted, filtered and put in order within its index, as in SQLite: a
// database that guesses how many there are guesses wrong for the few entities that most is about.
constexpr char kEntityListings[] = R"sql(
CREATE INDEX listing_now_of_subject ON listing_now(subject_entity, type, fact)
  INCLUDE (object_entity, polarity, modality, support, confidence, first_publish, valid_order,
    valid_start, valid_end, recorded) WHERE subject_entity <> '';
CREATE INDEX listing_now_of_object ON listing_now(object_entity, type, fact)
  INCLUDE (subject_entity, polarity, modality, support, confidence, first_publish, valid_order,
    valid_start, valid_end, recorded) WHERE object_entity <> '';
DROP INDEX listing_now_by_subject;
DROP INDEX listing_now_by_object;
CREATE INDEX listing_now_of_denials ON listing_now(fact)
  INCLUDE (type, subject_entity, object_entity) WHERE polarity = 2;
CREATE INDEX fact_past_of_fact ON fact_past(fact, superseded);
)sql";

// Evidence knows the source of its document, and facts of an entity are in each order of lists, as
// in SQLite. The table is written anew, because updating all of its rows would leave it twice as
// large; older releases would not say the source. That few speakers and sources have most of the
// evidence is told the database, whose plans are made for them: the others' cost little by any
// plan.
// Where little is left of an entity, a way through all facts in the order would be long: the
// indexes of entities are in an order that no other index has (Dialect::Unindexed).
constexpr char kSourcesOfEvidence[] = R"sql(
CREATE TABLE evidence_with_source (
  row BIGINT NOT NULL, fact BIGINT NOT NULL, document BIGINT NOT NULL, extraction BIGINT NOT NULL,
  passage BIGINT NOT NULL, confidence DOUBLE PRECISION NOT NULL,
  attribution BIGINT NOT NULL, recorded BIGINT NOT NULL, superseded BIGINT NOT NULL,
  source TEXT NOT NULL, speaker TEXT NOT NULL, body BYTEA NOT NULL, claim BYTEA NOT NULL);
INSERT INTO evidence_with_source SELECT e.row, e.fact, e.document, e.extraction, e.passage,
  e.confidence, e.attribution, e.recorded, e.superseded, COALESCE(d.source, ''), e.speaker, e.body,
  e.claim FROM evidence e LEFT JOIN document d ON d.row = e.document ORDER BY e.row;
DROP TABLE evidence;
ALTER TABLE evidence_with_source RENAME TO evidence;
ALTER TABLE evidence ADD CONSTRAINT evidence_pkey PRIMARY KEY (fact, row);
CREATE INDEX evidence_by_row ON evidence(row);
CREATE INDEX evidence_by_extraction ON evidence(extraction);
CREATE INDEX evidence_by_document ON evidence(document);
CREATE INDEX evidence_by_speaker ON evidence(speaker, fact) WHERE speaker <> '';
CREATE INDEX evidence_by_source ON evidence(source, fact) WHERE source <> '';
ALTER TABLE evidence ALTER COLUMN speaker SET (n_distinct = 50);
ALTER TABLE evidence ALTER COLUMN source SET (n_distinct = 50);
CREATE INDEX listing_now_of_subject_by_valid ON listing_now(
  NULLIF(subject_entity, ''), COALESCE(valid_order, valid_order),
  COALESCE(fact, fact)) WHERE subject_entity <> '';
CREATE INDEX listing_now_of_subject_by_publish ON listing_now(
  NULLIF(subject_entity, ''), COALESCE(first_publish, first_publish),
  COALESCE(fact, fact)) WHERE subject_entity <> '';
CREATE INDEX listing_now_of_subject_by_support ON listing_now(
  NULLIF(subject_entity, ''), COALESCE(support, support),
  COALESCE(confidence, confidence), COALESCE(fact, fact)) WHERE subject_entity <> '';
CREATE INDEX listing_now_of_object_by_valid ON listing_now(
  NULLIF(object_entity, ''), COALESCE(valid_order, valid_order),
  COALESCE(fact, fact)) WHERE object_entity <> '';
CREATE INDEX listing_now_of_object_by_publish ON listing_now(
  NULLIF(object_entity, ''), COALESCE(first_publish, first_publish),
  COALESCE(fact, fact)) WHERE object_entity <> '';
CREATE INDEX listing_now_of_object_by_support ON listing_now(
  NULLIF(object_entity, ''), COALESCE(support, support),
  COALESCE(confidence, confidence), COALESCE(fact, fact)) WHERE object_entity <> '';
CREATE INDEX fact_by_figure ON fact(subject_ref, type, amount)
  WHERE has_figure = 1 AND substr(subject_ref, 1, 2) = 'e:';
ANALYZE evidence;
ANALYZE listing_now;
)sql";

// Facts of an entity by age, facts between two, when facts were recorded, and all of an entity's
// former states in its index (see SQLite's migration of the same name).
constexpr char kPairs[] = R"sql(
CREATE INDEX listing_now_of_subject_by_age ON listing_now(
  NULLIF(subject_entity, ''), COALESCE(fact, fact)) WHERE subject_entity <> '';
CREATE INDEX listing_now_of_object_by_age ON listing_now(
  NULLIF(object_entity, ''), COALESCE(fact, fact)) WHERE object_entity <> '';
CREATE INDEX listing_now_of_pair ON listing_now(
  NULLIF(subject_entity, ''), object_entity, COALESCE(fact, fact))
  WHERE subject_entity <> '' AND object_entity <> '';
CREATE INDEX listing_past_of_pair ON listing_past(
  NULLIF(subject_entity, ''), object_entity, COALESCE(fact, fact))
  WHERE subject_entity <> '' AND object_entity <> '';
CREATE INDEX fact_by_age ON fact(recorded, row);
CREATE INDEX listing_past_of_subject ON listing_past(subject_entity, type, fact)
  INCLUDE (object_entity, polarity, modality, support, confidence, first_publish, valid_order,
    valid_start, valid_end, recorded, superseded) WHERE subject_entity <> '';
CREATE INDEX listing_past_of_object ON listing_past(object_entity, type, fact)
  INCLUDE (subject_entity, polarity, modality, support, confidence, first_publish, valid_order,
    valid_start, valid_end, recorded, superseded) WHERE object_entity <> '';
DROP INDEX listing_past_by_subject;
DROP INDEX listing_past_by_object;
ANALYZE listing_now;
ANALYZE listing_past;
)sql";

// What bounds the states of an earlier time stands in the indexes that its lists follow: else a
// page would look up the row of each that it leaves out.
constexpr char kFormerStates[] = R"sql(
DROP INDEX listing_now_by_support;
DROP INDEX listing_now_by_type_support;
DROP INDEX listing_past_by_support;
DROP INDEX listing_past_by_type_support;
DROP INDEX listing_past_by_valid;
CREATE INDEX listing_now_by_support ON listing_now(support, confidence, fact, recorded);
CREATE INDEX listing_now_by_type_support ON listing_now(
  type, support, confidence, fact, recorded);
CREATE INDEX listing_past_by_support ON listing_past(
  support, confidence, fact, recorded, superseded);
CREATE INDEX listing_past_by_type_support ON listing_past(
  type, support, confidence, fact, recorded, superseded);
CREATE INDEX listing_past_by_valid ON listing_past(valid_order, fact, recorded, superseded);
CREATE INDEX listing_past_by_type ON listing_past(type, fact, recorded, superseded);
CREATE INDEX listing_past_of_denials ON listing_past(fact)
  INCLUDE (type, subject_entity, object_entity, recorded, superseded) WHERE polarity = 2;
ANALYZE listing_now;
ANALYZE listing_past;
)sql";

// A step from one schema to the next one. It only adds (expands), as long as releases from `oldest`
// on may still work with its outcome; what they no longer need is dropped (contracted) by a later
// migration, whose `oldest` then says so.
struct Migration {
  const char* statements;
  int oldest;  // The lowest schema whose releases can work with the outcome.
};

constexpr Migration kMigrations[] = {
    {kFirst, 1},          {kTallies, 2},           {kEnds, 2},  {kListings, 4},
    {kEntityListings, 4}, {kSourcesOfEvidence, 6}, {kPairs, 6}, {kFormerStates, 6},
};
constexpr int kNewest = sizeof(kMigrations) / sizeof(kMigrations[0]);

// Row 0 is there to be locked.
constexpr const char* kMigrationTable =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    "number BIGINT PRIMARY KEY, oldest BIGINT NOT NULL, applied TEXT NOT NULL);"
    "INSERT INTO schema_migration VALUES (0, 0, '') ON CONFLICT DO NOTHING";

// Text compares by bytes whatever the database's own collation is, so that pages and prefixes mean
// the same everywhere.
std::string InByteOrder(const char* statements) {
  return absl::StrReplaceAll(statements, {{" TEXT ", " TEXT COLLATE \"C\" "}});
}

absl::Status MigrateLocked(Connection& connection) {
  ISNAD_RETURN_IF_ERROR(
      connection.Execute("SELECT number FROM schema_migration WHERE number = 0 FOR UPDATE"));
  ISNAD_ASSIGN_OR_RETURN(const StoredSchema stored, ReadSchema(connection));
  ISNAD_RETURN_IF_ERROR(CheckSchema(stored));
  for (int number = stored.number; number < kNewest; ++number) {
    const Migration& migration = kMigrations[number];
    absl::Status status = connection.Execute(InByteOrder(migration.statements));
    if (!status.ok()) {
      return absl::Status(status.code(), absl::StrCat("migration ", number + 1,
                                                      " of the fact store: ", status.message()));
    }
    ISNAD_RETURN_IF_ERROR(
        connection.Execute(absl::StrCat("INSERT INTO schema_migration VALUES (", number + 1, ", ",
                                        migration.oldest, ", CAST(CURRENT_TIMESTAMP AS TEXT))")));
  }
  return absl::OkStatus();
}

}  // namespace

int NewestSchema() { return kNewest; }

absl::StatusOr<StoredSchema> ReadSchema(Connection& connection) {
  StoredSchema schema;
  sql::Query query = connection.Prepare("SELECT MAX(number), MAX(oldest) FROM schema_migration");
  if (query.Next()) {
    schema.number = static_cast<int>(query.GetInt(0));
    schema.oldest = static_cast<int>(query.GetInt(1));
  }
  ISNAD_RETURN_IF_ERROR(query.status());
  return schema;
}

absl::Status CheckSchema(const StoredSchema& schema) {
  if (schema.oldest <= kNewest) return absl::OkStatus();
  return absl::FailedPreconditionError(absl::StrCat(
      "the fact store has schema ", schema.number, ", which needs a release that knows schema ",
      schema.oldest, "; this release knows up to ", kNewest,
      "; start a release at least as new as the one that migrated it"));
}

absl::Status RequireSchema(Connection& connection) {
  const absl::StatusOr<StoredSchema> schema = ReadSchema(connection);
  if (absl::IsFailedPrecondition(schema.status())) {
    return absl::FailedPreconditionError(
        absl::StrCat("the database holds no fact store: ", schema.status().message()));
  }
  ISNAD_RETURN_IF_ERROR(schema.status());
  ISNAD_RETURN_IF_ERROR(CheckSchema(*schema));
  if (schema->number >= kNewest) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("the fact store has schema ", schema->number, ", this release needs ", kNewest,
                   "; bring it up to date with `isnad store migrate`"));
}

absl::Status Migrate(Connection& connection) {
  // A service whose user may not create tables can work with those that somebody else migrated.
  const absl::StatusOr<StoredSchema> present = ReadSchema(connection);
  if (present.ok() && present->number >= kNewest) return CheckSchema(*present);
  // Two processes that start at once may both try to create the table; the one that comes second
  // finds it on its next try.
  constexpr int kTries = 5;
  absl::Status created;
  for (int i = 0; i < kTries; ++i) {
    created = connection.Execute(kMigrationTable);
    if (created.ok() || connection.IsLost()) break;
  }
  ISNAD_RETURN_IF_ERROR(created);
  ISNAD_RETURN_IF_ERROR(connection.Execute("BEGIN ISOLATION LEVEL READ COMMITTED"));
  absl::Status migrated = MigrateLocked(connection);
  if (migrated.ok()) migrated = connection.Commit();
  if (!migrated.ok()) connection.Execute("ROLLBACK").IgnoreError();
  return migrated;
}

}  // namespace isnad::facts::postgresql
