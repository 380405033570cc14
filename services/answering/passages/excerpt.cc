#include "services/answering/passages/excerpt.h"

#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/answering/compose/text_length.h"

namespace isnad::answering {
namespace {

namespace v1 = isnad::v1;

bool IsBorder(absl::string_view mark) {
  return mark == "،" || mark == "," || mark == "؛" || mark == ";" || mark == "." || mark == ":" ||
         mark == "-" || mark == "–" || mark == "—" || mark == "؟" || mark == "!";
}

// Where the passage may be cut, its ends included, in order.
std::vector<int> Borders(const PassageView& view) {
  std::set<int> borders = {view.range().begin, view.range().end};
  for (const v1::IndexedToken& token : view.passage().tokens()) {
    if (token.part_of_speech() != v1::PART_OF_SPEECH_PUNCT) continue;
    if (IsBorder(view.Text({token.begin(), token.end()}))) borders.insert(token.end());
  }
  for (const v1::Clause& clause : view.passage().clauses()) {
    if (clause.kind() == v1::CLAUSE_KIND_QUOTATION) continue;
    borders.insert(std::min(clause.begin(), clause.marker_begin()));
  }
  return {borders.begin(), borders.end()};
}

double WorthOf(const PassageView& view, const QuestionWords& words, Range range) {
  std::vector<double> best(words.words().size(), 0.0);
  for (const WordMatch& match : view.matches()) {
    if (!range.Contains(view.TokenBytes(match.token))) continue;
    best[match.word] = std::max(best[match.word], match.strength);
  }
  double worth = 0;
  for (size_t i = 0; i < best.size(); ++i) worth += best[i] * words.words()[i].importance;
  return worth;
}

// Widens `must` word by word, backwards first, as far as the limit admits.
Range Widen(const PassageView& view, Range must, size_t limit) {
  Range range = must;
  int first = view.TokenAt(must.begin);
  int last = view.TokenAt(must.end - 1);
  bool grown = true;
  while (grown) {
    grown = false;
    for (int step : {-1, 1}) {
      const int token = step < 0 ? first - 1 : last + 1;
      if (token < 0 || token >= view.passage().tokens_size()) continue;
      Range wider = range;
      wider.begin = std::min(range.begin, view.TokenBytes(token).begin);
      wider.end = std::max(range.end, view.TokenBytes(token).end);
      if (CharacterCount(view.Text(wider)) > limit) continue;
      range = wider;
      (step < 0 ? first : last) = token;
      grown = true;
    }
  }
  return range;
}

Range Trimmed(const PassageView& view, Range range) {
  const absl::string_view text = view.Text(range);
  const absl::string_view trimmed = TrimEnds(text);
  if (trimmed.empty()) return range;
  const int begin = range.begin + static_cast<int>(trimmed.data() - text.data());
  return {begin, begin + static_cast<int>(trimmed.size())};
}

}  // namespace

Range Excerpt(const PassageView& view, const QuestionWords& words, Range must, size_t limit) {
  const Range whole = Trimmed(view, view.range());
  if (CharacterCount(view.Text(whole)) <= limit) return whole;
  if (CharacterCount(view.Text(must)) > limit) {
    const absl::string_view cut = CutAtWord(view.Text(must), limit);
    return Trimmed(view, {must.begin, must.begin + static_cast<int>(cut.size())});
  }
  const std::vector<int> borders = Borders(view);
  Range best = {0, 0};
  double best_worth = -1;
  for (int begin : borders) {
    if (begin > must.begin) break;
    for (int end : borders) {
      if (end < must.end) continue;
      const Range range = Trimmed(view, {begin, end});
      if (CharacterCount(view.Text(range)) > limit) break;
      // Of equal worth the longer one reads better.
      const double worth = WorthOf(view, words, range) + 1e-5 * (range.end - range.begin);
      if (worth <= best_worth) continue;
      best = range;
      best_worth = worth;
    }
  }
  return best.empty() ? Trimmed(view, Widen(view, must, limit)) : best;
}

}  // namespace isnad::answering
