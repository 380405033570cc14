// The chain of stages, from bytes to an analysis and to facts.

#ifndef ISNAD_SERVICES_EXTRACTION_PIPELINE_ANALYZER_H_
#define ISNAD_SERVICES_EXTRACTION_PIPELINE_ANALYZER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon.pb.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/questions/plain_text.h"
#include "services/extraction/questions/question_reading.h"
#include "services/extraction/relations/fact_record.h"
#include "services/extraction/relations/frame_lexicon.h"
#include "services/extraction/relations/role_phrases.h"

namespace isnad::extraction {

// What is known about a text before it is read.
struct AnalyzeOptions {
  // Title that came with the text; helps to find the headline. May be empty.
  absl::string_view title;
  // BCP-47 language; found out from the text if empty.
  absl::string_view language_code;
  // What relative dates count from.
  absl::optional<CivilDate> reference_date;
};

// Immutable after Create and safe for concurrent use. Create takes some tens of milliseconds for
// the embedded lexicons.
class Analyzer {
 public:
  // INVALID_ARGUMENT names the lexicon entry that is wrong, NOT_FOUND the model that is missing.
  // The models stay mapped as long as the analyser lives.
  static absl::StatusOr<std::unique_ptr<Analyzer>> Create(const LexiconFiles& files,
                                                          const ModelSet& models);
  virtual ~Analyzer() = default;

  // Runs all stages up to clauses. INVALID_ARGUMENT when the text is not UTF-8, with the offset.
  virtual absl::StatusOr<Analysis> Analyze(absl::string_view text,
                                           const AnalyzeOptions& options) const = 0;

  // Facts of an analysed article.
  virtual std::vector<FactRecord> ExtractFacts(const Analysis& analysis) const = 0;

  // A question as it is to be analysed: without courtesies and slips of the hand.
  virtual PlainText Plain(absl::string_view question) const = 0;

  // The analysed text read as a question.
  virtual QuestionReading ReadQuestion(const Analysis& analysis) const = 0;

  // The frames that facts are found by.
  virtual const FrameLexicon& frames() const = 0;

  // The job titles that are known.
  virtual const RoleTitles& titles() const = 0;

  // Schemas of all fact types, by name.
  virtual const std::vector<lexicon::FactTypeSchema>& fact_types() const = 0;

  // Version of code, lexicons and models, for example "1+89abcdef01234567+0123456789abcdef".
  virtual const std::string& version() const = 0;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_PIPELINE_ANALYZER_H_
