#include "services/extraction/tools/train_words/exchange_clustering.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/types/span.h"
#include "services/extraction/tools/train_words/entropy_table.h"

namespace isnad::extraction {
namespace {

constexpr int kNoClass = -1;

// A pass that moves fewer than one word in so many is the last.
constexpr int kFewMoves = 200;

// How often a word stands before or after members of each class.
struct ClassCounts {
  explicit ClassCounts(int classes) : counts(classes) {}

  void Clear() {
    for (const int c : touched) counts[c] = 0;
    touched.clear();
  }
  void Add(int c, int64_t count) {
    if (counts[c] == 0) touched.push_back(c);
    counts[c] += count;
  }

  std::vector<int64_t> counts;
  std::vector<int> touched;
};

class Exchange {
 public:
  Exchange(const Neighbors& neighbors, int classes)
      : neighbors_(neighbors),
        classes_(classes),
        class_of_(neighbors.word_count(), kNoClass),
        pairs_(static_cast<size_t>(classes) * classes),
        turned_(static_cast<size_t>(classes) * classes),
        before_total_(classes),
        after_total_(classes),
        after_(classes),
        before_(classes),
        gain_(classes) {}

  // Founds a class with a word that has none.
  void Found(int32_t word, int c) {
    CountNeighbors(word);
    Put(word, c);
  }

  // Puts a word that has no class into the best one.
  void Join(int32_t word) {
    CountNeighbors(word);
    Put(word, BestClass(kNoClass));
  }

  // Moves a word to the class that is best for it; false when that is the one it is in.
  bool Move(int32_t word) {
    const int old = class_of_[word];
    CountNeighbors(word);
    Take(word);
    const int best = BestClass(old);
    Put(word, best);
    return best != old;
  }

  WordClasses Finish() && {
    WordClasses result;
    result.count = classes_;
    result.class_of.assign(class_of_.begin(), class_of_.end());
    result.pairs = std::move(pairs_);
    return result;
  }

 private:
  int64_t& Pair(int before, int after) {
    return pairs_[static_cast<size_t>(before) * classes_ + after];
  }
  int64_t& Turned(int after, int before) {
    return turned_[static_cast<size_t>(after) * classes_ + before];
  }

  // Sets after_, before_ and twice_ for a word. Neighbours without a class do not count.
  void CountNeighbors(int32_t word) {
    after_.Clear();
    before_.Clear();
    twice_ = 0;
    after_sum_ = before_sum_ = 0;
    for (const Neighbors::Count& next : neighbors_.After(word)) {
      if (next.word == word) {
        twice_ = next.count;
      } else if (class_of_[next.word] != kNoClass) {
        after_.Add(class_of_[next.word], next.count);
        after_sum_ += next.count;
      }
    }
    for (const Neighbors::Count& previous : neighbors_.Before(word)) {
      if (previous.word == word || class_of_[previous.word] == kNoClass) continue;
      before_.Add(class_of_[previous.word], previous.count);
      before_sum_ += previous.count;
    }
  }

  // Adds the counted word to a class, or with sign -1 takes it away.
  void Change(int c, int sign) {
    for (const int other : after_.touched) {
      Pair(c, other) += sign * after_.counts[other];
      Turned(other, c) += sign * after_.counts[other];
      after_total_[other] += sign * after_.counts[other];
    }
    for (const int other : before_.touched) {
      Pair(other, c) += sign * before_.counts[other];
      Turned(c, other) += sign * before_.counts[other];
      before_total_[other] += sign * before_.counts[other];
    }
    Pair(c, c) += sign * twice_;
    Turned(c, c) += sign * twice_;
    before_total_[c] += sign * (after_sum_ + twice_);
    after_total_[c] += sign * (before_sum_ + twice_);
  }

  void Put(int32_t word, int c) {
    class_of_[word] = c;
    Change(c, 1);
  }

  void Take(int32_t word) {
    Change(class_of_[word], -1);
    class_of_[word] = kNoClass;
  }

  // Adds to gain_ what the counts change in the rows of `matrix` of the classes they touch.
  void AddGains(const ClassCounts& with, const std::vector<int64_t>& matrix) {
    for (const int other : with.touched) {
      const int64_t count = with.counts[other];
      const int64_t* const row = &matrix[static_cast<size_t>(other) * classes_];
      for (int c = 0; c < classes_; ++c) gain_[c] += entropy_(row[c] + count) - entropy_(row[c]);
    }
  }

  // The class that makes the text most likely with the counted word in it; `preferred` among
  // equals. What is the same for all classes is left out of the sums.
  int BestClass(int preferred) {
    std::fill(gain_.begin(), gain_.end(), 0.0);
    AddGains(after_, turned_);
    AddGains(before_, pairs_);
    int best = kNoClass;
    double best_gain = 0;
    for (int c = 0; c < classes_; ++c) {
      double gain = gain_[c];
      const int64_t inside = after_.counts[c] + before_.counts[c] + twice_;
      if (inside > 0) {
        // The cell of the class with itself gets all three counts at once.
        const int64_t cell = Pair(c, c);
        gain += entropy_(cell + inside) + entropy_(cell);
        gain -= entropy_(cell + after_.counts[c]) + entropy_(cell + before_.counts[c]);
      }
      // Totals of the other classes change alike wherever the word goes.
      gain -= entropy_(before_total_[c] + before_.counts[c] + after_sum_ + twice_) -
              entropy_(before_total_[c] + before_.counts[c]);
      gain -= entropy_(after_total_[c] + after_.counts[c] + before_sum_ + twice_) -
              entropy_(after_total_[c] + after_.counts[c]);
      if (best == kNoClass || gain > best_gain || (gain == best_gain && c == preferred)) {
        best = c;
        best_gain = gain;
      }
    }
    return best;
  }

  const Neighbors& neighbors_;
  const EntropyTable entropy_;
  const int classes_;
  std::vector<int> class_of_;
  std::vector<int64_t> pairs_;         // by the class before, then the one after
  std::vector<int64_t> turned_;        // the same by the class after, then the one before
  std::vector<int64_t> before_total_;  // sums of the rows of pairs_
  std::vector<int64_t> after_total_;   // sums of its columns

  // Of the word at hand.
  ClassCounts after_;
  ClassCounts before_;
  int64_t twice_ = 0;  // how often it stands next to itself
  int64_t after_sum_ = 0;
  int64_t before_sum_ = 0;
  std::vector<double> gain_;
};

}  // namespace

WordClasses ClusterByExchange(const Neighbors& neighbors, const ExchangeOptions& options) {
  const int words = neighbors.word_count();
  const int shaping = options.shaping > 0 ? std::min(options.shaping, words) : words;
  Exchange exchange(neighbors, std::min(options.classes, std::max(1, shaping)));
  for (int32_t word = 0; word < shaping; ++word) {
    if (word < options.classes) {
      exchange.Found(word, word);
    } else {
      exchange.Join(word);
    }
  }
  for (int pass = 0; pass < options.passes; ++pass) {
    int moved = 0;
    for (int32_t word = 0; word < shaping; ++word) moved += exchange.Move(word);
    if (moved < shaping / kFewMoves) break;
  }
  for (int32_t word = shaping; word < words; ++word) exchange.Join(word);
  return std::move(exchange).Finish();
}

}  // namespace isnad::extraction
