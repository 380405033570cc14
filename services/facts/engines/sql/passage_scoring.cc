#include "services/facts/engines/sql/passage_scoring.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "services/facts/ranking/bm25.h"

namespace isnad::facts::sql {
namespace {

// Sums of floats differ in their last digits by the order of the summands.
constexpr float kSlack = 1e-4F;
// Idle memory that is kept, in searches.
constexpr size_t kMostIdle = 4;
// Of passages with the score of the last one that is kept there can be any number; so many times
// the limit are enough to settle who is among the best.
constexpr size_t kSettled = 4;
// What a passage with a term gains at least, as 0 stands for passages without.
constexpr double kLeastWorth = 1e-20;

// What a term gains by count and length. The same values come over and over: they are worked out
// once each.
class Gains {
 public:
  Gains(const SoughtTerm& term, const std::vector<uint32_t>& lengths, double mean_length)
      : worth_(std::max(term.worth, kLeastWorth)), lengths_(lengths), mean_length_(mean_length) {}

  float Of(uint32_t number, uint32_t count) {
    const uint32_t length = lengths_[number];
    if (count >= kCounts || length >= kLengths) return Compute(length, count);
    float& known = known_[count][length];
    if (known == 0) known = Compute(length, count);
    return known;
  }

 private:
  static constexpr uint32_t kCounts = 4;
  static constexpr uint32_t kLengths = 128;

  float Compute(uint32_t length, uint32_t count) const {
    return static_cast<float>(worth_ * TermGain(count, LengthNorm(length, mean_length_)));
  }

  const double worth_;
  const std::vector<uint32_t>& lengths_;
  const double mean_length_;
  float known_[kCounts][kLengths] = {};
};

float LimitOf(const SoughtTerm& term, double mean_length) {
  const PostingList& postings = *term.postings;
  return static_cast<float>(
      term.worth * TermGain(postings.most(), LengthNorm(postings.shortest(), mean_length)));
}

}  // namespace

// One search.
class Scoring {
 public:
  Scoring(const std::vector<SoughtTerm>& terms, const std::vector<uint32_t>& lengths,
          double mean_length, size_t limit, PassageScorer::Scratch* scratch)
      : terms_(terms),
        lengths_(lengths),
        mean_length_(mean_length),
        limit_(limit),
        scratch_(*scratch) {}

  std::vector<ScoredPassage> Run() {
    SortWords();
    size_t next = 0;
    while (next < words_.size() && !IsDecided(next)) AddWhole(words_[next++]);
    KeepBest(next);
    for (; next < words_.size(); ++next) LookUp(words_[next]);
    KeepBest(next);
    return Exact();
  }

 private:
  struct Word {
    std::vector<size_t> terms;
    float limit = 0;  // The most that it adds to a passage.
    uint64_t holders = 0;
  };

  // The words that add most come first: they are the rare ones.
  void SortWords() {
    std::map<int, Word> by_number;
    for (size_t i = 0; i < terms_.size(); ++i) {
      if (terms_[i].postings == nullptr) continue;
      Word& word = by_number[terms_[i].word];
      word.terms.push_back(i);
      word.limit = std::max(word.limit, LimitOf(terms_[i], mean_length_));
      word.holders += terms_[i].postings->holders();
    }
    for (auto& word : by_number) words_.push_back(std::move(word.second));
    std::stable_sort(words_.begin(), words_.end(),
                     [](const Word& a, const Word& b) { return a.limit > b.limit; });
  }

  float Remaining(size_t next) const {
    float remaining = 0;
    for (; next < words_.size(); ++next) remaining += words_[next].limit;
    return remaining * (1 + kSlack);
  }

  // The score of the last passage that would be kept now; 0 when there are fewer.
  float Threshold() const {
    if (found_.size() < limit_ || limit_ == 0) return 0;
    std::vector<float> scores;
    scores.reserve(found_.size());
    for (const uint32_t number : found_) scores.push_back(scratch_.scores[number]);
    const auto last = scores.begin() + static_cast<std::ptrdiff_t>(limit_ - 1);
    std::nth_element(scores.begin(), last, scores.end(), std::greater<float>());
    return *last * (1 - kSlack);
  }

  // Whether passages without any of the words before cannot be among the best.
  bool IsDecided(size_t next) const {
    if (found_.size() < limit_) return false;
    uint64_t unread = 0;
    for (size_t i = next; i < words_.size(); ++i) unread += words_[i].holders;
    // Not worth finding out.
    if (unread < found_.size() / 4) return false;
    return Remaining(next) < Threshold();
  }

  void AddWhole(const Word& word) {
    std::vector<uint32_t> holders;
    for (const size_t i : word.terms) {
      Gains gains(terms_[i], lengths_, mean_length_);
      terms_[i].postings->ForEach([&](uint32_t number, uint32_t count) {
        float& of_word = scratch_.of_word[number];
        if (of_word == 0) holders.push_back(number);
        of_word = std::max(of_word, gains.Of(number, count));
      });
    }
    for (const uint32_t number : holders) {
      float& score = scratch_.scores[number];
      if (score == 0) found_.push_back(number);
      score += scratch_.of_word[number];
      scratch_.of_word[number] = 0;
    }
  }

