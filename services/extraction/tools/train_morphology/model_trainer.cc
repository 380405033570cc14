#include "services/extraction/tools/train_morphology/model_trainer.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/extraction/distribution/word_distribution.h"
#include "services/extraction/model/model_writer.h"
#include "services/extraction/morphology/letter_word.h"
#include "services/extraction/morphology/word_model.h"
#include "services/extraction/tools/train_morphology/camel_morph.h"
#include "services/extraction/tools/train_morphology/corpus_words.h"
#include "services/extraction/tools/train_morphology/inflector_trainer.h"
#include "services/extraction/tools/train_morphology/lexical_table_builder.h"
#include "services/extraction/tools/train_morphology/lexicon_forms.h"
#include "services/extraction/tools/train_morphology/ranker_trainer.h"
#include "services/extraction/tools/train_morphology/tagger_trainer.h"
#include "services/extraction/tools/train_morphology/treebank_examples.h"

namespace isnad::extraction {
namespace {

template <class T>
absl::Span<const T> SpanOf(const std::vector<T>& values) {
  return absl::MakeConstSpan(values);
}

CitationGroup GroupOfFlags(uint16_t flags) {
  if ((flags & lexical::kVerbal) != 0) return CitationGroup::kVerb;
  return (flags & lexical::kAdjective) != 0 ? CitationGroup::kAdjective : CitationGroup::kNoun;
}

}  // namespace

TrainingPaths TrainingPathsUnder(absl::string_view data_directory) {
  const auto under = [&](absl::string_view name) {
    return absl::StrCat(data_directory, "/", name);
  };
  TrainingPaths paths;
  paths.raw_texts = {under("raw/ant.txt.xz"), under("raw/wiki_ar.txt.xz")};
  paths.camel_morph = under("morphology");
  paths.hunspell = "/usr/share/hunspell/ar.dic";
  paths.named_entities = under("ner/anercorp_train.txt");
  paths.person_names = under("names/wd_arabic_80.tsv");
  return paths;
}

absl::StatusOr<std::unique_ptr<ModelTrainer>> ModelTrainer::Create(const TrainingPaths& paths,
                                                                   const LexiconFiles& lexicon,
                                                                   const ModelFile& words) {
  std::unique_ptr<ModelTrainer> trainer(new ModelTrainer(words));
  WordCounts counts;
  absl::Status status;
  for (const std::string& path : paths.raw_texts) {
    status = counts.AddFile(path);
    if (!status.ok()) return status;
  }
  LexicalTableBuilder builder(&counts, &trainer->edits_);
  const auto add = [&](const LexicalForm& form) {
    builder.AddForm(form);
    LetterWord letters;
    if (form.lemma.empty() || !letters.Assign(form.form) || letters.size() == 0) return;
    if ((form.flags & (lexical::kVerbal | lexical::kNominal)) == 0) return;
    if (counts.Count(letters.Hash()) > 0) trainer->listed_.push_back(form);
  };
  status = VisitLexicon(lexicon, add);
  if (status.ok()) status = VisitCamelMorph(paths.camel_morph, add);
  if (status.ok()) status = VisitHunspell(paths.hunspell, add);
  if (status.ok()) status = VisitPersonNames(paths.person_names, add);
  if (status.ok()) status = builder.AddNameShares(paths.named_entities);
  if (!status.ok()) return status;
  trainer->records_ = builder.Layout();
  return trainer;
}

absl::StatusOr<std::string> ModelTrainer::Train(
    absl::Span<const eval::TreebankSentence* const> sentences) const {
  const absl::StatusOr<WordDistribution> distribution = WordDistribution::Of(words_);
  if (!distribution.ok()) return distribution.status();
  const TagLexicon lexicon{LexicalTable(records_), &*distribution};
  EditList edits = edits_;
  DecisionCounter decisions(&edits);
  for (const LexicalForm& form : listed_) {
    decisions.AddListed(form.form, form.lemma, GroupOfFlags(form.flags));
  }
  std::vector<CutExample> cuts;
  std::vector<TagExample> tags;
  std::vector<InflectionExample> inflections;
  std::vector<CitationExample> citations;
  for (const eval::TreebankSentence* sentence : sentences) {
    AppendCutExamples(*sentence, &cuts);
    tags.push_back(MakeTagExample(*sentence, lexicon));
    AppendInflectionExamples(*sentence, lexicon, &inflections);
    AppendCitationExamples(*sentence, lexicon, &citations);
  }
  for (const CitationExample& example : citations) {
    decisions.AddSeen(example.host, example.citation, example.tag);
  }
  const std::vector<int16_t> ranker = TrainRanker(lexicon.table, cuts);
  const TaggerWeights tagger = TrainTagger(tags);
  const WeightArrays inflector = TrainInflector(inflections);
  const std::vector<CitationMaker::Decision> decided = decisions.Decisions();

  ModelWriter writer;
  writer.AddArray(word_sections::kRecords, SpanOf(records_));
  writer.AddArray(word_sections::kRanker, SpanOf(ranker));
  writer.AddArray(word_sections::kTaggerKeys, SpanOf(tagger.weights.keys));
  writer.AddArray(word_sections::kTaggerRows, SpanOf(tagger.weights.rows));
  writer.AddArray(word_sections::kTransitions, SpanOf(tagger.transitions));
  writer.AddArray(word_sections::kInflectorKeys, SpanOf(inflector.keys));
  writer.AddArray(word_sections::kInflectorRows, SpanOf(inflector.rows));
  writer.AddArray(word_sections::kCitationEdits, SpanOf(edits.edits()));
  writer.AddArray(word_sections::kDecisions, SpanOf(decided));
  return writer.Finish();
}

}  // namespace isnad::extraction
