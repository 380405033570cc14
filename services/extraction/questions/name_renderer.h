// Arabic names that a name in Latin letters may stand for.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_NAME_RENDERER_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_NAME_RENDERER_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/lexicon/lexicon_files.h"

namespace isnad::extraction {

// Renders by letters, and by meaning where the lexicon has words of the name, in which case they
// also change places. Immutable after Create; safe for concurrent use.
class NameRenderer {
 public:
  // Reads rendered_*.
  static absl::StatusOr<std::unique_ptr<NameRenderer>> Create(const LexiconFiles& files);

  // Whole names, folded, likeliest first: "بنك النخيل" for "Nakheel Bank". Nothing for names with
  // Arabic letters or digits and for long ones.
  std::vector<std::string> Render(absl::string_view name) const;

 private:
  // Folded Arabic words by the English one.
  std::map<std::string, std::vector<std::string>> meanings_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_NAME_RENDERER_H_
