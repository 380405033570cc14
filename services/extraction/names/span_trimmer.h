// Moves the borders of names to where the rules of the language put them.

#ifndef ISNAD_SERVICES_EXTRACTION_NAMES_SPAN_TRIMMER_H_
#define ISNAD_SERVICES_EXTRACTION_NAMES_SPAN_TRIMMER_H_

#include <cstdint>
#include <vector>

#include "services/extraction/analysis/analysis.h"
#include "services/extraction/names/cue_finder.h"
#include "services/extraction/names/name_lexicon.h"
#include "services/extraction/names/name_span.h"

namespace isnad::extraction {

// Refers to its arguments.
class SpanTrimmer {
 public:
  SpanTrimmer(const NameLexicon* lexicon, const CueFinder* cues, const Analysis* analysis);

  // Takes off what stands before a name ("المحللة", "شركة", "نموذجها"), an adjective of nationality
  // behind it ("إيني" الإيطالية), and marks, conjunctions, dates and figures at its ends. Names of
  // which nothing stays go. Names of the gazetteers only lose what these list for their own ease.
  void Trim(std::vector<NameSpan>* spans) const;

  // Makes one name of learned names that follow each other without a mark or conjunction: a tagger
  // of words does not see that "أبو" cannot stand alone.
  void JoinParts(std::vector<NameSpan>* spans) const;

  // Takes the version number into a product's name: "ميديوم" + "3". A maker with a number of three
  // digits is a product: "بوينغ" + "787".
  void AddVersions(std::vector<NameSpan>* spans) const;

 private:
  bool LeadsName(int token, bool person) const;
  bool IsComplement(TokenRange tokens) const;
  bool IsBareKind(int token) const;
  bool IsFieldOfKind(int token) const;
  bool IsFieldOfPost(const NameSpan& span) const;
  bool IsHouseOfPost(TokenRange tokens) const;
  bool IsSomeKind(TokenRange tokens) const;
  bool IsPhrase(const NameSpan& span) const;
  void LeaveOutPreposition(NameSpan* span) const;
  bool IsCount(int token) const;
  bool TrimKnown(NameSpan* span) const;
  bool IsKindOfKnown(const NameSpan& span) const;
  bool IsContinued(const NameSpan& span, const NameSpan& next) const;
  bool IsFigure(int token, bool person) const;
  bool IsVersion(TokenRange name, int token, bool known_maker) const;

  const NameLexicon& lexicon_;
  const CueFinder& cues_;
  const Analysis& analysis_;
  enum class Figure : uint8_t {
    kNone,
    kWord,
    kPart
  };                             // a value of one word, a part of a longer one
  std::vector<Figure> figures_;  // of each token
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_NAMES_SPAN_TRIMMER_H_
