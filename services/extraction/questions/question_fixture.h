// Analyses questions for the tests of this folder: the real tokens, morphology and values, and
// names from a short list of the test's own, so that a test fails for its own reasons only.

#ifndef ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_FIXTURE_H_
#define ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_FIXTURE_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "services/extraction/analysis/analysis.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/questions/question_analyzer.h"
#include "services/extraction/values/value_tagger.h"

namespace isnad::extraction {

class QuestionFixture {
 public:
  // The stages over the built-in lexicon, made once per process.
  static const QuestionFixture& Get();

  // The question with tokens, morphology, values and names. The reference date is 1 November 2025.
  Analysis Analyze(absl::string_view question) const;

  QuestionReading Read(absl::string_view question) const;

  const Morphology& morphology() const { return *morphology_; }

 private:
  QuestionFixture();

  void AddNames(Analysis* analysis) const;

  std::unique_ptr<Morphology> morphology_;
  std::unique_ptr<ValueTagger> values_;
  std::unique_ptr<QuestionAnalyzer> analyzer_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_QUESTIONS_QUESTION_FIXTURE_H_
