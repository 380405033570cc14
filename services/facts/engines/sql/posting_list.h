// Which passages hold one term, and how often.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_LIST_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_LIST_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace isnad::facts::sql {

// Passages by rising number, in chunks of kChunk numbers: few of a chunk are listed by their places
// in it, two bytes each; many are a bitmap (as Roaring bitmaps do, Chambi et al. 2016). That a
// passage holds the term more than once is rare and kept apart.
class PostingList {
 public:
  static constexpr uint32_t kChunk = 4096;

  // `number` is above all that were added; `length` is the passage's, in stem terms.
  void Add(uint32_t number, uint32_t count, uint32_t length);

  uint32_t holders() const { return holders_; }
  // The most that a passage holds the term, and the length of the shortest that does: together they
  // bound what the term is worth to any passage.
  uint32_t most() const { return most_; }
  uint32_t shortest() const { return shortest_; }

 private:
  static constexpr uint32_t kBits = 16;
  // As many places take as much room as a bitmap.
  static constexpr uint32_t kMostPlaces = kChunk / kBits;

  struct Chunk {
    uint32_t number = 0;  // Its passages are from number * kChunk on.
    uint32_t holders = 0;
    size_t begin = 0;  // In words_.

    bool is_bitmap() const { return holders > kMostPlaces; }
  };
  struct Repeat {
    uint32_t number = 0;
    uint32_t count = 0;
  };

 public:
  // Goes through the passages once. The list must outlive it and not change.
  class Reader {
   public:
    explicit Reader(const PostingList& list) : list_(&list) {}

    static constexpr uint32_t kEnd = std::numeric_limits<uint32_t>::max();
    // The chunk that it has come to, one with passages; kEnd behind the last.
    uint32_t chunk() const {
      return at_ == list_->chunks_.size() ? kEnd : list_->chunks_[at_].number;
    }
    // Goes on to the first chunk that is not before this one.
    void GoTo(uint32_t chunk);

    // Calls `visit` with each passage's place in the chunk that it has come to and 1, and again
    // with how often it holds the term if that is more than once.
    template <class Visit>
    void ForEach(Visit visit) const;

    // How often the passage holds the term, 0 if not at all. Numbers must rise from call to call.
    uint32_t CountAt(uint32_t number) {
      if (chunk() < number / kChunk) GoTo(number / kChunk);
      if (chunk() != number / kChunk || !Holds(number % kChunk)) return 0;
      const std::vector<Repeat>& repeats = list_->repeats_;
      while (repeat_ < repeats.size() && repeats[repeat_].number < number) ++repeat_;
      return repeat_ < repeats.size() && repeats[repeat_].number == number ? repeats[repeat_].count
                                                                           : 1;
    }

   private:
    bool Holds(uint32_t place) {
      const Chunk& chunk = list_->chunks_[at_];
      const uint16_t* const words = list_->words_.data() + chunk.begin;
      if (chunk.is_bitmap()) return (words[place / kBits] >> place % kBits & 1U) != 0;
      while (place_ < chunk.holders && words[place_] < place) ++place_;
      return place_ < chunk.holders && words[place_] == place;
    }

    const PostingList* list_;
    size_t at_ = 0;      // In chunks_.
    size_t repeat_ = 0;  // In repeats_, not behind the passage read last.
    size_t place_ = 0;   // In the chunk, when it is no bitmap.
  };

 private:
  void BecomeBitmap(const Chunk& chunk);

  std::vector<Chunk> chunks_;
  std::vector<uint16_t> words_;
  std::vector<Repeat> repeats_;
  uint32_t holders_ = 0;
  uint32_t most_ = 0;
  uint32_t shortest_ = std::numeric_limits<uint32_t>::max();
};

template <class Visit>
void PostingList::Reader::ForEach(Visit visit) const {
  const Chunk& chunk = list_->chunks_[at_];
  const uint16_t* const words = list_->words_.data() + chunk.begin;
  if (chunk.is_bitmap()) {
    for (uint32_t word = 0; word < kMostPlaces; ++word) {
      for (uint32_t left = words[word]; left != 0; left &= left - 1) {
        visit(word * kBits + static_cast<uint32_t>(__builtin_ctz(left)), 1U);
      }
    }
  } else {
    for (uint32_t i = 0; i < chunk.holders; ++i) visit(uint32_t{words[i]}, 1U);
  }
  const std::vector<Repeat>& repeats = list_->repeats_;
  for (size_t i = repeat_; i < repeats.size() && repeats[i].number / kChunk == chunk.number; ++i) {
    visit(repeats[i].number % kChunk, repeats[i].count);
  }
}

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_LIST_H_
