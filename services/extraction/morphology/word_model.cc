#include "services/extraction/morphology/word_model.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"

namespace isnad::extraction {
namespace {

template <class T>
absl::Status ReadTable(const ModelFile& file, absl::string_view section,
                       absl::Span<const T>* table) {
  absl::StatusOr<absl::Span<const T>> array = file.Array<T>(section);
  if (!array.ok()) return array.status();
  if (array->empty() || (array->size() & (array->size() - 1)) != 0) {
    return absl::DataLossError(
        absl::StrCat("section ", section, " has ", array->size(), " slots, no power of two"));
  }
  *table = *array;
  return absl::OkStatus();
}

absl::Status ReadWeights(const ModelFile& file, absl::string_view keys_section,
                         absl::string_view rows_section, WeightTable* table) {
  absl::Span<const uint32_t> keys;
  absl::Span<const WeightRow> rows;
  absl::Status status = ReadTable(file, keys_section, &keys);
  if (status.ok()) status = ReadTable(file, rows_section, &rows);
  if (!status.ok()) return status;
  if (keys.size() != rows.size()) {
    return absl::DataLossError(absl::StrCat("sections ", keys_section, " and ", rows_section,
                                            " have ", keys.size(), " and ", rows.size(), " slots"));
  }
  *table = WeightTable(keys, rows);
  return absl::OkStatus();
}

template <class T>
absl::Status ReadExactly(const ModelFile& file, absl::string_view section, size_t count,
                         absl::Span<const T>* array) {
  absl::StatusOr<absl::Span<const T>> read = file.Array<T>(section);
  if (!read.ok()) return read.status();
  if (read->size() != count) {
    return absl::DataLossError(
        absl::StrCat("section ", section, " has ", read->size(), " numbers instead of ", count));
  }
  *array = *read;
  return absl::OkStatus();
}

}  // namespace

WordModel::WordModel(const ModelFile& morphology, WordDistribution distribution)
    : file_(morphology), distribution_(std::move(distribution)) {}

absl::StatusOr<std::unique_ptr<WordModel>> WordModel::Of(const ModelFile& morphology,
                                                         const ModelFile& words) {
  absl::StatusOr<WordDistribution> distribution = WordDistribution::Of(words);
  if (!distribution.ok()) return distribution.status();
  std::unique_ptr<WordModel> model(new WordModel(morphology, *std::move(distribution)));
  const absl::Status status = model->Open();
  if (!status.ok()) return status;
  return model;
}

absl::Status WordModel::Open() {
  absl::Span<const LexicalRecord> records;
  absl::Status status = ReadTable(file_, word_sections::kRecords, &records);
  if (!status.ok()) return status;
  lexicon_.table = LexicalTable(records);
  lexicon_.distribution = &distribution_;

  absl::Span<const int16_t> ranker;
  status = ReadExactly(file_, word_sections::kRanker, kCutFeatureCount, &ranker);
  if (!status.ok()) return status;
  ranker_ = CliticRanker(lexicon_.table, ranker);

  WeightTable tagger;
  status = ReadWeights(file_, word_sections::kTaggerKeys, word_sections::kTaggerRows, &tagger);
  if (!status.ok()) return status;
  absl::Span<const int16_t> transitions;
  status =
      ReadExactly(file_, word_sections::kTransitions, PosTagger::kTransitionCount, &transitions);
  if (!status.ok()) return status;
  tagger_ = PosTagger(tagger, transitions);

  WeightTable inflector;
  status =
      ReadWeights(file_, word_sections::kInflectorKeys, word_sections::kInflectorRows, &inflector);
  if (!status.ok()) return status;
  inflector_ = Inflector(inflector);

  const auto edits = file_.Array<CitationEdit>(word_sections::kCitationEdits);
  if (!edits.ok()) return edits.status();
  absl::Span<const CitationMaker::Decision> decisions;
  status = ReadTable(file_, word_sections::kDecisions, &decisions);
  if (!status.ok()) return status;
  citations_ = CitationMaker(lexicon_.table, *edits, decisions);
  return absl::OkStatus();
}

}  // namespace isnad::extraction
