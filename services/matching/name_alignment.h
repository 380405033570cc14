// Finds which words of one name stand for which of another.

#ifndef ISNAD_SERVICES_MATCHING_NAME_ALIGNMENT_H_
#define ISNAD_SERVICES_MATCHING_NAME_ALIGNMENT_H_

#include <list>
#include <vector>

#include "services/matching/name_matcher.h"
#include "services/matching/spelling_distance.h"

namespace isnad::matching {

// The best way to lay two names side by side, in order. Words may be written together on one side
// ("عبد الله", "عبدالله"; "GPT", "جي بي تي"); particles may be left out; of people also initials
// may stand for words, and words between the first and the last may be missing.
class NameAlignment {
 public:
  struct Outcome {
    bool found = false;
    float excess = 0;
    float span = 0;
    float evidence = 0;
    bool words_agree = true;
    bool words_may_agree = true;
    bool vowels_differ = false;
    bool middle_dropped = false;
    bool initials = false;
  };

  // All must outlive the alignment.
  NameAlignment(const SpellingDistance& distance, const std::vector<MatchableName::Word>& a,
                const std::vector<MatchableName::Word>& b, NameKind kind)
      : distance_(distance), a_(a), b_(b), kind_(kind) {}

  Outcome Best() const;

  // One word against one, initials and acronyms included.
  static Outcome OfWords(const SpellingDistance& distance, const MatchableName::Word& a,
                         const MatchableName::Word& b, NameKind kind);

 private:
  // Words of one side written together.
  struct JoinedWord {
    bool of_a;
    size_t begin;
    size_t count;
    MatchableName::Word word;
  };
  using JoinedWords = std::list<JoinedWord>;

  void AlignPairs(size_t i, size_t j, const Outcome& here, std::vector<Outcome>* best) const;
  void AlignJoined(size_t i, size_t j, const Outcome& here, std::vector<Outcome>* best,
                   JoinedWords* known) const;
  const MatchableName::Word& Joined(bool of_a, size_t begin, size_t count, Spelling spelling,
                                    JoinedWords* joined) const;
  void LeaveOut(size_t i, size_t j, const Outcome& here, std::vector<Outcome>* best) const;
  Outcome* At(size_t i, size_t j, std::vector<Outcome>* best) const {
    return &(*best)[i * (b_.size() + 1) + j];
  }
  Outcome Search(bool with_joined) const;

  const SpellingDistance& distance_;
  const std::vector<MatchableName::Word>& a_;
  const std::vector<MatchableName::Word>& b_;
  NameKind kind_;
};

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_NAME_ALIGNMENT_H_
