#include "tests/eval/treebank_models.h"

#include <cstring>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/extraction/lexicon/lexicon_files.h"
#include "services/extraction/model/model_file.h"
#include "services/extraction/model/model_set.h"
#include "services/extraction/segment/segmenter.h"
#include "services/extraction/text/script.h"
#include "services/extraction/tokenize/tokenizer.h"
#include "services/extraction/tools/train_morphology/model_trainer.h"

namespace isnad::eval {

using extraction::Analysis;
using extraction::CountChars;
using extraction::LexiconFiles;
using extraction::ModelFile;
using extraction::ModelSet;
using extraction::ModelTrainer;
using extraction::Morphology;
using extraction::Token;

absl::StatusOr<std::unique_ptr<TreebankModels>> TreebankModels::Create(
    absl::string_view path, const TreebankOptions& options) {
  auto sentences = ReadConllu(path);
  if (!sentences.ok()) return sentences.status();
  std::unique_ptr<TreebankModels> out(new TreebankModels());
  out->path_ = std::string(path);
  out->sentences_ = *std::move(sentences);
  const LexiconFiles lexicon = LexiconFiles::Embedded();
  if (options.folds < 2) {
    auto morphology = Morphology::Create(lexicon);
    if (!morphology.ok()) return morphology.status();
    out->models_.push_back(*std::move(morphology));
    return out;
  }
  if (options.data_directory.empty()) {
    return absl::InvalidArgumentError("folds need the data directory to train from");
  }
  const absl::StatusOr<ModelSet> shipped = ModelSet::Embedded();
  if (!shipped.ok()) return shipped.status();
  const absl::StatusOr<ModelFile> words = shipped->Find("words");
  if (!words.ok()) return words.status();
  const auto trainer =
      ModelTrainer::Create(extraction::TrainingPathsUnder(options.data_directory), lexicon, *words);
  if (!trainer.ok()) return trainer.status();
  const int64_t count = static_cast<int64_t>(out->sentences_.size());
  for (int fold = 0; fold < options.folds; ++fold) {
    std::vector<const TreebankSentence*> others;
    for (int64_t s = 0; s < count; ++s) {
      if (s * options.folds / count != fold) others.push_back(&out->sentences_[s]);
    }
    const absl::StatusOr<std::string> bytes = (*trainer)->Train(others);
    if (!bytes.ok()) return bytes.status();
    std::vector<Chunk> chunks((bytes->size() + sizeof(Chunk) - 1) / sizeof(Chunk));
    std::memcpy(chunks.data(), bytes->data(), bytes->size());
    out->trained_.push_back(std::move(chunks));
    const auto model = ModelFile::OfBytes(absl::string_view(
        reinterpret_cast<const char*>(out->trained_.back().data()), bytes->size()));
    if (!model.ok()) return model.status();
    auto morphology = Morphology::Create(lexicon, *model, *words);
    if (!morphology.ok()) return morphology.status();
    out->models_.push_back(*std::move(morphology));
  }
  return out;
}

const Morphology& TreebankModels::MorphologyFor(int sentence) const {
  const int64_t folds = static_cast<int64_t>(models_.size());
  return *models_[sentence * folds / static_cast<int64_t>(sentences_.size())];
}

Analysis TreebankModels::Analyze(int sentence) const {
  Analysis analysis;
  analysis.text = sentences_[sentence].text;
  analysis.language_code = "ar";
  extraction::Segmenter().Segment("", &analysis);
  extraction::Tokenizer().Tokenize(&analysis);
  MorphologyFor(sentence).Analyze(&analysis);
  return analysis;
}

std::string TreebankModels::Describe() const {
  return absl::StrCat(path_, models_.size() == 1
                                 ? ", shipped model"
                                 : absl::StrCat(", ", models_.size(), "-fold cross-validation"));
}

std::vector<AlignedWord> Align(const TreebankSentence& sentence, const Analysis& analysis) {
  std::vector<AlignedWord> aligned;
  size_t token = 0;
  int token_begin = 0;
  int word_begin = 0;
  for (const WrittenWord& word : sentence.words) {
    const int word_end = word_begin + CountChars(word.form);
    AlignedWord pair;
    pair.gold = &word;
    bool crossed = false;
    while (token < analysis.tokens.size()) {
      const int token_end = token_begin + CountChars(analysis.tokens[token].form);
      if (token_begin >= word_end) break;
      crossed = crossed || token_begin < word_begin || token_end > word_end;
      pair.tokens.push_back(&analysis.tokens[token]);
      if (token_end > word_end) break;
      token_begin = token_end;
      ++token;
    }
    if (crossed) pair.tokens.clear();
    aligned.push_back(std::move(pair));
    word_begin = word_end;
  }
  const bool same = token == analysis.tokens.size() && token_begin == word_begin;
  return same ? aligned : std::vector<AlignedWord>();
}

}  // namespace isnad::eval
