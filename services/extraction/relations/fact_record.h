// Facts as extraction finds them in one text.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_RECORD_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_RECORD_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"

namespace isnad::extraction {

enum class Polarity { kAsserted, kDenied };
enum class Modality { kActual, kPlanned, kAlleged };

// What fills an end or a role of a fact.
struct ArgumentRecord {
  enum class Kind { kNone, kEntity, kValue, kText };
  Kind kind = Kind::kNone;
  std::string role;             // "subject", "object" or a role of the fact type
  int entity = -1;              // kEntity: index into Analysis::entities
  int value = -1;               // kValue: index into Analysis::values
  std::string text;             // kText: the words, verbatim
  ByteRange range;              // the words in the text that fill it
  std::string resolution_rule;  // empty when the words name the participant themselves

  bool filled() const { return kind != Kind::kNone; }
};

// Whether either end may be the subject: "X and Y compete".
inline bool IsSymmetric(absl::string_view fact_type) {
  return fact_type == "COMPETES_WITH" || fact_type == "PARTNERED_WITH";
}

// Who is said to have said it.
struct AttributionRecord {
  enum class Kind { kArticle, kNamed, kOutlet, kAnonymous };
  Kind kind = Kind::kArticle;
  int entity = -1;
  std::string text;
  ByteRange range;
};

// One reason why a fact is believed as much as it is.
struct ConfidenceFactor {
  std::string reason;
  double factor = 1;
};

// A claim with the words it rests on.
struct FactRecord {
  std::string type;
  ArgumentRecord subject;
  ArgumentRecord object;
  std::vector<ArgumentRecord> roles;
  Polarity polarity = Polarity::kAsserted;
  Modality modality = Modality::kActual;
  absl::optional<DateInterval> valid_interval;
  AttributionRecord attribution;
  int passage = -1;
  ByteRange trigger;
  ByteRange quote;
  std::string rule;  // "TYPE/frame-name"
  bool cross_sentence = false;
  std::string construction;  // in words, how it was read: "frame", "table", "reported speech"
  double confidence = 0;     // the product of the factors
  std::vector<ConfidenceFactor> confidence_factors;

  // What the construction itself is worth.
  void SetConfidence(std::string words, double value) {
    construction = std::move(words);
    confidence = value;
    confidence_factors.assign(1, {construction, value});
  }
  void LowerConfidence(std::string reason, double factor) {
    confidence *= factor;
    confidence_factors.push_back({std::move(reason), factor});
  }
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_FACT_RECORD_H_
