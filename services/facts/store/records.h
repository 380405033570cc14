// What the fact store keeps, as plain rows.
//
// Rows know neither protos nor SQL. Where a row carries a serialized message (`*_bytes`), only the
// converters can read it; the store keeps it as it came. All times are Unix microseconds of the
// store's clock unless the name says otherwise ("publish" is the report's clock, "valid" the
// world's). Days count from 1970-01-01.

#ifndef ISNAD_SERVICES_FACTS_STORE_RECORDS_H_
#define ISNAD_SERVICES_FACTS_STORE_RECORDS_H_

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "absl/types/optional.h"

namespace isnad::facts {

using Micros = int64_t;

// Superseded time of what still stands.
constexpr Micros kForever = std::numeric_limits<Micros>::max();

// The time to read at for the newest state.
constexpr Micros kLatest = kForever - 1;

// A publish time that is not known.
constexpr Micros kUnknownTime = std::numeric_limits<Micros>::min();

constexpr int32_t kOpenStart = std::numeric_limits<int32_t>::min();
constexpr int32_t kOpenEnd = std::numeric_limits<int32_t>::max();

// Numbers of the enums below are those of the contract.
enum class DocumentState { kActive = 1, kSuperseded = 2, kRetracted = 3, kPurged = 4 };
enum class Polarity { kAsserted = 1, kDenied = 2 };
enum class Modality { kActual = 1, kPlanned = 2, kAlleged = 3 };
enum class AliasKind { kCanonical = 1, kVariant = 2, kShort = 3, kAcronym = 4 };
enum class AttributionKind { kUnknown = 0, kArticle = 1, kNamed = 2, kOutlet = 3, kAnonymous = 4 };
enum class FigureBound { kExact = 1, kAbout = 2, kAtLeast = 3, kAtMost = 4, kRange = 5 };
enum class DatePrecision { kDay = 1, kWeek, kMonth, kQuarter, kHalf, kYear, kDecade };
enum class DateBasis { kStated = 1, kPublication = 2, kAssumed = 3 };
enum class PassageKind { kHeadline = 1, kLead = 2, kBody = 3, kBoilerplate = 9 };
enum class ConflictKind { kFigure = 1, kValue = 2, kDenial = 3, kDate = 4 };
enum class ConflictState { kOpen = 1, kResolved = 2 };
enum class FactChange { kAdded = 1, kEvidence = 2, kSuperseded = 3 };

// A number with a unit: money (currency code), a count (unit key) or a length of time.
struct Figure {
  double amount = 0;
  double upper = 0;  // Upper end; only for kRange.
  FigureBound bound = FigureBound::kExact;
  std::string unit;
};

// Days `[start, end)` in the world.
struct DayInterval {
  int32_t start = kOpenStart;
  int32_t end = kOpenEnd;
  DatePrecision precision = DatePrecision::kDay;
  DateBasis basis = DateBasis::kStated;
};

// One immutable version of an article.
struct DocumentRecord {
  std::string id;
  std::string source_uri;
  std::string url;
  std::string source;  // Id of the publisher.
  std::string publisher;
  std::string title;
  std::string text;  // Left empty by reads that do not ask for it.
  std::string language;
  Micros publish_time = kUnknownTime;
  Micros fetch_time = kUnknownTime;
  Micros record_time = 0;
  std::string content_hash;
  std::string near_duplicate_key;
  std::string supersedes;  // Id of the older document.
  bool publish_time_inferred = false;
  DocumentState state = DocumentState::kActive;
  Micros state_time = 0;  // When it came into that state.
};

// One run of an extractor over a document.
struct ExtractionRecord {
  int64_t id = 0;  // Given by the store.
  std::string document;
  std::string extractor_version;
  int fact_count = 0;
  int new_fact_count = 0;
  int passage_count = 0;
};

struct AliasRecord {
  std::string surface;
  std::string folded_key;
  std::string script;
  AliasKind kind = AliasKind::kVariant;
  int64_t mention_count = 0;
  // Keys under which other spellings of the name are found (see domain/alike_names.h). Written with
  // the alias, left empty by reads.
  std::vector<std::string> match_keys;
};

// A stored spelling that has a match key in common with what was asked for.
struct AliasCandidate {
  std::string entity;  // its own id, no merge followed
  int type = 0;
  std::string surface;
  AliasKind kind = AliasKind::kVariant;
  std::string match_key;  // What it was found by.
};

struct EntityRecord {
  std::string id;
  int type = 0;  // Number of isnad.v1.EntityType.
  std::string label_ar;
  std::string label_en;
  std::string entity_class;
  std::string lexicon_key;
  std::vector<std::pair<std::string, std::string>> external_ids;
  std::vector<AliasRecord> aliases;  // Filled where asked for.
  int64_t mention_count = 0;
  int64_t fact_count = 0;
  std::string merged_into;
  std::vector<std::string> not_same_as;
  Micros record_time = 0;
  Micros version_time = 0;  // When it last changed.
};

// What fills an end or a role of a fact: an entity, or a value.
struct Argument {
  std::string role;    // Empty for the ends.
  std::string entity;  // Id; empty when a value fills the role.
  std::string display_text;
  std::string value_bytes;  // isnad.v1.Value
};

// What one place in one document claims.
struct Claim {
  Argument subject;
  absl::optional<Argument> object;
  std::vector<Argument> roles;
  absl::optional<DayInterval> valid;
};

// What makes a fact this fact and no other.
struct FactIdentity {
  std::string key;  // Id of the fact.
  std::string type;
  std::string subject_entity;  // Empty when the subject is a value.
  std::string object_entity;
  std::string subject_ref;  // Canonical form of the end: entity id, or folded value.
  std::string object_ref;   // Empty when there is none.
  Polarity polarity = Polarity::kAsserted;
  Modality modality = Modality::kActual;
  absl::optional<Figure> figure;  // Of the role that the type compares.
};

// What is believed of a fact for some time.
struct FactState {
  bool stands = true;
  int support = 0;
  double confidence = 0;
  Micros first_publish_time = kUnknownTime;
  int32_t valid_start = kOpenStart;
  int32_t valid_end = kOpenEnd;
  Claim claim;
  std::string search_text;
  Micros record_time = 0;  // When this state began.
};

struct FactRecord {
  FactIdentity identity;
  FactState state;
  Micros record_time = 0;  // When the fact was first recorded.
  std::vector<std::string> conflicts;
};

struct EvidenceRecord {
  std::string fact;  // Key of the fact.
  std::string document;
  int64_t extraction = 0;
  int passage_ordinal = 0;
  double confidence = 0;
  AttributionKind attribution = AttributionKind::kUnknown;
  std::string speaker;         // Entity id, may be empty.
  std::string evidence_bytes;  // isnad.v1.Evidence without document fields and speaker.
  Claim claim;
  Micros record_time = 0;
  // Of its document, filled by reads.
  std::string near_duplicate_key;
  std::string content_hash;
  Micros publish_time = kUnknownTime;
  std::string source_uri;
  std::string document_title;
  std::string document_url;
  std::string publisher;
};

struct PassageRecord {
  int64_t id = 0;  // Given by the store.
  std::string document;
  int64_t extraction = 0;
  int ordinal = 0;
  int kind = 0;  // Number of isnad.v1.PassageKind.
  std::vector<std::string> surface_terms;
  std::vector<std::string> stem_terms;
  std::vector<std::string> mentions;  // Entity ids, in the order of the message's mentions.
  std::string passage_bytes;          // isnad.v1.Passage with empty mention entities.
  bool historic = false;              // Withdrawn or replaced by now.
};

// The part of a fact type's schema that decides what a conflict is.
struct FactTypeRecord {
  std::string name;
  bool symmetric = false;
  bool single_object = false;
  bool single_subject = false;
  bool state = false;
  std::string comparable_role;
  std::string schema_bytes;  // isnad.v1.FactType
};

struct ConflictRecord {
  std::string id;
  ConflictKind kind = ConflictKind::kValue;
  std::vector<std::string> facts;  // Keys, sorted.
  ConflictState state = ConflictState::kOpen;
  std::string explanation_en;
  std::string explanation_ar;
  std::string preferred_fact;
  std::string resolution;
  Micros record_time = 0;
  Micros resolve_time = kUnknownTime;
  Micros version_time = 0;
};

struct SourceRecord {
  std::string id;
  std::string display_name;
  int64_t document_count = 0;
};

struct ChangeRecord {
  int64_t sequence = 0;
  std::string fact;
  FactChange change = FactChange::kAdded;
};

struct StoreStats {
  int64_t documents = 0;
  int64_t facts = 0;
  int64_t entities = 0;
  int64_t evidence = 0;
  int64_t passages = 0;
  int64_t open_conflicts = 0;
  std::vector<std::pair<std::string, int64_t>> facts_by_type;
  int64_t bytes = 0;
};

}  // namespace isnad::facts

#endif  // ISNAD_SERVICES_FACTS_STORE_RECORDS_H_
