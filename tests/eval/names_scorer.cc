#include "tests/eval/names_scorer.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/extraction/morphology/morphology.h"
#include "services/extraction/names/learned_names.h"
#include "services/extraction/names/name_tagger.h"
#include "services/extraction/tokenize/tokenizer.h"
#include "tests/eval/conll_reader.h"

namespace isnad::eval {
namespace {

using extraction::Analysis;
using extraction::ByteRange;
using extraction::EntityType;

// A document as text, and where its words are.
struct JoinedDocument {
  Analysis analysis;
  std::vector<std::vector<ByteRange>> words;  // by sentence
};

JoinedDocument Join(const ConllDocument& document) {
  JoinedDocument joined;
  Analysis& analysis = joined.analysis;
  analysis.language_code = "ar";
  for (const ConllSentence& sentence : document) {
    extraction::Passage passage;
    passage.range.begin = static_cast<int>(analysis.text.size());
    joined.words.emplace_back();
    for (const ConllWord& word : sentence) {
      const int begin = static_cast<int>(analysis.text.size());
      absl::StrAppend(&analysis.text, word.text, " ");
      joined.words.back().push_back({begin, static_cast<int>(analysis.text.size()) - 1});
    }
    analysis.text.back() = '\n';
    passage.range.end = static_cast<int>(analysis.text.size()) - 1;
    analysis.passages.push_back(passage);
  }
  return joined;
}

// Documents as the file has them; a file without marks in pieces of `sentences`.
std::vector<ConllDocument> InPieces(std::vector<ConllDocument> documents, size_t sentences) {
  if (documents.size() != 1) return documents;
  std::vector<ConllDocument> pieces;
  for (ConllSentence& sentence : documents[0]) {
    if (pieces.empty() || pieces.back().size() >= sentences) pieces.emplace_back();
    pieces.back().push_back(std::move(sentence));
  }
  return pieces;
}

std::string TagOf(EntityType type, const std::string& product_tag) {
  switch (type) {
    case EntityType::kPerson:
      return "PERS";
    case EntityType::kLocation:
      return "LOC";
    case EntityType::kOrganization:
      return "ORG";
    default:
      return product_tag;
  }
}

class Scorer {
 public:
  Scorer(std::unique_ptr<extraction::Morphology> morphology,
         std::unique_ptr<extraction::NameTagger> whole, extraction::LearnedNames learned,
         NamesSystem system, std::string product_tag)
      : morphology_(std::move(morphology)),
        whole_(std::move(whole)),
        learned_(std::move(learned)),
        system_(system),
        product_tag_(std::move(product_tag)) {}

  void ScoreDocument(const ConllDocument& document) {
    JoinedDocument joined = Join(document);
    extraction::Tokenizer().Tokenize(&joined.analysis);
    const std::vector<std::pair<ByteRange, std::string>> found = system_ == NamesSystem::kLearned
                                                                     ? FindLearned(joined.analysis)
                                                                     : FindWhole(&joined.analysis);
    for (size_t s = 0; s < document.size(); ++s) {
      const std::vector<ByteRange>& words = joined.words[s];
      std::vector<ConllName> names;
      for (const auto& [range, type] : found) {
        if (range.end <= words.front().begin || range.begin >= words.back().end) continue;
        ConllName name{-1, -1, type};
        for (int w = 0; w < static_cast<int>(words.size()); ++w) {
          if (!words[w].overlaps(range)) continue;
          if (name.begin < 0) name.begin = w;
          name.end = w + 1;
        }
        if (name.begin >= 0) names.push_back(name);
      }
      ScoreSentence(document[s], names);
    }
  }

  Report Finish(absl::string_view path) const {
    Report report;
    report.title = absl::StrCat("names in ", path);
    Score all{"all", 0, 0, 0};
    for (const auto& [label, score] : scores_) {
      report.scores.push_back(score);
      all.gold += score.gold;
      all.found += score.found;
      all.right += score.right;
    }
    report.scores.push_back(all);
    report.misses = misses_;
    return report;
  }

 private:
  std::vector<std::pair<ByteRange, std::string>> FindWhole(Analysis* analysis) const {
    std::vector<std::pair<ByteRange, std::string>> found;
    morphology_->Analyze(analysis);
    whole_->Tag(analysis);
    for (const extraction::Mention& mention : analysis->mentions) {
      const EntityType type = analysis->entities[mention.entity].type;
      found.emplace_back(mention.range, TagOf(type, product_tag_));
    }
    return found;
  }

