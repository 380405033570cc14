#include "services/extraction/names/name_tagger.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/memory/memory.h"
#include "services/extraction/names/arabic_names.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/entity_linker.h"
#include "services/extraction/names/gazetteer_matcher.h"
#include "services/extraction/names/institution_names.h"
#include "services/extraction/names/introduced_people.h"
#include "services/extraction/names/latin_names.h"
#include "services/extraction/names/name_joiner.h"
#include "services/extraction/names/name_span.h"
#include "services/extraction/names/quotation_fitter.h"
#include "services/extraction/names/quoted_names.h"
#include "services/extraction/names/recurring_names.h"
#include "services/extraction/names/repeated_names.h"
#include "services/extraction/names/shared_surnames.h"
#include "services/extraction/names/span_merger.h"
#include "services/extraction/names/span_trimmer.h"
#include "services/extraction/names/type_judge.h"
#include "services/extraction/names/unseen_names.h"

namespace isnad::extraction {

absl::StatusOr<std::unique_ptr<NameTagger>> NameTagger::Create(const LexiconFiles& files) {
  const absl::StatusOr<ModelSet> models = ModelSet::Embedded();
  if (!models.ok()) return models.status();
  return Create(files, *models);
}

absl::StatusOr<std::unique_ptr<NameTagger>> NameTagger::Create(const LexiconFiles& files,
                                                               const ModelSet& models) {
  absl::StatusOr<NameLexicon> lexicon = NameLexicon::Create(files);
  if (!lexicon.ok()) return lexicon.status();
  absl::StatusOr<LearnedNames> learned = LearnedNames::Create(models);
  if (!learned.ok()) return learned.status();
  absl::StatusOr<NameContexts> contexts = NameContexts::Create(files);
  if (!contexts.ok()) return contexts.status();
  return absl::WrapUnique(
      new NameTagger(*std::move(lexicon), *std::move(contexts), *std::move(learned)));
}

void NameTagger::Tag(Analysis* analysis) const {
  const CueFinder cues(lexicon_, *analysis);
  std::vector<NameSpan> doubtful;
  std::vector<NameSpan> spans = GazetteerMatcher(&lexicon_).Find(*analysis, cues, &doubtful);
  GiveUpSurnames(lexicon_, cues, *analysis, &spans);
  // A lone surname gives way to an unknown full name around it ("Jane Zuckerberg").
  std::vector<NameSpan> lone;
  const auto first_lone =
      std::stable_partition(spans.begin(), spans.end(),
                            [](const NameSpan& span) { return span.rule != "unique-surname"; });
  std::move(first_lone, spans.end(), std::back_inserter(lone));
  spans.erase(first_lone, spans.end());

  const LearnedReading reading = learned_.Read(*analysis);
  const SpanMerger merger(&lexicon_, analysis, &learned_, &reading);
  std::vector<NameSpan> read = learned_.Spans(*analysis, cues, lexicon_, reading);
  const InstitutionNames institutions(&lexicon_);
  spans = merger.JoinLonger(std::move(spans), institutions.Find(*analysis));
  const SpanTrimmer trimmer(&lexicon_, &cues, analysis);
  trimmer.JoinParts(&read);
  institutions.Lengthen(*analysis, &read);
  trimmer.Trim(&read);
  trimmer.Trim(&spans);
  spans = merger.JoinKnown(std::move(spans), std::move(read));
  institutions.Lengthen(*analysis, &spans);
  institutions.LengthenCompanies(*analysis, &spans);
  trimmer.AddVersions(&spans);

  std::vector<NameSpan> found = LatinNames(&lexicon_).Find(*analysis, cues, &spans);
  TokenMask mask(analysis->tokens.size());
  for (const NameSpan& span : spans) mask.Take(span.tokens);
  for (const NameSpan& span : found) mask.Take(span.tokens);
  std::vector<NameSpan> ruled = ArabicNames(&lexicon_).Find(*analysis, cues, &mask);
  trimmer.Trim(&ruled);
  for (NameSpan& span : ruled) {
    if (merger.Believes(span)) found.push_back(std::move(span));
  }
  // The surname of a known person is that person, also when the tagger found it by itself.
  std::vector<NameSpan*> alone(analysis->tokens.size(), nullptr);  // names of one token
  for (std::vector<NameSpan>* list : {&spans, &found}) {
    for (NameSpan& span : *list) {
      if (span.tokens.size() == 1) alone[span.tokens.begin] = &span;
    }
  }
  std::vector<NameSpan> unseen;
  for (const NameSpan& span : lone) {
    NameSpan* const same = alone[span.tokens.begin];
    if (same != nullptr) {
      *same = span;
    } else if (!mask.any(span.tokens)) {
      unseen.push_back(span);
    }
  }
  found.insert(found.end(), unseen.begin(), unseen.end());
  spans.insert(spans.end(), found.begin(), found.end());
  const auto by_place = [](const NameSpan& a, const NameSpan& b) {
    return a.tokens.begin < b.tokens.begin;
  };
  std::stable_sort(spans.begin(), spans.end(), by_place);
  FitToQuotations(*analysis, cues, &spans);
  const NameJoiner joiner(&lexicon_, &contexts_, &cues, learned_.words(), analysis);
  joiner.Join(&spans);
  joiner.Adjust(&spans);
  joiner.AddCompanies(&spans);
  IntroducedPeople(&lexicon_, &cues, analysis).AddTo(&spans);
  TokenMask named(analysis->tokens.size());
  for (const NameSpan& span : spans) named.Take(span.tokens);
  for (NameSpan& span : FindQuotedNames(*analysis, cues, named, &doubtful)) {
    named.Take(span.tokens);
    spans.push_back(std::move(span));
  }
  std::stable_sort(spans.begin(), spans.end(), by_place);
  const std::vector<NameSpan> unknown_words =
      FindUnseenNames(*analysis, lexicon_, learned_, reading, named);
  doubtful.insert(doubtful.end(), unknown_words.begin(), unknown_words.end());
  const std::vector<NameSpan> recurring = RecurringNames(&lexicon_, &cues, analysis).Find(spans);
  doubtful.insert(doubtful.end(), recurring.begin(), recurring.end());
  TypeJudge(&lexicon_, &contexts_, &cues, analysis).Judge(doubtful, &spans);
  joiner.Join(&spans);
  joiner.Adjust(&spans);
  TypeSurnames(*analysis, &spans);
  TokenMask taken(analysis->tokens.size());
  for (const NameSpan& span : spans) taken.Take(span.tokens);
  const std::vector<NameSpan> repeated =
      FindRepeatedNames(*analysis, learned_.words(), spans, taken);
  TokenMask covered(analysis->tokens.size());
  for (const NameSpan& span : repeated) covered.Take(span.tokens);
  spans.erase(std::remove_if(spans.begin(), spans.end(),
                             [&](const NameSpan& span) { return covered.any(span.tokens); }),
              spans.end());
  spans.insert(spans.end(), repeated.begin(), repeated.end());
  std::stable_sort(spans.begin(), spans.end(), by_place);
  EntityLinker(&lexicon_, analysis).Link(std::move(spans));
}

}  // namespace isnad::extraction
