#include "tests/eval/pos_scorer.h"

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/extraction/morphology/pos_tagger.h"
#include "services/extraction/morphology/word_table.h"
#include "services/extraction/text/fold.h"
#include "services/extraction/tools/train_morphology/treebank_examples.h"

namespace isnad::eval {
namespace {

using extraction::Analysis;
using extraction::Fold;
using extraction::PartOfSpeech;
using extraction::PosTagger;
using extraction::Tag;
using extraction::TagExample;
using extraction::Token;
using extraction::UnitFeatures;
using extraction::UnitScores;
using extraction::WordFeatures;

std::vector<Tag> TagsOf(const PosTagger& tagger, const TagExample& example) {
  std::vector<UnitScores> scores;
  for (const UnitFeatures& unit : example.units) scores.push_back(tagger.Score(unit));
  std::vector<const UnitScores*> units;
  for (const UnitScores& score : scores) units.push_back(&score);
  std::vector<Tag> tags;
  tagger.Tag(units, &tags, nullptr);
  return tags;
}

// The token of a written word that is one token, cut as the treebank cuts it; else null.
const Token* HostOf(const std::vector<AlignedWord>& aligned, size_t word) {
  if (word >= aligned.size() || aligned[word].tokens.size() != 1) return nullptr;
  const Token* const token = aligned[word].tokens[0];
  const WrittenWord& gold = *aligned[word].gold;
  const bool same = token->proclitics == gold.proclitics && token->enclitic == gold.enclitic;
  return same ? token : nullptr;
}

// Calls `visit(word, host, token or null)` for the host of every counted word.
template <class Visit>
void VisitHosts(const TreebankModels& models, Visit visit) {
  for (int s = 0; s < static_cast<int>(models.sentences().size()); ++s) {
    const TreebankSentence& sentence = models.sentences()[s];
    const Analysis analysis = models.Analyze(s);
    const std::vector<AlignedWord> aligned = Align(sentence, analysis);
    for (size_t w = 0; w < sentence.words.size(); ++w) {
      const WrittenWord& word = sentence.words[w];
      if (IsCountedWord(word)) visit(word, word.parts[word.host], HostOf(aligned, w));
    }
  }
}

void Count(bool right, Score* score) {
  ++score->gold;
  ++score->found;
  score->right += right;
}

// Compares one category where the treebank states it.
template <class Enum>
void CountFeature(const SyntacticWord& gold, absl::string_view name,
                  std::initializer_list<absl::string_view> values, Enum found, Score* score) {
  const absl::string_view value = gold.Feature(name);
  int number = 0;
  for (const absl::string_view candidate : values) {
    ++number;
    if (candidate == value) Count(static_cast<Enum>(number) == found, score);
  }
}

}  // namespace

absl::StatusOr<Report> ScorePos(absl::string_view path, const TreebankOptions& options) {
  const auto models = TreebankModels::Create(path, options);
  if (!models.ok()) return models.status();
  Report report;
  report.title = absl::StrCat("part of speech, ", (*models)->Describe());
  std::map<std::string, Score> by_tag;
  Score all{"words"};
  for (int s = 0; s < static_cast<int>((*models)->sentences().size()); ++s) {
    const extraction::WordModel& model = (*models)->MorphologyFor(s).model();
    const TagExample example =
        extraction::MakeTagExample((*models)->sentences()[s], model.lexicon());
    const std::vector<Tag> tags = TagsOf(model.tagger(), example);
    for (size_t i = 0; i < tags.size(); ++i) {
      const std::string gold(NameOf(example.tags[i]));
      const std::string found(NameOf(tags[i]));
      ++by_tag[gold].gold;
      ++by_tag[found].found;
      by_tag[gold].right += gold == found;
      Count(gold == found, &all);
    }
  }
  for (auto& entry : by_tag) {
    entry.second.label = entry.first;
    report.scores.push_back(entry.second);
  }
  Score hosts{"hosts from raw text"};
  VisitHosts(**models, [&](const WrittenWord& word, const SyntacticWord& host, const Token* token) {
    const PartOfSpeech gold = extraction::PartOfSpeechFromName(host.upos);
    const bool right = token != nullptr && token->part_of_speech == gold;
    Count(right, &hosts);
    if (!right) report.misses.push_back(absl::StrCat(word.form, ": ", host.upos));
  });
  report.scores.push_back(hosts);
  report.scores.push_back(all);
  return report;
}

absl::StatusOr<Report> ScoreWordFeatures(absl::string_view path, const TreebankOptions& options) {
  const auto models = TreebankModels::Create(path, options);
  if (!models.ok()) return models.status();
  Report report;
  report.title = absl::StrCat("inflection and citation forms, ", (*models)->Describe());
  Score gender{"gender"};
  Score number{"number"};
  Score person{"person of verbs"};
  Score aspect{"aspect of verbs"};
  Score voice{"voice of verbs"};
  Score citation{"citation forms"};
  VisitHosts(**models, [&](const WrittenWord& word, const SyntacticWord& host, const Token* token) {
    if (token == nullptr) return;
    const WordFeatures& found = token->features;
    CountFeature(host, "Gender", {"Masc", "Fem"}, found.gender, &gender);
    CountFeature(host, "Number", {"Sing", "Dual", "Plur"}, found.number, &number);
    if (host.upos == "VERB" || host.upos == "AUX") {
      CountFeature(host, "Person", {"1", "2", "3"}, found.person, &person);
      CountFeature(host, "Aspect", {"Perf", "Imp"}, found.aspect, &aspect);
      CountFeature(host, "Voice", {"Act", "Pass"}, found.voice, &voice);
    }
    if (host.lemma.empty()) return;
    const std::string gold = Fold(host.lemma);
    Count(Fold(token->citation) == gold, &citation);
    if (Fold(token->citation) != gold) {
      report.misses.push_back(absl::StrCat(word.form, ": ", token->citation, ", treebank ", gold));
    }
  });
  report.scores = {gender, number, person, aspect, voice, citation};
  return report;
}

}  // namespace isnad::eval
