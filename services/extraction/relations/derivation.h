// How facts are derived from others of the same words.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVATION_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVATION_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

// A derived fact is as sure as what it rests on, times this.
inline constexpr double kDerivedPenalty = 0.8;

inline bool IsEntity(const ArgumentRecord& end) {
  return end.kind == ArgumentRecord::Kind::kEntity;
}

bool SameEnd(const ArgumentRecord& a, const ArgumentRecord& b);

// Whether one of the facts is of this type and has these ends.
bool Says(const std::vector<FactRecord>& facts, absl::string_view type,
          const ArgumentRecord& subject, const ArgumentRecord& object);

// A fact of another type with the ends and evidence of the source, without its roles.
FactRecord Derive(const FactRecord& source, const char* type, const char* rule);

// An end of a fact that a mention names.
ArgumentRecord NamedEnd(const Analysis& analysis, const Mention& mention, absl::string_view role);

// Words that fill a role.
ArgumentRecord Words(const Analysis& analysis, absl::string_view role, TokenRange words);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_DERIVATION_H_
