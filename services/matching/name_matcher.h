// Decides whether two names, in Arabic or Latin letters, may be of one thing.
//
// This folder is a library that services share, as services/server is; it is no service. Extraction
// groups the spellings inside a text with it, the fact store those of many texts. Both must agree
// on what is alike, so the letter costs, the keys and the limits live here and nowhere else. It
// knows letters and name words only: neither analyses nor records, neither protos nor storage.

#ifndef ISNAD_SERVICES_MATCHING_NAME_MATCHER_H_
#define ISNAD_SERVICES_MATCHING_NAME_MATCHER_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/matching/name.h"
#include "services/matching/spelling_distance.h"

namespace isnad::matching {

// People's names may be turned around, shortened to initials, and lose what stands in the middle.
enum class NameKind { kPerson, kOther };

enum class Relation {
  kDifferent,
  kSame,           // the same words, letters or renderings of letters
  kReordered,      // the last word stands first
  kMiddleDropped,  // one lacks words between first and last
  kInitials,       // an initial stands for a word
  kShort,          // one is only the last, or only the first word of the other
};

// Name of a relation as rules are called: "same-name", "reordered-name"...
absl::string_view RelationName(Relation relation);

struct NameMatch {
  Relation relation = Relation::kDifferent;
  // 0: as near as spellings can be; 1: as far as names picked at random.
  double distance = 1;
  // ln of how much likelier the spellings are of one name than of two unrelated ones. A short name
  // gives little, however well it fits.
  double evidence = 0;
  // No single word is further off than its own evidence allows: "حسن" and "حسين" differ in one
  // letter, but in a word so short that it makes another name.
  bool words_agree = false;
  // The same with more patience for words across scripts, where few names are in question.
  bool words_may_agree = false;
  // Two Arabic words of middling length differ in long vowels alone ("سلمان", "سليمان").
  bool vowels_differ = false;
};

// A name prepared for many comparisons. Immutable.
struct MatchableName {
  struct Word {
    WordRole role = WordRole::kCore;
    SpelledWord spelled;
    SpelledWord other_reading;  // as in NameWord
  };
  std::vector<Word> words;  // without designators
  std::vector<std::string> codes;

  bool empty() const { return words.empty() && codes.empty(); }
};

// A prepared name with the keys that it is stored under and sought by.
struct KeyedName {
  MatchableName name;
  std::vector<std::string> whole_keys;      // NameMatcher::Keys()
  std::vector<std::string> word_keys;       // what StoredKeys() adds to them
  std::vector<std::string> last_word_keys;  // what SoughtKeys() adds
};

// How sure one has to be.
enum class Setting {
  kText,   // names in one text
  kStore,  // names in a collection: many more that could be alike by chance
};

// Thread-safe. Comparing costs about two microseconds for each pair of words that has to be
// compared.
class NameMatcher {
 public:
  // With the letter costs that are built in, which live as long as the program.
  NameMatcher() : NameMatcher(LetterCosts::Embedded()) {}
  // `costs` must outlive the matcher.
  explicit NameMatcher(const LetterCosts& costs) : distance_(costs) {}
  // Remembers the words that it compares. `memory` must outlive the matcher, which is not
  // thread-safe then, and names must be compared by the matcher that prepared them.
  explicit NameMatcher(SpellingMemory* memory) : distance_(LetterCosts::Embedded(), memory) {}

  MatchableName Prepare(absl::string_view name) const;

  // The same with the name's keys, of which all need its words to be read.
  KeyedName PrepareKeyed(absl::string_view name, NameKind kind) const;

  NameMatch Compare(const MatchableName& a, const MatchableName& b, NameKind kind) const;
  NameMatch Compare(absl::string_view a, absl::string_view b, NameKind kind) const;

  // Distance of names of unknown kind, 0 to 1.
  double Distance(absl::string_view a, absl::string_view b) const;

  // The names are one by their letters alone: the distance is small, the evidence large enough for
  // the setting. In a text, words may be turned around, dropped from the middle and shortened to
  // initials; in a store they may not: "Ahmed Hassan" and "Hassan Ahmed" are two people.
  static bool IsSame(const NameMatch& match, Setting setting);

  // Keys of the whole name: names that are one mostly have one in common (see match_keys.h).
  static std::vector<std::string> Keys(absl::string_view name);

  // The keys that a person's name is stored under, so that it is also found with words turned
  // around, dropped or shortened: those of the whole and of each word, which carry a "~".
  static std::vector<std::string> StoredKeys(absl::string_view name, NameKind kind);

  // The keys that such names are sought by: those of the whole and, for people, of the last word.
  static std::vector<std::string> SoughtKeys(absl::string_view name, NameKind kind);

 private:
  MatchableName Prepare(NameWords read) const;

  SpellingDistance distance_;
};

}  // namespace isnad::matching

#endif  // ISNAD_SERVICES_MATCHING_NAME_MATCHER_H_
