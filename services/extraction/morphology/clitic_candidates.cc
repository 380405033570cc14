#include "services/extraction/morphology/clitic_candidates.h"

namespace isnad::extraction {
namespace {

constexpr int kMinHostLetters = 2;

struct EncliticShape {
  uint8_t id;
  uint8_t length;
  uint8_t letters[3];  // in text order
};
constexpr EncliticShape kShapes[] = {
    {1, 1, {letter::kHeh}},
    {2, 2, {letter::kHeh, letter::kAlef}},
    {3, 2, {letter::kHeh, letter::kMeem}},
    {4, 2, {letter::kHeh, letter::kNoon}},
    {5, 3, {letter::kHeh, letter::kMeem, letter::kAlef}},
    {6, 1, {letter::kKaf}},
    {7, 2, {letter::kKaf, letter::kMeem}},
    {8, 3, {letter::kKaf, letter::kMeem, letter::kAlef}},
    {9, 2, {letter::kNoon, letter::kAlef}},
    {10, 2, {letter::kNoon, letter::kYeh}},
    {11, 1, {letter::kYeh}},
};

bool EndsWith(const LetterWord& word, const EncliticShape& shape) {
  if (word.size() <= shape.length) return false;
  for (int i = 0; i < shape.length; ++i) {
    if (word[word.size() - shape.length + i] != shape.letters[i]) return false;
  }
  return true;
}

void AddWithEnclitics(const LetterWord& word, CliticCut cut, CliticCuts* cuts) {
  cut.end = static_cast<int8_t>(word.size());
  const bool cut_before = cut.begin > 0;
  if (cut.end - cut.begin >= (cut_before ? kMinHostLetters : 1)) cuts->push_back(cut);
  if (cut.article) return;
  for (const EncliticShape& shape : kShapes) {
    if (!EndsWith(word, shape)) continue;
    const int length = word.size() - shape.length - cut.begin;
    const bool short_preposition =
        length == 1 && (word[cut.begin] == letter::kBeh || word[cut.begin] == letter::kLam) &&
        cut.preposition == letter::kNone;
    if (length < kMinHostLetters && !short_preposition) continue;
    cut.enclitic = shape.id;
    cut.end = static_cast<int8_t>(word.size() - shape.length);
    cuts->push_back(cut);
  }
}

// Adds the cut with and without article.
void AddWithArticle(const LetterWord& word, CliticCut cut, CliticCuts* cuts) {
  AddWithEnclitics(word, cut, cuts);
  const int at = cut.begin;
  const int rest = word.size() - at;
  if (cut.preposition == letter::kSeen) return;
  int article_letters = 0;
  if (rest >= 4 && word[at] == letter::kAlef && word[at + 1] == letter::kLam &&
      !word.has_hamza(at)) {
    article_letters = 2;
  } else if (cut.preposition == letter::kLam && rest >= 3 && word[at] == letter::kLam) {
    article_letters = 1;
  }
  if (article_letters == 0) return;
  cut.article = true;
  cut.begin = static_cast<int8_t>(at + article_letters);
  AddWithEnclitics(word, cut, cuts);
}

bool OpensImperfect(uint8_t letter) {
  return letter == letter::kYeh || letter == letter::kTeh || letter == letter::kNoon ||
         letter == letter::kAlef;
}

void AddWithPreposition(const LetterWord& word, CliticCut cut, CliticCuts* cuts) {
  AddWithArticle(word, cut, cuts);
  const int at = cut.begin;
  if (word.size() - at < kMinHostLetters) return;
  const uint8_t first = word[at];
  const bool future =
      first == letter::kSeen && word.size() - at >= 4 && OpensImperfect(word[at + 1]);
  if (first != letter::kBeh && first != letter::kKaf && first != letter::kLam && !future) return;
  cut.preposition = first;
  cut.begin = static_cast<int8_t>(at + 1);
  AddWithArticle(word, cut, cuts);
}

}  // namespace

int CliticCut::prefix_id() const {
  const int of_conjunction = conjunction == letter::kNone ? 0 : conjunction == letter::kWaw ? 1 : 2;
  const int of_preposition = preposition == letter::kNone  ? 0
                             : preposition == letter::kBeh ? 1
                             : preposition == letter::kKaf ? 2
                             : preposition == letter::kLam ? 3
                                                           : 4;
  return (of_conjunction * 5 + of_preposition) * 2 + (article ? 1 : 0);
}

void ListCliticCuts(const LetterWord& word, CliticCuts* cuts) {
  cuts->clear();
  CliticCut cut;
  AddWithPreposition(word, cut, cuts);
  if (word.size() > kMinHostLetters && (word[0] == letter::kWaw || word[0] == letter::kFeh)) {
    cut.conjunction = word[0];
    cut.begin = 1;
    AddWithPreposition(word, cut, cuts);
  }
}

}  // namespace isnad::extraction