  std::vector<std::pair<ByteRange, std::string>> FindLearned(const Analysis& analysis) const {
    std::vector<std::pair<ByteRange, std::string>> found;
    const extraction::LearnedReading reading = learned_.Read(analysis);
    const auto& labels = reading.labels.labels;
    for (const extraction::TokenRange& sentence : reading.text.sentences) {
      for (int i = sentence.begin; i < sentence.end; ++i) {
        if (!extraction::IsBegin(labels[i])) continue;
        int end = i + 1;
        while (end < sentence.end && labels[end] == labels[i] + 1) ++end;
        const extraction::NameKind kind = extraction::KindOf(labels[i]);
        found.emplace_back(
            analysis.BytesOf({i, end}),
            kind == extraction::NameKind::kOther || kind == extraction::NameKind::kProduct
                ? product_tag_
                : std::string(extraction::NameKindTag(kind)));
      }
    }
    return found;
  }

  void ScoreSentence(const ConllSentence& sentence, const std::vector<ConllName>& found) {
    const std::vector<ConllName> gold = NamesOf(sentence);
    std::string missed;
    for (const ConllName& name : gold) {
      Score& score = ScoreOf(name.type);
      ++score.gold;
      if (std::find(found.begin(), found.end(), name) != found.end()) {
        ++score.right;
      } else {
        absl::StrAppend(&missed, " -", Show(sentence, name));
      }
    }
    for (const ConllName& name : found) {
      ++ScoreOf(name.type).found;
      if (std::find(gold.begin(), gold.end(), name) == gold.end()) {
        absl::StrAppend(&missed, " +", Show(sentence, name));
      }
    }
    if (missed.empty()) return;
    std::string text;
    for (const ConllWord& word : sentence) absl::StrAppend(&text, word.text, " ");
    misses_.push_back(absl::StrCat(text, "|", missed));
  }

  static std::string Show(const ConllSentence& sentence, const ConllName& name) {
    std::string shown = absl::StrCat(name.type, "[");
    for (int i = name.begin; i < name.end; ++i) {
      absl::StrAppend(&shown, i > name.begin ? " " : "", sentence[i].text);
    }
    return absl::StrCat(shown, "]");
  }

  Score& ScoreOf(const std::string& type) {
    Score& score = scores_[type];
    score.label = type;
    return score;
  }

  std::unique_ptr<extraction::Morphology> morphology_;
  std::unique_ptr<extraction::NameTagger> whole_;
  extraction::LearnedNames learned_;
  NamesSystem system_;
  std::string product_tag_;
  std::map<std::string, Score> scores_;
  std::vector<std::string> misses_;
};

bool Uses(const std::vector<ConllDocument>& documents, absl::string_view type) {
  for (const ConllDocument& document : documents) {
    for (const ConllSentence& sentence : document) {
      for (const ConllWord& word : sentence) {
        if (word.tag.size() > 2 && word.tag.substr(2) == type) return true;
      }
    }
  }
  return false;
}

}  // namespace

absl::StatusOr<Report> ScoreNames(absl::string_view path, const extraction::LexiconFiles& files,
                                  const extraction::ModelSet& models, const NamesOptions& options) {
  absl::StatusOr<std::vector<ConllDocument>> documents = ReadConll(path);
  if (!documents.ok()) return documents.status();
  auto morphology = extraction::Morphology::Create(files, models);
  if (!morphology.ok()) return morphology.status();
  auto whole = extraction::NameTagger::Create(files, models);
  if (!whole.ok()) return whole.status();
  auto learned = extraction::LearnedNames::Create(models);
  if (!learned.ok()) return learned.status();
  Scorer scorer(*std::move(morphology), *std::move(whole), *std::move(learned), options.system,
                Uses(*documents, "MISC") ? "MISC" : "PROD");
  for (const ConllDocument& document :
       InPieces(*std::move(documents), std::max(1, options.document_sentences))) {
    scorer.ScoreDocument(document);
  }
  return scorer.Finish(path);
}

absl::StatusOr<Report> ScoreNames(absl::string_view path, const NamesOptions& options) {
  const auto models = extraction::ModelSet::Embedded();
  if (!models.ok()) return models.status();
  return ScoreNames(path, extraction::LexiconFiles::Embedded(), *models, options);
}

}  // namespace isnad::eval
