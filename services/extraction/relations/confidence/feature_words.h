// Plain words for what the names of features speak of: people read them in explanations.

#ifndef ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_FEATURE_WORDS_H_
#define ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_FEATURE_WORDS_H_

#include "absl/strings/string_view.h"
#include "services/extraction/relations/fact_record.h"

namespace isnad::extraction {

absl::string_view WordFor(PartOfSpeech part_of_speech);
absl::string_view WordFor(EntityType type);
absl::string_view WordFor(PassageKind kind);
absl::string_view WordFor(Modality modality);
absl::string_view WordFor(AttributionRecord::Kind kind);
absl::string_view WordFor(WordPerson person);
absl::string_view WordFor(WordNumber number);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_RELATIONS_CONFIDENCE_FEATURE_WORDS_H_
