#include "services/extraction/pipeline/analyzer.h"

#include <future>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/extraction/clauses/clause_finder.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/names/name_tagger.h"
#include "services/extraction/questions/question_analyzer.h"
#include "services/extraction/reference/reference_resolver.h"
#include "services/extraction/relations/fact_extractor.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/text/clean.h"
#include "services/extraction/text/language.h"
#include "services/extraction/tokenize/tokenizer.h"
#include "services/extraction/values/value_tagger.h"

namespace isnad::extraction {
namespace {

// Raised whenever the code finds other facts in the same text.
constexpr int kCodeVersion = 2;

class StagedAnalyzer final : public Analyzer {
 public:
  static absl::StatusOr<std::unique_ptr<Analyzer>> Create(const LexiconFiles& files,
                                                          const ModelSet& models) {
    auto out = std::make_unique<StagedAnalyzer>();
    // Half of the start-up is the names' lexicon, and the rest does not need it.
    auto starting_names =
        std::async(std::launch::async, [&] { return NameTagger::Create(files, models); });
    auto morphology = Morphology::Create(files, models);
    if (!morphology.ok()) return morphology.status();
    out->morphology_ = *std::move(morphology);
    auto values = ValueTagger::Create();
    if (!values.ok()) return values.status();
    out->values_ = *std::move(values);
    auto resolver = ReferenceResolver::Create(files, models);
    if (!resolver.ok()) return resolver.status();
    out->resolver_ = *std::move(resolver);
    auto extractor = FactExtractor::Create(files, models, *out->morphology_);
    if (!extractor.ok()) return extractor.status();
    out->extractor_ = *std::move(extractor);
    auto questions = QuestionAnalyzer::Create(files, models, out->morphology_.get());
    if (!questions.ok()) return questions.status();
    out->questions_ = *std::move(questions);
    auto names = starting_names.get();
    if (!names.ok()) return names.status();
    out->names_ = *std::move(names);
    out->version_ = absl::StrCat(kCodeVersion, "+", files.Version(), "+", models.Version());
    return out;
  }

  absl::StatusOr<Analysis> Analyze(absl::string_view text,
                                   const AnalyzeOptions& options) const override {
    // Only checks the encoding: the stages read the original bytes, so that all ranges are theirs.
    absl::StatusOr<CleanText> clean = Clean(text);
    if (!clean.ok()) return clean.status();
    Analysis analysis;
    analysis.text = std::string(text);
    analysis.language_code =
        options.language_code.empty() ? DetectLanguage(text) : std::string(options.language_code);
    analysis.reference_date = options.reference_date;
    segmenter_.Segment(options.title, &analysis);
    tokenizer_.Tokenize(&analysis);
    morphology_->Analyze(&analysis);
    values_->Tag(&analysis);
    names_->Tag(&analysis);
    resolver_->Resolve(&analysis);
    clauses_.Find(&analysis);
    return analysis;
  }

  std::vector<FactRecord> ExtractFacts(const Analysis& analysis) const override {
    return extractor_->Extract(analysis);
  }

  PlainText Plain(absl::string_view question) const override {
    return questions_->Plain(question, &names_->lexicon());
  }

  QuestionReading ReadQuestion(const Analysis& analysis) const override {
    return questions_->Read(analysis);
  }

  const FrameLexicon& frames() const override { return extractor_->frames(); }

  const RoleTitles& titles() const override { return extractor_->titles(); }

  const std::vector<lexicon::FactTypeSchema>& fact_types() const override {
    return extractor_->frames().types();
  }

  const std::string& version() const override { return version_; }

 private:
  Segmenter segmenter_;
  Tokenizer tokenizer_;
  ClauseFinder clauses_;
  std::unique_ptr<Morphology> morphology_;
  std::unique_ptr<ValueTagger> values_;
  std::unique_ptr<NameTagger> names_;
  std::unique_ptr<ReferenceResolver> resolver_;
  std::unique_ptr<FactExtractor> extractor_;
  std::unique_ptr<QuestionAnalyzer> questions_;
  std::string version_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Analyzer>> Analyzer::Create(const LexiconFiles& files,
                                                           const ModelSet& models) {
  return StagedAnalyzer::Create(files, models);
}

}  // namespace isnad::extraction
