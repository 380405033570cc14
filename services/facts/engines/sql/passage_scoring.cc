#include "services/facts/engines/sql/passage_scoring.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>

#include "services/facts/ranking/bm25.h"

namespace isnad::facts::sql {
namespace {

// Sums of floats differ in their last digits by the order of the summands.
constexpr float kSlack = 1e-4F;
// Of passages with the score of the last one that is kept there can be any number; so many times
// the limit are enough to settle who is among the best.
constexpr size_t kSettled = 4;
// Passages that are offered before the best are told from the rest again.
constexpr size_t kLeastBetweenCuts = 64;
// Passages whose scores are added up together: few enough for the nearest cache.
constexpr uint32_t kChunk = PostingList::kChunk;
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

// The best passages so far, and what may be as good but for rounding.
class BestPassages {
 public:
  // `limit` is above 0.
  explicit BestPassages(size_t limit) : limit_(limit) {}

  // A passage needs more than this to be among the best.
  float floor() const { return floor_; }

  // To be called with rising numbers.
  void Offer(uint32_t number, float score) {
    if (score <= floor_) return;
    found_.push_back({number, score});
    if (found_.size() >= next_cut_) Cut();
  }

  // The numbers, rising.
  std::vector<uint32_t> Take() {
    Cut();
    std::vector<uint32_t> numbers;
    numbers.reserve(found_.size());
    for (const Found& one : found_) numbers.push_back(one.number);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }

 private:
  struct Found {
    uint32_t number = 0;
    float score = 0;
  };

  void Cut() {
    if (found_.size() > limit_) KeepAtMost(limit_, 1 - kSlack);
    if (found_.size() > kSettled * limit_) {
      KeepAtMost(kSettled * limit_, 1);
      found_.resize(kSettled * limit_);
    }
    next_cut_ = std::max(found_.size(), limit_) + std::max(limit_ / 4, kLeastBetweenCuts);
  }

  // Raises the floor to the share of the score of the passage at `place`, and leaves out what is
  // not above it behind this place.
  void KeepAtMost(size_t place, float share) {
    const auto beyond = found_.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(found_.begin(), beyond - 1, found_.end(), [](const Found& a, const Found& b) {
      return a.score != b.score ? a.score > b.score : a.number < b.number;
    });
    floor_ = std::max(floor_, found_[place - 1].score * share);
    found_.erase(std::remove_if(beyond, found_.end(),
                                [this](const Found& one) { return one.score < floor_; }),
                 found_.end());
  }

  const size_t limit_;
  float floor_ = 0;
  size_t next_cut_ = 0;
  std::vector<Found> found_;
};

// One search.
class Scoring {
 public:
  // `limit` is above 0.
  Scoring(const std::vector<SoughtTerm>& terms, const std::vector<uint32_t>& lengths,
          double mean_length, size_t limit)
      : terms_(terms), lengths_(lengths), mean_length_(mean_length), limit_(limit), best_(limit) {}

  std::vector<ScoredPassage> Run() {
    SortWords();
    for (size_t deciding = words_.size(); deciding > 0;) {
      const uint32_t chunk = NextOf(deciding);
      if (chunk == PostingList::Reader::kEnd) break;
      AddChunk(chunk, deciding);
      while (deciding > 0 && remaining_[deciding - 1] <= best_.floor()) --deciding;
    }
    return Exact(best_.Take());
  }

 private:
  // A term on its way through its postings.
  struct Term {
    Term(const SoughtTerm& term, const std::vector<uint32_t>& lengths, double mean_length)
        : gains(term, lengths, mean_length), reader(*term.postings) {}

    Gains gains;
    PostingList::Reader reader;
  };

  struct Word {
    std::vector<Term> terms;
    float limit = 0;  // The most that it adds to a passage.
  };

  // The words that add most come first: they are the rare ones.
  void SortWords() {
    std::map<int, Word> by_number;
    for (const SoughtTerm& term : terms_) {
      if (term.postings == nullptr) continue;
      Word& word = by_number[term.word];
      word.terms.emplace_back(term, lengths_, mean_length_);
      word.limit = std::max(word.limit, LimitOf(term, mean_length_));
    }
    for (auto& word : by_number) words_.push_back(std::move(word.second));
    std::stable_sort(words_.begin(), words_.end(),
                     [](const Word& a, const Word& b) { return a.limit > b.limit; });
    remaining_.assign(words_.size() + 1, 0);
    for (size_t i = words_.size(); i > 0; --i) {
      remaining_[i - 1] = remaining_[i] + words_[i - 1].limit * (1 + kSlack);
    }
  }

