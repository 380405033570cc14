// Which passages hold one term, and how often.

#ifndef ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_LIST_H_
#define ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_LIST_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace isnad::facts::sql {

// Passages by rising number, as differences, each with how often it holds the term: two to four
// bytes each. Begins of blocks are known, so that a reader can leap.
class PostingList {
 public:
  // `number` is above all that were added; `length` is the passage's, in stem terms.
  void Add(uint32_t number, uint32_t count, uint32_t length);

  uint32_t holders() const { return holders_; }
  // The most that a passage holds the term, and the length of the shortest that does: together they
  // bound what the term is worth to any passage.
  uint32_t most() const { return most_; }
  uint32_t shortest() const { return shortest_; }

  // Calls `visit` with each passage's number and how often it holds the term.
  template <class Visit>
  void ForEach(Visit visit) const {
    const char* at = bytes_.data();
    const char* const end = at + bytes_.size();
    uint32_t number = 0;
    while (at != end) {
      number += ReadVarint(&at);
      visit(number, ReadVarint(&at));
    }
  }

  // Looks up passages one after the other. The list must outlive it and not change.
  class Reader {
   public:
    explicit Reader(const PostingList& list)
        : list_(list), next_(list.bytes_.data()), end_(next_ + list.bytes_.size()) {}

    // How often the passage holds the term, 0 if not at all. Numbers must rise from call to call.
    uint32_t CountAt(uint32_t number);

   private:
    void LeapTowards(uint32_t number);

    const PostingList& list_;
    const char* next_;
    const char* const end_;
    size_t block_ = 0;  // That next_ is in.
    uint32_t number_ = 0;
    uint32_t count_ = 0;  // 0 before the first one.
  };

 private:
  struct Block {
    uint32_t last_before = 0;  // Number of the posting before its first.
    size_t begin = 0;
  };

  static uint32_t ReadVarint(const char** at) {
    uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*(*at)++);
      value |= static_cast<uint32_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  std::string bytes_;
  std::vector<Block> blocks_;  // From the second on; most terms have one.
  uint32_t last_ = 0;
  uint32_t holders_ = 0;
  uint32_t most_ = 0;
  uint32_t shortest_ = std::numeric_limits<uint32_t>::max();
};

}  // namespace isnad::facts::sql

#endif  // ISNAD_SERVICES_FACTS_ENGINES_SQL_POSTING_LIST_H_
