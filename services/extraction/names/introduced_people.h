// Finds people whose names are words of the language, too, by what stands beside them.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_INTRODUCED_PEOPLE_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_INTRODUCED_PEOPLE_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// "سلطان", "دينا" and "أسماء" are given names and nouns. With a word behind them that may be a
// family name they are people where somebody is introduced: behind a post, a nationality, an
// appointment or a verb whose subject is a person, or before a post in apposition. Refers to its
// arguments.
class IntroducedPeople {
 public:
  IntroducedPeople(const NameLexicon* lexicon, const CueFinder* cues, const Analysis* analysis)
      : lexicon_(*lexicon), cues_(*cues), analysis_(*analysis) {}

  // Adds them to the names of the text. A name of one word that is the given name of such a person
  // grows. Expects and leaves names in text order, not overlapping.
  void AddTo(std::vector<NameSpan>* spans) const;

 private:
  // How much what stands on one side speaks for a person.
  enum class Evidence { kNone, kSome, kStrong };
  // What the word behind a given name may be.
  enum class Shape { kNoName, kWord, kDefiniteNoun, kFamilyName };

  bool SamePassage(int a, int b) const;
  int GivenNameLetters(int token) const;
  Shape ShapeOf(int given, int token, const TokenMask& mask) const;
  bool Continues(int token, const TokenMask& mask) const;
  Evidence Before(int token, int cut_letters) const;
  bool FollowsPost(int token) const;
  int BeforeQuotation(int token) const;
  Evidence Behind(int end) const;
  bool IsIntroduced(int given, int cut_letters, Shape shape, int end) const;

  const NameLexicon& lexicon_;
  const CueFinder& cues_;
  const Analysis& analysis_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_INTRODUCED_PEOPLE_H_