  // The next chunk with one of the first words.
  uint32_t NextOf(size_t words) {
    uint32_t next = PostingList::Reader::kEnd;
    for (size_t i = 0; i < words; ++i) {
      for (Term& term : words_[i].terms) {
        term.reader.GoTo(read_);
        next = std::min(next, term.reader.chunk());
      }
    }
    return next;
  }

  // Scores the passages of a chunk that hold a deciding word, one of the first: no other can be
  // among the best.
  void AddChunk(uint32_t chunk, size_t deciding) {
    const uint32_t begin = chunk * kChunk;
    scores_.fill(0);
    for (size_t i = 0; i < deciding; ++i) AddWhole(chunk, words_[i]);
    const float least = std::max(0.0F, best_.floor() - remaining_[deciding]);
    // Without a branch, of which half would be guessed wrong.
    left_.resize(kChunk);
    size_t left = 0;
    for (uint32_t at = 0; at < kChunk; ++at) {
      left_[left] = at;
      left += scores_[at] > least ? 1 : 0;
    }
    left_.resize(left);
    for (size_t i = deciding; i < words_.size(); ++i) LookUp(begin, i);
    for (const uint32_t at : left_) best_.Offer(begin + at, scores_[at]);
    read_ = chunk + 1;
  }

  void AddWhole(uint32_t chunk, Word& word) {
    bool any = false;
    for (Term& term : word.terms) {
      if (term.reader.chunk() != chunk) continue;
      any = true;
      term.reader.ForEach([&](uint32_t place, uint32_t count) {
        gains_[place] = std::max(gains_[place], term.gains.Of(chunk * kChunk + place, count));
      });
    }
    if (!any) return;
    for (uint32_t at = 0; at < kChunk; ++at) scores_[at] += gains_[at];
    gains_.fill(0);
  }

  // Adds a word to the passages that are left, and leaves those out that the words behind it cannot
  // bring among the best.
  void LookUp(uint32_t begin, size_t word) {
    const float least = best_.floor() - remaining_[word + 1];
    for (Term& term : words_[word].terms) {
      for (const uint32_t at : left_) {
        const uint32_t count = term.reader.CountAt(begin + at);
        if (count > 0) gains_[at] = std::max(gains_[at], term.gains.Of(begin + at, count));
      }
    }
    size_t kept = 0;
    for (const uint32_t at : left_) {
      scores_[at] += gains_[at];
      gains_[at] = 0;
      left_[kept] = at;
      kept += scores_[at] > least ? 1 : 0;
    }
    left_.resize(kept);
  }

  // Counts the terms of the best and adds up in the order of words, so that the same passage has
  // the same score whatever was read on the way.
  std::vector<ScoredPassage> Exact(const std::vector<uint32_t>& numbers) const {
    std::vector<ScoredPassage> best;
    best.reserve(numbers.size());
    for (const uint32_t number : numbers) {
      best.push_back({number, 0, std::vector<int>(terms_.size(), 0)});
    }
    std::map<int, std::vector<float>> by_word;
    for (size_t i = 0; i < terms_.size(); ++i) {
      if (terms_[i].postings == nullptr) continue;
      std::vector<float>& gained = by_word[terms_[i].word];
      gained.resize(best.size(), 0);
      Term term(terms_[i], lengths_, mean_length_);
      for (size_t at = 0; at < best.size(); ++at) {
        const uint32_t count = term.reader.CountAt(best[at].number);
        if (count == 0) continue;
        best[at].counts[i] = static_cast<int>(count);
        gained[at] = std::max(gained[at], term.gains.Of(best[at].number, count));
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
  std::vector<Word> words_;
  std::vector<float> remaining_;  // The most that the words from each one on add together.
  BestPassages best_;
  uint32_t read_ = 0;  // Chunks that were read.
  std::array<float, kChunk> scores_;
  std::array<float, kChunk> gains_ = {};  // Of one word; 0 between words.
  std::vector<uint32_t> left_;            // Places in the chunk.
};

}  // namespace

std::vector<ScoredPassage> FindBestPassages(const std::vector<SoughtTerm>& terms,
                                            const std::vector<uint32_t>& lengths,
                                            double mean_length, size_t limit) {
  if (limit == 0) return {};
  return Scoring(terms, lengths, mean_length, limit).Run();
}

}  // namespace isnad::facts::sql