  void LookUp(const Word& word) {
    std::vector<float> best(found_.size(), 0);
    for (const size_t i : word.terms) {
      Gains gains(terms_[i], lengths_, mean_length_);
      PostingList::Reader reader(*terms_[i].postings);
      for (size_t at = 0; at < found_.size(); ++at) {
        const uint32_t count = reader.CountAt(found_[at]);
        if (count > 0) best[at] = std::max(best[at], gains.Of(found_[at], count));
      }
    }
    for (size_t at = 0; at < found_.size(); ++at) scratch_.scores[found_[at]] += best[at];
  }

  // Leaves out what the words from `next` on cannot bring among the best; the rest by number.
  void KeepBest(size_t next) {
    const float least = Threshold() - Remaining(next);
    const auto beaten = std::partition(found_.begin(), found_.end(), [&](uint32_t number) {
      return scratch_.scores[number] >= least;
    });
    CutAt(beaten);
    const size_t most = kSettled * limit_;
    if (next == words_.size() && found_.size() > most) {
      const auto cut = found_.begin() + static_cast<std::ptrdiff_t>(most);
      std::nth_element(found_.begin(), cut, found_.end(), [&](uint32_t a, uint32_t b) {
        const std::vector<float>& scores = scratch_.scores;
        return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
      });
      CutAt(cut);
    }
    std::sort(found_.begin(), found_.end());
  }

  void CutAt(std::vector<uint32_t>::iterator cut) {
    for (auto at = cut; at != found_.end(); ++at) scratch_.scores[*at] = 0;
    found_.erase(cut, found_.end());
  }

  // Counts the terms of what is left and adds up in the order of words, so that the same passage
  // has the same score whatever was read on the way.
  std::vector<ScoredPassage> Exact() {
    std::vector<ScoredPassage> best;
    for (const uint32_t number : found_) {
      scratch_.scores[number] = 0;
      best.push_back({number, 0, std::vector<int>(terms_.size(), 0)});
    }
    std::map<int, std::vector<float>> by_word;
    for (size_t i = 0; i < terms_.size(); ++i) {
      if (terms_[i].postings == nullptr) continue;
      std::vector<float>& gained = by_word[terms_[i].word];
      gained.resize(best.size(), 0);
      Gains gains(terms_[i], lengths_, mean_length_);
      PostingList::Reader reader(*terms_[i].postings);
      for (size_t at = 0; at < best.size(); ++at) {
        const uint32_t count = reader.CountAt(best[at].number);
        if (count == 0) continue;
        best[at].counts[i] = static_cast<int>(count);
        gained[at] = std::max(gained[at], gains.Of(best[at].number, count));
      }
    }
    for (const auto& gained : by_word) {
      for (size_t at = 0; at < best.size(); ++at) best[at].score += gained.second[at];
    }
    std::stable_sort(best.begin(), best.end(), [](const ScoredPassage& a, const ScoredPassage& b) {
      return a.score > b.score;
    });
    if (best.size() > limit_) best.resize(limit_);
    return best;
  }

  const std::vector<SoughtTerm>& terms_;
  const std::vector<uint32_t>& lengths_;
  const double mean_length_;
  const size_t limit_;
  PassageScorer::Scratch& scratch_;
  std::vector<Word> words_;
  std::vector<uint32_t> found_;  // Passages with a score in the scratch.
};

std::unique_ptr<PassageScorer::Scratch> PassageScorer::TakeScratch(size_t passages) {
  std::unique_ptr<Scratch> scratch;
  {
    absl::MutexLock lock(&mutex_);
    if (!idle_.empty()) {
      scratch = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (scratch == nullptr) scratch = std::make_unique<Scratch>();
  if (scratch->scores.size() < passages) {
    scratch->scores.resize(passages, 0);
    scratch->of_word.resize(passages, 0);
  }
  return scratch;
}

void PassageScorer::GiveBack(std::unique_ptr<Scratch> scratch) {
  absl::MutexLock lock(&mutex_);
  if (idle_.size() < kMostIdle) idle_.push_back(std::move(scratch));
}

std::vector<ScoredPassage> PassageScorer::FindBest(const std::vector<SoughtTerm>& terms,
                                                   const std::vector<uint32_t>& lengths,
                                                   double mean_length, size_t limit) {
  std::unique_ptr<Scratch> scratch = TakeScratch(lengths.size());
  std::vector<ScoredPassage> best =
      Scoring(terms, lengths, mean_length, limit, scratch.get()).Run();
  GiveBack(std::move(scratch));
  return best;
}

}  // namespace isnad::facts::sql
