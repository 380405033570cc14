#include "services/facts/engines/sql/passage_scoring.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <vector>

#include "gtest/gtest.h"
#include "services/facts/engines/sql/posting_list.h"
#include "services/facts/ranking/bm25.h"

namespace isnad::facts::sql {
namespace {

// Passages with random terms, term 0 the commonest, each half as common as the one before.
class Collection {
 public:
  Collection(uint32_t passages, size_t terms, uint32_t seed) : lists_(terms), random_(seed) {
    std::vector<std::map<size_t, uint32_t>> held(passages);
    for (uint32_t number = 0; number < passages; ++number) {
      uint32_t length = 1;
      for (size_t term = 0; term < terms; ++term) {
        if (random_() % (1U << term) != 0) continue;
        const uint32_t count = 1 + random_() % 3;
        held[number][term] = count;
        length += count;
      }
      lengths_.push_back(length + random_() % 20);
      total_ += lengths_.back();
    }
    for (uint32_t number = 0; number < passages; ++number) {
      for (const auto& [term, count] : held[number]) {
        lists_[term].Add(number, count, lengths_[number]);
      }
    }
    held_ = std::move(held);
  }

  double mean_length() const { return total_ / static_cast<double>(lengths_.size()); }
  const std::vector<uint32_t>& lengths() const { return lengths_; }
  const PostingList& list(size_t term) const { return lists_[term]; }
  uint32_t CountOf(size_t term, uint32_t number) const {
    const auto found = held_[number].find(term);
    return found == held_[number].end() ? 0 : found->second;
  }

  // Some terms in random order, two of them often of one word.
  std::vector<SoughtTerm> RandomSearch() {
    std::vector<SoughtTerm> terms;
    for (size_t term = 0; term < lists_.size(); ++term) {
      if (random_() % 2 == 0) continue;
      const double worth = InverseFrequency(lists_[term].holders(), lengths_.size());
      terms.push_back({&lists_[term], worth * (1 + random_() % 3),
                       static_cast<int>(random_() % lists_.size())});
    }
    terms.push_back({nullptr, 3.0, 1});
    std::shuffle(terms.begin(), terms.end(), random_);
    return terms;
  }

  float ScoreOf(const std::vector<SoughtTerm>& terms, uint32_t number) const {
    std::map<int, float> by_word;
    for (const SoughtTerm& term : terms) {
      if (term.postings == nullptr) continue;
      const uint32_t count = CountOf(static_cast<size_t>(term.postings - lists_.data()), number);
      if (count == 0) continue;
      const double norm = LengthNorm(lengths_[number], mean_length());
      float& best = by_word[term.word];
      best = std::max(best, static_cast<float>(term.worth * TermGain(count, norm)));
    }
    float score = 0;
    for (const auto& word : by_word) score += word.second;
    return score;
  }

 private:
  std::vector<PostingList> lists_;
  std::vector<uint32_t> lengths_;
  std::vector<std::map<size_t, uint32_t>> held_;
  double total_ = 0;
  std::mt19937 random_;
};

TEST(PostingListTest, ReadersFindWhatWasAddedAndNothingElse) {
  const Collection collection(5000, 8, 1);
  std::mt19937 random(2);
  for (size_t term = 0; term < 8; ++term) {
    for (const uint32_t stride : {1U, 7U, 200U, 3000U}) {
      PostingList::Reader reader(collection.list(term));
      for (uint32_t number = random() % stride; number < 5000; number += 1 + random() % stride) {
        ASSERT_EQ(reader.CountAt(number), collection.CountOf(term, number))
            << "term " << term << " passage " << number;
      }
    }
  }
}

TEST(PassageScoringTest, FindsTheSamePassagesAsScoringAll) {
  for (uint32_t seed = 0; seed < 6; ++seed) {
    Collection collection(3000, 11, seed);
    for (int round = 0; round < 40; ++round) {
      const std::vector<SoughtTerm> terms = collection.RandomSearch();
      std::vector<float> all;
      for (uint32_t number = 0; number < 3000; ++number) {
        const float score = collection.ScoreOf(terms, number);
        if (score > 0) all.push_back(score);
      }
      std::sort(all.rbegin(), all.rend());
      const size_t limit = 1 + static_cast<size_t>(round) * 7;
      const std::vector<ScoredPassage> best =
          FindBestPassages(terms, collection.lengths(), collection.mean_length(), limit);
      ASSERT_EQ(best.size(), std::min(limit, all.size()));
      std::set<uint32_t> seen;
      for (size_t i = 0; i < best.size(); ++i) {
        EXPECT_TRUE(seen.insert(best[i].number).second);
        ASSERT_EQ(best[i].score, collection.ScoreOf(terms, best[i].number));
        ASSERT_NEAR(best[i].score, all[i], 1e-5 * all[i]);
        for (size_t term = 0; term < terms.size(); ++term) {
          const PostingList* const list = terms[term].postings;
          const uint32_t count =
              list == nullptr ? 0 : collection.CountOf(list - &collection.list(0), best[i].number);
          ASSERT_EQ(best[i].counts[term], static_cast<int>(count));
        }
      }
    }
  }
}

TEST(PassageScoringTest, EarlierPassagesComeFirstAmongEquals) {
  PostingList list;
  const std::vector<uint32_t> lengths(1000, 5);
  for (uint32_t number = 0; number < 1000; ++number) list.Add(number, 1, 5);
  const std::vector<ScoredPassage> best = FindBestPassages({{&list, 1, 0}}, lengths, 5, 3);
  ASSERT_EQ(best.size(), 3U);
  EXPECT_EQ(best[0].number, 0U);
  EXPECT_EQ(best[2].number, 2U);
}

TEST(PassageScoringTest, NothingIsFoundWithoutPostingsOrRoom) {
  PostingList list;
  list.Add(0, 1, 5);
  EXPECT_TRUE(FindBestPassages({}, {5}, 5, 3).empty());
  EXPECT_TRUE(FindBestPassages({{nullptr, 1, 0}}, {}, 1, 3).empty());
  EXPECT_TRUE(FindBestPassages({{&list, 1, 0}}, {5}, 5, 0).empty());
}

}  // namespace
}  // namespace isnad::facts::sql
