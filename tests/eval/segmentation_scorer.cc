#include "tests/eval/segmentation_scorer.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/extraction/text/script.h"

namespace isnad::eval {
namespace {

using extraction::CountChars;
using extraction::Token;

// Appends the borders inside a word of `length` characters that begins at `begin`.
void AppendBorders(const std::vector<std::string>& proclitics, const std::string& enclitic,
                   int begin, int length, std::vector<int>* borders) {
  int at = begin;
  for (size_t i = 0; i < proclitics.size(); ++i) {
    // The article loses its alef behind lam.
    const bool short_article = proclitics[i] == "ال" && i > 0 && proclitics[i - 1] == "ل";
    at += short_article ? 1 : CountChars(proclitics[i]);
    borders->push_back(at);
  }
  if (!enclitic.empty()) borders->push_back(begin + length - CountChars(enclitic));
}

std::vector<int> GoldBorders(const WrittenWord& word) {
  std::vector<int> borders;
  AppendBorders(word.proclitics, word.enclitic, 0, CountChars(word.form), &borders);
  return borders;
}

std::vector<int> FoundBorders(const std::vector<const Token*>& tokens) {
  std::vector<int> borders;
  int begin = 0;
  for (const Token* token : tokens) {
    if (begin > 0) borders.push_back(begin);
    const int length = CountChars(token->form);
    AppendBorders(token->proclitics, token->enclitic, begin, length, &borders);
    begin += length;
  }
  return borders;
}

}  // namespace

absl::StatusOr<Report> ScoreSegmentation(absl::string_view path, const TreebankOptions& options) {
  const auto models = TreebankModels::Create(path, options);
  if (!models.ok()) return models.status();
  Score whole{"uncut words"};
  Score cut{"words with clitics"};
  Score all{"words"};
  Report report;
  report.title = absl::StrCat("segmentation, ", (*models)->Describe());
  for (int s = 0; s < static_cast<int>((*models)->sentences().size()); ++s) {
    const TreebankSentence& sentence = (*models)->sentences()[s];
    const extraction::Analysis analysis = (*models)->Analyze(s);
    const std::vector<AlignedWord> aligned = Align(sentence, analysis);
    for (size_t w = 0; w < sentence.words.size(); ++w) {
      const WrittenWord& word = sentence.words[w];
      if (!IsCountedWord(word)) continue;
      const std::vector<int> gold = GoldBorders(word);
      Score& kind = gold.empty() ? whole : cut;
      ++kind.gold;
      const bool pieces = w < aligned.size() && !aligned[w].tokens.empty();
      const std::vector<int> found =
          pieces ? FoundBorders(aligned[w].tokens) : std::vector<int>{-1};
      kind.found += pieces;
      if (found == gold) {
        ++kind.right;
      } else {
        report.misses.push_back(absl::StrCat(word.form, ": cut at ", absl::StrJoin(found, ","),
                                             ", treebank ", absl::StrJoin(gold, ",")));
      }
    }
  }
  all.gold = whole.gold + cut.gold;
  all.found = whole.found + cut.found;
  all.right = whole.right + cut.right;
  report.scores = {whole, cut, all};
  return report;
}

}  // namespace isnad::eval
