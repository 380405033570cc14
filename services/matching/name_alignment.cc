#include "services/matching/name_alignment.h"

#include <algorithm>
#include <string>
#include <utility>

namespace isnad::matching {
namespace {

using Word = MatchableName::Word;
using Outcome = NameAlignment::Outcome;

constexpr char kAlefCode = 1;
constexpr char kWawCode = 27;
constexpr char kYehCode = 28;

// All in nats.
constexpr float kParticleExcess = 0.6f;
constexpr float kMiddleExcess = 2.0f;
constexpr float kInitialEvidence = 1.5f;
constexpr float kInitialSpan = 3.0f;
constexpr float kForeignInitialExcess = 6.0f;

// A word may be this far off: little when it is short, more as its evidence grows; less within a
// script, where a letter is not changed without a reason.
struct Limit {
  float least;
  float per_nat;
};
constexpr Limit kAcrossScripts = {0.30f, 0.030f};
constexpr Limit kWithinScript = {0.20f, 0.025f};
constexpr float kMoreAcrossInText = 0.22f;
constexpr float kLargestLimit = 0.50f;
constexpr float kEvidenceOfLeast = 2.0f;

// With all words near, nothing is gained by writing words together.
constexpr float kNear = 0.15f;
constexpr size_t kMostJoined = 4;
constexpr size_t kMostJoinedLetters = 16;

float LimitOf(const Limit& limit, float evidence) {
  const float more = std::max(0.0f, evidence - kEvidenceOfLeast) * limit.per_nat;
  return std::min(kLargestLimit, limit.least + more);
}

// Long vowels make other names of Arabic words: "حسن" and "حسين", "سلمان" and "سليمان". In short
// words that is certain enough for all settings, in longer ones for a store.
constexpr size_t kShortArabicWord = 4;
constexpr size_t kMiddlingArabicWord = 6;

std::string WithoutVowels(const std::string& letters) {
  std::string rest;
  for (char letter : letters) {
    if (letter != kAlefCode && letter != kWawCode && letter != kYehCode) rest.push_back(letter);
  }
  return rest;
}

// The longer word's letters when two Arabic words differ in nothing but long vowels, else 0.
size_t LettersOfVowelPair(const Spelling& a, const Spelling& b) {
  if (a.script != Script::kArabic || b.script != Script::kArabic || a == b) return 0;
  const size_t letters = std::max(a.letters.size(), b.letters.size());
  if (letters > kMiddlingArabicWord) return 0;
  return WithoutVowels(a.letters) == WithoutVowels(b.letters) ? letters : 0;
}

Outcome OfSpellings(const SpellingDistance& distance, const SpelledWord& a, const SpelledWord& b) {
  const SpellingMatch match = distance.Compare(a, b);
  const bool within = a.spelling.script == b.spelling.script;
  const size_t vowel_pair = LettersOfVowelPair(a.spelling, b.spelling);
  Outcome outcome;
  outcome.found = true;
  outcome.excess = match.excess;
  outcome.span = match.span;
  outcome.evidence = match.evidence;
  const float limit = LimitOf(within ? kWithinScript : kAcrossScripts, match.evidence);
  const bool another_name = vowel_pair > 0 && vowel_pair <= kShortArabicWord;
  outcome.words_agree = match.distance <= limit && !another_name;
  outcome.words_may_agree =
      match.distance <= limit + (within ? 0 : kMoreAcrossInText) && !another_name;
  outcome.vowels_differ = vowel_pair > 0;
  return outcome;
}

Outcome Sum(const Outcome& a, const Outcome& b) {
  Outcome sum = a;
  sum.excess += b.excess;
  sum.span += b.span;
  sum.evidence += b.evidence;
  sum.words_agree = a.words_agree && b.words_agree;
  sum.words_may_agree = a.words_may_agree && b.words_may_agree;
  sum.vowels_differ = a.vowels_differ || b.vowels_differ;
  sum.middle_dropped = a.middle_dropped || b.middle_dropped;
  sum.initials = a.initials || b.initials;
  return sum;
}

void Offer(const Outcome& outcome, Outcome* best) {
  if (!best->found || outcome.evidence - outcome.excess > best->evidence - best->excess) {
    *best = outcome;
  }
}

Spelling FirstLetter(const Spelling& word) {
  Spelling first = word;
  first.letters.resize(1);
  return first;
}

// An initial against a word or another initial: the first letters decide.
Outcome OfInitial(const SpellingDistance& distance, const Word& a, const Word& b) {
  const Spelling first_a = FirstLetter(a.spelled.spelling);
  const Spelling first_b = FirstLetter(b.spelled.spelling);
  Outcome outcome;
  outcome.found = true;
  outcome.span = kInitialSpan;
  outcome.initials = a.role != b.role;
  const bool fits = first_a == first_b || distance.MayBegin(a.spelled.spelling, b.spelled.spelling);
  outcome.evidence = fits ? kInitialEvidence : -kForeignInitialExcess;
  outcome.excess = fits ? 0 : kForeignInitialExcess;
  outcome.words_agree = fits;
  outcome.words_may_agree = fits;
  return outcome;
}

// Words written together keep their letters: what is much longer or shorter is another name. Arabic
// leaves vowels out, and spells Latin letters by their names.
bool MayBeOne(const Spelling& joined, const Word& one) {
  if (!one.other_reading.spelling.empty()) return true;
  const size_t many = joined.letters.size();
  const size_t few = one.spelled.spelling.letters.size();
  if (joined.script == one.spelled.spelling.script) {
    return 3 * std::min(many, few) >= 2 * std::max(many, few);
  }
  const size_t latin = joined.script == Script::kLatin ? many : few;
  const size_t arabic = joined.script == Script::kLatin ? few : many;
  return 5 * arabic <= 6 * latin + 15 && latin <= 2 * arabic + 2;
}

bool HasOtherReading(const Word& word) { return !word.other_reading.spelling.empty(); }

}  // namespace

Outcome NameAlignment::OfWords(const SpellingDistance& distance, const Word& a, const Word& b,
                               NameKind kind) {
  if (a.role == WordRole::kParticle && b.role == WordRole::kParticle) {
    Outcome outcome;
    outcome.found = true;
    return outcome;
  }
  const bool initial = a.role == WordRole::kInitial || b.role == WordRole::kInitial;
  if (initial && kind == NameKind::kPerson) return OfInitial(distance, a, b);
  Outcome outcome = OfSpellings(distance, a.spelled, b.spelled);
  if (HasOtherReading(a) != HasOtherReading(b)) {
    const Word& latin = HasOtherReading(a) ? a : b;
    const Word& other = HasOtherReading(a) ? b : a;
    if (other.spelled.spelling.script == Script::kArabic) {
      Offer(OfSpellings(distance, latin.other_reading, other.spelled), &outcome);
    }
  }
  return outcome;
}

void NameAlignment::AlignPairs(size_t i, size_t j, const Outcome& here,
                               std::vector<Outcome>* best) const {
  if (i == a_.size() || j == b_.size()) return;
  Offer(Sum(here, OfWords(distance_, a_[i], b_[j], kind_)), At(i + 1, j + 1, best));
}

const Word& NameAlignment::Joined(bool of_a, size_t begin, size_t count, Spelling spelling,
                                  JoinedWords* joined) const {
  for (const JoinedWord& known : *joined) {
    if (known.of_a == of_a && known.begin == begin && known.count == count) return known.word;
  }
  joined->push_back({of_a, begin, count, Word()});
  joined->back().word.spelled = distance_.Prepare(std::move(spelling));
  return joined->back().word;
}

void NameAlignment::AlignJoined(size_t i, size_t j, const Outcome& here, std::vector<Outcome>* best,
                                JoinedWords* known) const {
  if (i == a_.size() || j == b_.size()) return;
  for (const bool of_a : {true, false}) {
    const std::vector<Word>& many = of_a ? a_ : b_;
    const size_t begin = of_a ? i : j;
    const Word& one = of_a ? b_[j] : a_[i];
    if (one.role == WordRole::kInitial && kind_ == NameKind::kPerson) continue;
    Spelling joined = many[begin].spelled.spelling;
    for (size_t count = 2; count <= kMostJoined && begin + count <= many.size(); ++count) {
      const Spelling& next = many[begin + count - 1].spelled.spelling;
      if (next.script != joined.script) break;
      joined.letters += next.letters;
      if (joined.letters.size() > kMostJoinedLetters) break;
      if (!MayBeOne(joined, one)) continue;
      const Word& together = Joined(of_a, begin, count, joined, known);
      Offer(Sum(here, OfWords(distance_, together, one, kind_)),
            of_a ? At(i + count, j + 1, best) : At(i + 1, j + count, best));
    }
  }
}

void NameAlignment::LeaveOut(size_t i, size_t j, const Outcome& here,
                             std::vector<Outcome>* best) const {
  for (const bool of_a : {true, false}) {
    const std::vector<Word>& words = of_a ? a_ : b_;
    const size_t at = of_a ? i : j;
    if (at == words.size()) continue;
    const bool inside =
        i > 0 && j > 0 && at + 1 < words.size() && (of_a ? j < b_.size() : i < a_.size());
    const bool particle = words[at].role == WordRole::kParticle;
    if (!particle && !(inside && kind_ == NameKind::kPerson)) continue;
    Outcome without = here;
    without.excess += particle ? kParticleExcess : kMiddleExcess;
    without.middle_dropped = here.middle_dropped || !particle;
    Offer(without, of_a ? At(i + 1, j, best) : At(i, j + 1, best));
  }
}

Outcome NameAlignment::Search(bool with_joined) const {
  std::vector<Outcome> best((a_.size() + 1) * (b_.size() + 1));
  best[0].found = true;
  JoinedWords joined;
  for (size_t i = 0; i <= a_.size(); ++i) {
    for (size_t j = 0; j <= b_.size(); ++j) {
      const Outcome here = *At(i, j, &best);
      if (!here.found) continue;
      AlignPairs(i, j, here, &best);
      if (with_joined) AlignJoined(i, j, here, &best, &joined);
      LeaveOut(i, j, here, &best);
    }
  }
  return best.back();
}

Outcome NameAlignment::Best() const {
  const Outcome plain = Search(false);
  if (plain.found && plain.excess <= kNear * plain.span && plain.words_agree) return plain;
  return Search(true);
}

}  // namespace isnad::matching
