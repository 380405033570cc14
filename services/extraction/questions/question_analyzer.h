// Reads questions: what they ask for, about whom, by which facts and words to look.
//
// This is the one construction path of the folder. The analyser reads an `Analysis` on which
// tokens, morphology, values and names have run, for a text in Arabic or English.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_ANALYZER_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_ANALYZER_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/questions/plain_text.h"
#include "services/extraction/questions/question_reading.h"

namespace isnad::extraction {

// Immutable after Create; safe for concurrent use.
class QuestionAnalyzer {
 public:
  // Reads the frames_*, cues_*, bilingual_* and translations_* files, and the model "words",
  // without which words that nobody wrote before are not taken for names. `morphology` must outlive
  // the analyser; its stems are those of the index. INVALID_ARGUMENT names the file that does not
  // parse.
  static absl::StatusOr<std::unique_ptr<QuestionAnalyzer>> Create(const LexiconFiles& files,
                                                                  const ModelSet& models,
                                                                  const Morphology* morphology);
  ~QuestionAnalyzer();

  // The question as Read wants it: what is polite in it is blank, slips of the hand are put right
  // (see plain_question.h). `names`, of which there may be none, stay as they are.
  PlainText Plain(absl::string_view question, const NameLexicon* names) const;

  // Reads the question. Any text is survived: what is no question yields terms and names with kind
  // kUnspecified.
  QuestionReading Read(const Analysis& analysis) const;

 private:
  class Stages;

  explicit QuestionAnalyzer(std::unique_ptr<Stages> stages);

  std::unique_ptr<Stages> stages_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_ANALYZER_H_
