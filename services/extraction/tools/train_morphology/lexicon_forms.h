// The words of our own lexicon and names as forms for the training of the morphology models.

#ifndef ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_LEXICON_FORMS_H_
#define ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_LEXICON_FORMS_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/tools/train_morphology/camel_morph.h"

namespace isnad::extraction {

// Calls `visit` with the forms of the "words_*" files, and with the words of names in
// "gazetteer_*" and "cues_*". INVALID_ARGUMENT when a file cannot be parsed.
absl::Status VisitLexicon(const LexiconFiles& files,
                          const std::function<void(const LexicalForm&)>& visit);

// Calls `visit` with person names of a table of Latin name, Arabic letters parted by spaces, and
// count, as Wikidata gives them. NOT_FOUND when the file cannot be read.
absl::Status VisitPersonNames(const std::string& path,
                              const std::function<void(const LexicalForm&)>& visit);

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TOOLS_TRAIN_MORPHOLOGY_LEXICON_FORMS_H_
