#include "services/matching/spelling_distance.h"

#include <algorithm>
#include <array>
#include <utility>

namespace isnad::matching {
namespace {

// Words that have nothing in common are all the same to us below this.
constexpr float kLeastEvidence = -30;
constexpr float kLeastSpan = 1;

constexpr int kMostLetters = static_cast<int>(kLongestWord) + 4;

// The letters of a word with both ends.
struct EndedWord {
  int size = 0;
  std::array<char, kMostLetters> letters;

  explicit EndedWord(const std::string& word) {
    letters[size++] = kWordBegin;
    for (size_t i = 0; i < std::min(word.size(), kLongestWord + 2); ++i) letters[size++] = word[i];
    letters[size++] = kWordEnd;
  }

  // The group of `n` letters that begins at `i`; 0 when the word is over before.
  LetterGroup Group(int i, int n) const {
    return i + n > size ? LetterGroup{0} : PackGroup(absl::string_view(&letters[i], n));
  }
};

using NumbersAt = std::array<GroupNumber, kLongestGroup>;

// Cost of the cheapest way from all of `left_word` to all of `right_word`: dynamic programming over
// the letters of both, row by row.
float CheapestWay(const StepCosts& steps, const Spelling& left_word, const Spelling& right_word) {
  const EndedWord left(left_word.letters);
  const EndedWord right(right_word.letters);
  std::array<NumbersAt, kMostLetters> numbers;
  for (int j = 0; j < right.size; ++j) {
    for (int m = 1; m <= kLongestGroup; ++m) {
      numbers[j][m - 1] = steps.RightNumber(right.Group(j, m));
    }
  }
  // Rows i to i + kLongestGroup, in turns; a few columns more than needed, so that no step has to
  // look whether it leaves the word.
  constexpr int kRows = kLongestGroup + 1;
  std::array<std::array<float, kMostLetters + kRows>, kRows> best;
  for (auto& row : best) std::fill_n(row.begin(), right.size + kRows, StepCosts::kImpossible);
  best[0][0] = 0;
  for (int i = 0;; ++i) {
    auto& row = best[i % kRows];
    for (int j = 0; j < right.size; ++j) {
      row[j + 1] = std::min(row[j + 1], row[j] + steps.Add(right.letters[j]));
    }
    if (i == left.size) return row[right.size];
    auto& below = best[(i + 1) % kRows];
    const float leave_out = steps.LeaveOut(left.letters[i]);
    for (int j = 0; j <= right.size; ++j) below[j] = std::min(below[j], row[j] + leave_out);
    for (int n = 1; n <= kLongestGroup; ++n) {
      const GroupNumber number = steps.LeftNumber(left.Group(i, n));
      if (number == 0) continue;
      const float* const costs = steps.From(number);
      auto& target = best[(i + n) % kRows];
      for (int j = 0; j < right.size; ++j) {
        const float here = row[j];
        if (here >= StepCosts::kImpossible) continue;
        for (int m = 1; m <= kLongestGroup; ++m) {
          target[j + m] = std::min(target[j + m], here + costs[numbers[j][m - 1]]);
        }
      }
    }
    // The row is done with and becomes the last one of the next turn.
    std::fill_n(row.begin(), right.size + kRows, StepCosts::kImpossible);
  }
}

enum class Side { kLeft, kRight };

// Cost of the cheapest way from `word` to whatever suits it best.
float CheapestRendering(const StepCosts& steps, const Spelling& word, Side side) {
  const EndedWord letters(word.letters);
  std::array<float, kMostLetters + 1> best;
  best.fill(StepCosts::kImpossible);
  best[0] = 0;
  for (int i = 0; i < letters.size; ++i) {
    const char letter = letters.letters[i];
    const float out = side == Side::kLeft ? steps.LeaveOut(letter) : steps.Add(letter);
    best[i + 1] = std::min(best[i + 1], best[i] + out);
    for (int n = 1; n <= kLongestGroup && i + n <= letters.size; ++n) {
      const LetterGroup group = letters.Group(i, n);
      const float cost =
          side == Side::kLeft ? steps.CheapestLeft(group) : steps.CheapestRight(group);
      best[i + n] = std::min(best[i + n], best[i] + cost);
    }
  }
  return best[letters.size];
}

// Cost of writing a word as it is, every group of letters for itself: that no detour is cheaper
// holds for all names of the training pairs, and spares the search for one.
float CostOfCopy(const StepCosts& steps, const Spelling& word) {
  const EndedWord letters(word.letters);
  std::array<float, kMostLetters + 1> best;
  best.fill(StepCosts::kImpossible);
  best[0] = 0;
  for (int i = 0; i < letters.size; ++i) {
    const char letter = letters.letters[i];
    best[i + 1] = std::min(best[i + 1], best[i] + steps.LeaveOut(letter) + steps.Add(letter));
    for (int n = 1; n <= kLongestGroup && i + n <= letters.size; ++n) {
      const LetterGroup group = letters.Group(i, n);
      const GroupNumber from = steps.LeftNumber(group);
      if (from == 0) continue;
      best[i + n] = std::min(best[i + n], best[i] + steps.From(from)[steps.RightNumber(group)]);
    }
  }
  return best[letters.size];
}

// A first letter that becomes another at most this rarely: 1 of 400 steps.
constexpr float kDearestInitial = 9.0f;
constexpr size_t kMostLettersOfInitial = 2;

}  // namespace

SpelledWord SpellingDistance::Prepare(Spelling spelling) const {
  if (memory_ == nullptr) return Work(std::move(spelling));
  std::string key(1, static_cast<char>(spelling.script));
  key += spelling.letters;
  const auto [entry, is_new] = memory_->words_.try_emplace(std::move(key));
  if (is_new) {
    entry->second = Work(std::move(spelling));
    entry->second.number = static_cast<uint32_t>(memory_->words_.size());
  }
  return entry->second;
}

SpellingMatch SpellingDistance::Compare(const SpelledWord& a, const SpelledWord& b) const {
  if (memory_ == nullptr || a.number == 0 || b.number == 0) return Work(a, b);
  const auto [entry, is_new] = memory_->matches_.try_emplace(std::make_pair(a.number, b.number));
  if (is_new) entry->second = Work(a, b);
  return entry->second;
}

SpelledWord SpellingDistance::Work(Spelling spelling) const {
  SpelledWord word;
  const Script script = spelling.script;
  word.surprise = costs_.ModelOf(script).SurpriseOf(spelling.letters);
  word.best_across = CheapestRendering(costs_.Between(Script::kLatin, Script::kArabic), spelling,
                                       script == Script::kLatin ? Side::kLeft : Side::kRight);
  word.best_within = CostOfCopy(costs_.Between(script, script), spelling);
  word.spelling = std::move(spelling);
  return word;
}

SpellingMatch SpellingDistance::Work(const SpelledWord& a, const SpelledWord& b) const {
  const bool same_script = a.spelling.script == b.spelling.script;
  if (!same_script && a.spelling.script == Script::kArabic) return Work(b, a);
  const float apart = 0.5f * (a.surprise + b.surprise);
  const float best =
      same_script ? std::max(a.best_within, b.best_within) : std::max(a.best_across, b.best_across);
  const float cost = a.spelling == b.spelling
                         ? a.best_within
                         : CheapestWay(costs_.Between(a.spelling.script, b.spelling.script),
                                       a.spelling, b.spelling);
  SpellingMatch match;
  match.evidence = std::max(kLeastEvidence, apart - cost);
  match.span = std::max(kLeastSpan, apart - best);
  match.excess = std::max(0.0f, std::min(cost - best, apart - kLeastEvidence));
  match.distance = std::min(1.0f, match.excess / match.span);
  return match;
}

bool SpellingDistance::MayBegin(const Spelling& a, const Spelling& b) const {
  if (a.empty() || b.empty()) return false;
  if (a.script == b.script) return a.letters[0] == b.letters[0];
  if (a.script == Script::kArabic) return MayBegin(b, a);
  const StepCosts& steps = costs_.Between(Script::kLatin, Script::kArabic);
  const EndedWord left(a.letters);
  const EndedWord right(b.letters);
  for (size_t n = 1; n <= std::min(kMostLettersOfInitial, a.letters.size()); ++n) {
    const GroupNumber from = steps.LeftNumber(left.Group(0, static_cast<int>(n) + 1));
    if (from == 0) continue;
    for (size_t m = 1; m <= std::min(kMostLettersOfInitial, b.letters.size()); ++m) {
      const GroupNumber to = steps.RightNumber(right.Group(0, static_cast<int>(m) + 1));
      if (to != 0 && steps.From(from)[to] <= kDearestInitial) return true;
    }
  }
  return false;
}

}  // namespace isnad::matching
