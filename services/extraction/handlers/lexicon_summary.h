// What the loaded lexicons say about themselves.

#ifndef ISNAD_SERVICES_EXTRACTION_HANDLERS_LEXICON_SUMMARY_H_
#define ISNAD_SERVICES_EXTRACTION_HANDLERS_LEXICON_SUMMARY_H_

#include "absl/status/status.h"
#include "google/protobuf/repeated_field.h"
#include "isnad/v1/extraction_service.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"

namespace isnad::extraction {

// One row per file, by name: the header's words and the number of entries.
absl::Status SummarizeLexicon(const LexiconFiles& files,
                              google::protobuf::RepeatedPtrField<isnad::v1::LexiconInfo>* out);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_HANDLERS_LEXICON_SUMMARY_H_
