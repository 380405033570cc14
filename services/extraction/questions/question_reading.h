// How a question was read: the plain mirror of isnad.v1.QuestionAnalysis.
//
// Fields and enumerators correspond one to one to protos/isnad/v1/question.proto, in the same order
// and with the same numbers, so that converting is mechanical. Byte ranges lie in the analysed
// text.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_READING_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_READING_H_

#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

enum class QuestionKind {
  kUnspecified = 0,
  kWho = 1,
  kWhat = 2,
  kWhen = 3,
  kWhere = 4,
  kHowMany = 5,
  kHowMuch = 6,
  kHowLong = 7,
  kWhy = 8,
  kHow = 9,
  kYesNo = 10,
  kList = 11,
  kTimeline = 12,
  kConflict = 13,
  kStatement = 14,
};

enum class AnswerType {
  kUnspecified = 0,
  kPerson = 1,
  kOrganization = 2,
  kProduct = 3,
  kLocation = 4,
  kMoney = 5,
  kCount = 6,
  kDate = 7,
  kLength = 8,
  kReason = 9,
  kQuote = 10,
  kRole = 11,
  kBoolean = 12,
  kManner = 13,
  kName = 14,
};

// Mirrors isnad.v1.Modality.
enum class QuestionModality { kUnspecified = 0, kActual = 1, kPlanned = 2, kAlleged = 3 };

// A name in the question.
struct QuestionEntity {
  ByteRange span;
  // Id inside the question: "e1", "e2", ...; the same in the reading and in its parts.
  std::string id;
  EntityType type = EntityType::kUnknown;
  std::string entity_class;
  std::string lexicon_key;
  std::string label_ar;
  std::string label_en;
  // Folded keys of its spellings in both scripts, without repetition. Empty when the question
  // describes it instead of naming it.
  std::vector<std::string> folded_keys;
  // The lexicon has it.
  bool known = false;
  // Nothing but a name explains the words.
  bool certain = false;
};

struct RelationFiller {
  // "subject", "object" or a role name.
  std::string role;
  // Id of a `QuestionEntity`. For the role "role" the key of the job title ("CHIEF_EXECUTIVE").
  std::string entity;
};

// A fact type that the question may ask about.
struct RelationReading {
  std::string fact_type;
  ByteRange trigger;
  std::string asked_role;
  std::vector<RelationFiller> fillers;
  double confidence = 0;
  QuestionModality modality = QuestionModality::kActual;
};

// A term to look passages up by.
struct QueryTerm {
  enum class Origin { kUnspecified = 0, kLiteral = 1, kSynonym = 2, kTranslation = 3, kAlias = 4 };
  enum class Field { kUnspecified = 0, kSurface = 1, kStem = 2 };

  std::string term;
  Field field = Field::kUnspecified;
  double weight = 0;
  Origin origin = Origin::kUnspecified;
  // Number of the question word that it stands for, from 0.
  int word = 0;
};

struct QuestionReading {
  std::string language_code;
  bool is_question = false;
  QuestionKind kind = QuestionKind::kUnspecified;
  AnswerType answer_type = AnswerType::kUnspecified;
  std::string answer_class;
  // The interrogative and the noun it stands with; empty when there is none.
  ByteRange focus;
  bool plural = false;
  std::vector<QuestionEntity> entities;
  std::vector<ValueMention> values;
  // Best first.
  std::vector<RelationReading> relations;
  absl::optional<DateInterval> time_limit;
  // Empty when the question names no source.
  ByteRange source_limit;
  std::vector<QueryTerm> terms;
  std::vector<QuestionReading> parts;
  bool negated = false;
  std::vector<ByteRange> alternatives;
  std::string reading;
  std::string asked_attribute;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_READING_H_
