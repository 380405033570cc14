// Finds names in Arabic letters that no gazetteer knows, by the words around them and their shape.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_ARABIC_NAMES_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_ARABIC_NAMES_H_

#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Rules, by falling confidence:
//   "given-name"    a known given name and one to three words that look like a name;
//   "title"         a title, its modifiers and organisation, then a name; or a name, a comma and a
//                   title;
//   "quoted-cue"    a cue noun and a name in quotation marks;
//   "cue-noun"      a cue noun and one to three unknown words;
//   "parenthesis"   unknown words before a Latin name in parentheses;
//   "speaker"       a verb of speech and a name that looks foreign;
//   "list-item"     a list item that opens with a name.
// Refers to the lexicon; thread-safe.
class ArabicNames {
 public:
  explicit ArabicNames(const NameLexicon* lexicon) : lexicon_(*lexicon) {}

  // `mask` holds the tokens of names already known; those found are added to it.
  std::vector<NameSpan> Find(const Analysis& analysis, const CueFinder& cues,
                             TokenMask* mask) const;

 private:
  struct Text;

  bool LooksLikeFamilyName(const std::string& surface) const;
  bool IsFamilyName(const Token& word) const;
  bool LooksLikeName(const Text& text, int token) const;
  bool IsUnknownAfterGiven(const Text& text, int token) const;
  int PersonEnd(const Text& text, int begin, int min_words) const;
  bool OpensMaghrebiName(const Text& text, int token) const;
  int FirstNameAfterTitle(const Text& text, int token) const;
  void Add(const Text& text, TokenRange tokens, EntityType type, const std::string& entity_class,
           double confidence, const std::string& rule, std::vector<NameSpan>* spans) const;
  void FindGivenNames(const Text& text, std::vector<NameSpan>* spans) const;
  void FindTitled(const Text& text, std::vector<NameSpan>* spans) const;
  void FindBeforeTitles(const Text& text, std::vector<NameSpan>* spans) const;
  void FindAfterCues(const Text& text, std::vector<NameSpan>* spans) const;
  void FindBeforeParentheses(const Text& text, std::vector<NameSpan>* spans) const;
  void FindSpeakers(const Text& text, std::vector<NameSpan>* spans) const;
  void FindListItems(const Text& text, std::vector<NameSpan>* spans) const;

  const NameLexicon& lexicon_;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_ARABIC_NAMES_H_
