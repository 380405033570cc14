// The best legal sequence of labels, after Viterbi (1967).

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_LABEL_SEARCH_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_LABEL_SEARCH_H_

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "services/extraction/names/learned/name_label.h"

namespace isnad::extraction {

template <class Score>
using LabelRow = std::array<Score, kNameLabels>;

// Score of a label after another; the last row is for the first word of a sentence.
template <class Score>
using LabelTransitions = std::array<LabelRow<Score>, kNameLabels + 1>;

// Searches sentences one after the other; keeps its memory. Not thread-safe.
template <class Score>
class LabelSearch {
 public:
  explicit LabelSearch(const LabelTransitions<Score>* transitions) : transitions_(*transitions) {}

  // Labels of `size` words, given the score of each label for each.
  void Best(const LabelRow<Score>* scores, int size, NameLabel* labels) {
    Forward(scores, size);
    NameLabel label = kOutside;
    for (NameLabel other = 1; other < kNameLabels; ++other) {
      if (best_[size - 1][other] > best_[size - 1][label]) label = other;
    }
    for (int i = size - 1; i >= 0; --i) {
      labels[i] = label;
      label = from_[i][label];
    }
  }

  // After Best(): by how much the best sequence beats the best one that labels word `i` otherwise.
  void Margins(const LabelRow<Score>* scores, int size, const NameLabel* labels, Score* margins) {
    LabelRow<Score> after{};  // best score of what follows a word, by the word's label
    const Score total = best_[size - 1][labels[size - 1]];
    for (int i = size - 1; i >= 0; --i) {
      Score rival = kImpossible;
      for (NameLabel label = 0; label < kNameLabels; ++label) {
        if (label != labels[i]) rival = std::max(rival, Sum(best_[i][label], after[label]));
      }
      margins[i] = total - rival;
      LabelRow<Score> before;
      for (NameLabel label = 0; label < kNameLabels; ++label) {
        Score best = kImpossible;
        for (NameLabel next = 0; next < kNameLabels; ++next) {
          if (!MayFollow(label, next)) continue;
          best = std::max(best, Sum(scores[i][next] + transitions_[label][next], after[next]));
        }
        before[label] = best;
      }
      after = before;
    }
  }

 private:
  static constexpr Score kImpossible = std::numeric_limits<Score>::lowest() / 4;

  static Score Sum(Score a, Score b) { return std::max<Score>(kImpossible, a + b); }

  void Forward(const LabelRow<Score>* scores, int size) {
    best_.resize(size);
    from_.resize(size);
    for (NameLabel label = 0; label < kNameLabels; ++label) {
      best_[0][label] =
          MayFollow(kOutside, label) ? scores[0][label] + transitions_.back()[label] : kImpossible;
      from_[0][label] = kOutside;
    }
    for (int i = 1; i < size; ++i) {
      for (NameLabel label = 0; label < kNameLabels; ++label) {
        Score best = kImpossible;
        NameLabel from = kOutside;
        if (IsInside(label)) {
          // Only its own begin and inside may stand before it.
          from = label;
          best = best_[i - 1][label] + transitions_[label][label];
          const Score begun = best_[i - 1][label - 1] + transitions_[label - 1][label];
          if (begun > best) {
            best = begun;
            from = label - 1;
          }
        } else {
          for (NameLabel before = 0; before < kNameLabels; ++before) {
            const Score score = best_[i - 1][before] + transitions_[before][label];
            if (score > best) {
              best = score;
              from = before;
            }
          }
        }
        best_[i][label] = Sum(best, scores[i][label]);
        from_[i][label] = static_cast<int8_t>(from);
      }
    }
  }

  const LabelTransitions<Score>& transitions_;
  std::vector<LabelRow<Score>> best_;
  std::vector<std::array<int8_t, kNameLabels>> from_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_LEARNED_LABEL_SEARCH_H_
